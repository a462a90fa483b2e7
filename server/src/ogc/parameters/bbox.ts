import { refuse } from '../refuse.ts'

/** West, south, east, north in CRS84 degrees. west > east: the box crosses the antimeridian. */
export type Bbox = readonly [west: number, south: number, east: number, north: number]

export const CRS84 = 'http://www.opengis.net/def/crs/OGC/1.3/CRS84'
const CRS84_NAMES = new Set([CRS84, '[OGC:CRS84]', 'OGC:CRS84'])
const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/

/**
 * Reads `bbox`: four numbers, or six with heights, which the catalogue does not have and which are ignored.
 * A box whose west is greater than its east crosses the antimeridian (/req/core/fc-bbox-definition).
 * @throws a problem `bbox.invalid`, 400
 */
export function readBbox(text: string): Bbox {
  const parts = text.split(',')
  if (parts.length !== 4 && parts.length !== 6) throw refuse(400, 'bbox.invalid', 'bbox takes 4 or 6 numbers.')
  const numbers = parts.map((part) => (NUMBER.test(part.trim()) ? Number(part) : Number.NaN))
  if (!numbers.every(Number.isFinite)) throw refuse(400, 'bbox.invalid', 'bbox takes numbers, separated by commas.')
  const half = numbers.length / 2
  const [west = 0, south = 0, east = 0, north = 0] = [numbers[0], numbers[1], numbers[half], numbers[half + 1]]
  if (Math.abs(west) > 180 || Math.abs(east) > 180) {
    throw refuse(400, 'bbox.invalid', 'The longitudes of bbox lie between -180 and 180.')
  }
  if (Math.abs(south) > 90 || Math.abs(north) > 90) {
    throw refuse(400, 'bbox.invalid', 'The latitudes of bbox lie between -90 and 90.')
  }
  if (south > north) throw refuse(400, 'bbox.invalid', 'The south of bbox is north of its north.')
  if (half === 3 && (numbers[2] ?? 0) > (numbers[5] ?? 0)) {
    throw refuse(400, 'bbox.invalid', 'The lower height of bbox is above its upper height.')
  }
  return [west, south, east, north]
}

/** The one or two ordinary boxes that a box is made of. */
export function ordinaryBoxes(bbox: Bbox): readonly Bbox[] {
  const [west, south, east, north] = bbox
  if (west <= east) return [bbox]
  return [
    [west, south, 180, north],
    [-180, south, east, north],
  ]
}

/**
 * Checks `bbox-crs` and `filter-crs`: coordinates are read as longitude and latitude (CRS84) and in no other order.
 * @throws a problem `crs.unknown`, 400
 */
export function checkCrs(parameter: string, text: string): void {
  if (!CRS84_NAMES.has(text)) throw refuse(400, 'crs.unknown', `${parameter} can only be ${CRS84}.`)
}
