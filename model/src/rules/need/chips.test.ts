import { describe, expect, it } from 'vitest'
import { chips } from './chips.ts'
import { type Need, NO_NEED } from './need.ts'

const aNeed = (over: Partial<Need>): Need => ({ ...NO_NEED, ...over })
const FULL = aNeed({
  seats: 300,
  contiguous: false,
  areaM2: 1200,
  availableBy: '2027-09-01',
  fitOuts: ['fitted', 'shell'],
  maxRentMadPerM2Month: 100,
  verifiedWithinDays: 30,
  regions: ['MA-03', 'MA-06'],
  provinces: ['MA-FES'],
  statuses: ['operational'],
  techValley: ['named'],
  operators: ['ewane'],
  irCaps: [10, null],
  territorialPremiums: ['A', 'none'],
  incentives: ['cfc'],
  languages: [{ language: 'fr', minPct: 20 }],
  trade: 'CRM',
  skillsCity: true,
  airportKm: 25,
  hsrStationKm: 10,
  railStationKm: 5,
  area: [
    [0, 0],
    [1, 0],
    [1, 1],
    [0, 0],
  ],
})

describe('chips', () => {
  it('of no need are the law of the catalogue alone, and cannot be taken away', () => {
    expect(chips(NO_NEED)).toEqual([
      { key: 'verifiedWithinDays', term: 'verifiedWithinDays', value: 120, removable: false, without: NO_NEED },
    ])
  })

  it('taken away one after the other leave no need', () => {
    let need = FULL
    let taken = 0
    for (
      let next = chips(need).find((chip) => chip.removable);
      next;
      next = chips(need).find((chip) => chip.removable)
    ) {
      const before = chips(need).filter((chip) => chip.removable).length
      need = next.without
      const after = chips(need).filter((chip) => chip.removable).length
      // With the last of seats and area goes what « contiguous » spoke of: it becomes a chip of its own.
      expect(after).toBe(before - (next.term === 'areaM2' ? 0 : 1))
      taken++
    }
    expect(need).toEqual(NO_NEED)
    expect(taken).toBe(26)
  })

  it('have a key each', () => {
    const keys = chips(FULL).map((chip) => chip.key)
    expect(new Set(keys).size).toBe(keys.length)
  })

  it('speak of contiguity with the seats, and alone only where there is nothing to say it of', () => {
    expect(chips(aNeed({ seats: 300 }))[0]).toMatchObject({ term: 'seats', contiguous: true })
    expect(chips(aNeed({ seats: 300, contiguous: false })).map(({ term }) => term)).toEqual([
      'seats',
      'verifiedWithinDays',
    ])
    expect(chips(aNeed({ contiguous: false }))[0]).toMatchObject({ term: 'contiguous', without: NO_NEED })
  })
})
