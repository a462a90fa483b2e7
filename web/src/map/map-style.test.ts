import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec'
import { describe, expect, it } from 'vitest'
import { FONT } from './font-names.ts'
import { mapStyle } from './map-style.ts'
import type { MapTheme } from './map-theme.ts'

const theme = new Proxy({} as MapTheme, { get: (_, token) => `#${String(token).length.toString(16).padStart(6, '0')}` })
const fontFaces = Object.fromEntries(Object.values(FONT).map((name) => [name, [{ url: `/${name}.woff2` }]]))
const styleIn = (language: 'fr' | 'ar' | 'en', more = {}) =>
  mapStyle({ theme, language, origin: 'http://localhost', fontFaces, ...more })

const indexOf = (id: string) => styleIn('fr').layers.findIndex((layer) => layer.id === id)

describe('mapStyle', () => {
  it.each(['fr', 'ar', 'en'] as const)('is a valid style in %s', (language) => {
    expect(validateStyleMin(styleIn(language) as never)).toEqual([])
  })

  it('is valid with an office filter', () => {
    const officeFilter = ['all', ['>=', ['get', 'seats'], 40], ['<=', ['get', 'availableFromDay'], 20698]]
    expect(validateStyleMin(styleIn('fr', { officeFilter }) as never)).toEqual([])
  })

  it('draws from the sea up: water lines under land, land under borders, sites above all', () => {
    const order = [
      'sea',
      'graticule',
      'water-line-0',
      'neighbours',
      'regions',
      'region-mesh',
      'outline',
      'town-names',
      'site-ranks',
    ]
    const places = order.map(indexOf)
    expect(places).toEqual([...places].sort((a, b) => a - b))
    expect(places).not.toContain(-1)
  })

  it('asks only for fonts that it brings', () => {
    const asked = JSON.stringify(styleIn('ar').layers).match(/Plex [A-Z][A-Za-z]+/g) ?? []
    expect(new Set(asked)).toEqual(new Set(Object.values(FONT)))
  })

  it('never spaces Arabic letters or turns them to capitals', () => {
    for (const { layout } of styleIn('ar').layers as { layout?: Record<string, unknown> }[]) {
      expect(layout?.['text-letter-spacing'] ?? 0).toBe(0)
      expect(layout?.['text-transform'] ?? 'none').toBe('none')
    }
  })

  it('keeps clusters whatever the office filter, and asks no other host', () => {
    const style = styleIn('fr', { officeFilter: ['==', ['get', 'fitOut'], 'fitted'] })
    const offices = style.layers.find(({ id }) => id === 'offices')
    expect(offices && 'filter' in offices && offices.filter).toEqual([
      'any',
      ['has', 'count'],
      ['==', ['get', 'fitOut'], 'fitted'],
    ])
    expect(JSON.stringify(style.sources)).not.toMatch(/https?:\/\/(?!localhost)/)
  })
})
