import type { LngLatBoundsLike } from 'maplibre-gl'
import type { Bounds, Ring } from './map-types.ts'

/** The whole Kingdom, from Lagouira to the strait. */
export const KINGDOM: [[number, number], [number, number]] = [
  [-17.2, 20.7],
  [-0.85, 36],
]
/** How far the reader may pan. */
export const MAX_BOUNDS: LngLatBoundsLike = [
  [-30, 14],
  [14, 44],
]
/** A phone held upright fits the Kingdom a little below 4.3, so the floor lies lower. */
export const MIN_ZOOM = 3.4
export const MAX_ZOOM = 15
/** Casablanca to Rabat: a third of all sites, too dense on the whole Kingdom. */
export const INSET: Bounds = [-8.1, 33.2, -6.45, 34.2]

/** A box as a closed ring, counter-clockwise. */
export const ringOfBounds = ([west, south, east, north]: Bounds): Ring => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south],
]
