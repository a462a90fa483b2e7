import type { FillLayerSpecification, LineLayerSpecification } from 'maplibre-gl'
import type { MapTheme } from '../map-theme.ts'

export const neighbourLandLayer = (theme: MapTheme): FillLayerSpecification => ({
  id: 'neighbours',
  type: 'fill',
  source: 'neighbours',
  filter: ['==', ['get', 'kind'], 'land'],
  paint: { 'fill-color': theme.landOther },
})

export const neighbourCoastLayer = (theme: MapTheme): LineLayerSpecification => ({
  id: 'neighbour-coast',
  type: 'line',
  source: 'outline',
  filter: ['==', ['get', 'kind'], 'coast'],
  paint: { 'line-color': theme.coast, 'line-width': 0.6, 'line-opacity': 0.75 },
})

export const neighbourBorderLayer = (theme: MapTheme): LineLayerSpecification => ({
  id: 'neighbour-borders',
  type: 'line',
  source: 'neighbours',
  filter: ['==', ['get', 'kind'], 'border'],
  paint: { 'line-color': theme.landOtherLine, 'line-width': 0.9, 'line-dasharray': [6, 3, 1.2, 3] },
})
