import type { SymbolLayerSpecification } from 'maplibre-gl'
import { FONT } from '../font-names.ts'
import type { MapTheme } from '../map-theme.ts'

/** Airports and cable landings at every scale, the rest from zoom 7; names from zoom 8.5. */
export const placeLayer = (theme: MapTheme): SymbolLayerSpecification => ({
  id: 'places',
  type: 'symbol',
  source: 'places',
  filter: ['any', ['in', ['get', 'kind'], ['literal', ['airport', 'cable']]], ['>=', ['zoom'], 7]],
  layout: {
    'icon-image': ['concat', 'place-', ['get', 'kind']],
    'icon-overlap': 'always',
    'icon-padding': 0,
    'icon-size': ['interpolate', ['linear'], ['zoom'], 5, 0.85, 8, 1.1],
    'text-field': ['step', ['zoom'], '', 8.5, ['get', 'label']],
    'text-font': [FONT.regular],
    'text-size': 11,
    'text-variable-anchor': ['left', 'right', 'top', 'bottom'],
    'text-radial-offset': 0.8,
    'text-justify': 'auto',
    'text-optional': true,
    'text-max-width': 12,
  },
  paint: { 'text-color': theme.ink2, 'text-halo-color': theme.land, 'text-halo-width': 1.4 },
})
