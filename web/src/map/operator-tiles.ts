import type { Language } from '@tvl/model'
import type { Map as MapLibreMap } from 'maplibre-gl'

const SOURCE = 'protomaps'
/** Our own layers say what these would: the tiles' borders are never drawn. */
const NOT_DRAWN = /^(boundaries|background|earth|landcover|places_country|places_region)/
/** Farther away the map keeps its own drawing, water lines and all. */
const FROM_ZOOM = 7
let isProtocolKnown = false

/**
 * Puts the operator's own tiles on our land and under our borders, in place of those shown before. The libraries that read and dress
 * them are fetched only by a page whose server has such tiles.
 */
export async function showOperatorTiles(map: MapLibreMap, language: Language, theme: 'light' | 'dark'): Promise<void> {
  const [{ Protocol }, { layers, namedFlavor }, { addProtocol }] = await Promise.all([
    import('pmtiles'),
    import('@protomaps/basemaps'),
    import('maplibre-gl'),
  ])
  if (!isProtocolKnown) {
    addProtocol('pmtiles', new Protocol().tile)
    isProtocolKnown = true
  }
  for (const { id, source } of map.getLayersOrder().map((id) => ({ id, source: map.getLayer(id)?.source }))) {
    if (source === SOURCE) map.removeLayer(id)
  }
  if (!map.getSource(SOURCE)) {
    map.addSource(SOURCE, { type: 'vector', url: `pmtiles://${location.origin}/basemap/operator.pmtiles` })
  }
  for (const layer of layers(SOURCE, namedFlavor(theme), { lang: language })) {
    if (NOT_DRAWN.test(layer.id)) continue
    map.addLayer({ ...layer, minzoom: Math.max(FROM_ZOOM, layer.minzoom ?? 0) }, 'province-mesh')
  }
}
