import type { Language } from '@tvl/model'
import type { FilterSpecification, SymbolLayerSpecification } from 'maplibre-gl'
import { FONT } from '../font-names.ts'
import type { MapTheme } from '../map-theme.ts'
import { nameIn, textSize } from './name-field.ts'

const COMING: FilterSpecification = ['<=', ['get', 'tier'], ['step', ['zoom'], 2, 6, 3, 7.2, 4]]

/** The points of towns, under the signs of airports and the like. */
export const townPointLayer = (): SymbolLayerSpecification => ({
  id: 'town-points',
  type: 'symbol',
  source: 'towns',
  filter: COMING,
  layout: {
    'icon-image': ['match', ['get', 'seat'], 'kingdom', 'town-capital', 'region', 'town-seat', 'town'],
    'icon-overlap': 'always',
    'icon-ignore-placement': true,
  },
})

/** Towns by prominence: names give way to sites and to greater towns, and come as one comes near. */
export const townNameLayer = (theme: MapTheme, language: Language): SymbolLayerSpecification => ({
  id: 'town-names',
  type: 'symbol',
  source: 'towns',
  filter: COMING,
  layout: {
    'text-field': nameIn(language),
    'text-font': ['step', ['get', 'tier'], ['literal', [FONT.medium]], 1, ['literal', [FONT.regular]]],
    'text-size': [
      'interpolate',
      ['linear'],
      ['zoom'],
      5,
      ['step', ['get', 'tier'], textSize(language, 12.5), 1, textSize(language, 11)],
      9,
      ['step', ['get', 'tier'], textSize(language, 15), 1, textSize(language, 13)],
    ],
    'text-variable-anchor': ['right', 'left', 'bottom', 'top', 'top-right', 'bottom-left'],
    'text-radial-offset': 0.85,
    'text-justify': 'auto',
    'text-padding': 2,
    'text-max-width': 12,
    'symbol-sort-key': ['get', 'tier'],
  },
  paint: {
    'text-color': ['step', ['get', 'tier'], theme.ink, 1, theme.ink2],
    'text-halo-color': theme.land,
    'text-halo-width': 1.4,
  },
})
