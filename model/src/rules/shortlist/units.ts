import type { Office } from '../../schema/inventory.ts'
import { availability } from '../availability.ts'
import { centimesOf } from '../columns.ts'
import type { FrozenRecord } from './frozen.ts'

type Unit = FrozenRecord<Office>

export interface UnitMoney {
  rentCentimes: number | null
  serviceChargeCentimes: number | null
}

/** What an office costs a month, in whole centimes. A rent that is not published is not known. */
export function moneyOf({ areaM2, rentMadPerM2Month, serviceChargeMadPerM2Month }: Office): UnitMoney {
  const times = (mad: number | null) => (mad === null ? null : centimesOf(mad) * areaM2)
  return { rentCentimes: times(rentMadPerM2Month), serviceChargeCentimes: times(serviceChargeMadPerM2Month) }
}

/** The sum; null as soon as one part is not known. */
export function sumKnown(parts: readonly (number | null)[]): number | null {
  let sum = 0
  for (const part of parts) {
    if (part === null) return null
    sum += part
  }
  return parts.length === 0 ? null : sum
}

/** Whether the one office follows the other in its building’s declared order. */
const follows = (before: Unit, unit: Unit): boolean =>
  unit.properties.buildingId === before.properties.buildingId &&
  unit.properties.stackOrder === before.properties.stackOrder + 1

/** Runs of neighbours among offices that are in the order of the columns. */
export function runsOf(units: readonly Unit[]): Unit[][] {
  const runs: Unit[][] = []
  let last: Unit | undefined
  for (const unit of units) {
    if (last && follows(last, unit)) runs.at(-1)?.push(unit)
    else runs.push([unit])
    last = unit
  }
  return runs
}

const seatsOf = (units: readonly Unit[]) => units.reduce((sum, { properties }) => sum + properties.seats, 0)
const areaOf = (units: readonly Unit[]) => units.reduce((sum, { properties }) => sum + properties.areaM2, 0)

/** Known cost first and lowest; where it is not known, the fewest seats beyond those asked. */
function costOf(units: readonly Unit[]): readonly [isUnknown: number, cost: number] {
  const monthly = sumKnown(
    units.flatMap(({ properties }) => {
      const { rentCentimes, serviceChargeCentimes } = moneyOf(properties)
      return [rentCentimes, serviceChargeCentimes]
    }),
  )
  return monthly === null ? [1, seatsOf(units)] : [0, monthly]
}

/**
 * Of offices that pass a need, in the order of the columns: the block with at least the asked seats and area that
 * costs least a month; where none is large enough, the one with most seats. The first of equals. Empty: none passes.
 */
export function cheapestBlock(units: readonly Unit[], asked: { seats: number; areaM2: number }): Unit[] {
  const runs = runsOf(units)
  let best: { block: Unit[]; cost: readonly [number, number] } | null = null
  for (const run of runs) {
    for (let from = 0; from < run.length; from++) {
      let to = from + 1
      while (to < run.length && !isEnough(run.slice(from, to), asked)) to++
      const block = run.slice(from, to)
      if (!isEnough(block, asked)) break
      const cost = costOf(block)
      if (!best || cost[0] < best.cost[0] || (cost[0] === best.cost[0] && cost[1] < best.cost[1]))
        best = { block, cost }
    }
  }
  if (best && (asked.seats > 0 || asked.areaM2 > 0)) return best.block
  return runs.reduce<Unit[]>((most, run) => (seatsOf(run) > seatsOf(most) ? run : most), [])
}

const isEnough = (units: readonly Unit[], asked: { seats: number; areaM2: number }): boolean =>
  seatsOf(units) >= asked.seats && areaOf(units) >= asked.areaM2

/** The day from which all units can be had, and the first day on which one is no longer counted; null: not known. */
export function daysOf(units: readonly Unit[]): { availableOn: string | null; countedUntil: string | null } {
  const days = units.map(({ properties }) => availability(properties))
  return {
    availableOn: extreme(
      days.map((one) => one.availableFrom),
      (a, b) => a > b,
    ),
    countedUntil: extreme(
      days.map((one) => one.countedUntil),
      (a, b) => a < b,
    ),
  }
}

function extreme(days: readonly (string | null)[], isBetter: (a: string, b: string) => boolean): string | null {
  let found: string | null = null
  for (const day of days) {
    if (day === null) return null
    if (found === null || isBetter(day, found)) found = day
  }
  return found
}

/** Most seats among neighbours that can all be had on a day, as far as the catalogue counts them on `today`. */
export function contiguousSeatsOn(units: readonly Unit[], day: string, today: string): number {
  const free = units.filter(({ properties }) => {
    const { availableFrom, countedUntil } = availability(properties)
    return availableFrom !== null && availableFrom <= day && countedUntil !== null && countedUntil > today
  })
  return Math.max(0, ...runsOf(free).map(seatsOf))
}

export const totalSeats = seatsOf
export const totalAreaM2 = areaOf
