import { needFromParams, needToParams } from '@tvl/model'
import { isLanguage, preferredLanguage } from '../i18n/languages.ts'
import { asOf } from './as-of.ts'
import { PAGE_PARAMS, type Page, type PageParam } from './page-slice.ts'
import { usePreferences } from './preferences.ts'
import { type AppState, useApp } from './store.ts'
import { readCamera, readIds, readSort, SLUG, writeCamera } from './url-values.ts'

/** Longest sentence kept in an address. */
export const MOST_TYPED = 300

/** The slices that an address can hold. */
export type UrlState = Pick<
  AppState,
  'language' | 'isLanguageChosen' | 'need' | 'typed' | 'sort' | 'selected' | 'compared' | 'camera' | 'params'
>

/** Which page a path shows. */
export function pageOf(path: string): Page {
  if (path === '/') return 'explore'
  if (path.startsWith('/zones/')) return 'zone'
  if (path === '/compare') return 'compare'
  if (path === '/enquiry') return 'enquiry'
  if (path === '/data') return 'data'
  if (path === '/freshness') return 'freshness'
  if (path === '/sign-in') return 'sign-in'
  if (path === '/shortlist') return 'shortlist'
  if (path.startsWith('/s/')) return 'share'
  if (/^\/(manage|agency)(\/|$)/.test(path)) return 'console'
  return path === '/help' ? 'help' : 'other'
}

/** The pages of the search. */
export const carriesNeed = (page: Page) =>
  page === 'explore' || page === 'zone' || page === 'compare' || page === 'shortlist' || page === 'enquiry'

/**
 * The search text of an address, without its `?`: defaults are left out, and the order is fixed, so that equal states
 * have equal addresses.
 */
export function writeUrl(page: Page, state: UrlState): string {
  const search = new URLSearchParams()
  if (carriesNeed(page)) {
    if (state.typed) search.set('q', state.typed.text)
    for (const [name, value] of needToParams(state.need)) search.set(name, value)
    if (state.compared.length > 0) search.set('sites', state.compared.join(','))
    if (asOf !== null) search.set('as-of', asOf)
  }
  if (page === 'explore') {
    if (state.sort !== 'score') search.set('sort', state.sort)
    if (state.selected) search.set('site', state.selected)
    if (state.camera) search.set('map', writeCamera(state.camera))
  }
  for (const name of PAGE_PARAMS[page]) {
    const value = state.params[name]
    if (value) search.set(name, value)
  }
  if (state.isLanguageChosen) search.set('lang', state.language)
  // Commas and slashes are legal in a query and far easier to read than their escapes.
  return search.toString().replaceAll('%2C', ',').replaceAll('%2F', '/')
}

/** Reads an address. Every value is checked; what is unknown or malformed is as if it were not there. */
export function readUrl(page: Page, search: string): Partial<UrlState> {
  const query = new URLSearchParams(search)
  const state: { -readonly [K in keyof UrlState]?: UrlState[K] } = {}
  const language = query.get('lang')
  if (isLanguage(language)) {
    state.language = language
    state.isLanguageChosen = true
  }
  if (carriesNeed(page)) {
    const text = query.get('q')
    state.need = needFromParams(query).need
    state.typed = text && text.length <= MOST_TYPED ? { text } : null
    state.compared = readIds(query.get('sites'))
  }
  if (page === 'explore') {
    state.sort = readSort(query.get('sort'))
    const selected = query.get('site')
    state.selected = selected && SLUG.test(selected) ? selected : null
    state.camera = readCamera(query.get('map'))
  }
  const params: Partial<Record<PageParam, string>> = {}
  for (const name of PAGE_PARAMS[page]) {
    const value = query.get(name)
    if (value !== null && value.length <= 400) params[name] = value
  }
  state.params = params
  return state
}

/** The address of a page in the present state, for links. `change` replaces parts of that state. */
export function addressOf(path: string, state: UrlState, change: Partial<UrlState> = {}): string {
  const page = pageOf(path)
  const search = writeUrl(page, { ...state, params: page === pageOf(location.pathname) ? state.params : {}, ...change })
  return search ? `${path}?${search}` : path
}

/** Reads the address at start, before the first render. The language falls back on the last choice, then the browser. */
export function startFromUrl(): void {
  const read = readUrl(pageOf(location.pathname), location.search)
  const language = read.language ?? usePreferences.getState().language ?? preferredLanguage(navigator.languages)
  useApp.setState({ ...read, language, isLanguageChosen: read.isLanguageChosen ?? false })
}

/** Keeps address and slices in step from now on. */
export function followUrl(): () => void {
  let path = location.pathname
  let isReading = false

  const read = (gathered: Partial<UrlState> = {}) => {
    path = location.pathname
    isReading = true
    useApp.setState({ ...readUrl(pageOf(path), location.search), ...gathered })
    isReading = false
  }
  /**
   * Back and forward undo steps of the search. Taking a site for comparison and choosing a language are no steps: an
   * address from before them must not take them away, so it is brought up to date instead.
   */
  const step = () => {
    const { compared, language, isLanguageChosen } = useApp.getState()
    read({ compared, language, isLanguageChosen })
    const search = writeUrl(pageOf(path), useApp.getState())
    if (search === location.search.slice(1)) return
    const kept = pageOf(path) === 'share' ? location.hash : ''
    history.replaceState(history.state, '', (search ? `${path}?${search}` : path) + kept)
  }
  const onHistory = (event: Event) => {
    if (event.type === 'popstate') step()
    else if (location.pathname !== path) read()
  }
  const stopStore = useApp.subscribe((state, before) => {
    if (isReading) return
    const search = writeUrl(pageOf(path), state)
    if (search === writeUrl(pageOf(path), before) || `?${search}` === location.search) return
    // The key of a private link stands behind the address and must stay with it.
    const address = (search ? `${path}?${search}` : path) + (pageOf(path) === 'share' ? location.hash : '')
    if (state.step === 'push') history.pushState(null, '', address)
    else history.replaceState(history.state, '', address)
  })
  for (const type of ['popstate', 'pushState', 'replaceState']) addEventListener(type, onHistory)
  return () => {
    stopStore()
    for (const type of ['popstate', 'pushState', 'replaceState']) removeEventListener(type, onHistory)
  }
}
