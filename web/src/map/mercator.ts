import type { Position } from 'geojson'
import type { Bounds } from './map-types.ts'

const EARTH_M = 40_075_016.69
/** MapLibre's world is 512 px wide at zoom 0. */
const WORLD_PX = 512

const RADIANS = Math.PI / 180

/** Web Mercator, the world as a unit square with y to the south. */
export const mercator = ([lon = 0, lat = 0]: Position): [x: number, y: number] => [
  (lon + 180) / 360,
  0.5 - Math.log(Math.tan(Math.PI / 4 + (lat * RADIANS) / 2)) / (2 * Math.PI),
]

export const metresPerPxAt = (lat: number, zoom: number): number =>
  (Math.cos(lat * RADIANS) * EARTH_M) / (WORLD_PX * 2 ** zoom)

export interface FlatMap {
  width: number
  height: number
  metresPerPx: number
  project: (at: Position) => { x: number; y: number }
}

/** A fixed map of `width` × `height` px that shows all of `bounds`. */
export function flatMap([west, south, east, north]: Bounds, width: number, height: number): FlatMap {
  const [x0, y0] = mercator([west, north])
  const [x1, y1] = mercator([east, south])
  const scale = Math.min(width / (x1 - x0), height / (y1 - y0))
  const [cx, cy] = [(x0 + x1) / 2, (y0 + y1) / 2]
  return {
    width,
    height,
    metresPerPx: (Math.cos(((south + north) / 2) * RADIANS) * EARTH_M) / scale,
    project: (at) => {
      const [x, y] = mercator(at)
      return { x: (x - cx) * scale + width / 2, y: (y - cy) * scale + height / 2 }
    },
  }
}

/** A box of so many kilometres across around a point. */
export function boundsAround(lon: number, lat: number, kmAcross: number, kmDown: number): Bounds {
  const dLat = kmDown / 2 / 111.32
  const dLon = kmAcross / 2 / (111.32 * Math.cos(lat * RADIANS))
  return [lon - dLon, lat - dLat, lon + dLon, lat + dLat]
}
