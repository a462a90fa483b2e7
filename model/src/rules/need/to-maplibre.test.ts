import { type FilterSpecification, featureFilter, validateStyleMin } from '@maplibre/maplibre-gl-style-spec'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BEFORE_ALL_DAYS, columnsOf, inColumnOrder, NEVER_DAY, UNKNOWN_MONEY } from '../columns.ts'
import {
  A_DAY,
  arbitraryCatalogue,
  arbitraryNeed,
  arbitraryNeedWith,
  aTalentPool,
  aZone,
  type SmallCatalogue,
} from './arbitraries.ts'
import { evaluate } from './evaluate.ts'
import { type Need, NO_NEED, type Ring } from './need.ts'
import { stand } from './stand.ts'
import { hitsFilter, type MapFilter, officesFilter, zonesFilter } from './to-maplibre.ts'

const EXTENT = 8192
const TILE = { z: 0, x: 0, y: 0 }

/** A point as the map has it within tile 0/0/0: the filter's geometry. */
function tilePoint(lon: number, lat: number) {
  const sin = Math.sin((lat * Math.PI) / 180)
  const x = (lon + 180) / 360
  const y = 0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI)
  return [[{ x: Math.round(x * EXTENT), y: Math.round(y * EXTENT) }]]
}

function keeps(filter: MapFilter) {
  const compiled = featureFilter(filter as FilterSpecification, 'layers[0].filter')
  return (properties: Record<string, unknown>, lon = 0, lat = 0): boolean => {
    const feature = { type: 1 as const, properties, geometry: tilePoint(lon, lat) }
    return compiled.filter({ zoom: 0 }, feature as never, TILE as never)
  }
}

const validity = (filter: MapFilter) =>
  validateStyleMin({
    version: 8,
    sources: { s: { type: 'vector', tiles: ['https://localhost/{z}/{x}/{y}'] } },
    layers: [
      { id: 'l', type: 'circle', source: 's', 'source-layer': 'offices', filter: filter as FilterSpecification },
    ],
  })

/** Whole-degree boxes moved by half a degree: no zone lies near an edge, where the map's grid is too coarse to tell. */
const box: fc.Arbitrary<Ring> = fc
  .tuple(fc.integer({ min: -11, max: -6 }), fc.integer({ min: 29, max: 34 }), fc.integer({ min: 1, max: 6 }))
  .map(([west, south, size]): Ring => {
    const [w, s, e, n] = [west + 0.5, south + 0.5, west + 0.5 + size, south + 0.5 + size]
    return [
      [w, s],
      [e, s],
      [e, n],
      [w, n],
      [w, s],
    ]
  })

describe('the filter of zones', () => {
  it('keeps exactly the hits', () => {
    fc.assert(
      fc.property(arbitraryCatalogue, arbitraryNeedWith(fc.option(box, { nil: null })), (catalogue, need) => {
        const { index, context } = stand(catalogue)
        const evaluation = evaluate(index, need, context)
        const [bySense, byId] = [keeps(zonesFilter(evaluation)), keeps(hitsFilter(evaluation))]
        for (const { zone, isHit } of evaluation.zones) {
          const properties = { id: zone.id, ...zone.properties }
          expect(bySense(properties, zone.lon, zone.lat)).toBe(isHit)
          expect(byId(properties, zone.lon, zone.lat)).toBe(isHit)
        }
      }),
      { numRuns: 200 },
    )
  })

  it('holds to each term that only the evaluation can settle', () => {
    const catalogue: SmallCatalogue = {
      zones: [aZone('zone')],
      buildings: [],
      offices: [],
      talentPools: [aTalentPool('talent', { regionId: 'MA-03', literateFrenchPct: 1 })],
      incentives: [],
    }
    const { index, context } = stand(catalogue)
    const terms: Partial<Need>[] = [
      { seats: 1 },
      { areaM2: 1 },
      { availableBy: A_DAY },
      { fitOuts: ['shell'] },
      { maxRentMadPerM2Month: 1 },
      { verifiedWithinDays: 119 },
      { incentives: ['grant'] },
      { languages: [{ language: 'fr', minPct: 2 }] },
      { skillsCity: true },
    ]
    for (const term of terms) {
      const filter = zonesFilter(evaluate(index, { ...NO_NEED, ...term }, context))
      expect(keeps(filter)({ id: 'zone' }), JSON.stringify(term)).toBe(false)
    }
    expect(keeps(zonesFilter(evaluate(index, NO_NEED, context)))({ id: 'zone' })).toBe(true)
  })

  it('is a valid style whatever is asked', () => {
    fc.assert(
      fc.property(arbitraryCatalogue, arbitraryNeed, (catalogue, need) => {
        const { index, context } = stand(catalogue)
        expect(validity(zonesFilter(evaluate(index, need, context)))).toEqual([])
      }),
      { numRuns: 30 },
    )
  })
})

describe('the filter of offices', () => {
  it('keeps exactly the offices that pass, with fit-outs by name or by number and unknowns left out', () => {
    fc.assert(
      fc.property(arbitraryCatalogue, arbitraryNeed, fc.boolean(), (catalogue, need, isNumbered) => {
        const { index, context } = stand(catalogue)
        const { officeMatch } = evaluate(index, need, context)
        const columns = columnsOf(catalogue.offices, catalogue.buildings)
        const keepsOffice = keeps(officesFilter(need, A_DAY))
        for (const [i, { properties }] of inColumnOrder(catalogue.offices).entries()) {
          const tile = Object.entries({
            availableFromDay: columns.availableFromDay[i],
            countedUntilDay: columns.countedUntilDay[i],
            verifiedDay: columns.verifiedDay[i],
            rentCentimes: columns.rentCentimes[i],
            fitOut: isNumbered ? columns.fitOut[i] : properties.fitOut,
          }).filter(([, value]) => ![NEVER_DAY, BEFORE_ALL_DAYS, UNKNOWN_MONEY].includes(value as number))
          expect(keepsOffice(Object.fromEntries(tile))).toBe(officeMatch[i] === 1)
        }
      }),
      { numRuns: 100 },
    )
  })

  it('keeps those of the given zones alone', () => {
    const filter = officesFilter(NO_NEED, A_DAY, ['fes-shore'])
    const office = { availableFromDay: 0, countedUntilDay: 40_000, verifiedDay: 20_000, rentCentimes: 1, fitOut: 1 }
    expect(keeps(filter)({ ...office, zoneId: 'fes-shore' })).toBe(true)
    expect(keeps(filter)({ ...office, zoneId: 'technopolis' })).toBe(false)
    expect(validity(filter)).toEqual([])
  })
})
