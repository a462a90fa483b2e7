import { type GeoPath, type GeoProjection, type GeoStream, geoConicConformal, geoPath } from 'd3-geo'
import type { Position } from 'geojson'

/** Metres of the sphere that the projection stands on. */
const EARTH_RADIUS_M = 6_371_008.8

/** South-west, south-east, north-west, north-east and the far points of the Kingdom, with room around. */
const KINGDOM: readonly Position[] = [
  [-17.35, 20.7],
  [-13.0, 20.6],
  [-0.6, 32.3],
  [-1.0, 35.3],
  [-5.4, 36.35],
  [-17.4, 22.5],
]
/** South of it lie sites that only a picture of the whole Kingdom holds together with the rest. */
const SOUTH_OF = 27.9

export interface MapFrame {
  projection: GeoProjection
  width: number
  height: number
  metresPerPixel: number
  isWholeKingdom: boolean
}

export interface FrameOrder {
  width: number
  height: number
  /** What has to be seen; none: the whole Kingdom. */
  points: readonly Position[]
  /** Metres that the picture spans at least, on its shorter side. */
  leastSpanM: number
  /** Pixels kept free around the points. */
  margin: number
}

/** Lambert conformal conic on the parallels of 24° and 34°, which keep shapes true from Lagouira to Tangier. */
const lambert = () => geoConicConformal().parallels([24, 34]).rotate([7, 0]).scale(1).translate([0, 0]).precision(0)

/** Pixels below which a bend of a line is not drawn. */
const LEAST_STEP = 0.55

/** The part of the Earth that a picture shows: the points, and enough around them to know where they are. */
export function mapFrame({ width, height, points, leastSpanM, margin }: FrameOrder): MapFrame {
  const isWholeKingdom = points.length === 0 || points.some(([, lat = 0]) => lat < SOUTH_OF && leastSpanM > 400_000)
  const shown = isWholeKingdom ? [...KINGDOM, ...points] : points
  const unit = lambert()
  const projected = shown.map((point) => unit(point as [number, number]) ?? [0, 0])
  const xs = projected.map(([x = 0]) => x)
  const ys = projected.map(([, y = 0]) => y)
  const [west, east] = [Math.min(...xs), Math.max(...xs)]
  const [north, south] = [Math.min(...ys), Math.max(...ys)]
  const room = isWholeKingdom ? 6 : margin
  const least = isWholeKingdom ? 0 : leastSpanM / EARTH_RADIUS_M
  const scale = Math.min(
    (width - 2 * room) / Math.max(east - west, 1e-9),
    (height - 2 * room) / Math.max(south - north, 1e-9),
    Math.min(width, height) / Math.max(least, 1e-9),
  )
  const x = within(width / 2 - (scale * (west + east)) / 2, width, scale, edgesOf('x'))
  const y = within(height / 2 - (scale * (north + south)) / 2, height, scale, edgesOf('y'))
  const projection = lambert()
    .scale(scale)
    .translate([x, y])
    .clipExtent([
      [-40, -40],
      [width + 40, height + 40],
    ])
  return { projection, width, height, metresPerPixel: EARTH_RADIUS_M / scale, isWholeKingdom }
}

/** What a picture has no reason to go beyond, on the plane of scale 1. */
function edgesOf(axis: 'x' | 'y'): readonly [number, number] {
  const unit = lambert()
  const at = KINGDOM.map((point) => unit(point as [number, number])?.[axis === 'x' ? 0 : 1] ?? 0)
  return [Math.min(...at), Math.max(...at)]
}

/** Moves a picture back over the Kingdom, where it is smaller than it. */
function within(translate: number, size: number, scale: number, [first, last]: readonly [number, number]): number {
  const [least, most] = [size - scale * last, -scale * first]
  return least > most ? translate : Math.min(Math.max(translate, least), most)
}

/** What draws features into a picture as paths, with no more bends than can be seen. */
export function pathOf({ projection }: MapFrame): GeoPath {
  return geoPath({ stream: (sink) => projection.stream(thinned(sink)) }).digits(1)
}

function thinned(sink: GeoStream): GeoStream {
  let [keptX, keptY] = [Number.NaN, Number.NaN]
  let skipped: [number, number] | null = null
  const keep = (x: number, y: number) => {
    ;[keptX, keptY] = [x, y]
    skipped = null
    sink.point(x, y)
  }
  return {
    point(x, y) {
      if (Math.abs(x - keptX) < LEAST_STEP && Math.abs(y - keptY) < LEAST_STEP) skipped = [x, y]
      else keep(x, y)
    },
    lineStart() {
      keptX = Number.NaN
      skipped = null
      sink.lineStart()
    },
    lineEnd() {
      if (skipped) keep(...skipped)
      sink.lineEnd()
    },
    polygonStart: () => sink.polygonStart(),
    polygonEnd: () => sink.polygonEnd(),
    sphere: () => sink.sphere?.(),
  }
}

/** Where a place lies in a picture. */
export function placeOf({ projection }: MapFrame, position: Position): { x: number; y: number } {
  const [x, y] = projection(position as [number, number]) ?? [Number.NaN, Number.NaN]
  return { x, y }
}

/** Whether a place lies in a picture, `inside` pixels from its edge at least. */
export const isWithin = ({ width, height }: MapFrame, { x, y }: { x: number; y: number }, inside = 0): boolean =>
  x >= inside && y >= inside && x <= width - inside && y <= height - inside
