import { describe, expect, it } from 'vitest'
import { aZone } from './arbitraries.ts'
import type { RuleZone, SiteVerdict } from './evaluate-zones.ts'
import { type Need, NO_NEED } from './need.ts'
import { officeFilterCql2, zoneFilterCql2 } from './to-cql2.ts'

const TODAY = '2026-11-23'
const asked = (need: Partial<Need>) => zoneFilterCql2({ ...NO_NEED, ...need }, TODAY)

describe('officeFilterCql2', () => {
  it('says the law of availability even when nothing is asked', () => {
    expect(officeFilterCql2(NO_NEED, TODAY)).toBe(
      "availableFrom <= DATE('2026-11-23') AND countedUntil > DATE('2026-11-23')",
    )
  })

  it('says every office-level term', () => {
    const need: Need = {
      ...NO_NEED,
      availableBy: '2027-09-01',
      fitOuts: ['fitted', 'plug-and-play'],
      maxRentMadPerM2Month: 110.5,
      verifiedWithinDays: 30,
    }
    expect(officeFilterCql2(need, TODAY)).toBe(
      "availableFrom <= DATE('2027-09-01') AND countedUntil > DATE('2026-11-23') AND countedSince > DATE('2026-10-24')" +
        " AND fitOut IN ('fitted','plug-and-play') AND rentMadPerM2Month <= 110.5",
    )
  })

  it('admits the doubtful beside the counted, never instead of them', () => {
    expect(officeFilterCql2({ ...NO_NEED, verifiedWithinDays: 150 }, TODAY)).toContain(
      "AND (countedUntil > DATE('2026-11-23') OR countedSince > DATE('2026-06-26'))",
    )
  })
})

describe('zoneFilterCql2', () => {
  it('is empty when nothing is asked', () => {
    expect(asked({})).toBe('')
  })

  it('says the query of the first journey', () => {
    expect(asked({ seats: 300, availableBy: '2027-09-01', regions: ['MA-03', 'MA-06'], airportKm: 25 })).toBe(
      "contiguousSeats('availableFrom <= DATE(''2027-09-01'') AND countedUntil > DATE(''2026-11-23'')') >= 300" +
        " AND regionId IN ('MA-03','MA-06') AND airportKm <= 25",
    )
  })

  it('asks seats and area of one block, or of the whole zone', () => {
    const both = { seats: 300, areaM2: 3000 }
    expect(asked(both)).toMatch(/^contiguousSeats\('.*'\) >= 300 AND contiguousAreaM2\('.*',300\) >= 3000$/)
    expect(asked({ ...both, contiguous: false })).toMatch(/^freeSeats\('.*'\) >= 300 AND freeAreaM2\('.*'\) >= 3000$/)
    expect(asked({ areaM2: 3000 })).toMatch(/^contiguousAreaM2\('[^,]*'\) >= 3000$/)
  })

  it('wants one office where only offices are asked about', () => {
    expect(asked({ fitOuts: ['shell'] })).toMatch(/^freeSeats\('.*fitOut IN \(''shell''\)'\) >= 1$/)
    expect(asked({ verifiedWithinDays: 150 })).toBe('')
  })

  it('keeps what is not known where the need does, and only there', () => {
    expect(asked({ irCaps: [10, null] })).toBe('(irCapPct IN (10) OR irCapPct IS NULL)')
    expect(asked({ irCaps: [10, 20] })).toBe('irCapPct IN (10,20)')
    expect(asked({ irCaps: [null] })).toBe('irCapPct IS NULL')
    expect(asked({ languages: [{ language: 'fr', minPct: 20 }] })).toBe(
      '(literateFrenchPct >= 20 OR literateFrenchPct IS NULL)',
    )
  })

  it('doubles quotes, so that no value can leave its literal', () => {
    expect(asked({ operators: ["l'opérateur') OR TRUE--"] })).toBe("operatorId IN ('l''opérateur'') OR TRUE--')")
  })

  it('draws the area closed, without exponents', () => {
    expect(
      asked({
        area: [
          [-8, 33],
          [1e-7, 33],
          [-7, 34.5],
        ],
      }),
    ).toBe('S_INTERSECTS(geometry,POLYGON((-8 33,0.000000100 33,-7 34.5,-8 33)))')
    expect(asked({ area: [] })).toBe('FALSE')
  })

  it('names the zones where the project changes what an incentive answers', () => {
    const zones: RuleZone[] = ['fes', 'rabat'].map((id) => ({ id, lon: 0, lat: 0, properties: aZone(id).properties }))
    const verdicts = (zone: RuleZone, { trade }: Need): Map<string, SiteVerdict> =>
      new Map([['grant', trade === null ? 'ask' : trade === 'CRM' && zone.id === 'fes' ? 'yes' : 'no']])
    const filter = (need: Partial<Need>) =>
      zoneFilterCql2({ ...NO_NEED, incentives: ['grant'], ...need }, TODAY, { zones, verdicts })
    expect(filter({})).toBe("A_CONTAINS(incentives,('grant'))")
    expect(filter({ trade: 'CRM' })).toBe("id IN ('fes')")
    expect(filter({ trade: 'ITO' })).toBe('FALSE')
  })
})
