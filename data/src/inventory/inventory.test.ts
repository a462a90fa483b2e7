import { addDays, availability, type CatalogueRecord, type CollectionId } from '@tvl/model'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { catalogue } from '../catalogue.ts'
import { loadCollection } from '../facts.ts'
import { illustrativeInventory } from './inventory.ts'
import { type InventorySize, REAL_ZONE_PLANS, SIZE_TOTALS } from './plan.ts'

const TODAY = '2026-11-23'

const only = <C extends CollectionId>(records: readonly CatalogueRecord[], collection: C): CatalogueRecord<C>[] =>
  records.filter((record): record is CatalogueRecord<C> => record.collection === collection)

/** Most seats in one run of neighbouring offices that are available on `day` and still counted `today`, per zone. */
function contiguousSeats(records: readonly CatalogueRecord[], day: string, today: string): Map<string, number> {
  const most = new Map<string, number>()
  let run = 0
  let building = ''
  for (const { properties } of only(records, 'offices')) {
    if (properties.buildingId !== building) run = 0
    building = properties.buildingId
    const { availableFrom, countedUntil } = availability(properties)
    const fits = availableFrom !== null && availableFrom <= day && countedUntil !== null && countedUntil > today
    run = fits ? run + properties.seats : 0
    most.set(properties.zoneId, Math.max(most.get(properties.zoneId) ?? 0, run))
  }
  return most
}

