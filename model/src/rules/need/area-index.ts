import type { OfficeColumns } from '../columns.ts'
import type { Ring } from './need.ts'

/** True if a point (degrees) lies in the ring or on its boundary. */
export type PointTest = (lon: number, lat: number) => boolean

const MOST_STRIPS = 1024
const MOST_COLUMNS = 256
/** Bound on the pairs of edge and strip, which the time to build the index and its size follow. */
const MOST_CROSSINGS = 1 << 17

/** The edges of a ring, each pointing up (a level one east), so that "east of the edge" has one sign. Degrees. */
interface Edges {
  count: number
  lowX: Float64Array
  lowY: Float64Array
  highX: Float64Array
  highY: Float64Array
  west: number
  south: number
  east: number
  north: number
}

function edgesOf(ring: Ring): Edges {
  const count = ring.length
  const column = () => new Float64Array(count)
  const edges: Edges = {
    count,
    lowX: column(),
    lowY: column(),
    highX: column(),
    highY: column(),
    west: Infinity,
    south: Infinity,
    east: -Infinity,
    north: -Infinity,
  }
  for (let i = 0; i < count; i++) {
    const [x, y] = ring[i] as readonly [number, number]
    const [nextX, nextY] = ring[i + 1 === count ? 0 : i + 1] as readonly [number, number]
    const isUp = y < nextY || (y === nextY && x <= nextX)
    edges.lowX[i] = isUp ? x : nextX
    edges.lowY[i] = isUp ? y : nextY
    edges.highX[i] = isUp ? nextX : x
    edges.highY[i] = isUp ? nextY : y
    edges.west = Math.min(edges.west, x)
    edges.east = Math.max(edges.east, x)
    edges.south = Math.min(edges.south, y)
    edges.north = Math.max(edges.north, y)
  }
  return edges
}

/** Lists of edges by key, packed: those of key k are items[first[k]] to before items[first[k + 1]]. */
interface Lists {
  first: Uint32Array
  items: Uint32Array
}

function packed(keys: number, forEach: (add: (key: number, edge: number) => void) => void): Lists {
  const first = new Uint32Array(keys + 1)
  forEach((key) => {
    first[key + 1] = (first[key + 1] as number) + 1
  })
  for (let key = 0; key < keys; key++) first[key + 1] = (first[key + 1] as number) + (first[key] as number)
  const items = new Uint32Array(first[keys] as number)
  const next = first.slice(0, keys)
  forEach((key, edge) => {
    items[next[key] as number] = edge
    next[key] = (next[key] as number) + 1
  })
  return { first, items }
}

/** So many parts in a length; no parts (all in one) where it is nothing or too small to be divided. */
const per = (length: number, parts: number) => (length > 0 && Number.isFinite(parts / length) ? parts / length : 0)

/**
 * A grid over the ring. Going east from a point, an edge that runs right through the point's strip of latitude is
 * crossed for certain if it lies wholly east of the point's cell (those are counted beforehand, as a parity), never
 * if it lies west, and is looked at only if it passes through the cell. Edges that begin or end in the strip are
 * looked at by every point of it. `floor((y - south) * scale)` never decreases with y, in floating point too, so "runs
 * right through" is exact; where an edge lies within a strip is widened well past any rounding.
 */
