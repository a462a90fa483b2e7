import type { FitOut } from '../../schema/inventory.ts'
import { COLUMN_FIT_OUTS, NEVER_DAY, UNKNOWN_MONEY } from '../columns.ts'
import { dayOfIso, isoOfDay } from '../days.ts'
import { type Evaluation, failingOfficeTerms, type NeedContext, type NeedIndex } from './evaluate.ts'
import { emptyTotals, matchOffices, type OfficeTotals, officeTest, zoneTotals } from './evaluate-offices.ts'
import { OFFICE_TERMS, type RuleZone, termsOf, type ZoneTalent } from './evaluate-zones.ts'
import { DEFAULT_VERIFIED_WITHIN_DAYS, type Need } from './need.ts'
import { EFFORT_APART, EFFORT_FIT_OUT, type RelaxedNeed } from './relaxation.ts'
import { relaxZoneTerm } from './relaxations-of-zones.ts'

/** Verifications older than this are never offered, not even as doubtful. */
export const MOST_VERIFIED_WITHIN_DAYS = 180

const DAYS_IN_YEAR = 365

/** The first of the ascending candidates that passes, where passing never stops once it began. */
function firstPassing(candidates: readonly number[], passes: (candidate: number) => boolean): number | null {
  const last = candidates[candidates.length - 1]
  if (last === undefined || !passes(last)) return null
  let [low, high] = [0, candidates.length - 1]
  while (low < high) {
    const middle = (low + high) >> 1
    if (passes(candidates[middle] as number)) high = middle
    else low = middle + 1
  }
  return candidates[low] as number
}

const ascending = (values: Iterable<number>): number[] => [...new Set(values)].sort((a, b) => a - b)

/** Finds relaxations zone after zone; its buffers are made once. */
export class Relaxer {
  readonly #index: NeedIndex
  readonly #context: NeedContext
  readonly #evaluation: Evaluation
  readonly #match: Uint8Array
  readonly #totals: OfficeTotals

  constructor(index: NeedIndex, evaluation: Evaluation, context: NeedContext) {
    this.#index = index
    this.#context = context
    this.#evaluation = evaluation
    this.#match = new Uint8Array(index.columns.count)
    this.#totals = emptyTotals(index.zones.length)
  }

