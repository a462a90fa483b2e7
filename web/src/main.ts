import './ui/fonts.css'
import './ui/tokens.css'
import './ui/base.css'
import { beginFetch } from './api/early-fetch.ts'
import { FIRST_PATHS } from './api/paths.ts'
import { followTheme } from './app/theme.ts'
import { formatDay, formatNumber } from './i18n/format.ts'
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
// React makes errors of its own as it loads; to say where, the browser would read the whole application a second time.
const { stackTraceLimit } = Error
Error.stackTraceLimit = 0
const application = import('./app/app.tsx')
  .finally(() => {
    Error.stackTraceLimit = stackTraceLimit
  })
  .then(async (app) => {
    await app.preloadPage(location.pathname, readsCatalogue)
    return app
  })

// The first date and the first number of a page cost the most; they are written while everything else still travels.
formatDay(language, '2026-01-01', 'short-month')
formatNumber(language, 1)

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
