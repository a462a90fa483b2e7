import fc from 'fast-check'
import { Value } from 'typebox/value'
import { describe, expect, it } from 'vitest'
import { DEMAND_AREAS_M2, DEMAND_KM, DEMAND_RENTS, DEMAND_SEATS, DemandShape } from '../schema/demand.ts'
import { columnsOf } from './columns.ts'
import { addDays } from './days.ts'
import { demandKey, demandShape, needOfShape, weekOf } from './demand.ts'
import { demandCauses, demandIndex } from './demand-cause.ts'
import {
  A_DAY,
  aBuilding,
  anOffice,
  arbitraryCatalogue,
  arbitraryNeed,
  aZone,
  type SmallCatalogue,
} from './need/arbitraries.ts'
import { evaluate, prepare } from './need/evaluate.ts'
import { naiveVerdicts, ruleZones } from './need/naive-hits.ts'
import { type Need, NO_NEED } from './need/need.ts'

const shapeOf = (need: Partial<Need>) => demandShape({ ...NO_NEED, ...need }, A_DAY)

describe('the shape of a search', () => {
  it('has bands instead of figures, and a quarter instead of a day', () => {
    expect(
      shapeOf({
        seats: 310,
        areaM2: 2600,
        availableBy: '2027-08-17',
        maxRentMadPerM2Month: 101.5,
        verifiedWithinDays: 45,
        airportKm: 17,
        languages: [{ language: 'fr', minPct: 33 }],
      }),
    ).toMatchObject({
      seats: 300,
      areaM2: 2500,
      by: '2027-Q3',
      maxRent: 120,
      verifiedWithin: 60,
      airportKm: 25,
      languages: ['fr'],
    })
    expect(shapeOf({ seats: 5, availableBy: '2040-01-01' })?.by).toBe('2029-Q4')
    expect(shapeOf({ seats: 5, availableBy: A_DAY })?.by).toBeNull()
  })

  it('is none where nothing is asked, or only what cannot be told coarsely', () => {
    expect(shapeOf({})).toBeNull()
    expect(shapeOf({ contiguous: false })).toBeNull()
    expect(shapeOf({ airportKm: 400 })).toBeNull()
    const fine: Partial<Need>[] = [
      {
        area: [
          [0, 0],
          [1, 0],
          [1, 1],
          [0, 0],
        ],
      },
      { operators: ['ewane'] },
      { incentives: ['ir-cap'] },
      { provinces: ['MA-FES'] },
      { statuses: ['planned'] },
      { techValley: ['named'] },
      { trade: 'CRM' },
      { irCaps: [15] },
      { verifiedWithinDays: 365 },
    ]
    for (const need of fine) expect(shapeOf({ seats: 300, ...need }), JSON.stringify(need)).toBeNull()
  })

  it('is what the schema allows and nothing else, and asks no more than the need does', () => {
    fc.assert(
      fc.property(arbitraryNeed, (need) => {
        const shape = demandShape(need, A_DAY)
        if (!shape) return
        expect([...Value.Errors(DemandShape, shape)]).toEqual([])
        expect(demandShape(needOfShape(shape), A_DAY)).toEqual(shape)
        expect(demandKey(JSON.parse(demandKey(shape)))).toBe(demandKey(shape))
        const coarse = needOfShape(shape)
        expect(coarse.seats ?? 0).toBeLessThanOrEqual(need.seats ?? 0)
        expect(coarse.maxRentMadPerM2Month ?? 1e9).toBeGreaterThanOrEqual(need.maxRentMadPerM2Month ?? 1e9)
        if (need.availableBy !== null && need.availableBy > A_DAY && need.availableBy < '2029-10-01')
          expect(String(coarse.availableBy) >= need.availableBy).toBe(true)
      }),
    )
  })

  it('knows the bands of the schema', () => {
    const ask = (name: keyof Need, bands: readonly number[], of: keyof DemandShape) =>
      bands.map((band) => shapeOf({ [name]: band })?.[of])
    expect(ask('seats', DEMAND_SEATS, 'seats')).toEqual([...DEMAND_SEATS])
    expect(ask('areaM2', DEMAND_AREAS_M2, 'areaM2')).toEqual([...DEMAND_AREAS_M2])
    expect(ask('airportKm', DEMAND_KM, 'airportKm')).toEqual([...DEMAND_KM])
    expect(ask('maxRentMadPerM2Month', DEMAND_RENTS, 'maxRent')).toEqual([...DEMAND_RENTS])
  })
})

