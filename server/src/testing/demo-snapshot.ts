import { catalogue } from '@tvl/data'
import { type Snapshot, snapshotOf } from '../catalogue/snapshot.ts'

/** The day on which the tests' catalogue stands. */
export const DEMO_DAY = '2026-11-23'

const made = new Map<string, Snapshot>()

/** The catalogue that `start` seeds, in memory. Made once a process: a snapshot never changes. */
export function demoSnapshot(inventory: 'S' | 'L' | 'XL' = 'S'): Snapshot {
  const known = made.get(inventory)
  if (known) return known
  const records = catalogue({ catalogue: 'demo', inventory, today: DEMO_DAY })
  const snapshot = snapshotOf(records, { changeNumber: records.length, today: DEMO_DAY })
  made.set(inventory, snapshot)
  return snapshot
}
