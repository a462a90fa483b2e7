window.SwaggerUIBundle({
  url: '/ogc/api?f=json',
  dom_id: '#reference',
  deepLinking: true,
  docExpansion: 'none',
  defaultModelsExpandDepth: -1,
  // No badge of a validator elsewhere: this page asks this service alone.
  validatorUrl: null,
})
