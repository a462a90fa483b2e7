import type { FillLayerSpecification, LineLayerSpecification } from 'maplibre-gl'
import type { MapTheme } from '../map-theme.ts'

/** Regions that hold a hit are washed. */
export const regionLayer = (theme: MapTheme): FillLayerSpecification => ({
  id: 'regions',
  type: 'fill',
  source: 'regions',
  paint: {
    'fill-color': ['case', ['boolean', ['feature-state', 'hit'], false], theme.landHit, theme.land],
  },
})

export const provinceMeshLayer = (theme: MapTheme): LineLayerSpecification => ({
  id: 'province-mesh',
  type: 'line',
  source: 'province-mesh',
  minzoom: 7,
  layout: { 'line-join': 'round' },
  paint: {
    'line-color': theme.borderRegion,
    'line-width': 0.6,
    'line-dasharray': [3, 3],
    'line-opacity': ['interpolate', ['linear'], ['zoom'], 7, 0, 8, 0.9],
  },
})

export const regionMeshLayer = (theme: MapTheme): LineLayerSpecification => ({
  id: 'region-mesh',
  type: 'line',
  source: 'region-mesh',
  layout: { 'line-join': 'round' },
  paint: { 'line-color': theme.borderRegion, 'line-width': ['interpolate', ['linear'], ['zoom'], 5, 0.75, 9, 1.1] },
})

export const outlineLayer = (theme: MapTheme): LineLayerSpecification => ({
  id: 'outline',
  type: 'line',
  source: 'outline',
  filter: ['==', ['get', 'kind'], 'outline'],
  layout: { 'line-join': 'round' },
  paint: { 'line-color': theme.border, 'line-width': 0.95 },
})
