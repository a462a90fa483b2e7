import { Cql2Error, type Origin } from './errors.ts'

export type Position = readonly number[]

/** GeoJSON geometries (RFC 7946); coordinates are longitude, latitude and optionally height. */
export type SimpleGeometry =
  | { readonly type: 'Point'; readonly coordinates: Position }
  | { readonly type: 'MultiPoint' | 'LineString'; readonly coordinates: readonly Position[] }
  | { readonly type: 'MultiLineString' | 'Polygon'; readonly coordinates: readonly (readonly Position[])[] }
  | { readonly type: 'MultiPolygon'; readonly coordinates: readonly (readonly (readonly Position[])[])[] }
export type Geometry =
  | SimpleGeometry
  | { readonly type: 'GeometryCollection'; readonly geometries: readonly SimpleGeometry[] }

export type DateLiteral = { readonly type: 'date'; readonly value: string }
export type TimestampLiteral = { readonly type: 'timestamp'; readonly value: string }
export type StringLiteral = { readonly type: 'string'; readonly value: string }
export type PropertyRef = { readonly type: 'property'; readonly name: string }
/** Operators and functions alike, named as CQL2 JSON names them. */
export type Call = { readonly type: 'call'; readonly op: string; readonly args: readonly Expr[] }
export type ArrayExpr = { readonly type: 'array'; readonly items: readonly Expr[] }
export type BboxLiteral = { readonly type: 'bbox'; readonly value: readonly number[] }
export type GeometryLiteral = { readonly type: 'geometry'; readonly value: Geometry }
export type IntervalBound = DateLiteral | TimestampLiteral | { readonly type: 'unbounded' } | PropertyRef | Call
export type Interval = { readonly type: 'interval'; readonly start: IntervalBound; readonly end: IntervalBound }

/** The one tree that CQL2 text and CQL2 JSON both parse to. */
export type Expr =
  | { readonly type: 'boolean'; readonly value: boolean }
  | { readonly type: 'number'; readonly value: number }
  | StringLiteral
  | DateLiteral
  | TimestampLiteral
  | Interval
  | GeometryLiteral
  | BboxLiteral
  | ArrayExpr
  | PropertyRef
  | Call

/** What a filter may cost before it is refused. Depth counts levels of the tree; terms, its predicates and list items. */
export const CQL2_LIMITS = { length: 65_536, depth: 64, nesting: 200, terms: 2_000, vertices: 10_000 } as const

export const COMPARISONS = ['=', '<>', '<', '>', '<=', '>='] as const
export type Comparison = (typeof COMPARISONS)[number]
export const SPATIAL = [
  's_intersects',
  's_equals',
  's_disjoint',
  's_touches',
  's_within',
  's_overlaps',
  's_crosses',
  's_contains',
] as const
export type SpatialOp = (typeof SPATIAL)[number]
/** Temporal functions that take instants and intervals … */
export const TEMPORAL_ANY = ['t_after', 't_before', 't_disjoint', 't_equals', 't_intersects'] as const
/** … and those that are defined between intervals only. */
export const TEMPORAL_INTERVAL = [
  't_contains',
  't_during',
  't_finishedBy',
  't_finishes',
  't_meets',
  't_metBy',
  't_overlappedBy',
  't_overlaps',
  't_startedBy',
  't_starts',
] as const
export type TemporalOp = (typeof TEMPORAL_ANY)[number] | (typeof TEMPORAL_INTERVAL)[number]
export const ARRAY = ['a_equals', 'a_contains', 'a_containedBy', 'a_overlaps'] as const
export type ArrayOp = (typeof ARRAY)[number]
export const ARITHMETIC = ['+', '-', '*', '/', '%', 'div', '^'] as const
export type ArithmeticOp = (typeof ARITHMETIC)[number]

const two = [2, 2] as const
const ARITY = new Map<string, readonly [number, number]>([
  ['and', [2, Number.POSITIVE_INFINITY]],
  ['or', [2, Number.POSITIVE_INFINITY]],
  ['not', [1, 1]],
  ['like', two],
  ['between', [3, 3]],
  ['in', two],
  ['isNull', [1, 1]],
  ['casei', [1, 1]],
  ['accenti', [1, 1]],
  ...[...COMPARISONS, ...SPATIAL, ...TEMPORAL_ANY, ...TEMPORAL_INTERVAL, ...ARRAY, ...ARITHMETIC].map(
    (op) => [op, two] as const,
  ),
])

