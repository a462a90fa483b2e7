import './ui/fonts.css'
import './ui/tokens.css'
import './ui/base.css'
import { followTheme } from './app/theme.ts'
import { directionOf } from './i18n/languages.ts'
import { loadNamespaces } from './i18n/load-messages.ts'
import { useApp } from './state/store.ts'
import { startFromUrl } from './state/url.ts'

// Phrases, application and data start together: none of them waits for another round trip.
startFromUrl()
followTheme()
const { language } = useApp.getState()
document.documentElement.lang = language
document.documentElement.dir = directionOf(language)

const phrases = loadNamespaces(language, ['common', 'provenance'])
const application = import('./app/app.tsx')

Promise.all([application, phrases]).then(([{ mount }]) => {
  const root = document.getElementById('root')
  if (root) mount(root)
})
