import { COLUMN_FIT_OUTS, type OfficeColumns } from '../columns.ts'
import { type Evaluation, failingOfficeTerms, type NeedContext, type NeedIndex } from './evaluate.ts'
import { matchFitOuts, type OfficeTotals, officeTest, totalsOf } from './evaluate-offices.ts'
import {
  isGranted,
  type NeedTerm,
  OFFICE_TERMS,
  type RuleZone,
  speaks,
  termBit,
  type ZoneTalent,
} from './evaluate-zones.ts'
import { DEFAULT_LANGUAGE_PCT, type Need, type NeedLanguage } from './need.ts'

/** One option of a facet. Counts are of zones. */
export interface FacetOption<T> {
  value: T
  /** hits if this were the facet's only choice and every other term stayed as it is */
  hits: number
  /** zones with this value, whatever is asked */
  total: number
  /** the need asks for it now */
  isChosen: boolean
}

/** Zones that pass every term but seats, by the seats they offer: at least `from`, fewer than `to` (null = no end). */
export interface SeatsBin {
  from: number
  to: number | null
  zones: number
}

export interface Facets {
  regions: FacetOption<string>[]
  provinces: FacetOption<string>[]
  statuses: FacetOption<RuleZone['properties']['status']>[]
  techValley: FacetOption<RuleZone['properties']['techValleyStatus']>[]
  operators: FacetOption<string>[]
  irCaps: FacetOption<number | null>[]
  territorialPremiums: FacetOption<NonNullable<RuleZone['properties']['territorialPremium']>>[]
  fitOuts: FacetOption<(typeof COLUMN_FIT_OUTS)[number]>[]
  incentives: FacetOption<string>[]
  skillsCity: FacetOption<true>[]
  /** at the share asked of that language, or at the default share */
  languages: FacetOption<NeedLanguage>[]
  /** contiguous seats, or all free seats where the need does not ask for one block */
  seats: SeatsBin[]
}

export const SEATS_BIN_EDGES = [0, 1, 50, 100, 200, 300, 500, 1000] as const

const FACET_LANGUAGES: readonly NeedLanguage[] = ['fr', 'en', 'es']

/**
 * Counts by value over the zones: total, and hits among those that fail nothing but this facet's own term. Options
 * come in the order of the zones that first show them.
 */
function countValues<T>(
  evaluation: Evaluation,
  term: NeedTerm,
  chosen: readonly T[],
  valueIn: (zone: RuleZone) => T | null,
  keepNull = false,
): FacetOption<T>[] {
  const otherTerms = ~termBit(term)
  const options = new Map<T | null, FacetOption<T>>()
  for (const { zone, failing } of evaluation.zones) {
    const value = valueIn(zone)
    if (value === null && !keepNull) continue
    let option = options.get(value)
    if (option === undefined) {
      option = { value: value as T, hits: 0, total: 0, isChosen: chosen.includes(value as T) }
      options.set(value, option)
    }
    option.total++
    if ((failing & otherTerms) === 0) option.hits++
  }
  // A choice that no zone has stays visible, so that it can be taken back.
  for (const value of chosen) if (!options.has(value)) options.set(value, { value, hits: 0, total: 0, isChosen: true })
  return [...options.values()]
}

/** Counts of one yes-or-no option. */
function countTest<T>(
  evaluation: Evaluation,
  term: NeedTerm,
  value: T,
  isChosen: boolean,
  holds: (zone: RuleZone, i: number) => boolean,
): FacetOption<T> {
  const otherTerms = ~termBit(term)
  const option: FacetOption<T> = { value, hits: 0, total: 0, isChosen }
  for (const [i, { zone, failing }] of evaluation.zones.entries()) {
    if (!holds(zone, i)) continue
    option.total++
    if ((failing & otherTerms) === 0) option.hits++
  }
  return option
}

function countIncentives(evaluation: Evaluation, context: NeedContext): FacetOption<string>[] {
  const { need, zones } = evaluation
  const answers = zones.map(({ zone }) => context.verdicts(zone, need))
  const ids = new Set(need.incentives)
  for (const verdicts of answers) for (const id of verdicts.keys()) ids.add(id)
  return [...ids].map((id) =>
    countTest(evaluation, 'incentives', id, need.incentives.includes(id), (_, i) => {
      const verdicts = answers[i]
      return verdicts !== undefined && isGranted(verdicts, id)
    }),
  )
}

