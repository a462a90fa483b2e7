import type { BackgroundLayerSpecification, LineLayerSpecification } from 'maplibre-gl'
import type { MapTheme } from '../map-theme.ts'

export const seaLayer = (theme: MapTheme): BackgroundLayerSpecification => ({
  id: 'sea',
  type: 'background',
  paint: { 'background-color': theme.sea },
})

export const graticuleLayer = (theme: MapTheme): LineLayerSpecification => ({
  id: 'graticule',
  type: 'line',
  source: 'graticule',
  paint: { 'line-color': theme.seaLine, 'line-width': 0.6 },
})
