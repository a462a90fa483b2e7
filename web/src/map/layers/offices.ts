import type { CircleLayerSpecification, FilterSpecification, SymbolLayerSpecification } from 'maplibre-gl'
import { FONT } from '../font-names.ts'
import type { MapTheme } from '../map-theme.ts'

/** Nearer than this the map shows offices and their clusters. */
export const OFFICES_FROM_ZOOM = 9

const IS_CLUSTER: FilterSpecification = ['has', 'count']

/** A cluster holds offices of every kind, so only single offices can be filtered. */
const shown = (filter: FilterSpecification | undefined): FilterSpecification =>
  filter ? (['any', IS_CLUSTER, filter] as FilterSpecification) : true

export function officeLayers(
  theme: MapTheme,
  filter?: FilterSpecification,
): [CircleLayerSpecification, SymbolLayerSpecification] {
  return [
    {
      id: 'offices',
      type: 'circle',
      source: 'offices',
      'source-layer': 'offices',
      minzoom: OFFICES_FROM_ZOOM,
      filter: shown(filter),
      paint: {
        'circle-color': theme.surface,
        'circle-stroke-color': theme.ink2,
        'circle-stroke-width': 1,
        'circle-radius': ['interpolate', ['linear'], ['sqrt', ['number', ['get', 'count'], 1]], 1, 3, 10, 11, 40, 20],
      },
    },
    {
      id: 'office-counts',
      type: 'symbol',
      source: 'offices',
      'source-layer': 'offices',
      minzoom: OFFICES_FROM_ZOOM,
      filter: IS_CLUSTER,
      layout: {
        'text-field': ['to-string', ['get', 'count']],
        'text-font': [FONT.medium],
        'text-size': 11,
        'text-overlap': 'always',
        'text-ignore-placement': true,
      },
      paint: { 'text-color': theme.ink2 },
    },
  ]
}
