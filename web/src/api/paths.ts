import type { CollectionId } from '@tvl/model'
import { atThatTime } from '../state/as-of.ts'

/** Addresses of our own API, at the moment that the page is of. */
export const CATALOGUE_PATH = atThatTime('/api/catalogue')
export const OFFICE_COLUMNS_PATH = atThatTime('/api/columns/offices')
export const collectionPath = (collection: CollectionId) =>
  atThatTime(`/ogc/collections/${collection}/items?f=json&limit=1000`)

/** What Explore, Zone and Compare all read first, in the order of its size: the largest has the longest way. */
export const FIRST_PATHS: readonly string[] = [
  collectionPath('zones'),
  OFFICE_COLUMNS_PATH,
  ...(['talent-pools', 'regions'] as const).map(collectionPath),
  CATALOGUE_PATH,
]
