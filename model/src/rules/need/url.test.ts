import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../days.ts'
import { type Need, NO_NEED, type Ring } from './need.ts'
import { CATALOGUE_OF_NAMES as catalogue } from './parse/catalogue-of-names.ts'
import { decodeRing, encodeRing } from './ring-codec.ts'
import { isSimpleRing } from './simple-ring.ts'
import { NEED_PARAM_NAMES, needFromParams, needToParams } from './url.ts'
import {
  canonicalNeed,
  NEED_FIT_OUTS,
  NEED_LANGUAGES,
  NEED_PREMIUMS,
  NEED_STATUSES,
  NEED_TECH_VALLEY,
  NEED_TRADES,
} from './values.ts'

const or = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null })
const some = <T>(values: readonly T[]) => fc.shuffledSubarray([...values])
const ids = (things: readonly { id: string }[]) => some(things.map((thing) => thing.id))
const tenths = (max: number) => fc.integer({ min: 0, max: max * 10 }).map((value) => value / 10)
const degrees = (limit: number) =>
  fc.integer({ min: -limit * 10_000, max: limit * 10_000 }).map((step) => step / 10_000)

const ring: fc.Arbitrary<Ring> = fc
  .uniqueArray(fc.tuple(degrees(180), degrees(90)), { minLength: 3, maxLength: 40, selector: String })
  .map((corners): Ring => {
    // Taken in the order of their bearings, so that most rings enclose one area.
    const bearing = ([lon, lat]: readonly [number, number]) => Math.atan2(lat - 0.005, lon - 0.005)
    const around = [...corners].sort((a, b) => bearing(a) - bearing(b))
    return [...around, ...around.slice(0, 1)]
  })
  .filter(isSimpleRing)

const need: fc.Arbitrary<Need> = fc.record({
  seats: or(fc.integer({ min: 1, max: 100_000 })),
  contiguous: fc.boolean(),
  areaM2: or(fc.integer({ min: 1, max: 1_000_000 })),
  availableBy: or(fc.integer({ min: -20_000, max: 40_000 }).map((days) => addDays('2026-11-23', days))),
  fitOuts: some(NEED_FIT_OUTS),
  maxRentMadPerM2Month: or(tenths(2000)),
  verifiedWithinDays: fc.integer({ min: 1, max: 3650 }),
  regions: ids(catalogue.regions),
  provinces: ids(catalogue.provinces),
  statuses: some(NEED_STATUSES),
  techValley: some(NEED_TECH_VALLEY),
  operators: ids(catalogue.operators),
  irCaps: some([10, 17.5, 20, null]),
  territorialPremiums: some(NEED_PREMIUMS),
  incentives: ids(catalogue.incentives),
  languages: some(NEED_LANGUAGES).chain((languages) =>
    fc.tuple(...languages.map((language) => fc.record({ language: fc.constant(language), minPct: fc.nat(100) }))),
  ),
  trade: or(fc.constantFrom(...NEED_TRADES)),
  skillsCity: fc.boolean(),
  airportKm: or(tenths(500)),
  hsrStationKm: or(tenths(500)),
  railStationKm: or(tenths(500)),
  area: or(ring),
})

const written = (pairs: readonly (readonly [string, string])[]) =>
  pairs.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&')
const read = (query: string) => {
  const pairs = query
    .split('&')
    .filter(Boolean)
    .map((pair): [string, string] => {
      const at = pair.indexOf('=')
      return [pair.slice(0, at), decodeURIComponent(pair.slice(at + 1))]
    })
  return needFromParams(pairs, catalogue)
}

