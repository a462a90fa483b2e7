import { type Quarter, quarterOf } from '../days.ts'
import { failingOfficeTerms, failingZoneTerms, type NeedContext, type NeedIndex, totalsFor } from './evaluate.ts'
import type { Need } from './need.ts'

export const SUPPLY_QUARTERS = 13

export interface SupplyQuarter extends Pick<Quarter, 'year' | 'quarter'> {
  /** ISO day looked at: the quarter's first day; today for the quarter we are in */
  on: string
  /** zones that answer the need with `availableBy` on that day */
  hits: number
  /** most seats in one block (of the offices that pass the other office-level terms), per zone of the index */
  contiguousSeats: Uint32Array
}

/**
 * The supply in time: the same need asked for the first day of each quarter to come, whatever day it asks for now.
 * Lazy, one quarter a step (about a millisecond for 100,000 offices), so that a page can leave between two.
 */
export function* supplyByQuarter(
  index: NeedIndex,
  need: Need,
  context: NeedContext,
  quarters = SUPPLY_QUARTERS,
): Generator<SupplyQuarter, void, void> {
  const zoneFailing = failingZoneTerms(index, need, context)
  const match = new Uint8Array(index.columns.count)
  for (let offset = 0; offset < quarters; offset++) {
    const { year, quarter, startsOn } = quarterOf(context.today, offset)
    const on = offset === 0 ? context.today : startsOn
    const asked: Need = { ...need, availableBy: on }
    const totals = totalsFor(index, asked, context.today, match)
    let hits = 0
    for (let i = 0; i < index.zones.length; i++)
      if (((zoneFailing[i] as number) | failingOfficeTerms(asked, totals, i)) === 0) hits++
    yield { year, quarter, on, hits, contiguousSeats: totals.contiguousSeats }
  }
}
