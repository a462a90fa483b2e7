import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CollectionId } from '../../schema/common.ts'
import { type AlertThreshold, fieldEdits, isMaterial, type Magnitude, withRecords } from './alert.ts'
import type { FreezeCatalogue } from './freeze.ts'
import type { FrozenRecord } from './frozen.ts'

const size = fc.record({
  points: fc.double({ min: 0, max: 100, noNaN: true }),
  costPct: fc.double({ min: 0, max: 1000, noNaN: true }),
  seatsPct: fc.double({ min: 0, max: 1000, noNaN: true }),
  days: fc.nat(3650),
})
const none: Magnitude = { points: 0, costPct: 0, seatsPct: 0, days: 0, hasTurn: false }

describe('what is material', () => {
  it('stays so when the threshold is lowered', () => {
    fc.assert(
      fc.property(size, size, size, fc.boolean(), (magnitude, a, b, hasTurn) => {
        const lower: AlertThreshold = {
          points: Math.min(a.points, b.points),
          costPct: Math.min(a.costPct, b.costPct),
          seatsPct: Math.min(a.seatsPct, b.seatsPct),
          days: Math.min(a.days, b.days),
        }
        if (isMaterial({ ...magnitude, hasTurn }, a)) expect(isMaterial({ ...magnitude, hasTurn }, lower)).toBe(true)
      }),
    )
  })

  it('is what reaches the threshold in one unit, and whatever turned; never what moves nothing', () => {
    const threshold = { points: 1, costPct: 1, seatsPct: 5, days: 7 }
    expect(isMaterial({ ...none, days: 7 }, threshold)).toBe(true)
    expect(isMaterial({ ...none, days: 6, points: 0.99, costPct: 0.99, seatsPct: 4.99 }, threshold)).toBe(false)
    expect(isMaterial({ ...none, hasTurn: true }, threshold)).toBe(true)
    expect(isMaterial(none, { points: 0, costPct: 0, seatsPct: 0, days: 0 })).toBe(false)
  })
})

const record = (id: string, value: number): FrozenRecord<object> => ({ id, geometry: null, properties: { value } })
const catalogue = (values: readonly number[]): FreezeCatalogue => {
  const offices = values.map((value, i) => record(`o${i}`, value)) as unknown as FreezeCatalogue['offices']
  const rest = { zones: [], regions: [], pools: [], buildings: [], incentives: [], sources: [], rates: [] }
  return { kind: 'demo', today: '2026-11-23', ...rest, offices }
}

describe('the catalogue with other records', () => {
  it('is what it was when the changes are taken back', () => {
    const edits = fc.array(fc.record({ at: fc.nat(7), value: fc.option(fc.nat(9), { nil: null }) }), { maxLength: 20 })
    fc.assert(
      fc.property(fc.array(fc.nat(9), { maxLength: 5 }), edits, (values, changes) => {
        const start = catalogue(values)
        let state = start
        const undo: { collection: CollectionId; id: string; record: FrozenRecord<object> | null }[] = []
        for (const { at, value } of changes) {
          const id = `o${at}`
          undo.unshift({ collection: 'offices', id, record: state.offices.find((one) => one.id === id) ?? null })
          state = withRecords(state, [{ collection: 'offices', id, record: value === null ? null : record(id, value) }])
        }
        const byId = ({ offices }: FreezeCatalogue) => [...offices].sort((a, b) => (a.id < b.id ? -1 : 1))
        expect(byId(withRecords(state, undo))).toEqual(byId(start))
      }),
    )
  })
})

it('tells of fields, not of who says so, nor of a geometry that is the same', () => {
  const at = { type: 'Point' as const, coordinates: [1, 2] }
  const of = (properties: object) => ({ id: 'a', geometry: at, properties: { name: 'A-1', ...properties } })
  const edit = { collection: 'offices' as const, id: 'a', before: of({ seats: 1, verifiedOn: '2026-01-01' }) }
  expect(fieldEdits([{ ...edit, after: of({ seats: 2, verifiedOn: '2026-02-01' }) }])).toEqual([
    {
      collection: 'offices',
      id: 'a',
      nameFr: 'A-1',
      nameAr: 'A-1',
      nameEn: 'A-1',
      field: 'seats',
      before: 1,
      after: 2,
    },
  ])
  expect(fieldEdits([{ ...edit, after: null }])).toMatchObject([{ field: '', before: 'A-1', after: null }])
})