describe('a need in an address', () => {
  it('comes back the same, through a real query string', () => {
    fc.assert(
      fc.property(need, (asked) => {
        expect(read(written(needToParams(asked)))).toEqual({ need: canonicalNeed(asked), dropped: [] })
      }),
    )
  })

  it('is one and the same for needs that ask the same', () => {
    fc.assert(
      fc.property(need, (asked) => {
        const reversed = { ...asked, regions: [...asked.regions].reverse(), fitOuts: [...asked.fitOuts].reverse() }
        expect(needToParams(reversed)).toEqual(needToParams(asked))
      }),
    )
  })

  it('leaves out what is not asked', () => {
    expect(needToParams(NO_NEED)).toEqual([])
    const asked: Need = {
      ...NO_NEED,
      seats: 300,
      availableBy: '2027-09-01',
      languages: [{ language: 'fr', minPct: 20 }],
    }
    expect(written(needToParams(asked))).toBe('seats=300&by=2027-09-01&speaks=fr')
  })

  it.each([
    ['seats=0', 'seats', 'out-of-range'],
    ['seats=-3', 'seats', 'malformed'],
    ['seats=1e3', 'seats', 'malformed'],
    ['seats=1.5', 'seats', 'malformed'],
    ['seats=999999999', 'seats', 'out-of-range'],
    ['by=2027-02-29', 'by', 'malformed'],
    ['spread=0', 'spread', 'malformed'],
    ['fit=castle', 'fit', 'unknown'],
    ['region=MA-99', 'region', 'unknown'],
    ['region=Fes', 'region', 'malformed'],
    ['operator=nobody', 'operator', 'unknown'],
    ['ir=101', 'ir', 'out-of-range'],
    ['speaks=tlh', 'speaks', 'unknown'],
    ['speaks=fr.101', 'speaks', 'out-of-range'],
    ['trade=XYZ', 'trade', 'unknown'],
    ['area=1A', 'area', 'malformed'],
    ['area=2AAAA', 'area', 'malformed'],
  ])('drops %s and says why', (query, key, reason) => {
    const { need: asked, dropped } = read(query)
    expect(asked).toEqual(NO_NEED)
    expect(dropped).toMatchObject([{ key, reason }])
  })

  it('keeps the sound items of a list and the first of a repeated name', () => {
    const { need: asked, dropped } = read('region=MA-03,MA-99&seats=300&seats=200&page=2')
    expect(asked).toEqual({ ...NO_NEED, regions: ['MA-03'], seats: 300 })
    expect(dropped).toEqual([
      { key: 'region', value: 'MA-99', reason: 'unknown' },
      { key: 'seats', value: '200', reason: 'repeated' },
    ])
  })

  it('keeps ids it cannot check when no catalogue is given', () => {
    expect(needFromParams([['operator', 'nobody']]).need.operators).toEqual(['nobody'])
  })

  it('never throws and never gives a need it could not write', () => {
    const name = fc.constantFrom(...NEED_PARAM_NAMES)
    const value = fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[A-Za-z0-9,._-]{0,40}$/))
    fc.assert(
      fc.property(fc.array(fc.tuple(name, value)), (pairs) => {
        const { need: asked } = needFromParams(pairs, catalogue)
        expect(needFromParams(needToParams(asked), catalogue)).toEqual({ need: asked, dropped: [] })
      }),
    )
  })
})

describe('an encoded ring', () => {
  it('rounds to four decimals, about 11 m', () => {
    const drawn: Ring = [
      [-7.640_04, 33.527],
      [-5, 34],
      [-6, 32],
      [-7.640_04, 33.527],
    ]
    expect(decodeRing(encodeRing(drawn))?.[0]).toEqual([-7.64, 33.527])
  })
  it('needs three places: a line is no area', () => {
    expect(
      decodeRing(
        encodeRing([
          [0, 0],
          [1, 1],
          [0, 0],
          [0, 0],
        ]),
      ),
    ).toBeNull()
  })
  it('lies on Earth', () => {
    expect(
      decodeRing(
        encodeRing([
          [0, 0],
          [180, 1],
          [0, 90],
          [0, 0],
        ]),
      ),
    ).not.toBeNull()
    expect(
      decodeRing(
        encodeRing([
          [0, 0],
          [180.1, 1],
          [0, 90],
          [0, 0],
        ]),
      ),
    ).toBeNull()
    expect(
      decodeRing(
        encodeRing([
          [0, 0],
          [180, 1],
          [0, 90.1],
          [0, 0],
        ]),
      ),
    ).toBeNull()
  })
  it('is short: at most 10 characters a corner for an area drawn in one region', () => {
    const corners = Array.from({ length: 100 }, (_, i): [number, number] => [
      -7 + 0.5 * Math.cos(i / 16),
      33 + 0.5 * Math.sin(i / 16),
    ])
    const first = corners[0]
    if (!first) throw new Error('no corner')
    expect(encodeRing([...corners, first]).length).toBeLessThan(1000)
  })
})
