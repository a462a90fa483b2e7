import type { Language } from '@tvl/model'
import type { SymbolLayerSpecification } from 'maplibre-gl'
import { FONT } from '../font-names.ts'
import type { MapTheme } from '../map-theme.ts'
import { nameIn, spacing, textSize } from './name-field.ts'

export const regionNameLayer = (theme: MapTheme, language: Language): SymbolLayerSpecification => ({
  id: 'region-names',
  type: 'symbol',
  source: 'labels',
  filter: ['==', ['get', 'kind'], 'region'],
  maxzoom: 9.5,
  layout: {
    'text-field': nameIn(language),
    'text-font': [FONT.regular],
    'text-size': ['interpolate', ['linear'], ['zoom'], 5, textSize(language, 11), 8, textSize(language, 13)],
    'text-letter-spacing': spacing(language, 0.04),
    'text-max-width': 8,
    'text-padding': 3,
  },
  paint: { 'text-color': theme.ink3, 'text-halo-color': theme.land, 'text-halo-width': 1.2 },
})

export const countryNameLayer = (theme: MapTheme, language: Language): SymbolLayerSpecification => ({
  id: 'country-names',
  type: 'symbol',
  source: 'labels',
  filter: ['==', ['get', 'kind'], 'country'],
  maxzoom: 9,
  layout: {
    'text-field': nameIn(language),
    'text-font': [FONT.regular],
    'text-size': textSize(language, 11),
    'text-letter-spacing': spacing(language, 0.22),
    'text-transform': language === 'ar' ? 'none' : 'uppercase',
    // From its point eastward: a name never runs back over the Kingdom's border.
    'text-anchor': 'left',
    'text-max-width': 20,
  },
  paint: { 'text-color': theme.ink3, 'text-halo-color': theme.landOther, 'text-halo-width': 1 },
})

/** Sebta, Melilia and the islands: quiet, and only once there is room. */
export const outlyingNameLayer = (theme: MapTheme, language: Language): SymbolLayerSpecification => ({
  id: 'outlying-names',
  type: 'symbol',
  source: 'labels',
  filter: ['in', ['get', 'kind'], ['literal', ['enclave', 'island']]],
  minzoom: 5.6,
  layout: {
    'text-field': nameIn(language),
    'text-font': [FONT.regular],
    'text-size': textSize(language, 11),
    'text-variable-anchor': ['center', 'left', 'right', 'top'],
    'text-max-width': 8,
  },
  paint: { 'text-color': theme.ink3, 'text-halo-color': theme.sea, 'text-halo-width': 1 },
})

export const waterNameLayer = (theme: MapTheme, language: Language): SymbolLayerSpecification => ({
  id: 'water-names',
  type: 'symbol',
  source: 'labels',
  filter: ['all', ['==', ['get', 'kind'], 'water'], ['<=', ['get', 'rank'], ['step', ['zoom'], 2, 7, 3]]],
  layout: {
    'text-field': nameIn(language),
    'text-font': [FONT.water],
    'text-size': ['match', ['get', 'rank'], 1, textSize(language, 15), textSize(language, 12)],
    'text-letter-spacing': spacing(language, 0.04),
    'text-line-height': 1.3,
    'text-max-width': 20,
  },
  paint: { 'text-color': theme.seaText, 'text-halo-color': theme.sea, 'text-halo-width': 1 },
})
