import bearing from '@turf/bearing'
import distance from '@turf/distance'
import type { Infrastructure, InfrastructureKind, Provenance, Zone } from '@tvl/model'
import type { Position } from 'geojson'
import type { Feature } from '../../api/features.ts'
import { provenanceOf } from '../../ui/provenance.ts'

export const COMPASS = ['n', 'ne', 'e', 'se', 's', 'sw', 'w', 'nw'] as const
export type Compass = (typeof COMPASS)[number]

/** The eighth of the compass of a bearing in degrees, 0 = north, clockwise. */
export const compassOf = (degrees: number): Compass =>
  COMPASS[Math.round((((degrees % 360) + 360) % 360) / 45) % 8] ?? 'n'

export interface NearPlace {
  place: Feature<Infrastructure>
  kind: InfrastructureKind
  /** km, great circle */
  km: number
  /** from the zone towards the place */
  compass: Compass
  /** metres: how far off both points may be together */
  radiusM: number
  provenance: Provenance
}

const pointOf = (feature: Feature<unknown>): Position | null =>
  feature.geometry?.type === 'Point' ? feature.geometry.coordinates : null

/** Kinds in the order shown, with the zone's own property where the catalogue has chosen and measured the place. */
const KINDS: readonly (readonly [InfrastructureKind, 'airport' | 'hsrStation' | 'railStation' | null])[] = [
  ['airport', 'airport'],
  ['hsr-station', 'hsrStation'],
  ['rail-station', 'railStation'],
  ['port', null],
  ['submarine-cable-landing', null],
  ['data-centre', null],
]

/**
 * The nearest place of each kind that is in service and has a point, nearest kinds as listed. Distances the catalogue
 * holds are taken as they are; the others are measured here, on the great circle.
 */
export function nearPlaces(
  zone: Feature<Zone>,
  places: readonly Feature<Infrastructure>[],
  today: string,
): NearPlace[] {
  const from = pointOf(zone)
  if (!from) return []
  return KINDS.flatMap(([kind, own]): NearPlace[] => {
    const { properties } = zone
    const measured = places.flatMap((place) => {
      const to = pointOf(place)
      const isThere = place.properties.kind === kind && place.properties.status === 'operational'
      return to && isThere ? [{ place, to, km: distance(from, to) }] : []
    })
    const chosen = own && measured.find(({ place }) => place.id === properties[`${own}Id`])
    const nearest = chosen ?? measured.reduce((best, next) => (best && best.km <= next.km ? best : next), measured[0])
    if (!nearest) return []
    const { place, to } = nearest
    const radiusM = properties.positionRadiusM + (place.properties.positionRadiusM ?? 0)
    const held = chosen && own ? properties[`${own}Km`] : null
    const heldProvenance = own ? provenanceOf(properties.provenance, `${own}Km`) : null
    const sources = new Set(
      [provenanceOf(properties.provenance, 'geometry'), provenanceOf(place.properties.provenance, 'geometry')].flatMap(
        (provenance) => provenance?.sources ?? [],
      ),
    )
    return [
      {
        place,
        kind,
        km: held ?? nearest.km,
        compass: compassOf(bearing(from, to)),
        radiusM,
        provenance: {
          ...(held !== null && heldProvenance
            ? heldProvenance
            : { grade: 'derived' as const, sources: [...sources], asOf: today, method: 'great-circle' }),
          radiusM,
        },
      },
    ]
  })
}