/** Names that the language itself gives meaning to; no other function can have them. */
export const isBuiltIn = (op: string): boolean => ARITY.has(op)

/** Functions of the language that are written `NAME(…)` in text, by their name in lower case. */
export const CALLABLE = new Map<string, string>(
  ['casei', 'accenti', ...SPATIAL, ...TEMPORAL_ANY, ...TEMPORAL_INTERVAL, ...ARRAY].map((op) => [op.toLowerCase(), op]),
)

const isOneOf = <T extends string>(list: readonly T[]) => {
  const set = new Set<string>(list)
  return (op: string): op is T => set.has(op)
}
export const isComparison = isOneOf(COMPARISONS)
export const isSpatial = isOneOf(SPATIAL)
export const isTemporalAny = isOneOf(TEMPORAL_ANY)
export const isTemporalInterval = isOneOf(TEMPORAL_INTERVAL)
export const isArrayOp = isOneOf(ARRAY)
export const isArithmetic = isOneOf(ARITHMETIC)

// Beside the tree, not in it: two filters that say the same have equal trees wherever their words stand.
const origins = new WeakMap<object, Origin>()
const depths = new WeakMap<object, number>()

/** Where a node was read; empty for a tree made by code. */
export const originOf = (node: object): Origin => origins.get(node) ?? {}

const UNCOUNTED = new Set(['and', 'or', 'not', 'casei', 'accenti'])

/** Makes nodes for a parser and refuses the filter as soon as it grows over a limit. */
export class AstBuilder {
  #terms = 0
  #vertices = 0

  leaf<T extends Expr | IntervalBound>(node: T, origin: Origin): T {
    origins.set(node, origin)
    return node
  }

  call(op: string, args: readonly Expr[], origin: Origin): Call {
    const arity = ARITY.get(op)
    if (arity && (args.length < arity[0] || args.length > arity[1])) {
      const wanted = arity[1] === Number.POSITIVE_INFINITY ? `at least ${arity[0]}` : String(arity[0])
      throw new Cql2Error('cql2.arguments', `${op} takes ${wanted} argument(s), not ${args.length}.`, origin)
    }
    if (op === 'in' && args[1]?.type !== 'array') {
      throw new Cql2Error('cql2.arguments', 'The second operand of IN must be a list.', origin)
    }
    if (!UNCOUNTED.has(op)) this.#countTerms(1, origin)
    return this.#inner({ type: 'call', op, args }, args, origin)
  }

  array(items: readonly Expr[], origin: Origin): ArrayExpr {
    this.#countTerms(items.length, origin)
    return this.#inner({ type: 'array', items }, items, origin)
  }

  interval(start: IntervalBound, end: IntervalBound, origin: Origin): Interval {
    this.#countTerms(1, origin)
    return this.#inner({ type: 'interval', start, end }, [start, end], origin)
  }

  vertex(origin: Origin): void {
    this.#vertices += 1
    if (this.#vertices > CQL2_LIMITS.vertices) {
      throw new Cql2Error(
        'cql2.too-many-vertices',
        `A filter can have ${CQL2_LIMITS.vertices} vertices at the most.`,
        origin,
      )
    }
  }

  #countTerms(count: number, origin: Origin): void {
    this.#terms += count
    if (this.#terms > CQL2_LIMITS.terms) {
      throw new Cql2Error('cql2.too-many-terms', `A filter can have ${CQL2_LIMITS.terms} terms at the most.`, origin)
    }
  }

  #inner<T extends Expr>(node: T, children: readonly object[], origin: Origin): T {
    let depth = 1
    for (const child of children) depth = Math.max(depth, (depths.get(child) ?? 0) + 1)
    if (depth >= CQL2_LIMITS.depth) throw tooDeep(origin)
    depths.set(node, depth)
    origins.set(node, origin)
    return node
  }
}

export const tooDeep = (origin: Origin): Cql2Error =>
  new Cql2Error('cql2.too-deep', `A filter can be nested ${CQL2_LIMITS.depth} levels deep at the most.`, origin)
