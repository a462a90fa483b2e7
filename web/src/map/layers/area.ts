import type { FillLayerSpecification, LineLayerSpecification } from 'maplibre-gl'
import type { MapTheme } from '../map-theme.ts'

/** The area the reader drew. */
export const areaLayers = (theme: MapTheme): [FillLayerSpecification, LineLayerSpecification] => [
  { id: 'area', type: 'fill', source: 'area', paint: { 'fill-color': theme.accent, 'fill-opacity': 0.08 } },
  {
    id: 'area-line',
    type: 'line',
    source: 'area',
    paint: { 'line-color': theme.accent, 'line-width': 1.5, 'line-dasharray': [3, 2] },
  },
]

/** Where the inset lies on the whole Kingdom. */
export const insetFrameLayer = (theme: MapTheme): LineLayerSpecification => ({
  id: 'inset-frame',
  type: 'line',
  source: 'inset-frame',
  maxzoom: 6.3,
  paint: { 'line-color': theme.ink3, 'line-width': 0.8 },
})