/** For each fit-out, the zones that have an office of it. Depends on the inventory alone: kept with the columns. */
const zonesByFitOut = new WeakMap<OfficeColumns, { zones: readonly RuleZone[]; totals: number[] }>()

function fitOutTotals({ columns, zones, rowFrom, rowTo }: NeedIndex): number[] {
  const known = zonesByFitOut.get(columns)
  if (known?.zones === zones) return known.totals
  const totals = COLUMN_FIT_OUTS.map(() => 0)
  for (let zone = 0; zone < zones.length; zone++) {
    let seen = 0
    for (let i = rowFrom[zone] as number; i < (rowTo[zone] as number); i++) seen |= 1 << (columns.fitOut[i] as number)
    for (let k = 0; k < totals.length; k++) totals[k] = (totals[k] ?? 0) + ((seen >> k) & 1)
  }
  zonesByFitOut.set(columns, { zones, totals })
  return totals
}

function countFitOuts(index: NeedIndex, evaluation: Evaluation): Facets['fitOuts'] {
  const { need, today, zones } = evaluation
  const byFitOut = new Uint8Array(index.columns.count)
  matchFitOuts(index.columns, officeTest(need, today), byFitOut)
  const totals = fitOutTotals(index)
  return COLUMN_FIT_OUTS.map((value, k) => {
    const alone: Need = { ...need, fitOuts: [value] }
    const offices: OfficeTotals = totalsOf(index, byFitOut, need.seats ?? 0, need.areaM2 ?? 0, 1 << k)
    let hits = 0
    for (const [i, { failing }] of zones.entries())
      if (((failing & ~OFFICE_TERMS) | failingOfficeTerms(alone, offices, i)) === 0) hits++
    return { value, hits, total: totals[k] ?? 0, isChosen: need.fitOuts.includes(value) }
  })
}

function binSeats({ need, zones }: Evaluation): SeatsBin[] {
  const otherTerms = ~(termBit('seats') | termBit('areaM2'))
  const bins = SEATS_BIN_EDGES.map((from, i): SeatsBin => ({ from, to: SEATS_BIN_EDGES[i + 1] ?? null, zones: 0 }))
  for (const zone of zones) {
    if ((zone.failing & otherTerms) !== 0) continue
    const seats = need.contiguous ? zone.contiguousSeats : zone.freeSeats
    const bin = bins.findLast(({ from }) => from <= seats)
    if (bin !== undefined) bin.zones++
  }
  return bins
}

/**
 * How many zones each option would leave, before it is chosen: the option alone in its facet, every other term as it
 * stands. The drawn area, distances, seats, rent and dates are not facets and stay asked throughout.
 */
export function facetsOf(index: NeedIndex, evaluation: Evaluation, context: NeedContext): Facets {
  const { need } = evaluation
  const talentAt = (i: number) => index.talent[i] as ZoneTalent
  return {
    regions: countValues(evaluation, 'regions', need.regions, (zone) => zone.properties.regionId),
    provinces: countValues(evaluation, 'provinces', need.provinces, (zone) => zone.properties.provinceId),
    statuses: countValues(evaluation, 'statuses', need.statuses, (zone) => zone.properties.status),
    techValley: countValues(evaluation, 'techValley', need.techValley, (zone) => zone.properties.techValleyStatus),
    operators: countValues(evaluation, 'operators', need.operators, (zone) => zone.properties.operatorId),
    irCaps: countValues<number | null>(evaluation, 'irCaps', need.irCaps, (zone) => zone.properties.irCapPct, true),
    territorialPremiums: countValues(
      evaluation,
      'territorialPremiums',
      need.territorialPremiums,
      (zone) => zone.properties.territorialPremium,
    ),
    fitOuts: countFitOuts(index, evaluation),
    incentives: countIncentives(evaluation, context),
    skillsCity: [countTest(evaluation, 'skillsCity', true, need.skillsCity, (_, i) => talentAt(i).hasSkillsCity)],
    languages: FACET_LANGUAGES.map((language) => {
      const asked = need.languages.find((term) => term.language === language)
      const term = asked ?? { language, minPct: DEFAULT_LANGUAGE_PCT }
      return countTest(evaluation, 'languages', language, asked !== undefined, (_, i) => speaks(talentAt(i), term))
    }),
    seats: binSeats(evaluation),
  }
}
