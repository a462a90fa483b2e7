import type { FillLayerSpecification, LineLayerSpecification } from 'maplibre-gl'
import type { MapTheme } from '../map-theme.ts'

/** How far the true place of the marked site may lie from its point, at true scale. */
export const uncertaintyLayers = (theme: MapTheme): [FillLayerSpecification, LineLayerSpecification] => [
  {
    id: 'uncertainty',
    type: 'fill',
    source: 'uncertainty',
    paint: { 'fill-color': theme.accent, 'fill-opacity': 0.1 },
  },
  {
    id: 'uncertainty-line',
    type: 'line',
    source: 'uncertainty',
    paint: { 'line-color': theme.accent, 'line-width': 1.1, 'line-dasharray': [3, 2.4] },
  },
]
