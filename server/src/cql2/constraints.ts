import { type Call, type Expr, type Geometry, isSpatial } from './ast.ts'
import type { Cql2Schema } from './environment.ts'
import { horizontal, positionsOf } from './geometry-shape.ts'

/** West, south, east, north in degrees; never across the antimeridian. */
export type Bounds = readonly [number, number, number, number]

/**
 * A box that the geometry of every row that passes the filter meets, for a search in a spatial index before the
 * filter itself; null if the filter sets no such bound. For points, which can't meet two boxes without lying in both,
 * terms joined by AND narrow the box.
 * @param property the geometry property that the index holds
 * @param isPoint whether that property has points only
 */
export function bboxOf(filter: Expr, property: string, isPoint: boolean): Bounds | null {
  if (filter.type !== 'call') return null
  const { op, args } = filter
  if (op === 'and') {
    const boxes = args.map((arg) => bboxOf(arg, property, isPoint))
    return boxes.reduce<Bounds | null>((a, b) => (a && b ? narrower(a, b, isPoint) : (a ?? b)), null)
  }
  if (op === 'or') {
    const boxes = args.map((arg) => bboxOf(arg, property, isPoint))
    return boxes.reduce((a, b) => (a && b ? around(a, b) : null))
  }
  return isSpatial(op) && op !== 's_disjoint' ? literalBounds(filter, property) : null
}

function literalBounds({ args }: Call, property: string): Bounds | null {
  const [a, b] = args
  const literal = isProperty(a, property) ? b : isProperty(b, property) ? a : undefined
  if (literal?.type === 'bbox') {
    const [west, south, east, north] = horizontal(literal)
    return west > east ? [-180, south, 180, north] : [west, south, east, north]
  }
  return literal?.type === 'geometry' ? boundsOf(literal.value) : null
}

const isProperty = (expr: Expr | undefined, name: string): boolean => expr?.type === 'property' && expr.name === name

function boundsOf(geometry: Geometry): Bounds {
  let bounds: Bounds = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [x = 0, y = 0] of positionsOf(geometry)) bounds = around(bounds, [x, y, x, y])
  return bounds
}

const around = (a: Bounds, b: Bounds): Bounds => [
  Math.min(a[0], b[0]),
  Math.min(a[1], b[1]),
  Math.max(a[2], b[2]),
  Math.max(a[3], b[3]),
]

function narrower(a: Bounds, b: Bounds, isPoint: boolean): Bounds {
  const size = ([west, south, east, north]: Bounds): number => (east - west) * (north - south)
  const smaller = size(b) < size(a) ? b : a
  if (!isPoint) return smaller
  const common: Bounds = [Math.max(a[0], b[0]), Math.max(a[1], b[1]), Math.min(a[2], b[2]), Math.min(a[3], b[3])]
  return common[0] <= common[2] && common[1] <= common[3] ? common : smaller
}

/**
 * For each string property that the filter pins down by `property = 'text'` or `property IN ('text', …)` in its terms
 * joined by AND, the values that a passing row can have (none at all if the terms contradict each other). A look-up in
 * an index of these values may come before the filter, never replace it.
 */
export function equalities(filter: Expr, schema: Cql2Schema): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, ReadonlySet<string>>()
  for (const term of conjuncts(filter)) {
    const pinned = pinnedValues(term)
    if (!pinned || schema.queryables.get(pinned.name)?.type !== 'string') continue
    const before = found.get(pinned.name)
    found.set(pinned.name, before ? new Set([...pinned.values].filter((value) => before.has(value))) : pinned.values)
  }
  return found
}

function conjuncts(filter: Expr): readonly Expr[] {
  return filter.type === 'call' && filter.op === 'and' ? filter.args.flatMap(conjuncts) : [filter]
}

function pinnedValues(term: Expr): { name: string; values: ReadonlySet<string> } | null {
  if (term.type !== 'call' || (term.op !== '=' && term.op !== 'in')) return null
  const [first, second] = term.args
  const [property, operand] = first?.type === 'property' ? [first, second] : [second, first]
  if (property?.type !== 'property' || !operand) return null
  const values = new Set<string>()
  for (const item of operand.type === 'array' ? operand.items : [operand]) {
    if (item.type !== 'string') return null
    values.add(item.value.normalize('NFC'))
  }
  return { name: property.name, values }
}