it('a week begins on Monday', () => {
  expect(['2026-11-22', '2026-11-23', '2026-11-29', '2026-11-30'].map(weekOf)).toEqual([
    '2026-11-16',
    '2026-11-23',
    '2026-11-23',
    '2026-11-30',
  ])
})

function causesIn(catalogue: SmallCatalogue, need: Need) {
  const zones = ruleZones(catalogue)
  const columns = columnsOf(catalogue.offices, catalogue.buildings)
  const pools = catalogue.talentPools.map(({ properties }) => properties)
  const context = { today: A_DAY, verdicts: naiveVerdicts(catalogue) }
  const causes = demandCauses(demandIndex(columns, zones, pools, A_DAY), need, context)
  return { causes, zones, columns, pools, context }
}

describe('why a zone did not answer', () => {
  const catalogue = (
    office: Parameters<typeof anOffice>[2] = {},
    zone: Parameters<typeof aZone>[1] = {},
  ): SmallCatalogue => ({
    zones: [aZone('zone', zone)],
    buildings: [aBuilding('b', 'zone')],
    offices: [anOffice('b', 0, office)],
    talentPools: [],
    incentives: [],
  })
  const causeOf = (need: Partial<Need>, ...records: Parameters<typeof catalogue>) =>
    causesIn(catalogue(...records), { ...NO_NEED, ...need }).causes[0]
  const old = addDays(A_DAY, -120)

  it('is the one gap that kept it out', () => {
    expect(causeOf({ seats: 100 })).toBe('shown')
    expect(causeOf({ seats: 101 })).toBe('offer')
    expect(causeOf({ seats: 100 }, { verifiedOn: old })).toBe('verification')
    expect(causeOf({ seats: 100 }, { verifiedOn: null })).toBe('verification')
    expect(causeOf({ seats: 100, verifiedWithinDays: 30 }, { verifiedOn: addDays(A_DAY, -40) })).toBe('verification')
    expect(causeOf({ seats: 100 }, { status: 'let' })).toBe('dates')
    expect(causeOf({ maxRentMadPerM2Month: 80 }, { rentMadPerM2Month: null })).toBe('rentMadPerM2Month')
    expect(causeOf({ maxRentMadPerM2Month: 80 })).toBe('offer')
    expect(causeOf({ airportKm: 25 }, {}, { airportKm: null })).toBe('airportKm')
    expect(causeOf({ irCaps: [10] }, {}, { irCapPct: null })).toBe('irCapPct')
    expect(causeOf({ irCaps: [null] }, {}, { irCapPct: null })).toBe('shown')
    expect(causeOf({ territorialPremiums: ['B'] }, {}, { territorialPremium: null })).toBe('territorialPremium')
  })

  it('is several gaps where none alone was enough, and the offer where even all were not', () => {
    const both = { verifiedOn: old, rentMadPerM2Month: null }
    expect(causeOf({ maxRentMadPerM2Month: 80 }, both)).toBe('incomplete')
    expect(causeOf({ maxRentMadPerM2Month: 80, seats: 200 }, both)).toBe('offer')
    expect(causeOf({ seats: 100, regions: ['MA-99'] }, { verifiedOn: old })).toBe('offer')
  })

  it('is "shown" exactly for the hits, and mending what is blamed makes a hit of the zone', () => {
    fc.assert(
      fc.property(arbitraryCatalogue, arbitraryNeed, (small, asked) => {
        // No shape asks for a day that has passed, and an office confirmed today says nothing of such a day.
        const isPast = asked.availableBy !== null && asked.availableBy < A_DAY
        const need = isPast ? { ...asked, availableBy: null } : asked
        const { causes, zones, columns, pools, context } = causesIn(small, need)
        const hits = evaluate(prepare(columns, zones, pools), need, context).zones.map(({ isHit }) => isHit)
        expect(causes.map((cause) => cause === 'shown')).toEqual(hits)
        const mended: SmallCatalogue = {
          ...small,
          offices: small.offices.map((one) => ({
            ...one,
            properties: { ...one.properties, verifiedOn: A_DAY, verifications: {} },
          })),
        }
        const after = evaluate(prepare(columnsOf(mended.offices, mended.buildings), zones, pools), need, context)
        for (const [zone, cause] of causes.entries()) {
          if (cause === 'verification') expect(after.zones[zone]?.isHit).toBe(true)
          if (cause === 'offer') expect(after.zones[zone]?.isHit).toBe(false)
        }
      }),
    )
  })
})
