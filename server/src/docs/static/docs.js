// The system's choice of theme, as everywhere; Swagger UI takes its dark sheet by this class.
const dark = matchMedia('(prefers-color-scheme: dark)')
const followTheme = () => document.documentElement.classList.toggle('dark-mode', dark.matches)
followTheme()
dark.addEventListener('change', followTheme)

window.SwaggerUIBundle({
  url: '/ogc/api?f=json',
  dom_id: '#reference',
  deepLinking: true,
  docExpansion: 'none',
  defaultModelsExpandDepth: -1,
  // No badge of a validator elsewhere: this page asks this service alone.
  validatorUrl: null,
})
