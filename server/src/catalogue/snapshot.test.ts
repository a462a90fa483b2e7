import { columnsOf, NEVER_DAY } from '@tvl/model'
import { describe, expect, it } from 'vitest'
import { aBuilding, anOffice, aTalentPool, aZone } from '../testing/makers.ts'
import { advanced, snapshotOf } from './snapshot.ts'

const MOMENT = { changeNumber: 3, today: '2026-11-23' }
const ZONE = aZone('fes-shore')
const BUILDING = aBuilding('fes-shore-a', 'fes-shore')

/** Three offices in a row on one building: free, let, free. */
const ROW = [
  anOffice('fes-shore-a-00-1', { stackOrder: 0, seats: 40 }),
  anOffice('fes-shore-a-00-2', { stackOrder: 1, seats: 50, status: 'let', leaseEndsOn: '2027-03-31' }),
  anOffice('fes-shore-a-00-3', { stackOrder: 2, seats: 30 }),
]

describe('the snapshot', () => {
  it('keeps each collection in the order of its ids, whatever order the records came in', () => {
    const snapshot = snapshotOf([...ROW].reverse(), MOMENT)
    expect(snapshot.collection('offices').ids).toEqual(ROW.map(({ id }) => id))
    expect(snapshot.collection('offices').rowOf('fes-shore-a-00-2')).toBe(1)
    expect(snapshot.collection('offices').rowOf('fes-shore-a-00-20')).toBe(-1)
  })

  it('serves an office with the days that follow from its status', () => {
    const offices = snapshotOf(ROW, MOMENT).collection('offices')
    expect(offices.get('availableFrom')(1)).toBe('2027-04-01')
    expect(offices.feature(1, 'fr').properties).toMatchObject({ availableFrom: '2027-04-01', status: 'let' })
  })

  it('gives back the record as it was stored', () => {
    const snapshot = snapshotOf([ZONE, BUILDING, ...ROW, aTalentPool('MA-03')], MOMENT)
    expect(snapshot.collection('offices').record(2)).toEqual(ROW[2])
    expect(snapshot.collection('zones').record(0)).toEqual(ZONE)
  })

  it('names a zone in the language asked for', () => {
    const zones = snapshotOf([ZONE], MOMENT).collection('zones')
    expect(zones.feature(0, 'ar').properties.name).toBe(ZONE.properties.nameAr)
    expect(zones.get('name', 'en')(0)).toBe(ZONE.properties.nameEn)
  })

  it('does not count seats as contiguous across an office that is let', () => {
    const zones = snapshotOf([ZONE, BUILDING, ...ROW], MOMENT).collection('zones')
    expect(zones.get('freeSeats')(0)).toBe(70)
    expect(zones.get('contiguousSeats')(0)).toBe(40)
  })

  it('leaves the seats of a zone without a known office unknown, not 0', () => {
    expect(snapshotOf([ZONE], MOMENT).collection('zones').get('freeSeats')(0)).toBeNull()
  })

  it('grades the figures of a zone as the inventory they sum', () => {
    const zone = snapshotOf([ZONE, BUILDING, ...ROW], MOMENT)
      .collection('zones')
      .feature(0, 'fr')
    expect(zone.properties.provenance).toMatchObject({ freeSeats: { grade: 'illustrative' } })
  })

  it('no longer counts an office on the day its verification grows too old', () => {
    const snapshot = snapshotOf([ZONE, BUILDING, ...ROW], MOMENT)
    const later = advanced(snapshot, [], { changeNumber: 3, today: '2027-03-01' })
    expect(later.collection('zones').get('freeSeats')(0)).toBe(0)
    expect(later.version).toBe('3-2027-03-01')
  })

  it('gathers the same columns as the rules make from the records', () => {
    const others = [
      anOffice('fes-shore-a-01-1', { stackOrder: 3, rentMadPerM2Month: null, verifiedOn: null, freeFrom: null }),
    ]
    const snapshot = snapshotOf([ZONE, BUILDING, ...ROW, ...others], MOMENT)
    expect(snapshot.columns).toEqual(columnsOf([...ROW, ...others], [BUILDING]))
    expect(snapshot.columns.availableFromDay[3]).toBe(NEVER_DAY)
  })
})

describe('a changed snapshot', () => {
  const before = snapshotOf([ZONE, BUILDING, ...ROW], MOMENT)
  const changeOf = (record: (typeof ROW)[number]) => ({
    collection: 'offices' as const,
    id: record.id,
    stored: { record, hash: 7n },
  })
  const AFTER = { ...MOMENT, changeNumber: 4 }

  it('is the one that would be built from the changed records', () => {
    const let3 = anOffice('fes-shore-a-00-3', { stackOrder: 2, seats: 30, status: 'let', leaseEndsOn: null })
    const added = anOffice('fes-shore-a-00-15', { stackOrder: 3, seats: 12 })
    const gone = { collection: 'offices' as const, id: 'fes-shore-a-00-1', stored: null }
    const patched = advanced(before, [changeOf(let3), changeOf(added), gone], AFTER)
    const built = snapshotOf([ZONE, BUILDING, added, ROW[1] ?? added, let3], AFTER)
    expect(patched.collection('offices').ids).toEqual(built.collection('offices').ids)
    for (const id of ['offices', 'zones'] as const) {
      const rows = built.collection(id).ids.map((_, row) => row)
      expect(rows.map((row) => patched.collection(id).feature(row, 'ar'))).toEqual(
        rows.map((row) => built.collection(id).feature(row, 'ar')),
      )
    }
    expect(patched.columns).toEqual(built.columns)
  })

  it('leaves the one before it as it was', () => {
    const changed = anOffice('fes-shore-a-00-1', { stackOrder: 0, seats: 99 })
    advanced(before, [changeOf(changed)], AFTER)
    expect(before.collection('offices').get('seats')(0)).toBe(40)
    expect(before.collection('offices').feature(0, 'fr').properties.seats).toBe(40)
  })

  it('moves an office on the map when its building moves', () => {
    const moved = {
      ...anOffice('fes-shore-a-00-1', { stackOrder: 0 }),
      geometry: { type: 'Point' as const, coordinates: [-7, 33] },
    }
    const after = advanced(before, [changeOf(moved)], AFTER).collection('offices')
    expect([...(after.positions.search([-7.1, 32.9, -6.9, 33.1]) ?? [])]).toEqual([0])
    expect([...(before.collection('offices').positions.search([-7.1, 32.9, -6.9, 33.1]) ?? [])]).toEqual([])
  })

  it('knows where a building stands once it has moved', () => {
    const record = { ...BUILDING, geometry: { type: 'Point' as const, coordinates: [-7, 33] } }
    const change = { collection: 'buildings' as const, id: BUILDING.id, stored: { record, hash: 7n } }
    expect([...advanced(before, [change], AFTER).columns.buildingLonLat]).toEqual([-7, 33])
    expect([...before.columns.buildingLonLat]).toEqual([-4.98, 34])
  })
})