function gridOf(edges: Edges) {
  const { count, lowX, lowY, highX, highY, west, south, east, north } = edges
  const height = north - south
  const width = east - west
  let crossings = 0
  for (let i = 0; i < count; i++) crossings += height > 0 ? ((highY[i] as number) - (lowY[i] as number)) / height : 0
  const mostStrips = Math.min(MOST_STRIPS, count, Math.ceil(MOST_CROSSINGS / Math.max(1, crossings)))
  const stripsPerDegree = per(height, mostStrips)
  const columnsPerDegree = per(width, Math.min(MOST_COLUMNS, count))
  const stripOf = (y: number) => Math.floor((y - south) * stripsPerDegree)
  const columnOf = (x: number) => Math.floor((x - west) * columnsPerDegree)
  const strips = stripOf(north) + 1
  const columns = columnOf(east) + 1

  const ending = packed(strips, (add) => {
    for (let i = 0; i < count; i++) {
      const [from, to] = [stripOf(lowY[i] as number), stripOf(highY[i] as number)]
      add(from, i)
      if (to !== from) add(to, i)
    }
  })

  const margin = columnsPerDegree > 0 ? 0.001 / columnsPerDegree : 0
  /** Calls back with the first and last column of each edge in each strip that it runs right through. */
  const forEachThrough = (visit: (strip: number, edge: number, first: number, last: number) => void) => {
    for (let i = 0; i < count; i++) {
      const [ax, ay, bx, by] = [lowX[i] as number, lowY[i] as number, highX[i] as number, highY[i] as number]
      const slope = (bx - ax) / (by - ay)
      const end = stripOf(by)
      for (let strip = stripOf(ay) + 1; strip < end; strip++) {
        const fromX = ax + (south + (strip - 0.01) / stripsPerDegree - ay) * slope
        const toX = ax + (south + (strip + 1.01) / stripsPerDegree - ay) * slope
        const least = Math.max(Math.min(fromX, toX), Math.min(ax, bx)) - margin
        const most = Math.min(Math.max(fromX, toX), Math.max(ax, bx)) + margin
        visit(strip, i, Math.max(0, columnOf(least)), Math.min(columns - 1, columnOf(most)))
      }
    }
  }
  const passing = packed(strips * columns, (add) => {
    forEachThrough((strip, edge, first, last) => {
      for (let column = first; column <= last; column++) add(strip * columns + column, edge)
    })
  })
  const parity = new Uint8Array(strips * columns)
  forEachThrough((strip, _, first) => {
    if (first > 0) parity[strip * columns + first - 1] = (parity[strip * columns + first - 1] as number) ^ 1
  })
  for (let cell = parity.length - 2; cell >= 0; cell--)
    if ((cell + 1) % columns !== 0) parity[cell] = (parity[cell] as number) ^ (parity[cell + 1] as number)
  return { stripOf, columnOf, columns, ending, passing, parity }
}

const OUTSIDE = 0
const CROSSED = 1
const ON_EDGE = 2

/**
 * The point test of a ring (even-odd, boundary in; the closing edge is added if the ring is open). Built once for a
 * drawn area; a point then meets the few edges of its own cell, whatever the ring's shape. A ring of one or two points
 * holds only its own boundary, an empty one nothing.
 */
export function ringIndex(ring: Ring): PointTest {
  if (ring.length === 0) return () => false
  const edges = edgesOf(ring)
  const { lowX, lowY, highX, highY, west, south, east, north } = edges
  const { stripOf, columnOf, columns, ending, passing, parity } = gridOf(edges)

  const meet = (edge: number, lon: number, lat: number): number => {
    const ay = lowY[edge] as number
    const by = highY[edge] as number
    if (lat < ay || lat > by) return OUTSIDE
    const ax = lowX[edge] as number
    const bx = highX[edge] as number
    const turn = (bx - ax) * (lat - ay) - (lon - ax) * (by - ay)
    if (turn === 0 && lon >= Math.min(ax, bx) && lon <= Math.max(ax, bx)) return ON_EDGE
    // The upper end is left out, so that a vertex between two rising edges is crossed once. `turn > 0`: east of us.
    return lat < by && turn > 0 ? CROSSED : OUTSIDE
  }

  return (lon, lat) => {
    if (!(lon >= west && lon <= east && lat >= south && lat <= north)) return false
    const strip = stripOf(lat)
    const cell = strip * columns + columnOf(lon)
    let crossed = parity[cell] as number
    const lastEnding = ending.first[strip + 1] as number
    for (let k = ending.first[strip] as number; k < lastEnding; k++) {
      const met = meet(ending.items[k] as number, lon, lat)
      if (met === ON_EDGE) return true
      crossed ^= met
    }
    const lastPassing = passing.first[cell + 1] as number
    for (let k = passing.first[cell] as number; k < lastPassing; k++) {
      const met = meet(passing.items[k] as number, lon, lat)
      if (met === ON_EDGE) return true
      crossed ^= met
    }
    return crossed === 1
  }
}

/** One byte per building of the columns: 1 = its point lies in the area. A building without a position is outside. */
export function buildingsInArea({ buildingIds, buildingLonLat }: OfficeColumns, isInside: PointTest): Uint8Array {
  return Uint8Array.from(buildingIds, (_, i) =>
    isInside(buildingLonLat[2 * i] as number, buildingLonLat[2 * i + 1] as number) ? 1 : 0,
  )
}

/** One byte per office of the columns: 1 = its building's point lies in the area. Each building is tested once. */
export function officesInArea(columns: OfficeColumns, isInside: PointTest): Uint8Array {
  const inArea = buildingsInArea(columns, isInside)
  const match = new Uint8Array(columns.count)
  for (let i = 0; i < columns.count; i++) match[i] = inArea[columns.building[i] as number] as number
  return match
}
