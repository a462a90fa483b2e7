import { type Expr, type Geometry, originOf, type SpatialOp } from './ast.ts'
import { type CompileContext, isConstant, type Predicate, type Tri } from './compile-context.ts'
import type { Cql2Value, Queryable } from './environment.ts'
import { Cql2Error, type Origin } from './errors.ts'
import { bboxGeometry, positionsOf } from './geometry-shape.ts'
import { BOUNDARY, EXTERIOR, INTERIOR, pointLocator } from './point-locator.ts'
import { relate } from './relate.ts'

interface Operand {
  readonly fixed: Geometry | null
  readonly points: Queryable['points']
  readonly at: (row: number) => Geometry | null
}

// op(a, b) = MIRROR[op](b, a)
const MIRROR: Readonly<Partial<Record<SpatialOp, SpatialOp>>> = { s_within: 's_contains', s_contains: 's_within' }

/** Compiles a spatial function. A missing geometry leaves the outcome unknown. */
export function compileSpatial(op: SpatialOp, a: Expr, b: Expr, context: CompileContext): Predicate {
  const [left, right] = [operandOf(a, context), operandOf(b, context)]
  if (left.fixed && right.fixed) checkCost(left.fixed, right.fixed, originOf(a))
  if (left.fixed && !right.fixed) return withFixed(MIRROR[op] ?? op, right, left.fixed)
  if (right.fixed) return withFixed(op, left, right.fixed)
  return (row) => {
    const [first, second] = [left.at(row), right.at(row)]
    return first && second ? relate(op, first, second) : null
  }
}

const MOST_VERTEX_PAIRS = 4_000_000

/** Two literals can be drawn so that each line of one crosses each of the other, and then take minutes to relate. */
function checkCost(a: Geometry, b: Geometry, origin: Origin): void {
  const count = (geometry: Geometry): number => [...positionsOf(geometry)].length
  if (count(a) * count(b) > MOST_VERTEX_PAIRS) {
    throw new Cql2Error('cql2.too-many-vertices', 'These two geometries are too large to be compared.', origin)
  }
}

function withFixed(op: SpatialOp, operand: Operand, fixed: Geometry): Predicate {
  const relatePoint = pointRelation(op, fixed)
  const { points } = operand
  if (points) {
    return (row): Tri => {
      const [lon, lat] = [points.lon(row), points.lat(row)]
      return Number.isNaN(lon) || Number.isNaN(lat) ? null : relatePoint(lon, lat)
    }
  }
  return (row): Tri => {
    const geometry = operand.at(row)
    if (!geometry) return null
    if (geometry.type !== 'Point') return relate(op, geometry, fixed)
    const [lon = Number.NaN, lat = Number.NaN] = geometry.coordinates
    return relatePoint(lon, lat)
  }
}

/** A relation of single points to a fixed geometry follows from where they lie in it. */
function pointRelation(op: SpatialOp, fixed: Geometry): (lon: number, lat: number) => boolean {
  switch (op) {
    case 's_crosses':
    case 's_overlaps':
      // Both need a part of the point outside the other geometry and a part inside.
      return () => false
    case 's_equals':
    case 's_contains': {
      const [only, ...others] = new Set([...positionsOf(fixed)].map(([x, y]) => `${x} ${y}`))
      if (others.length > 0) return () => false
      return (lon, lat) => only === `${lon} ${lat}`
    }
  }
  const locate = pointLocator(fixed)
  switch (op) {
    case 's_intersects':
      return (lon, lat) => locate(lon, lat) !== EXTERIOR
    case 's_disjoint':
      return (lon, lat) => locate(lon, lat) === EXTERIOR
    case 's_within':
      return (lon, lat) => locate(lon, lat) === INTERIOR
    case 's_touches':
      return (lon, lat) => locate(lon, lat) === BOUNDARY
  }
}

function operandOf(expr: Expr, context: CompileContext): Operand {
  if (expr.type === 'geometry' || expr.type === 'bbox') {
    const fixed = expr.type === 'bbox' ? bboxGeometry(expr) : expr.value
    return { fixed, points: undefined, at: () => fixed }
  }
  const points = expr.type === 'property' ? context.queryable(expr)?.points : undefined
  if (points) {
    return {
      fixed: null,
      points,
      at: (row) => {
        const coordinates = [points.lon(row), points.lat(row)]
        return coordinates.some(Number.isNaN) ? null : { type: 'Point', coordinates }
      },
    }
  }
  const value = context.scalar(expr)
  const fixed = isConstant(expr) ? asGeometry(value(0)) : null
  return { fixed, points: undefined, at: (row) => asGeometry(value(row)) }
}

const asGeometry = (value: Cql2Value): Geometry | null =>
  typeof value === 'object' && value !== null && 'type' in value ? value : null
