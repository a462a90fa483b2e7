import type { Office } from '@tvl/model'
import { describe, expect, it } from 'vitest'
import type { Feature } from '../../api/features.ts'
import { stackOf, uncovered, unitState } from './stack-layout.ts'

const TODAY = '2026-11-23'

const anOffice = (over: Partial<Office> = {}): Office => ({
  name: 'A',
  zoneId: 'z',
  buildingId: 'b',
  floor: 0,
  stackOrder: 0,
  areaM2: 100,
  seats: 10,
  fitOut: 'fitted',
  rentMadPerM2Month: null,
  serviceChargeMadPerM2Month: null,
  status: 'free',
  leaseEndsOn: null,
  holdEndsAt: null,
  deliversOn: null,
  freeFrom: null,
  verifiedOn: '2026-11-01',
  verifiedBy: null,
  verificationMethod: null,
  provenance: {},
  ...over,
})
const placed = (...offices: Partial<Office>[]): Feature<Office>[] =>
  offices.map((over, stackOrder) => ({
    type: 'Feature',
    id: String(stackOrder),
    geometry: null,
    properties: anOffice({ stackOrder, ...over }),
  }))

describe('the state of a unit', () => {
  const state = (over: Partial<Office>, on = TODAY) => unitState(anOffice(over), on, TODAY)

  it('is free from the day after a lease, a hold or on delivery, and not a day before', () => {
    const lease: Partial<Office> = { status: 'let', leaseEndsOn: '2027-02-28' }
    expect([state(lease, '2027-02-28'), state(lease, '2027-03-01')]).toEqual(['let', 'free'])
    const hold: Partial<Office> = { status: 'held', holdEndsAt: '2027-02-28T17:00Z' }
    expect([state(hold, '2027-02-28'), state(hold, '2027-03-01')]).toEqual(['held', 'free'])
    const works: Partial<Office> = { status: 'under-construction', deliversOn: '2027-03-01' }
    expect([state(works, '2027-02-28'), state(works, '2027-03-01')]).toEqual(['under-construction', 'free'])
    expect(state({ freeFrom: '2027-03-01' })).toBe('later')
  })

  it('is not counted from 120 days after its verification, nor when it was never verified', () => {
    expect(state({ verifiedOn: '2026-07-27' })).toBe('free')
    expect(state({ verifiedOn: '2026-07-26' })).toBe('expired')
    expect(state({ verifiedOn: null })).toBe('unknown')
    expect(state({ verifiedOn: null, freeFrom: TODAY })).toBe('expired')
  })

  it('stays what it is when no date says when it ends', () => {
    expect(state({ status: 'let' }, '2040-01-01')).toBe('let')
    expect(state({ status: 'held' }, '2040-01-01')).toBe('held')
  })
})

describe('a stack', () => {
  const days = { on: TODAY, today: TODAY }
  const offices = placed(
    { floor: 0, areaM2: 300 },
    { floor: 0, areaM2: 100 },
    { floor: 1, areaM2: 100 },
    { floor: 1, areaM2: 100 },
  )

  it('has its floors from top to bottom and its units in the declared order, as long as their area', () => {
    const floors = stackOf([...offices].reverse(), days, null)
    expect(floors.map(({ floor, units }) => [floor, units.map(({ id, from, to }) => [id, from, to])])).toEqual([
      [
        1,
        [
          ['2', 0, 0.25],
          ['3', 0.25, 0.5],
        ],
      ],
      [
        0,
        [
          ['0', 0, 0.75],
          ['1', 0.75, 1],
        ],
      ],
    ])
  })

  it('draws no edge between floors where the block goes on', () => {
    const [upper, lower] = stackOf(offices, days, { fromStackOrder: 0, toStackOrder: 2 })
    expect(upper?.block).toEqual({ from: 0, to: 0.25, above: [{ from: 0, to: 0.25 }], below: [] })
    expect(lower?.block).toEqual({ from: 0, to: 1, above: [{ from: 0.25, to: 1 }], below: [{ from: 0, to: 1 }] })
  })

  it('outlines nothing where the block lies in another building', () => {
    expect(stackOf(offices, days, null).every(({ block }) => block === null)).toBe(true)
  })
})

describe('what a span leaves uncovered', () => {
  const span = { from: 0.2, to: 0.8 }
  it.each([
    [null, [span]],
    [{ from: 0, to: 1 }, []],
    [{ from: 0.8, to: 1 }, [span]],
    [
      { from: 0.4, to: 0.5 },
      [
        { from: 0.2, to: 0.4 },
        { from: 0.5, to: 0.8 },
      ],
    ],
  ])('by %j', (by, left) => {
    expect(uncovered(span, by)).toEqual(left)
  })
})
