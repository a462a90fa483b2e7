import type { Page } from '@playwright/test'
import { NO_SHORTLIST, siteLine } from '@tvl/model'
import { Compare } from './compare.ts'
import { Explore, NEED_TERMS } from './explore.ts'
import { type Language, wordsOf } from './languages.ts'
import { Zone } from './zone.ts'

/** A page of the product: where it lies, and how one knows that it stands. */
export interface PageCase {
  name: string
  path: string
  /** The server answers 404 there on purpose. */
  isMissing?: boolean
  /** What lies in the browser before. */
  kept?: Readonly<Record<string, unknown>>
  settled: (page: Page, language: Language) => Promise<void>
}

const SITES = 'sites=technopolis-rabat,fes-shore,casanearshore'
const heading = async (page: Page) => {
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  await page.locator('[aria-busy=true]').waitFor({ state: 'detached' })
}

const previewed = async (page: Page) => {
  await heading(page)
  await page.locator('.shortlist-preview table').first().waitFor()
}
const line = (n: number, zoneId: string) => siteLine(`00000000-0000-4000-8000-00000000000${n}`, zoneId)
/** As the state of the shortlist keeps it. */
const BASKET = {
  version: 2,
  state: {
    content: {
      ...NO_SHORTLIST,
      title: 'Trois sites · ثلاثة مواقع',
      sites: [line(1, 'technopolis-rabat'), line(2, 'fes-shore'), line(3, 'casanearshore')],
    },
  },
}

/** The pages that a browser draws from the application. */
export const PAGES: readonly PageCase[] = [
  {
    name: 'Explore with a need',
    path: `/?${NEED_TERMS}`,
    settled: async (page, language) => {
      await new Explore(page, language).settled()
      await page.getByRole('region', { name: wordsOf(language)('explore.near.title') }).waitFor()
    },
  },
  {
    name: 'Explore when nothing fits',
    path: '/?seats=900&by=2027-09-01&region=MA-01,MA-02,MA-03,MA-06&airport=30',
    settled: async (page, language) => {
      await new Explore(page, language).settled()
      await page.getByRole('region', { name: wordsOf(language)('explore.near.title') }).waitFor()
    },
  },
  {
    name: 'Zone',
    path: `/zones/fes-shore?${NEED_TERMS}`,
    settled: (page, language) => new Zone(page, language).settled(/./),
  },
  {
    name: 'Zone without an inventory',
    path: '/zones/agadir-shore',
    settled: (page, language) => new Zone(page, language).settled(/./),
  },
  {
    name: 'Compare',
    path: `/compare?${NEED_TERMS}&${SITES}`,
    settled: (page, language) => new Compare(page, language).settled(3),
  },
  { name: 'Compare with nothing to compare', path: '/compare', settled: heading },
  { name: 'Shortlist', path: '/shortlist', kept: { 'tvl.shortlist': BASKET }, settled: previewed },
  { name: 'Shortlist with nothing in it', path: '/shortlist', settled: heading },
  { name: 'A link that is none', path: `/s/${'A'.repeat(43)}`, isMissing: true, settled: heading },
  { name: 'Enquiry', path: '/enquiry?sites=fes-shore&seats=300', settled: heading },
  { name: 'Data', path: '/data', settled: heading },
  { name: 'Freshness of the country', path: '/freshness', settled: heading },
  { name: 'Freshness of a region', path: '/freshness?region=MA-03', settled: heading },
  { name: 'Help', path: '/help', settled: heading },
  { name: 'Sign in', path: '/sign-in', settled: heading },
  { name: 'No such page', path: '/nowhere', isMissing: true, settled: heading },
  { name: 'No such zone', path: '/zones/atlantis', isMissing: true, settled: heading },
]

/** The pages that the server draws for a reader of the standard API. */
export const API_PAGES: readonly PageCase[] = [
  { name: 'API landing page', path: '/ogc?f=html', settled: heading },
  { name: 'API conformance', path: '/ogc/conformance?f=html', settled: heading },
  { name: 'API functions', path: '/ogc/functions?f=html', settled: heading },
  { name: 'API collections', path: '/ogc/collections?f=html', settled: heading },
  { name: 'API collection', path: '/ogc/collections/zones?f=html', settled: heading },
  { name: 'API collection that is illustrative', path: '/ogc/collections/offices?f=html', settled: heading },
  { name: 'API queryables', path: '/ogc/collections/zones/queryables?f=html', settled: heading },
  { name: 'API items', path: '/ogc/collections/zones/items?f=html&limit=50', settled: heading },
  { name: 'API offices', path: '/ogc/collections/offices/items?f=html&limit=50', settled: heading },
  { name: 'API items without any', path: '/ogc/collections/offices/items?f=html&filter=seats>9999', settled: heading },
  { name: 'API items without a place', path: '/ogc/collections/incentives/items?f=html', settled: heading },
  { name: 'API feature', path: '/ogc/collections/zones/items/fes-shore?f=html', settled: heading },
]

/** Opens a page in a language and waits until it stands. */
export async function openPage(page: Page, { path, kept = {}, settled }: PageCase, language: Language): Promise<void> {
  await page.addInitScript((items) => {
    for (const [key, value] of Object.entries(items)) localStorage.setItem(key, JSON.stringify(value))
  }, kept)
  await page.goto(`${path}${path.includes('?') ? '&' : '?'}lang=${language}`)
  await settled(page, language)
}
