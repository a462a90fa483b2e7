import {
  type Block,
  type Building,
  columnsOf,
  evaluate,
  inColumnOrder,
  NO_NEED,
  type OfficeRow,
  prepare,
  type RuleZone,
  type Zone,
} from '@tvl/model'
import type { Feature } from './features.ts'
import { ruleZone } from './zone-index.ts'

/** What of a zone the public sees: seats free on the day, and the largest block of them. */
export interface PublicFigures {
  freeSeats: number
  contiguousSeats: number
}

/** By the rules that every list, map and answer goes by. */
export function publicFigures(
  zone: Feature<Zone>,
  buildings: readonly Feature<Building>[],
  offices: readonly OfficeRow[],
  today: string,
): PublicFigures {
  const { found } = evaluated(zone, buildings, offices, today)
  return { freeSeats: found?.freeSeats ?? 0, contiguousSeats: found?.contiguousSeats ?? 0 }
}

/** Seats of the block that each office is part of today, by id; offices that nobody can have are in none. */
export function blockSeats(
  zone: Feature<Zone>,
  buildings: readonly Feature<Building>[],
  offices: readonly OfficeRow[],
  today: string,
): ReadonlyMap<string, number> {
  const { index, match } = evaluated(zone, buildings, offices, today)
  const ids = inColumnOrder(offices).map(({ id }) => id)
  const seats = new Map<string, number>()
  let run: string[] = []
  let sum = 0
  const close = () => {
    for (const id of run) seats.set(id, sum)
    run = []
    sum = 0
  }
  for (const [row, id] of ids.entries()) {
    if (index.startsRun[row] === 1) close()
    if (match[row] === 1) {
      run.push(id)
      sum += index.columns.seats[row] ?? 0
    } else close()
  }
  close()
  return seats
}

/** The largest block of a building that can be had today; null where nothing can. */
export const largestBlock = (
  zone: Feature<Zone>,
  building: Feature<Building>,
  offices: readonly OfficeRow[],
  today: string,
): Block | null => evaluated(zone, [building], offices, today).found?.block ?? null

function evaluated(
  zone: Feature<Zone>,
  buildings: readonly Feature<Building>[],
  offices: readonly OfficeRow[],
  today: string,
) {
  const site: RuleZone = ruleZone(zone)
  const index = prepare(columnsOf(offices, [...buildings]), [site], [])
  // What nobody has asked for is what can be had today.
  const need = { ...NO_NEED, availableBy: today }
  const evaluation = evaluate(index, need, { today, verdicts: () => new Map() })
  return { index, match: evaluation.officeMatch, found: evaluation.zones[0] }
}
