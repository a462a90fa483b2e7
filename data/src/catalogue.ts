import { type CatalogueRecord, COLLECTIONS, type CollectionId } from '@tvl/model/schema'
import { loadFacts } from './facts.ts'
import { illustrativeInventory } from './inventory/inventory.ts'
import type { InventorySize } from './inventory/plan.ts'

export interface CatalogueRequest {
  /** `facts`: what is publicly known. `demo`: the same, with an illustrative inventory. */
  catalogue: 'demo' | 'facts'
  inventory: InventorySize
  /** ISO day in Africa/Casablanca. */
  today: string
}

/** Sources first, since everything cites them; offices last, since they hang on all the rest. */
const ORDER: readonly CollectionId[] = [
  'sources',
  ...COLLECTIONS.filter((collection) => collection !== 'sources' && collection !== 'offices'),
  'offices',
]

/**
 * The starting catalogue, one record after another in an order that the same request always repeats: by collection,
 * then facts before illustrative records, each in the order of its file or of its drawing.
 */
export function catalogue({ catalogue, inventory, today }: CatalogueRequest): CatalogueRecord[] {
  const records = loadFacts()
  if (catalogue === 'demo') {
    for (const record of illustrativeInventory({ size: inventory, today })) records.push(record)
  }
  return ORDER.flatMap((collection) => records.filter((record) => record.collection === collection))
}
