import type { BboxLiteral, Geometry, Position, SimpleGeometry } from './ast.ts'
import { Cql2Error, type Origin } from './errors.ts'

const refuse = (detail: string, origin: Origin): never => {
  throw new Cql2Error('cql2.geometry', detail, origin)
}

function checkLine(line: readonly Position[], origin: Origin): void {
  if (line.length < 2) refuse('A line needs at least 2 positions.', origin)
}

function checkRings(rings: readonly (readonly Position[])[], origin: Origin): void {
  if (rings.length === 0) refuse('A polygon needs at least one ring.', origin)
  for (const ring of rings) {
    const [first, last] = [ring[0], ring.at(-1)]
    if (ring.length < 4 || !first || !last) refuse('A ring needs at least 4 positions.', origin)
    if (first?.[0] !== last?.[0] || first?.[1] !== last?.[1]) refuse('A ring must end where it begins.', origin)
  }
}

/** Refuses what can't be a geometry in any reference system: empty parts, short lines, open rings. */
export function checkShape(geometry: Geometry, origin: Origin): void {
  switch (geometry.type) {
    case 'Point':
      return
    case 'LineString':
      checkLine(geometry.coordinates, origin)
      return
    case 'Polygon':
      checkRings(geometry.coordinates, origin)
      return
    case 'GeometryCollection':
      if (geometry.geometries.length === 0) refuse('A GeometryCollection needs at least one geometry.', origin)
      for (const part of geometry.geometries) checkShape(part, origin)
      return
    default:
      if (geometry.coordinates.length === 0) refuse(`A ${geometry.type} needs at least one part.`, origin)
      if (geometry.type === 'MultiLineString') for (const line of geometry.coordinates) checkLine(line, origin)
      if (geometry.type === 'MultiPolygon') for (const rings of geometry.coordinates) checkRings(rings, origin)
  }
}

/** Every position of a geometry, one after the other. */
export function* positionsOf(geometry: Geometry): Generator<Position> {
  if (geometry.type === 'GeometryCollection') for (const part of geometry.geometries) yield* positionsOf(part)
  else yield* flatten(geometry)
}

function* flatten(geometry: SimpleGeometry): Generator<Position> {
  switch (geometry.type) {
    case 'Point':
      yield geometry.coordinates
      break
    case 'MultiPoint':
    case 'LineString':
      yield* geometry.coordinates
      break
    case 'MultiLineString':
    case 'Polygon':
      for (const line of geometry.coordinates) yield* line
      break
    case 'MultiPolygon':
      for (const rings of geometry.coordinates) for (const ring of rings) yield* ring
  }
}

/** West, south, east, north; a box whose west is greater than its east spans the antimeridian. */
export function horizontal(box: BboxLiteral): readonly [number, number, number, number] {
  const [a = 0, b = 0, c = 0, d = 0, e = 0] = box.value
  return box.value.length === 6 ? [a, b, d, e] : [a, b, c, d]
}

/**
 * What a BBOX covers: an area, or a line or point where it has no extent; two of them if it spans the antimeridian.
 * Heights are ignored, since the catalogue's geometries have none.
 */
export function bboxGeometry(box: BboxLiteral): Geometry {
  const [west, south, east, north] = horizontal(box)
  if (west <= east) return rectangle(west, south, east, north)
  const [left, right] = [rectangle(west, south, 180, north), rectangle(-180, south, east, north)]
  if (left.type !== 'Polygon' || right.type !== 'Polygon') {
    return { type: 'GeometryCollection', geometries: [left, right] }
  }
  return { type: 'MultiPolygon', coordinates: [left.coordinates, right.coordinates] }
}

function rectangle(west: number, south: number, east: number, north: number): SimpleGeometry {
  const corner = [west, south]
  if (west === east && south === north) return { type: 'Point', coordinates: corner }
  if (west === east || south === north) return { type: 'LineString', coordinates: [corner, [east, north]] }
  return { type: 'Polygon', coordinates: [[corner, [east, south], [east, north], [west, north], corner]] }
}
