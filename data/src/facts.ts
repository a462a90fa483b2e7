import { readFileSync } from 'node:fs'
import type { CatalogueRecord, CollectionId, Provenance } from '@tvl/model'

/** Collections kept as files of sourced facts, in the order in which the catalogue lists them. */
export const FACT_COLLECTIONS = [
  'sources',
  'regions',
  'provinces',
  'infrastructure',
  'talent-pools',
  'incentives',
  'zones',
] as const satisfies readonly CollectionId[]
export type FactCollection = (typeof FACT_COLLECTIONS)[number]

/** MAD for one unit of a currency, at a stated date. `madPerUnit` is an exact decimal in a string. */
export interface Rate {
  currency: 'EUR' | 'USD' | 'GBP'
  madPerUnit: string
  asOf: string
  provenance: Provenance
}

/** A project put to one incentive on one day, and the answer the rules must give. */
export interface IncentiveVector {
  incentiveId: string
  zoneId: string
  trade: 'ITO' | 'CRM' | 'BPO' | 'ESO' | 'KPO'
  jobs: number
  on: string
  expected: 'yes' | 'no' | 'ask'
  why: string
}

// The files are read, not imported: a typed import of a megabyte of JSON slows every type check for no safety, since
// `checkCatalogue` tests each record against the schema.
function readCatalogueFile<T>(name: string): T {
  return JSON.parse(readFileSync(new URL(`../catalogue/${name}.json`, import.meta.url), 'utf8')) as T
}

/** The records of one collection of facts, in the order of its file. */
export function loadCollection<C extends FactCollection>(collection: C): CatalogueRecord<C>[] {
  const records = readCatalogueFile<Omit<CatalogueRecord<C>, 'collection'>[]>(collection)
  return records.map(({ id, geometry, properties }) => ({ collection, id, geometry, properties }))
}

/** Every sourced record: what is publicly known, nothing illustrative. Throws when a file is missing or not JSON. */
export function loadFacts(): CatalogueRecord[] {
  return FACT_COLLECTIONS.flatMap((collection): CatalogueRecord[] => loadCollection(collection))
}

/** Exchange rates for display. An empty list means none could be cited: then amounts are shown in MAD alone. */
export function loadRates(): Rate[] {
  return readCatalogueFile<Rate[]>('rates')
}

/** Cases that the rules on incentives must answer as stated. */
export function loadIncentiveVectors(): IncentiveVector[] {
  return readCatalogueFile<IncentiveVector[]>('incentive-vectors')
}
