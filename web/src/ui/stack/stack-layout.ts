import { availability, type Block, type Office } from '@tvl/model'
import type { Feature } from '../../api/features.ts'

/**
 * What a unit is on the day looked at. `free`: can be had by then and counts. `expired`: could be had, but its
 * verification is too old to count. The others cannot be had by then: held, let, under construction, or free only
 * later. `unknown`: no date says when it can be had.
 */
export type UnitState = 'free' | 'expired' | 'held' | 'let' | 'under-construction' | 'later' | 'unknown'

export interface StackUnit {
  id: string
  office: Office
  state: UnitState
  availableFrom: string | null
  /** place along the floor as shares of the building's longest floor, 0 to 1 */
  from: number
  to: number
}

/** A run along a floor, as shares of the longest floor. */
export interface Span {
  from: number
  to: number
}

export interface StackFloor {
  floor: number
  units: readonly StackUnit[]
  /** the part of this floor that lies in the block; edges that it does not share with the floor above or below */
  block: (Span & { above: readonly Span[]; below: readonly Span[] }) | null
}

export function unitState(office: Office, on: string, today: string): UnitState {
  const { availableFrom, countedUntil } = availability(office)
  if (availableFrom === null) return office.status === 'free' ? 'unknown' : office.status
  if (availableFrom > on) return office.status === 'free' ? 'later' : office.status
  return countedUntil !== null && countedUntil > today ? 'free' : 'expired'
}

/** What of a span another one does not cover: nothing, one piece or two. */
export function uncovered(span: Span, by: Span | null): Span[] {
  if (!by || by.to <= span.from || by.from >= span.to) return [span]
  return [
    { from: span.from, to: Math.max(span.from, by.from) },
    { from: Math.min(span.to, by.to), to: span.to },
  ].filter(({ from, to }) => to - from > 1e-9)
}

/**
 * A building's floors from top to bottom; on each its units in the declared order, as long as their area. `block` names
 * the units of the block, if it lies in this building.
 */
export function stackOf(
  offices: readonly Feature<Office>[],
  days: { on: string; today: string },
  block: Pick<Block, 'fromStackOrder' | 'toStackOrder'> | null,
): StackFloor[] {
  const floors = new Map<number, Feature<Office>[]>()
  for (const office of [...offices].sort((a, b) => a.properties.stackOrder - b.properties.stackOrder)) {
    const { floor } = office.properties
    floors.set(floor, [...(floors.get(floor) ?? []), office])
  }
  const areaOf = (units: readonly Feature<Office>[]) => units.reduce((sum, unit) => sum + unit.properties.areaM2, 0)
  const longest = Math.max(1, ...[...floors.values()].map(areaOf))
  const rows = [...floors.entries()]
    .sort(([a], [b]) => b - a)
    .map(([floor, units]) => {
      let area = 0
      const placed = units.map(({ id, properties: office }): StackUnit => {
        const from = area / longest
        area += office.areaM2
        const { availableFrom } = availability(office)
        return { id, office, state: unitState(office, days.on, days.today), availableFrom, from, to: area / longest }
      })
      const inBlock = placed.filter(
        ({ office }) => block && office.stackOrder >= block.fromStackOrder && office.stackOrder <= block.toStackOrder,
      )
      const [first, last] = [inBlock[0], inBlock[inBlock.length - 1]]
      return { floor, units: placed, span: first && last ? { from: first.from, to: last.to } : null }
    })
  return rows.map(({ floor, units, span }, i) => ({
    floor,
    units,
    block: span && {
      ...span,
      above: uncovered(span, rows[i - 1]?.span ?? null),
      below: uncovered(span, rows[i + 1]?.span ?? null),
    },
  }))
}
