import type { CatalogueRecord } from '@tvl/model'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aBuilding, anOffice, aTalentPool, aZone } from '../testing/makers.ts'
import { advanced, type RecordChange, type Snapshot, snapshotOf } from './snapshot.ts'

const FIXED = [
  aZone('fes-shore'),
  aZone('technopolis'),
  aZone('empty'),
  aBuilding('fes-shore-a', 'fes-shore'),
  aBuilding('fes-shore-b', 'fes-shore'),
  aBuilding('technopolis-a', 'technopolis'),
]
const ZONE_OF: Record<string, string> = {
  'fes-shore-a': 'fes-shore',
  'fes-shore-b': 'fes-shore',
  'technopolis-a': 'technopolis',
}
const MOMENT = { changeNumber: 1, today: '2026-11-23' }

/** Offices at places of their own, so that every state is one that the columns can hold. */
const office = fc
  .record({
    place: fc.integer({ min: 0, max: 11 }),
    seats: fc.integer({ min: 1, max: 90 }),
    lon: fc.constantFrom(-4.98, -7.6),
    status: fc.constantFrom('free' as const, 'let' as const),
  })
  .map(({ place, seats, lon, status }): CatalogueRecord<'offices'> => {
    // Its building is told by its place, so that no two offices of a building are at the same one, and may change.
    const buildingId = Object.keys(ZONE_OF)[(place + (seats > 80 ? 1 : 0)) % 3] ?? ''
    const zoneId = ZONE_OF[buildingId] ?? ''
    const made = anOffice(`office-${place}`, { buildingId, zoneId, stackOrder: place, seats, status })
    return { ...made, geometry: { type: 'Point', coordinates: [lon, 34] } }
  })
/** What the figures of zones depend on beside their offices. */
const other = fc.oneof(
  fc
    .record({ id: fc.constantFrom('fes-shore', 'technopolis', 'empty'), jobsPlanned: fc.integer({ min: 1, max: 9 }) })
    .map(({ id, jobsPlanned }): CatalogueRecord => aZone(id, { jobsPlanned })),
  fc.constantFrom('fes-shore-c', 'technopolis-b').map((id): CatalogueRecord => aBuilding(id, id.replace(/-.$/, ''))),
  fc
    .integer({ min: 1, max: 9 })
    .map((places): CatalogueRecord => aTalentPool('MA-03', { universityNewEntrants: places })),
)
const step = fc.record({ record: fc.oneof({ weight: 6, arbitrary: office }, other), isGone: fc.boolean() })

function everything(snapshot: Snapshot) {
  const { columns, columnRows, columnsEncoded, version } = snapshot
  const tables = (['offices', 'zones'] as const).map((id) => {
    const table = snapshot.collection(id)
    const rows = table.ids.map((_, row) => row)
    const found = [...(table.positions.search([-8, 33, -7, 35]) ?? [])]
    const values = table.queryables.map(({ name }) => rows.map((row) => table.get(name, 'ar')(row)))
    return {
      ids: table.ids,
      features: rows.map((row) => table.feature(row, 'ar')),
      values,
      found,
      extent: table.extent,
    }
  })
  return { columns, columnRows, columnsEncoded, version, tables }
}

describe('a snapshot changed step by step', () => {
  it('is the one built from what the steps left', () => {
    fc.assert(
      fc.property(fc.array(fc.array(step, { minLength: 1, maxLength: 4 }), { maxLength: 6 }), (batches) => {
        const left = new Map(FIXED.map((record): [string, CatalogueRecord] => [record.id, record]))
        let snapshot = snapshotOf(FIXED, MOMENT)
        for (const batch of batches) {
          const changes = batch.map(({ record, isGone }): RecordChange => {
            const { collection, id } = record
            const isLeft = isGone && collection === 'offices'
            if (isLeft) left.delete(id)
            else left.set(id, record)
            return { collection, id, stored: isLeft ? null : { record, hash: 1n } }
          })
          snapshot = advanced(snapshot, changes, MOMENT)
        }
        expect(everything(snapshot)).toEqual(everything(snapshotOf([...left.values()], MOMENT)))
      }),
      { numRuns: 150 },
    )
  })

  it('keeps its features right through thousands of changes', () => {
    const others = [anOffice('fes-shore-a-00-0', { seats: 1 }), anOffice('fes-shore-a-00-2', { stackOrder: 2 })]
    let snapshot = snapshotOf([...FIXED, ...others], MOMENT)
    for (let seats = 1; seats <= 2100; seats++) {
      const record = anOffice('fes-shore-a-00-0', { seats })
      snapshot = advanced(snapshot, [{ collection: 'offices', id: record.id, stored: { record, hash: 1n } }], MOMENT)
    }
    const offices = snapshot.collection('offices')
    expect(offices.feature(0, 'fr').properties.seats).toBe(2100)
    expect(offices.record(1)).toEqual(others[1])
    // What the changes left behind is not kept for ever: two thousand features would be a megabyte.
    expect(offices.bytes).toBeLessThan(1_000_000)
  })
})
