import type { OfficeColumns } from '../columns.ts'
import type { Ring } from './need.ts'

/** True if a point (degrees) lies in the ring or on its boundary. */
export type PointTest = (lon: number, lat: number) => boolean

const MOST_BUCKETS = 4096
const GRID = 512
const UNVISITED = 0
const CROSSED = 1
const INSIDE = 2
const OUTSIDE = 3
const MOST_ENTRIES = 1 << 21

/**
 * The point test of a ring (even-odd, boundary in; the closing edge is added if the ring is open). Edges are filed by
 * the strips of latitude they cross, so a point meets only the few edges at its own height. A ring of fewer than three
 * points holds only its own boundary, an empty one nothing. Over the strips lies a grid: a cell that no edge crosses has one
 * answer for all its points, found at the first of them, so most points cost one look-up however ragged the ring.
 * Built once per drawn area: O(edges × strips and cells they cross).
 */
export function ringIndex(ring: Ring): PointTest {
  const edges = ring.length
  if (edges === 0) return () => false
  const ax = new Float64Array(edges)
  const ay = new Float64Array(edges)
  const bx = new Float64Array(edges)
  const by = new Float64Array(edges)
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (let i = 0; i < edges; i++) {
    const [x, y] = ring[i] as readonly [number, number]
    const [nextX, nextY] = ring[i + 1 === edges ? 0 : i + 1] as readonly [number, number]
    // Each edge points up, so that "left of the edge" has one sign; a level edge points east.
    const isUp = y < nextY || (y === nextY && x <= nextX)
    ax[i] = isUp ? x : nextX
    ay[i] = isUp ? y : nextY
    bx[i] = isUp ? nextX : x
    by[i] = isUp ? nextY : y
    if (x < west) west = x
    if (x > east) east = x
    if (y < south) south = y
    if (y > north) north = y
  }
  const { first, entries, scale } = fileByStrip(ay, by, south, north)
  const grid = crossedCells({ ax, ay, bx, by }, { west, south, east, north })

  const isInRing: PointTest = (lon, lat) => {
    const strip = Math.floor((lat - south) * scale)
    const end = first[strip + 1] as number
    let isInside = false
    for (let k = first[strip] as number; k < end; k++) {
      const e = entries[k] as number
      const lowY = ay[e] as number
      const highY = by[e] as number
      if (lat < lowY || lat > highY) continue
      const lowX = ax[e] as number
      const highX = bx[e] as number
      const turn = (highX - lowX) * (lat - lowY) - (lon - lowX) * (highY - lowY)
      if (turn === 0 && lon >= Math.min(lowX, highX) && lon <= Math.max(lowX, highX)) return true
      // The upper end is left out, so that a vertex between two rising edges is crossed once. `turn > 0`: east of us.
      if (lat < highY && turn > 0) isInside = !isInside
    }
    return isInside
  }

  return (lon, lat) => {
    if (!(lon >= west && lon <= east && lat >= south && lat <= north)) return false
    const cell = grid.cellOf(lon, lat)
    const known = grid.cells[cell]
    if (known === INSIDE) return true
    if (known === OUTSIDE) return false
    const isInside = isInRing(lon, lat)
    if (known === UNVISITED) grid.cells[cell] = isInside ? INSIDE : OUTSIDE
    return isInside
  }
}

interface Edges {
  ax: Float64Array
  ay: Float64Array
  bx: Float64Array
  by: Float64Array
}

/**
 * The cells of a grid over the ring's box that an edge may cross. The columns are widened by one on each side, which
 * covers the rounding of the interpolation; rows need no such care, for `floor` never decreases with its argument.
 */
function crossedCells(edges: Edges, box: { west: number; south: number; east: number; north: number }) {
  const scaleX = box.east > box.west ? GRID / (box.east - box.west) : 0
  const scaleY = box.north > box.south ? GRID / (box.north - box.south) : 0
  const columnOf = (lon: number) => Math.min(GRID - 1, Math.floor((lon - box.west) * scaleX))
  const rowOf = (lat: number) => Math.min(GRID - 1, Math.floor((lat - box.south) * scaleY))
  const cells = new Uint8Array(GRID * GRID)
  for (let e = 0; e < edges.ax.length; e++) {
    const [lowX, lowY] = [edges.ax[e] as number, edges.ay[e] as number]
    const [highX, highY] = [edges.bx[e] as number, edges.by[e] as number]
    const slope = highY > lowY ? (highX - lowX) / (highY - lowY) : 0
    const xAt = (row: number) => lowX + slope * (Math.min(highY, Math.max(lowY, box.south + row / scaleY)) - lowY)
    const lastRow = rowOf(highY)
    for (let row = rowOf(lowY); row <= lastRow; row++) {
      const ends = highY > lowY ? [xAt(row), xAt(row + 1)] : [lowX, highX]
      const from = Math.max(0, columnOf(Math.min(...ends)) - 1)
      const to = Math.min(GRID - 1, columnOf(Math.max(...ends)) + 1)
      cells.fill(CROSSED, row * GRID + from, row * GRID + to + 1)
    }
  }
  return { cells, cellOf: (lon: number, lat: number) => rowOf(lat) * GRID + columnOf(lon) }
}

/**
 * Which edges cross each strip. `floor((y - south) * scale)` never decreases with y, in floating point too: a point
 * between an edge's ends always falls into a strip between theirs.
 */
function fileByStrip(low: Float64Array, high: Float64Array, south: number, north: number) {
  const edges = low.length
  const height = north - south
  let strips = Math.min(MOST_BUCKETS, Math.max(1, edges * 2))
  // Long edges cross many strips: fewer, thicker strips keep the index small.
  let crossed = 0
  for (let i = 0; i < edges; i++) crossed += height > 0 ? ((high[i] as number) - (low[i] as number)) / height : 0
  strips = Math.max(1, Math.min(strips, Math.floor(MOST_ENTRIES / Math.max(1, crossed))))
  const scale = height > 0 ? strips / height : 0
  const stripOf = (y: number) => Math.floor((y - south) * scale)
  const last = stripOf(north)
  const first = new Uint32Array(last + 2)
  for (let i = 0; i < edges; i++)
    for (let s = stripOf(low[i] as number); s <= stripOf(high[i] as number); s++) first[s + 1] = (first[s + 1] ?? 0) + 1
  for (let s = 0; s <= last; s++) first[s + 1] = (first[s + 1] ?? 0) + (first[s] ?? 0)
  const entries = new Uint32Array(first[last + 1] ?? 0)
  const next = first.slice(0, last + 1)
  for (let i = 0; i < edges; i++)
    for (let s = stripOf(low[i] as number); s <= stripOf(high[i] as number); s++) {
      entries[next[s] as number] = i
      next[s] = (next[s] as number) + 1
    }
  return { first, entries, scale }
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
