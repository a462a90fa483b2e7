import type { Camera } from './camera-slice.ts'
import { SORTS, type Sort } from './need-slice.ts'
import { MOST_COMPARED } from './selection-slice.ts'

export const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/

/** `lon/lat/zoom`: five decimals of a degree are about a metre. */
export const writeCamera = ({ lon, lat, zoom }: Camera) =>
  [lon.toFixed(5), lat.toFixed(5), zoom.toFixed(2)].map((text) => String(Number(text))).join('/')

export function readCamera(text: string | null): Camera | null {
  const [lon, lat, zoom, ...rest] = (text ?? '').split('/').map(Number)
  if (lon === undefined || lat === undefined || zoom === undefined || rest.length > 0 || !text) return null
  const isPlace = Math.abs(lon) <= 180 && Math.abs(lat) <= 90 && zoom >= 0 && zoom <= 24
  return isPlace ? { lon, lat, zoom } : null
}

export const readIds = (text: string | null): string[] =>
  [...new Set((text ?? '').split(','))].filter((id) => SLUG.test(id)).slice(0, MOST_COMPARED)

export const readSort = (text: string | null): Sort => SORTS.find((sort) => sort === text) ?? 'score'
