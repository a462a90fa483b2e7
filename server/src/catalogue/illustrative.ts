import type { CatalogueRecord } from '@tvl/model'
import type { Snapshot } from './snapshot.ts'

/** Whether the offices are invented, and must be shown as such. The generator invents all of them or none. */
export function hasIllustrativeOffices(snapshot: Snapshot): boolean {
  const offices = snapshot.collection('offices')
  if (offices.count === 0) return false
  const { properties } = offices.record(0) as CatalogueRecord<'offices'>
  return properties.provenance['*']?.grade === 'illustrative'
}
