import './ui/fonts.css'
import './ui/tokens.css'
import './ui/base.css'
import { beginFetch } from './api/early-fetch.ts'
import { FIRST_PATHS } from './api/paths.ts'
import { followTheme } from './app/theme.ts'
import { directionOf } from './i18n/languages.ts'
import { loadNamespaces } from './i18n/load-messages.ts'
import { useApp } from './state/store.ts'
import { pageOf, startFromUrl } from './state/url.ts'

const FIRST_PAGES = new Set(['explore', 'zone', 'compare'])

startFromUrl()
followTheme()
const { language } = useApp.getState()
document.documentElement.lang = language
document.documentElement.dir = directionOf(language)

// Phrases, application and data start together: none of them waits for another round trip.
const readsCatalogue = FIRST_PAGES.has(pageOf(location.pathname))
if (readsCatalogue) beginFetch(FIRST_PATHS)
const phrases = loadNamespaces(language, ['common', 'provenance'])
const application = import('./app/app.tsx').then(async (app) => {
  await app.preloadPage(location.pathname, readsCatalogue)
  return app
})

Promise.all([application, phrases]).then(([{ mount }]) => {
  const root = document.getElementById('root')
  if (root) mount(root)
}, sayThatNothingCame)

/** The phrases may be what did not come, so the one sentence stands here, in the three languages. */
function sayThatNothingCame(): void {
  const link = document.createElement('a')
  link.href = location.href
  link.className = 'link'
  link.textContent = 'Recharger la page · إعادة تحميل الصفحة · Reload the page'
  document.getElementById('root')?.append(link)
}
