import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../days.ts'
import { type Need, NO_NEED } from './need.ts'
import { CATALOGUE_OF_NAMES as catalogue } from './parse/catalogue-of-names.ts'
import { parseNeed } from './parse.ts'
import { needSentence } from './sentence.ts'
import {
  canonicalNeed,
  NEED_FIT_OUTS,
  NEED_LANGUAGES,
  NEED_PREMIUMS,
  NEED_STATUSES,
  NEED_TECH_VALLEY,
  NEED_TRADES,
} from './values.ts'

const TODAY = '2026-11-23'
const or = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null, freq: 2 })
const some = <T>(values: readonly T[], most = 3) =>
  fc.subarray([...values], { maxLength: Math.min(most, values.length) })
const ids = (things: readonly { id: string }[]) => some(things.map((thing) => thing.id))
const km = fc.integer({ min: 1, max: 9999 }).map((tenths) => tenths / 10)

/** A region and a province outside it ask for what cannot be; said aloud they would be alternatives (`parseNeed`). */
const possible = (need: Need): Need => ({
  ...need,
  provinces: catalogue.provinces
    .filter(
      ({ id, regionId }) =>
        need.provinces.includes(id) && (need.regions.length === 0 || need.regions.includes(regionId)),
    )
    .map(({ id }) => id),
})

const realisticNeed: fc.Arbitrary<Need> = fc
  .record({
    seats: or(fc.integer({ min: 1, max: 20_000 })),
    contiguous: fc.boolean(),
    areaM2: or(fc.integer({ min: 1, max: 200_000 })),
    availableBy: or(fc.integer({ min: 0, max: 3000 }).map((days) => addDays(TODAY, days))),
    fitOuts: some(NEED_FIT_OUTS),
    maxRentMadPerM2Month: or(fc.integer({ min: 1, max: 200_000 }).map((centimes) => centimes / 100)),
    verifiedWithinDays: fc.constantFrom(1, 2, 7, 30, 99, 100, 120, 240),
    regions: ids(catalogue.regions),
    provinces: ids(catalogue.provinces),
    statuses: some(NEED_STATUSES),
    techValley: some(NEED_TECH_VALLEY),
    operators: ids(catalogue.operators),
    irCaps: some([10, 20, 17.5, null]),
    territorialPremiums: some(NEED_PREMIUMS),
    incentives: ids(catalogue.incentives),
    languages: some(NEED_LANGUAGES).chain((languages) =>
      fc.tuple(
        ...languages.map((language) =>
          fc.record({ language: fc.constant(language), minPct: fc.integer({ min: 0, max: 100 }) }),
        ),
      ),
    ),
    trade: or(fc.constantFrom(...NEED_TRADES)),
    skillsCity: fc.boolean(),
    airportKm: or(km),
    hsrStationKm: or(km),
    railStationKm: or(km),
  })
  .map((need) => canonicalNeed({ ...need, area: null }))

/** Each alone (a short sentence), then all of a random need that fits the parser's limit. */
const fewTerms = fc
  .tuple(realisticNeed, fc.subarray(Object.keys(NO_NEED) as (keyof Need)[], { minLength: 1, maxLength: 5 }))
  .map(
    ([need, terms]): Need =>
      canonicalNeed(possible({ ...NO_NEED, ...Object.fromEntries(terms.map((term) => [term, need[term]])) })),
  )

describe('needSentence', () => {
  it.each(['fr', 'ar', 'en'] as const)('is read back to the same need, with nothing left over: %s', (language) => {
    fc.assert(
      fc.property(fewTerms, (need) => {
        const sentence = needSentence(need, language, catalogue)
        fc.pre(sentence.length <= 500)
        const parsed = parseNeed(sentence, language, { catalogue, today: TODAY })
        expect({ sentence, need: parsed.need, ignored: parsed.ignored }).toEqual({ sentence, need, ignored: [] })
      }),
      { numRuns: 400 },
    )
  })
})
