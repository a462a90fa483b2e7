import type { Geometry } from './ast.ts'

/** Types that a property can have, and a function take or give. An array's items are strings, numbers or booleans. */
export type Cql2Type = 'string' | 'number' | 'integer' | 'boolean' | 'date' | 'timestamp' | 'geometry' | 'array'

/**
 * What an accessor or function gives for a row; null and undefined (and NaN) are SQL's NULL.
 * A date is a count of days since 1970-01-01 or an ISO date; a timestamp, milliseconds since 1970-01-01T00:00:00Z or an
 * RFC 3339 UTC time; a geometry, a valid GeoJSON geometry in CRS84 (the same object each time, so that it is prepared
 * once).
 */
export type Cql2Value = string | number | boolean | Geometry | readonly unknown[] | null | undefined

export type Accessor = (row: number) => Cql2Value

export interface Queryable {
  readonly type: Cql2Type
  /**
   * For a geometry property that holds points only: its columns, NaN where there is none. Filters with a fixed
   * geometry then read the two numbers and make no objects.
   */
  readonly points?: { readonly lon: (row: number) => number; readonly lat: (row: number) => number }
}

export interface CompiledArgument {
  /** True if the value is the same for every row: then `evaluate(0)` gives it at once. */
  readonly isConstant: boolean
  readonly evaluate: Accessor
}

export interface Cql2Function {
  readonly args: readonly Cql2Type[]
  readonly returns: Cql2Type
  /** Called once for each use in a filter. May throw a Cql2Error, for an argument that can't be used. */
  compile(args: readonly CompiledArgument[]): Accessor
}

/** What a filter is checked against. */
export interface Cql2Schema {
  readonly queryables: ReadonlyMap<string, Queryable>
  readonly functions?: Readonly<Record<string, Cql2Function>>
}

/** What a filter is compiled with: the rows of one collection. */
export interface Cql2Environment extends Cql2Schema {
  /** The accessor of a queryable; asked once for each use in a filter. */
  get(name: string): Accessor
  /** How many rows the filter will be asked about, so that one that would take seconds is refused. */
  readonly rowCount?: number
}
