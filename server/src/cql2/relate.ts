import GeometryFactory from 'jsts/org/locationtech/jts/geom/GeometryFactory.js'
import GeoJSONReader from 'jsts/org/locationtech/jts/io/GeoJSONReader.js'
import RelateOp from 'jsts/org/locationtech/jts/operation/relate/RelateOp.js'
import UnaryUnionOp from 'jsts/org/locationtech/jts/operation/union/UnaryUnionOp.js'
import IsValidOp from 'jsts/org/locationtech/jts/operation/valid/IsValidOp.js'
import type { Geometry, SpatialOp } from './ast.ts'

/** A geometry of the topology library, which is written without types. */
export interface Shape {
  readonly isShape?: never
  isGeometryCollection(): boolean
  getEnvelopeInternal(): { intersects(other: unknown): boolean }
}

const reader = new GeoJSONReader(new GeometryFactory())
const shapes = new WeakMap<Geometry, Shape>()

/** Prepares a GeoJSON geometry for comparisons; the same object is prepared once. */
export function shapeOf(geometry: Geometry): Shape {
  const known = shapes.get(geometry)
  if (known) return known
  const shape: Shape = reader.read(geometry)
  shapes.set(geometry, shape)
  return shape
}

/** What makes a geometry invalid in the sense of OGC Simple Features (self-crossing, say), or null. */
export function geometryFault(geometry: Geometry): string | null {
  try {
    const operation = new IsValidOp(shapeOf(geometry))
    if (operation.isValid()) return null
    return String(operation.getValidationError().getMessage()).toLowerCase()
  } catch {
    return 'it can’t be built'
  }
}

const unions = new WeakMap<Shape, Shape>()

/** A collection as the one set of places that it covers: the relations are not defined between overlapping parts. */
function dissolved(shape: Shape): Shape {
  if (!shape.isGeometryCollection()) return shape
  const known = unions.get(shape)
  if (known) return known
  const union: Shape = UnaryUnionOp.union(shape)
  unions.set(shape, union)
  return union
}

const RELATIONS: Readonly<Record<SpatialOp, (a: Shape, b: Shape) => boolean>> = {
  s_intersects: (a, b) => RelateOp.intersects(a, b),
  s_disjoint: (a, b) => !RelateOp.intersects(a, b),
  s_equals: (a, b) => RelateOp.equalsTopo(dissolved(a), dissolved(b)),
  s_touches: (a, b) => RelateOp.touches(dissolved(a), dissolved(b)),
  s_within: (a, b) => RelateOp.contains(dissolved(b), dissolved(a)),
  s_overlaps: (a, b) => RelateOp.overlaps(dissolved(a), dissolved(b)),
  s_crosses: (a, b) => RelateOp.crosses(dissolved(a), dissolved(b)),
  s_contains: (a, b) => RelateOp.contains(dissolved(a), dissolved(b)),
}

/**
 * Does the DE-9IM relation (OGC 06-103r4) hold between two geometries? Null, that is unknown, if the library can't
 * tell, which happens for invalid geometries only.
 */
export function relate(op: SpatialOp, a: Geometry, b: Geometry): boolean | null {
  try {
    return RELATIONS[op](shapeOf(a), shapeOf(b))
  } catch {
    return null
  }
}
