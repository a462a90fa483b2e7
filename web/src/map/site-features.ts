import { circle } from '@turf/circle'
import type { Feature, FeatureCollection, Position } from 'geojson'
import type { MapSite } from './map-types.ts'
import { type Frame, layOutPinsInSteps } from './pin-layout.ts'

export interface Projection {
  frame: Frame
  project: (at: Position) => { x: number; y: number }
  unproject: (at: { x: number; y: number }) => Position
}

/** Mean width of a letter in a pin's name, px. */
const LETTER_PX = 7.2

/** The canvas sets one glyph after the other and cannot place a vowel sign over its letter. */
const plain = (text: string) => text.replace(/[\u064b-\u065f\u0670]/g, '')

/**
 * Sites as features of one source: the true point of each, and for each hit its pin and, where the pin had to move
 * aside, the leader between the two. All of a site's features share its id, so one feature state lights them together.
 */
export function siteFeatures(sites: readonly MapSite[], projection: Projection): FeatureCollection {
  const steps = siteFeaturesInSteps(sites, projection)
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
  }
}

/** The same in short steps. The projection must not move between the first and the last of them. */
export function* siteFeaturesInSteps(
  sites: readonly MapSite[],
  { frame, project, unproject }: Projection,
): Generator<void, FeatureCollection, void> {
  const screen = sites.map(({ id, lon, lat, rank, label }) => {
    const { x, y } = project([lon, lat])
    return { id, rank, x, y, labelWidth: label.length * LETTER_PX }
  })
  const places = new Map((yield* layOutPinsInSteps(screen, frame)).map((place) => [place.id, place]))
  const features = sites.flatMap((site, i): Feature[] => {
    const { id, lon, lat, rank, state, label, sublabel } = site
    const properties = { id, rank, state, label: plain(label), ...(sublabel ? { sublabel: plain(sublabel) } : {}) }
    const point: Feature = {
      type: 'Feature',
      properties: { ...properties, role: 'point' },
      geometry: { type: 'Point', coordinates: [lon, lat] },
    }
    const place = places.get(id)
    const on = screen[i]
    if (!place || !on) return [point]
    const isAside = place.dx !== 0 || place.dy !== 0
    const at: Position = isAside ? unproject({ x: on.x + place.dx, y: on.y + place.dy }) : [lon, lat]
    const pin: Feature = {
      type: 'Feature',
      properties: { ...properties, role: 'pin', side: place.side },
      geometry: { type: 'Point', coordinates: at },
    }
    const leader: Feature = {
      type: 'Feature',
      properties: { id, role: 'leader' },
      geometry: { type: 'LineString', coordinates: [[lon, lat], at] },
    }
    return isAside ? [point, leader, pin] : [point, pin]
  })
  return { type: 'FeatureCollection', features }
}

/** Circles within which the true places of these sites lie; none for a site whose point is exact. */
export function uncertaintyFeatures(sites: readonly MapSite[]): FeatureCollection {
  return {
    type: 'FeatureCollection',
    features: sites.flatMap(({ id, lon, lat, radiusM }) =>
      radiusM ? [circle([lon, lat], radiusM / 1000, { steps: 72, units: 'kilometers', properties: { id } })] : [],
    ),
  }
}
