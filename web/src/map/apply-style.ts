import type { Map as MapLibreMap, StyleSpecification } from 'maplibre-gl'

const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

/**
 * Brings the layers of a living map from one style value to the next. `map.setStyle` with its own diff would also set
 * every source back to the data it has in the style, and so empty the sites.
 */
export function applyStyle(map: MapLibreMap, from: StyleSpecification, to: StyleSpecification): void {
  const before = new Map(from.layers.map((layer) => [layer.id, layer]))
  for (const layer of to.layers) {
    const old = before.get(layer.id)
    if (!old) continue
    const [oldPaint, paint] = [entriesOf(old.paint), entriesOf(layer.paint)]
    for (const [name, value] of paint) {
      if (!isSame(oldPaint.get(name), value)) map.setPaintProperty(layer.id, name as never, value as never)
    }
    const [oldLayout, layout] = [entriesOf(old.layout), entriesOf(layer.layout)]
    for (const [name, value] of layout) {
      if (!isSame(oldLayout.get(name), value)) map.setLayoutProperty(layer.id, name as never, value as never)
    }
    if ('filter' in layer && !isSame('filter' in old ? old.filter : null, layer.filter)) {
      map.setFilter(layer.id, layer.filter ?? null)
    }
  }
}

const entriesOf = (properties: object | undefined) => new Map<string, unknown>(Object.entries(properties ?? {}))
