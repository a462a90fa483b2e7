import Flatbush from 'flatbush'
import type { Geometry, Position } from 'geojson'

/** West, south, east, north in degrees. West greater than east crosses the antimeridian (RFC 7946). */
export type Bbox = readonly [west: number, south: number, east: number, north: number]

/** The bounding boxes of all rows, four numbers each; NaN where a row has no geometry. */
export type Boxes = Float64Array

/** Where the rows of a collection lie. */
export class Positions {
  readonly boxes: Boxes
  readonly extent: Bbox | null
  private readonly index: Flatbush | null
  /** Row of each item in the index: rows without geometry are not in it. */
  private readonly rows: Int32Array

  constructor(boxes: Boxes) {
    this.boxes = boxes
    const located: number[] = []
    for (let row = 0; row * 4 < boxes.length; row++) if (!Number.isNaN(boxes[row * 4])) located.push(row)
    this.rows = Int32Array.from(located)
    if (located.length === 0) {
      this.index = null
      this.extent = null
      return
    }
    const index = new Flatbush(located.length)
    for (const row of located) {
      const [west, south, east, north] = this.box(row)
      index.add(west, south, east, north)
    }
    index.finish()
    this.index = index
    this.extent = [index.minX, index.minY, index.maxX, index.maxY]
  }

  /** The bounding box of a row; NaN where it has no geometry. */
  box(row: number): Bbox {
    const at = row * 4
    const { boxes } = this
    return [
      boxes[at] ?? Number.NaN,
      boxes[at + 1] ?? Number.NaN,
      boxes[at + 2] ?? Number.NaN,
      boxes[at + 3] ?? Number.NaN,
    ]
  }

  /** Whether the row’s bounding box touches `bbox`; false where it has no geometry. */
  touches(row: number, [west, south, east, north]: Bbox): boolean {
    const at = row * 4
    const { boxes } = this
    const minLat = boxes[at + 1] ?? Number.NaN
    const maxLat = boxes[at + 3] ?? Number.NaN
    if (!(minLat <= north && maxLat >= south)) return false
    const minLon = boxes[at] ?? Number.NaN
    const maxLon = boxes[at + 2] ?? Number.NaN
    return west <= east ? minLon <= east && maxLon >= west : minLon <= east || maxLon >= west
  }

  /**
   * The rows that touch `bbox`, in order. Null when the box is so large that walking the rows in order and asking
   * `touches` ends sooner, because the walk stops at the limit of the answer.
   */
  search(bbox: Bbox): Int32Array | null {
    if (!this.index || !this.extent) return new Int32Array(0)
    const [west, south, east, north] = bbox
    if (west > east) {
      const found = new Set([...this.find(west, south, 180, north), ...this.find(-180, south, east, north)])
      return Int32Array.from(found).sort()
    }
    if (this.shareOfExtent(bbox) > 0.25 && this.rows.length > 1000) return null
    return this.find(west, south, east, north)
  }

  private find(west: number, south: number, east: number, north: number): Int32Array {
    const items = this.index?.search(west, south, east, north) ?? []
    const rows = new Int32Array(items.length)
    for (let i = 0; i < items.length; i++) rows[i] = this.rows[items[i] ?? 0] ?? 0
    return rows.sort()
  }

  private shareOfExtent([west, south, east, north]: Bbox): number {
    if (!this.extent) return 0
    const [minX, minY, maxX, maxY] = this.extent
    const width = Math.max(0, Math.min(east, maxX) - Math.max(west, minX))
    const height = Math.max(0, Math.min(north, maxY) - Math.max(south, minY))
    const area = (maxX - minX) * (maxY - minY)
    return area > 0 ? (width * height) / area : 1
  }
}

/** The bounding box of a geometry, or NaN where there is none. */
export function boxOf(geometry: Geometry | null): Bbox {
  if (geometry?.type === 'Point') {
    const [lon = Number.NaN, lat = Number.NaN] = geometry.coordinates
    return [lon, lat, lon, lat]
  }
  let west = Number.POSITIVE_INFINITY
  let south = Number.POSITIVE_INFINITY
  let east = Number.NEGATIVE_INFINITY
  let north = Number.NEGATIVE_INFINITY
  for (const [lon = Number.NaN, lat = Number.NaN] of positionsIn(geometry)) {
    west = Math.min(west, lon)
    south = Math.min(south, lat)
    east = Math.max(east, lon)
    north = Math.max(north, lat)
  }
  return west > east ? [Number.NaN, Number.NaN, Number.NaN, Number.NaN] : [west, south, east, north]
}

function* positionsIn(geometry: Geometry | null): Generator<Position> {
  switch (geometry?.type) {
    case 'Point':
      yield geometry.coordinates
      return
    case 'MultiPoint':
    case 'LineString':
      yield* geometry.coordinates
      return
    case 'MultiLineString':
    case 'Polygon':
      for (const line of geometry.coordinates) yield* line
      return
    case 'MultiPolygon':
      for (const polygon of geometry.coordinates) for (const ring of polygon) yield* ring
      return
    case 'GeometryCollection':
      for (const part of geometry.geometries) yield* positionsIn(part)
  }
}
