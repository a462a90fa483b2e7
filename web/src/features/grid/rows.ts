import { type Building, type ChangeError, dueOf, type Office, type OfficeFreshness, officeFreshness } from '@tvl/model'
import type { Feature } from '../../api/features.ts'
import type { Draft, UnitEdits } from '../../state/grid-draft.ts'
import { type CellProblem, type CheckContext, problemsOf } from './checks.ts'
import { type Column, TICK } from './columns.ts'
import { changedByOthers, patchOf, withEdits } from './edits.ts'

const NO_EDITS: UnitEdits = {}

/** A unit as the grid shows it: as published, and with what was written. */
export interface UnitRow {
  id: string
  building: Feature<Building>
  published: Office
  /** with everything readable that was written */
  office: Office
  edits: UnitEdits
  /** verified as it is */
  isTicked: boolean
  /** fields that publishing changes */
  changed: readonly string[]
  problems: readonly CellProblem[]
  /** fields that somebody else changed meanwhile */
  conflicts: readonly string[]
  freshness: OfficeFreshness
}

export const GROUPS = ['building', 'status', 'none'] as const
export type Group = (typeof GROUPS)[number]
export const SHOWS = ['all', 'due', 'changed', 'wrong'] as const
export type Show = (typeof SHOWS)[number]

export interface Sort {
  column: Column
  isDescending: boolean
}

export interface View {
  show: Show
  /** part of a unit's name */
  query: string
  group: Group
  /** null: as the building stands, from the top floor down */
  sort: Sort | null
}

/** A line of the grid: the head of a group, or a unit with its place among the units. */
export type Line = { kind: 'group'; key: string; rows: readonly UnitRow[] } | { kind: 'unit'; row: UnitRow; at: number }

/** What the server refused of a cell, for as long as the same stands in it. */
function refused(edits: UnitEdits, errors: readonly ChangeError[]): CellProblem[] {
  return errors.flatMap(({ field, code, value, limit, confirmable }): CellProblem[] => {
    const edit = edits[field]
    if (!edit || edit.value !== value || edit.isMeant) return []
    return [{ field, code, limit, ...(confirmable ? { isAsked: true as const } : {}) }]
  })
}

/** All units, with what was written of each. A unit that nothing was written of has no work done for it. */
export function unitRows(
  buildings: readonly Feature<Building>[],
  offices: ReadonlyMap<string, readonly Feature<Office>[]>,
  draft: Draft,
  context: Omit<CheckContext, 'floors'>,
  errors: readonly ChangeError[] = [],
): UnitRow[] {
  const problems = (id: string, published: Office, edits: UnitEdits, floors: number): CellProblem[] => {
    const own = problemsOf(published, edits, { ...context, floors })
    const others = refused(
      edits,
      errors.filter((error) => error.id === id),
    )
    return [...own, ...others.filter(({ field }) => !own.some((problem) => problem.field === field))]
  }
  return buildings.flatMap((building) =>
    (offices.get(building.id) ?? []).map(({ id, properties: published }): UnitRow => {
      const edits = draft[id] ?? NO_EDITS
      const isEdited = edits !== NO_EDITS
      return {
        id,
        building,
        published,
        edits,
        office: isEdited ? withEdits(published, edits) : published,
        isTicked: TICK in edits,
        changed: isEdited ? Object.keys(patchOf(published, edits)) : [],
        problems: isEdited ? problems(id, published, edits, building.properties.floors) : [],
        conflicts: isEdited ? changedByOthers(published, edits) : [],
        freshness: officeFreshness(published, context.today),
      }
    }),
  )
}

const folded = (text: string) => text.toLowerCase().replace(/[\s._-]/g, '')

function isShown(row: UnitRow, { show, query }: View, today: string): boolean {
  if (query && !folded(row.office.name).includes(folded(query))) return false
  switch (show) {
    case 'all':
      return true
    case 'due':
      return dueOf(row.published, today) !== null
    case 'changed':
      return Object.keys(row.edits).length > 0
    case 'wrong':
      return row.problems.length > 0 || row.conflicts.length > 0
  }
}

const byHeight = (a: UnitRow, b: UnitRow) =>
  b.published.floor - a.published.floor || a.published.stackOrder - b.published.stackOrder

type Key = string | number | null

/**
 * What a column is sorted by: values as published, so that a row does not run away while it is written in. Unknown
 * values come last, whichever way.
 */
function keyOf(column: Column, blocks: ReadonlyMap<string, number>): (row: UnitRow) => Key {
  switch (column) {
    case 'block':
      return ({ id }) => blocks.get(id) ?? null
    case 'tick':
      return ({ isTicked }) => Number(!isTicked)
    case 'date':
      return ({ published: office }) =>
        office.freeFrom ?? office.holdEndsAt ?? office.leaseEndsOn ?? office.deliversOn ?? null
    case 'verified':
      return ({ freshness }) => freshness.age?.days ?? null
    case 'method':
      return ({ freshness }) => freshness.age?.method ?? null
    case 'due':
      return ({ freshness }) => freshness.age?.dueOn ?? null
    default:
      return ({ published }) => published[column]
  }
}

function comparing({ column, isDescending }: Sort, blocks: ReadonlyMap<string, number>) {
  const key = keyOf(column, blocks)
  const sign = isDescending ? -1 : 1
  const names = new Intl.Collator('fr', { numeric: true })
  return (one: UnitRow, other: UnitRow): number => {
    const [a, b] = [key(one), key(other)]
    if (a === null || b === null) return Number(a === null) - Number(b === null) || byHeight(one, other)
    const order = typeof a === 'number' && typeof b === 'number' ? a - b : names.compare(String(a), String(b))
    return sign * order || byHeight(one, other)
  }
}

const groupOf = (row: UnitRow, group: Group): string => (group === 'status' ? row.published.status : row.building.id)

/** The lines of the grid in the order in which they are seen. Groups stand in the order of the buildings, or of states. */
export function linesOf(
  rows: readonly UnitRow[],
  view: View,
  today: string,
  blocks: ReadonlyMap<string, number>,
): Line[] {
  const shown = rows.filter((row) => isShown(row, view, today))
  const order = view.sort ? comparing(view.sort, blocks) : byHeight
  let at = 0
  const units = (list: readonly UnitRow[]): Line[] =>
    [...list].sort(order).map((row) => ({ kind: 'unit', row, at: at++ }))
  if (view.group === 'none') return units(shown)
  const groups = new Map<string, UnitRow[]>()
  for (const row of shown) {
    const key = groupOf(row, view.group)
    const others = groups.get(key)
    if (others) others.push(row)
    else groups.set(key, [row])
  }
  return [...groups].flatMap(([key, list]): Line[] => [{ kind: 'group', key, rows: list }, ...units(list)])
}

export const unitsOf = (lines: readonly Line[]): UnitRow[] =>
  lines.flatMap((line) => (line.kind === 'unit' ? [line.row] : []))
