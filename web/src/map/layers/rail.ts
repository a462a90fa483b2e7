import type { LineLayerSpecification } from 'maplibre-gl'
import type { MapTheme } from '../map-theme.ts'

/** Straight pieces between stations would deceive near by, so the scheme fades from zoom 8.5 on. */
const FADE: LineLayerSpecification['paint'] = { 'line-opacity': ['interpolate', ['linear'], ['zoom'], 8.5, 1, 9.5, 0] }

export const railLayers = (theme: MapTheme): LineLayerSpecification[] => [
  {
    id: 'rail-conventional',
    type: 'line',
    source: 'rail',
    filter: ['==', ['get', 'kind'], 'rail'],
    paint: { ...FADE, 'line-color': theme.rail, 'line-width': 0.8 },
  },
  {
    id: 'rail-planned',
    type: 'line',
    source: 'rail',
    filter: ['==', ['get', 'status'], 'under-construction'],
    paint: { ...FADE, 'line-color': theme.rail, 'line-width': 1.1, 'line-dasharray': [2.8, 2.2] },
  },
  {
    id: 'rail-high-speed',
    type: 'line',
    source: 'rail',
    filter: ['all', ['==', ['get', 'kind'], 'hsr'], ['==', ['get', 'status'], 'operational']],
    paint: { ...FADE, 'line-color': theme.rail, 'line-width': 1.5 },
  },
]
