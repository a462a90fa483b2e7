import type { CollectionId } from '@tvl/model'

/** Addresses of our own API. */
export const CATALOGUE_PATH = '/api/catalogue'
export const OFFICE_COLUMNS_PATH = '/api/columns/offices'
export const collectionPath = (collection: CollectionId) => `/ogc/collections/${collection}/items?f=json&limit=1000`

/** What Explore, Zone and Compare all read first. */
export const FIRST_PATHS: readonly string[] = [
  CATALOGUE_PATH,
  OFFICE_COLUMNS_PATH,
  ...(['zones', 'talent-pools', 'regions'] as const).map(collectionPath),
]
