import { queryOptions } from '@tanstack/react-query'
import { fetchJson } from './fetch-json.ts'
import { CATALOGUE_PATH } from './paths.ts'

/** What one unit of a currency costs in dirhams, as a source stated it on a day. */
export interface Rate {
  currency: 'EUR' | 'USD' | 'GBP'
  madPerUnit: number
  asOf: string
  sources: string[]
}

export interface Catalogue {
  version: number
  /** The catalogue's day in Africa/Casablanca: the page's only clock. */
  today: string
  timeZone: string
  catalogue: 'demo' | 'facts'
  inventory: string
  counts: Record<string, number>
  /** true: the offices are invented and every view must say so. */
  illustrative: boolean
  rates: Rate[]
  attribution: string
  /** The operator gave map tiles of their own, to be drawn under the zones. */
  operatorTiles: boolean
}

export const catalogueQuery = queryOptions({
  queryKey: ['catalogue'],
  queryFn: ({ signal }) => fetchJson<Catalogue>(CATALOGUE_PATH, signal),
})
