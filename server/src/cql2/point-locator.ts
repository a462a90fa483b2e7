import Orientation from 'jsts/org/locationtech/jts/algorithm/Orientation.js'
import PointLocator from 'jsts/org/locationtech/jts/algorithm/PointLocator.js'
import Coordinate from 'jsts/org/locationtech/jts/geom/Coordinate.js'
import type { Geometry, Position } from './ast.ts'
import { positionsOf } from './geometry-shape.ts'
import { shapeOf } from './relate.ts'

export const INTERIOR = 0
export const BOUNDARY = 1
export const EXTERIOR = 2
export type PointLocation = typeof INTERIOR | typeof BOUNDARY | typeof EXTERIOR
export type LocatePoint = (lon: number, lat: number) => PointLocation

/** Makes a fast test of where a point lies in a fixed valid geometry: inside, on its boundary or outside. */
export function pointLocator(geometry: Geometry): LocatePoint {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [x = Number.NaN, y = Number.NaN] of positionsOf(geometry)) {
    west = Math.min(west, x)
    south = Math.min(south, y)
    east = Math.max(east, x)
    north = Math.max(north, y)
  }
  const locate =
    geometry.type === 'Polygon'
      ? areaLocator(geometry.coordinates, south, north)
      : geometry.type === 'MultiPolygon'
        ? areaLocator(geometry.coordinates.flat(), south, north)
        : generalLocator(geometry)
  return (lon, lat) => (lon < west || lon > east || lat < south || lat > north ? EXTERIOR : locate(lon, lat))
}

function generalLocator(geometry: Geometry): LocatePoint {
  const locator = new PointLocator()
  const shape = shapeOf(geometry)
  return (lon, lat) => {
    const location: number = locator.locate(new Coordinate(lon, lat), shape)
    return location === INTERIOR || location === BOUNDARY ? location : EXTERIOR
  }
}

/**
 * Counts crossings of a ray to the east, looking only at the edges in the point's slab of latitude.
 * The slabs are as many as keep the edges that reach into several within a small multiple of all edges.
 */
function areaLocator(rings: readonly (readonly Position[])[], south: number, north: number): LocatePoint {
  const edges = edgesOf(rings)
  const count = edges.length / 4
  let slabs = Math.max(1, Math.min(4096, count >> 1))
  const slabOf = (lat: number): number => Math.min(slabs - 1, Math.floor(((lat - south) / (north - south)) * slabs))
  const spans = (): number => {
    let total = 0
    for (let i = 0; i < edges.length; i += 4) total += slabOf(highest(edges, i)) - slabOf(lowest(edges, i)) + 1
    return total
  }
  while (slabs > 1 && spans() > 4 * count) slabs >>= 1
  const starts = new Uint32Array(slabs + 1)
  for (let i = 0; i < edges.length; i += 4) {
    for (let slab = slabOf(lowest(edges, i)); slab <= slabOf(highest(edges, i)); slab += 1) add(starts, slab + 1)
  }
  for (let slab = 0; slab < slabs; slab += 1) add(starts, slab + 1, starts[slab])
  const members = new Uint32Array(starts[slabs] ?? 0)
  const next = starts.slice()
  for (let i = 0; i < edges.length; i += 4) {
    for (let slab = slabOf(lowest(edges, i)); slab <= slabOf(highest(edges, i)); slab += 1) {
      members[next[slab] ?? 0] = i
      add(next, slab)
    }
  }
  return (lon, lat) => {
    const slab = slabOf(lat)
    const end = starts[slab + 1] ?? 0
    let isInside = false
    for (let k = starts[slab] ?? 0; k < end; k += 1) {
      const i = members[k] ?? 0
      const x1 = edges[i] as number
      const y1 = edges[i + 1] as number
      const x2 = edges[i + 2] as number
      const y2 = edges[i + 3] as number
      if (x1 < lon && x2 < lon) continue
      if (x2 === lon && y2 === lat) return BOUNDARY
      if (y1 === lat && y2 === lat) {
        if (lon >= Math.min(x1, x2) && lon <= Math.max(x1, x2)) return BOUNDARY
        continue
      }
      if (y1 > lat === y2 > lat) continue
      const side = orientation(x1, y1, x2, y2, lon, lat)
      if (side === 0) return BOUNDARY
      if (side > 0 === y2 > y1) isInside = !isInside
    }
    return isInside ? INTERIOR : EXTERIOR
  }
}

function add(numbers: Uint32Array, index: number, amount = 1): void {
  numbers[index] = (numbers[index] ?? 0) + amount
}

/** x1, y1, x2, y2 of each edge. */
function edgesOf(rings: readonly (readonly Position[])[]): Float64Array {
  const numbers: number[] = []
  for (const ring of rings) {
    for (let i = 1; i < ring.length; i += 1) {
      const [x1 = 0, y1 = 0] = ring[i - 1] ?? []
      const [x2 = 0, y2 = 0] = ring[i] ?? []
      numbers.push(x1, y1, x2, y2)
    }
  }
  return Float64Array.from(numbers)
}

const lowest = (edges: Float64Array, i: number): number => Math.min(edges[i + 1] ?? 0, edges[i + 3] ?? 0)
const highest = (edges: Float64Array, i: number): number => Math.max(edges[i + 1] ?? 0, edges[i + 3] ?? 0)

// Relative error bound of the determinant in double precision (Shewchuk 1997, ccwerrboundA).
const ERROR_BOUND = 3.3306690738754716e-16

/** Positive if the point lies to the left of the edge, 0 if exactly on it; exact also where doubles cancel. */
function orientation(x1: number, y1: number, x2: number, y2: number, x: number, y: number): number {
  const left = (x1 - x) * (y2 - y)
  const right = (y1 - y) * (x2 - x)
  const determinant = left - right
  if (Math.abs(determinant) > ERROR_BOUND * (Math.abs(left) + Math.abs(right))) return determinant
  return Orientation.index(new Coordinate(x1, y1), new Coordinate(x2, y2), new Coordinate(x, y))
}
