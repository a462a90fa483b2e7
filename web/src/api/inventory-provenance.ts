import type { Provenance } from '@tvl/model'
import type { Catalogue } from './catalogue.ts'

/** Evidence of a figure summed from offices: what the inventory is, and the day it is summed for. */
export const inventoryProvenance = (catalogue: Catalogue): Provenance => ({
  grade: catalogue.illustrative ? 'illustrative' : 'declared',
  sources: catalogue.illustrative ? ['illustrative-inventory'] : [],
  asOf: catalogue.today,
})