describe('the illustrative inventory', () => {
  it.each(['S', 'L', 'XL'] as const)('has in size %s exactly the zones, buildings and offices it states', (size) => {
    const records = catalogue({ catalogue: 'demo', inventory: size, today: TODAY })
    expect({
      zones: only(records, 'zones').length,
      buildings: only(records, 'buildings').length,
      offices: only(records, 'offices').length,
    }).toEqual(SIZE_TOTALS[size])
  })

  it('furnishes twelve real zones in size S', () => {
    const zones = new Set(
      only(illustrativeInventory({ size: 'S', today: TODAY }), 'buildings').map((b) => b.properties.zoneId),
    )
    expect(zones.size).toBe(12)
  })

  it('is the same for the same size, day and seed, and another for another seed', () => {
    const request = { size: 'S' as InventorySize, today: TODAY, seed: 7 }
    expect(illustrativeInventory(request)).toEqual(illustrativeInventory(request))
    expect(illustrativeInventory(request)).not.toEqual(illustrativeInventory({ ...request, seed: 8 }))
  })

  it('keeps the real zones as they are in S when invented zones are added', () => {
    const real = new Set(REAL_ZONE_PLANS.map(({ zoneId }) => zoneId))
    const officesOf = (size: InventorySize) =>
      only(illustrativeInventory({ size, today: TODAY }), 'offices').filter(({ properties }) =>
        real.has(properties.zoneId),
      )
    expect(officesOf('L')).toEqual(officesOf('S'))
  })

  it('never exceeds the published office area of a real zone, for any seed', () => {
    const zones = new Map(loadCollection('zones').map(({ id, properties }) => [id, properties]))
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const built = new Map<string, number>()
        for (const { properties } of only(illustrativeInventory({ size: 'S', today: TODAY, seed }), 'buildings')) {
          const kind = properties.deliversOn === null ? 'built' : 'announced'
          const key = `${properties.zoneId} ${kind}`
          built.set(key, (built.get(key) ?? 0) + properties.grossLeasableAreaM2)
        }
        for (const [key, area] of built) {
          const [zoneId = '', kind] = key.split(' ')
          const zone = zones.get(zoneId)
          const published = kind === 'built' ? zone?.officeM2Built : zone?.officeM2Announced
          expect(area, key).toBeLessThanOrEqual(published ?? Number.POSITIVE_INFINITY)
        }
      }),
      { numRuns: 40 },
    )
  })

  it('tells the story: four sites with 300 seats in one block before next September, one just short, one expired', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const most = contiguousSeats(illustrativeInventory({ size: 'S', today: TODAY, seed }), '2027-09-01', TODAY)
        const hits = [...most].filter(([, seats]) => seats >= 300).sort(([, a], [, b]) => b - a)
        expect(hits).toEqual([
          ['technopolis-rabat', 640],
          ['fes-shore', 420],
          ['casanearshore', 380],
          ['oujda-shore', 310],
        ])
        expect(most.get('tetouan-shore')).toBe(280)
        expect(most.get('casablanca-finance-city')).toBeLessThan(300)
      }),
      { numRuns: 40 },
    )
    const expired = contiguousSeats(
      illustrativeInventory({ size: 'S', today: TODAY }),
      '2027-09-01',
      addDays(TODAY, -14),
    )
    expect(expired.get('casablanca-finance-city')).toBe(400)
  })

  it('lets supply grow in time: fewer seats today than when leases, holds and works end', () => {
    const records = illustrativeInventory({ size: 'S', today: TODAY })
    expect(contiguousSeats(records, TODAY, TODAY).get('technopolis-rabat')).toBeLessThan(300)
    expect(contiguousSeats(records, '2028-01-01', TODAY).get('casanearshore')).toBeGreaterThan(380)
  })

  it('has every status, and every state of freshness from fresh to expired', () => {
    const offices = only(illustrativeInventory({ size: 'S', today: TODAY }), 'offices').map(
      ({ properties }) => properties,
    )
    expect(new Set(offices.map(({ status }) => status))).toEqual(new Set(['free', 'held', 'let', 'under-construction']))
    for (const [from, to] of [
      [0, 30],
      [30, 60],
      [60, 90],
      [90, 120],
      [120, 151],
    ] as const) {
      const inState = offices.filter(
        ({ verifiedOn }) =>
          verifiedOn !== null && verifiedOn <= addDays(TODAY, -from) && verifiedOn > addDays(TODAY, -to),
      )
      expect(inState.length, `${from} to ${to} days`).toBeGreaterThan(5)
    }
    expect(offices.some(({ verifiedOn }) => verifiedOn === null)).toBe(true)
  })

  it('never verifies in the future, and stacks each building from 0 upwards, floor by floor', () => {
    const offices = only(illustrativeInventory({ size: 'L', today: TODAY }), 'offices')
    let previous = { building: '', order: -1, floor: 0 }
    let misplaced = 0
    for (const { properties } of offices) {
      const first = properties.buildingId !== previous.building
      if (properties.stackOrder !== (first ? 0 : previous.order + 1)) misplaced++
      if (!first && properties.floor < previous.floor) misplaced++
      if (properties.verifiedOn !== null && properties.verifiedOn > TODAY) misplaced++
      if (properties.areaM2 < properties.seats * 5.9 || properties.areaM2 > properties.seats * 10.1) misplaced++
      previous = { building: properties.buildingId, order: properties.stackOrder, floor: properties.floor }
    }
    expect(misplaced).toBe(0)
  })

  it('spreads invented zones over all twelve regions, named as invented in three languages', () => {
    const zones = only(illustrativeInventory({ size: 'L', today: TODAY }), 'zones')
    expect(new Set(zones.map(({ properties }) => properties.regionId)).size).toBe(12)
    for (const { properties } of zones) {
      expect(properties.illustrative).toBe(true)
      expect(properties.nameFr).toMatch(/^Zone illustrative \d{3}$/)
    }
  })

  it('is absent, with its source, from a catalogue of facts', () => {
    const facts = catalogue({ catalogue: 'facts', inventory: 'XL', today: TODAY })
    expect(only(facts, 'buildings')).toEqual([])
    expect(only(facts, 'sources').map(({ id }) => id)).not.toContain('illustrative-inventory')
  })

  it('refuses a day that is not one', () => {
    expect(() => illustrativeInventory({ size: 'S', today: 'tomorrow' })).toThrow(RangeError)
  })
})
