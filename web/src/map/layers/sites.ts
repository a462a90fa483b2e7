import type {
  CircleLayerSpecification,
  ExpressionSpecification,
  LayerSpecification,
  LineLayerSpecification,
  SymbolLayerSpecification,
} from 'maplibre-gl'
import { FONT } from '../font-names.ts'
import type { MapTheme } from '../map-theme.ts'

/** Radius of a ranked pin, px. */
export const PIN_RADIUS = 12

const SELECTED: ExpressionSpecification = ['boolean', ['feature-state', 'selected'], false]
const HOVERED: ExpressionSpecification = ['boolean', ['feature-state', 'hovered'], false]

/** Sites that do not answer: dots, and dashed rings where little is missing. */
const otherSites = (theme: MapTheme): SymbolLayerSpecification => ({
  id: 'sites-other',
  type: 'symbol',
  source: 'sites',
  filter: ['all', ['==', ['get', 'role'], 'point'], ['!=', ['get', 'state'], 'hit']],
  layout: {
    'icon-image': ['match', ['get', 'state'], 'near', 'site-near', 'site-other'],
    'icon-overlap': 'always',
    'icon-padding': 1,
    'symbol-sort-key': ['match', ['get', 'state'], 'near', 0, 1],
    'text-field': ['step', ['zoom'], '', 7.5, ['get', 'label']],
    'text-font': [FONT.medium],
    'text-size': 12,
    'text-variable-anchor': ['left', 'right', 'top', 'bottom'],
    'text-radial-offset': 0.9,
    'text-justify': 'auto',
    'text-optional': true,
    'text-max-width': 12,
  },
  paint: { 'text-color': theme.ink2, 'text-halo-color': theme.surface, 'text-halo-width': 1.6 },
})

/** The ring around a dot under the pointer, or chosen; a feature's state cannot change an icon. */
const focusRing = (theme: MapTheme): CircleLayerSpecification => ({
  id: 'site-focus',
  type: 'circle',
  source: 'sites',
  filter: ['all', ['==', ['get', 'role'], 'point'], ['!=', ['get', 'state'], 'hit']],
  paint: {
    'circle-radius': 9,
    'circle-color': theme.surface,
    'circle-opacity': ['case', SELECTED, 0.9, HOVERED, 0.9, 0],
    'circle-stroke-color': theme.accent,
    'circle-stroke-width': ['case', SELECTED, 2, HOVERED, 1.4, 0],
  },
})

const leaders = (theme: MapTheme): LineLayerSpecification => ({
  id: 'site-leaders',
  type: 'line',
  source: 'sites',
  filter: ['==', ['get', 'role'], 'leader'],
  paint: { 'line-color': theme.accent, 'line-width': 1.2 },
})

const truePoints = (theme: MapTheme): CircleLayerSpecification => ({
  id: 'site-points',
  type: 'circle',
  source: 'sites',
  filter: ['all', ['==', ['get', 'role'], 'point'], ['==', ['get', 'state'], 'hit']],
  paint: {
    'circle-radius': 3.5,
    'circle-color': theme.accent,
    'circle-stroke-color': theme.surface,
    'circle-stroke-width': 1.2,
  },
})

const pins = (theme: MapTheme): CircleLayerSpecification => ({
  id: 'site-pins',
  type: 'circle',
  source: 'sites',
  filter: ['==', ['get', 'role'], 'pin'],
  layout: { 'circle-sort-key': ['-', ['get', 'rank']] },
  paint: { 'circle-radius': PIN_RADIUS, 'circle-color': theme.accent },
})

const pinHalos = (theme: MapTheme): CircleLayerSpecification => ({
  id: 'site-pin-halos',
  type: 'circle',
  source: 'sites',
  filter: ['==', ['get', 'role'], 'pin'],
  paint: {
    'circle-radius': ['case', SELECTED, PIN_RADIUS + 3.5, HOVERED, PIN_RADIUS + 3, PIN_RADIUS + 2],
    'circle-color': theme.surface,
    'circle-opacity': 0.9,
    'circle-stroke-color': theme.accent,
    'circle-stroke-width': ['case', SELECTED, 1.8, HOVERED, 1.2, 0],
  },
})

/** The rank is drawn always; as a symbol it also keeps other names off the pin. */
const ranks = (theme: MapTheme): SymbolLayerSpecification => ({
  id: 'site-ranks',
  type: 'symbol',
  source: 'sites',
  filter: ['==', ['get', 'role'], 'pin'],
  layout: {
    'text-field': ['to-string', ['get', 'rank']],
    'text-font': [FONT.strong],
    'text-size': ['step', ['get', 'rank'], 12.5, 100, 10.5],
    'text-overlap': 'always',
    'text-padding': 6,
    'symbol-sort-key': ['get', 'rank'],
  },
  paint: { 'text-color': theme.onAccent },
})

const pinLabels = (theme: MapTheme): SymbolLayerSpecification => ({
  id: 'site-labels',
  type: 'symbol',
  source: 'sites',
  // Over the whole Kingdom the first few are named; the list names them all.
  filter: ['all', ['==', ['get', 'role'], 'pin'], ['<=', ['get', 'rank'], ['step', ['zoom'], 6, 6, 12, 7, 9999]]],
  layout: {
    'text-field': [
      'format',
      ['get', 'label'],
      { 'text-font': ['literal', [FONT.strong]] },
      ['case', ['has', 'sublabel'], ['concat', '\n', ['get', 'sublabel']], ''],
      { 'font-scale': 0.88, 'text-color': theme.ink2 },
    ],
    'text-font': [FONT.regular],
    'text-size': 12.5,
    // A pin that moved west, or stands at the eastern edge, never has its name to the east.
    'text-variable-anchor-offset': [
      'match',
      ['get', 'side'],
      'west',
      ['literal', ['right', [-1.4, 0], 'top', [0, 1.4], 'bottom', [0, -1.4]]],
      ['literal', ['left', [1.4, 0], 'right', [-1.4, 0], 'top', [0, 1.4], 'bottom', [0, -1.4]]],
    ],
    'text-justify': 'auto',
    'text-line-height': 1.15,
    'text-max-width': 14,
    'symbol-sort-key': ['get', 'rank'],
  },
  paint: { 'text-color': theme.ink, 'text-halo-color': theme.surface, 'text-halo-width': 1.8 },
})

/** From below to above. */
export const siteLayers = (theme: MapTheme): LayerSpecification[] => [
  focusRing(theme),
  otherSites(theme),
  leaders(theme),
  truePoints(theme),
  pinHalos(theme),
  pins(theme),
  pinLabels(theme),
  ranks(theme),
]
