import type { Geometry } from './ast.ts'
import { compileCql2 } from './compile.ts'
import type { Cql2Environment, Cql2Function, Cql2Value, Queryable } from './environment.ts'
import { parseCql2Text } from './parse-text.ts'

/** A row of the small collection that the tests of this folder filter. */
export interface Row {
  readonly name?: string | null
  readonly seats?: number | null
  readonly rent?: number | null
  readonly fibre?: boolean | null
  /** ISO date. */
  readonly from?: string | null
  /** ISO date. */
  readonly until?: string | null
  /** RFC 3339 UTC time. */
  readonly seen?: string | null
  readonly tags?: readonly Cql2Value[] | null
  readonly geometry?: Geometry | null
}

const QUERYABLES = new Map<string, Queryable>([
  ['name', { type: 'string' }],
  ['seats', { type: 'integer' }],
  ['rent', { type: 'number' }],
  ['fibre', { type: 'boolean' }],
  ['from', { type: 'date' }],
  ['until', { type: 'date' }],
  ['seen', { type: 'timestamp' }],
  ['tags', { type: 'array' }],
  ['geometry', { type: 'geometry' }],
])

/** An environment over rows; with `points`, the geometry is also there as two columns. */
export function overRows(
  rows: readonly Row[],
  options: { points?: boolean; functions?: Readonly<Record<string, Cql2Function>> } = {},
): Cql2Environment {
  const coordinate = (axis: number) => (row: number) => {
    const geometry = rows[row]?.geometry
    return geometry?.type === 'Point' ? (geometry.coordinates[axis] ?? Number.NaN) : Number.NaN
  }
  const points = { lon: coordinate(0), lat: coordinate(1) }
  return {
    queryables: options.points ? new Map([...QUERYABLES, ['geometry', { type: 'geometry', points }]]) : QUERYABLES,
    functions: options.functions ?? {},
    get: (name) => (row) => rows[row]?.[name as keyof Row],
  }
}

/** Does the one row pass the filter? */
export function passes(filter: string, row: Row): boolean {
  return compileCql2(parseCql2Text(filter), overRows([row]))(0)
}
