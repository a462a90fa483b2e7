import type { Map as MapLibreMap } from 'maplibre-gl'
import type { GeoJSONStoreFeatures, TerraDraw } from 'terra-draw'
import type { MapTheme } from './map-theme.ts'
import type { Ring } from './map-types.ts'

export interface AreaDrawing {
  stop: () => void
}

/**
 * Lets the reader draw one polygon on the map, or change the one that is there. The drawing library is fetched the first
 * time. `onChange` gets the ring when it is closed and after each change.
 */
export async function startDrawing(
  map: MapLibreMap,
  theme: MapTheme,
  area: Ring | null,
  onChange: (ring: Ring) => void,
): Promise<AreaDrawing> {
  const [
    { TerraDraw, TerraDrawPolygonMode, TerraDrawSelectMode, ValidateNotSelfIntersecting },
    { TerraDrawMapLibreGLAdapter },
  ] = await Promise.all([import('terra-draw'), import('terra-draw-maplibre-gl-adapter')])
  // An area that crosses itself is refused by the standard API, so it cannot be drawn: the last corner does not take.
  const validation = (feature: GeoJSONStoreFeatures, { updateType }: { updateType: string }) =>
    updateType === 'provisional' ? { valid: true } : ValidateNotSelfIntersecting(feature)
  const accent = theme.accent as `#${string}`
  const surface = theme.surface as `#${string}`
  const draw: TerraDraw = new TerraDraw({
    adapter: new TerraDrawMapLibreGLAdapter({ map, coordinatePrecision: 6 }),
    modes: [
      new TerraDrawPolygonMode({
        validation,
        styles: {
          fillColor: accent,
          fillOpacity: 0.08,
          outlineColor: accent,
          outlineWidth: 1.5,
          closingPointColor: surface,
          closingPointOutlineColor: accent,
          closingPointOutlineWidth: 2,
          closingPointWidth: 5,
        },
      }),
      new TerraDrawSelectMode({
        flags: {
          polygon: {
            feature: {
              validation,
              draggable: true,
              coordinates: { midpoints: true, draggable: true, deletable: true },
            },
          },
        },
        styles: {
          selectedPolygonColor: accent,
          selectedPolygonFillOpacity: 0.08,
          selectedPolygonOutlineColor: accent,
          selectedPolygonOutlineWidth: 1.5,
          selectionPointColor: surface,
          selectionPointOutlineColor: accent,
          selectionPointOutlineWidth: 2,
          selectionPointWidth: 5,
          midPointColor: accent,
          midPointOutlineColor: surface,
          midPointWidth: 3,
        },
      }),
    ],
  })
  const ringOf = (id: string | number): Ring | null => {
    const geometry = draw.getSnapshotFeature(id)?.geometry
    return geometry?.type === 'Polygon' ? (geometry.coordinates[0] ?? null) : null
  }
  draw.start()
  draw.on('finish', (id) => {
    const ring = ringOf(id)
    if (ring) onChange(ring)
    // The drawn polygon stays open to changes until drawing ends.
    if (draw.getMode() === 'polygon') {
      draw.setMode('select')
      draw.selectFeature(id)
    }
  })
  if (area) {
    const [validation] = draw.addFeatures([
      {
        type: 'Feature',
        properties: { mode: 'polygon' },
        geometry: { type: 'Polygon', coordinates: [area.map(([lon = 0, lat = 0]) => [round(lon), round(lat)])] },
      },
    ])
    draw.setMode('select')
    if (validation?.id !== undefined && validation.valid) draw.selectFeature(validation.id)
  } else {
    draw.setMode('polygon')
  }
  return { stop: () => draw.stop() }
}

/** The library refuses coordinates finer than it was told. */
const round = (degrees: number) => Math.round(degrees * 1e6) / 1e6
