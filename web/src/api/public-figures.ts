import {
  type Block,
  type Building,
  columnsOf,
  type Evaluation,
  evaluate,
  inColumnOrder,
  type Need,
  type NeedIndex,
  NO_NEED,
  type OfficeRow,
  prepare,
  type Zone,
} from '@tvl/model'
import type { Feature } from './features.ts'
import { ruleZone } from './zone-index.ts'

/** What of a zone the public sees: seats free on a day, and the largest block of them. */
export interface PublicFigures {
  freeSeats: number
  contiguousSeats: number
}

/** A zone laid out for the rules that every list, map and answer goes by. */
export interface LaidOut {
  index: NeedIndex
  /** of the offices, in the order of the index's rows */
  ids: readonly string[]
  today: string
}

/** @throws RangeError for an office that the catalogue would not take */
export function laidOut(
  zone: Feature<Zone>,
  buildings: readonly Feature<Building>[],
  offices: readonly OfficeRow[],
  today: string,
): LaidOut {
  const ids = inColumnOrder(offices).map(({ id }) => id)
  return { index: prepare(columnsOf(offices, [...buildings]), [ruleZone(zone)], []), ids, today }
}

/** What the zone answers to a need. */
export const answered = ({ index, today }: LaidOut, need: Partial<Need>): Evaluation =>
  evaluate(index, { ...NO_NEED, ...need }, { today, verdicts: () => new Map() })

/** `by`: the day by which the offices can be had; null: today. */
export function figuresOf(zone: LaidOut, by: string | null = null): PublicFigures {
  const found = answered(zone, { availableBy: by }).zones[0]
  return { freeSeats: found?.freeSeats ?? 0, contiguousSeats: found?.contiguousSeats ?? 0 }
}

/** The same, today, of a zone that is needed once. */
export const publicFigures = (...zone: Parameters<typeof laidOut>): PublicFigures => figuresOf(laidOut(...zone))

/** Seats of the block that each office is part of on a day, by id; offices that nobody can have by then are in none. */
export function blockSeats(zone: LaidOut, by: string | null = null): ReadonlyMap<string, number> {
  const { officeMatch } = answered(zone, { availableBy: by })
  const seats = new Map<string, number>()
  let run: string[] = []
  let sum = 0
  const close = () => {
    for (const id of run) seats.set(id, sum)
    run = []
    sum = 0
  }
  for (const [row, id] of zone.ids.entries()) {
    if (zone.index.startsRun[row] === 1) close()
    if (officeMatch[row] === 1) {
      run.push(id)
      sum += zone.index.columns.seats[row] ?? 0
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
): Block | null => answered(laidOut(zone, [building], offices, today), {}).zones[0]?.block ?? null
