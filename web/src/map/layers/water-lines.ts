import type { LineLayerSpecification } from 'maplibre-gl'
import type { MapTheme } from '../map-theme.ts'

/** Distance of each line from the coast, px at zoom 6. */
const DISTANCES = [12, 7.5, 3.5]
const STROKE = 0.8

/**
 * Water lining: three hairlines that follow the coast. Each is a broad stroke on the coast with a narrower one of the
 * sea's colour over it, and the land covers the inner half. `line-offset` was tried first: it folds over itself at every
 * headland.
 */
export const waterLineLayers = (theme: MapTheme): LineLayerSpecification[] =>
  DISTANCES.flatMap((distance, i): LineLayerSpecification[] => [
    stroke(`water-line-${i}`, theme.seaLine, distance * 2 + STROKE),
    stroke(`water-line-${i}-inner`, theme.sea, distance * 2 - STROKE),
  ])

const stroke = (id: string, color: string, width: number): LineLayerSpecification => ({
  id,
  type: 'line',
  source: 'outline',
  layout: { 'line-join': 'round', 'line-cap': 'round' },
  paint: {
    'line-color': color,
    'line-width': ['interpolate', ['linear'], ['zoom'], 4, width * 0.75, 6, width, 12, width * 1.6],
  },
})