  /**
   * Every change of a single term that makes this zone (its place in the index) a hit, the smallest first, each as
   * tight as it can be: one step less and the zone fails again. Empty for a hit, and where two terms stand in the way.
   */
  relaxationsOf(zone: number): RelaxedNeed[] {
    const failing = this.#evaluation.zones[zone]?.failing ?? 0
    const onOffices = failing & OFFICE_TERMS
    const onZone = failing & ~OFFICE_TERMS
    if (onOffices !== 0 && onZone === 0) return this.#forOffices(zone).sort((a, b) => a.effort - b.effort)
    const terms = termsOf(onZone)
    const [term] = terms
    if (onOffices !== 0 || term === undefined || terms.length > 1) return []
    const { zones, talent } = this.#index
    const { need } = this.#evaluation
    const found = relaxZoneTerm(need, term, zones[zone] as RuleZone, talent[zone] as ZoneTalent, this.#context.verdicts)
    return found.sort((a, b) => a.effort - b.effort)
  }

  #passes(zone: number, need: Need): boolean {
    const { rowFrom, rowTo, columns } = this.#index
    const test = officeTest(need, this.#context.today)
    matchOffices(columns, test, this.#match, rowFrom[zone], rowTo[zone])
    zoneTotals(this.#index, this.#match, 0xff, need.seats ?? 0, need.areaM2 ?? 0, zone, this.#totals)
    return failingOfficeTerms(need, this.#totals, zone) === 0
  }

  #forOffices(zone: number): RelaxedNeed[] {
    return [
      ...this.#smaller(zone),
      ...this.#later(zone),
      ...this.#dearer(zone),
      ...this.#longerSince(zone),
      ...this.#otherFitOuts(zone),
    ]
  }

  #smaller(zone: number): RelaxedNeed[] {
    const { need, totals } = this.#evaluation
    const { seats, areaM2, contiguous } = need
    const freeSeats = totals.freeSeats[zone] as number
    const freeArea = totals.freeAreaM2[zone] as number
    const hasAll = freeSeats >= (seats ?? 0) && freeArea >= (areaM2 ?? 0)
    const found: RelaxedNeed[] = []
    const most = contiguous
      ? { seats: totals.seatsWithArea[zone] as number, area: totals.areaWithSeatsM2[zone] as number }
      : { seats: freeArea >= (areaM2 ?? 0) ? freeSeats : 0, area: freeSeats >= (seats ?? 0) ? freeArea : 0 }
    if (seats !== null && most.seats > 0 && most.seats < seats)
      found.push({
        relaxation: { term: 'seats', from: seats, to: most.seats },
        need: { ...need, seats: most.seats },
        effort: (seats - most.seats) / seats,
      })
    if (areaM2 !== null && most.area > 0 && most.area < areaM2)
      found.push({
        relaxation: { term: 'areaM2', from: areaM2, to: most.area },
        need: { ...need, areaM2: most.area },
        effort: (areaM2 - most.area) / areaM2,
      })
    if (contiguous && hasAll && (seats !== null || areaM2 !== null))
      found.push({
        relaxation: { term: 'contiguous' },
        need: { ...need, contiguous: false },
        effort: EFFORT_APART,
      })
    return found
  }

  #rows(zone: number, column: Int32Array | Uint32Array): Int32Array | Uint32Array {
    return column.subarray(this.#index.rowFrom[zone], this.#index.rowTo[zone])
  }

  #later(zone: number): RelaxedNeed[] {
    const { need, today } = this.#evaluation
    const asked = dayOfIso(need.availableBy ?? today)
    const days = this.#rows(zone, this.#index.columns.availableFromDay)
    const candidates = ascending(days.filter((day) => day > asked && day < NEVER_DAY))
    const day = firstPassing(candidates, (by) => this.#passes(zone, { ...need, availableBy: isoOfDay(by) }))
    if (day === null) return []
    const to = isoOfDay(day)
    return [
      {
        relaxation: { term: 'availableBy', from: need.availableBy, to },
        need: { ...need, availableBy: to },
        effort: (day - asked) / DAYS_IN_YEAR,
      },
    ]
  }

  #dearer(zone: number): RelaxedNeed[] {
    const { need } = this.#evaluation
    const from = need.maxRentMadPerM2Month
    if (from === null) return []
    const rents = this.#rows(zone, this.#index.columns.rentCentimes)
    const candidates = ascending(rents.filter((rent) => rent / 100 > from && rent < UNKNOWN_MONEY))
    const rent = firstPassing(candidates, (most) => this.#passes(zone, { ...need, maxRentMadPerM2Month: most / 100 }))
    if (rent === null) return []
    const to = rent / 100
    return [
      {
        relaxation: { term: 'maxRentMadPerM2Month', from, to },
        need: { ...need, maxRentMadPerM2Month: to },
        effort: (to - from) / Math.max(from, 1),
      },
    ]
  }

  #longerSince(zone: number): RelaxedNeed[] {
    const { need, today } = this.#evaluation
    const from = need.verifiedWithinDays
    const todayDay = dayOfIso(today)
    const verified = this.#rows(zone, this.#index.columns.verifiedDay)
    // At the default the law itself takes over, with its slower clock for leases and sites: a step of its own.
    const candidates = ascending(
      [...Array.from(verified, (day) => todayDay - day + 1), DEFAULT_VERIFIED_WITHIN_DAYS].filter(
        (days) => days > from && days <= MOST_VERIFIED_WITHIN_DAYS,
      ),
    )
    const to = firstPassing(candidates, (days) => this.#passes(zone, { ...need, verifiedWithinDays: days }))
    if (to === null) return []
    return [
      {
        relaxation: { term: 'verifiedWithinDays', from, to, isDoubtful: to > DEFAULT_VERIFIED_WITHIN_DAYS },
        need: { ...need, verifiedWithinDays: to },
        effort: (to - from) / Math.max(from, 1),
      },
    ]
  }

  /** One fit-out more if that is enough (each that is), else all of them. */
  #otherFitOuts(zone: number): RelaxedNeed[] {
    const { need } = this.#evaluation
    if (need.fitOuts.length === 0) return []
    const missing = COLUMN_FIT_OUTS.filter((fitOut) => !need.fitOuts.includes(fitOut))
    const adding = (added: FitOut[]): RelaxedNeed[] => {
      const relaxed: Need = { ...need, fitOuts: [...need.fitOuts, ...added] }
      if (!this.#passes(zone, relaxed)) return []
      return [{ relaxation: { term: 'fitOuts', added }, need: relaxed, effort: EFFORT_FIT_OUT * added.length }]
    }
    const single = missing.flatMap((fitOut) => adding([fitOut]))
    return single.length > 0 || missing.length < 2 ? single : adding(missing)
  }
}
