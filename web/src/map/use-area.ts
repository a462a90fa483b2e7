import type { GeoJSONSource, Map as MapLibreMap } from 'maplibre-gl'
import { useCallback, useEffect, useRef, useState } from 'react'
import { type AreaDrawing, startDrawing } from './area-drawing.ts'
import { EMPTY } from './basemap-sources.ts'
import type { MapTheme } from './map-theme.ts'
import type { Ring } from './map-types.ts'

/** Shows the drawn area, and lets the reader draw, change and drop it. Escape puts back what was there before. */
export function useArea(
  map: MapLibreMap | null,
  theme: MapTheme,
  area: Ring | null,
  onAreaDrawn: (ring: Ring | null) => void,
) {
  const [isDrawing, setDrawing] = useState(false)
  const drawing = useRef<AreaDrawing | null>(null)
  const isStarting = useRef(false)
  const before = useRef<Ring | null>(null)
  const report = useRef(onAreaDrawn)
  report.current = onAreaDrawn

  const end = useCallback(() => {
    drawing.current?.stop()
    drawing.current = null
    setDrawing(false)
  }, [])

  const begin = useCallback(async () => {
    if (!map || isStarting.current || drawing.current) return
    isStarting.current = true
    before.current = area
    try {
      drawing.current = await startDrawing(map, theme, area, (ring) => report.current(ring))
      // Only now does the map take points: to say so while the library is on its way would lose the first of them.
      setDrawing(true)
    } finally {
      isStarting.current = false
    }
  }, [map, theme, area])

  const cancel = useCallback(() => {
    end()
    report.current(before.current)
  }, [end])

  const clear = useCallback(() => {
    end()
    report.current(null)
  }, [end])

  useEffect(() => {
    if (!isDrawing) return
    const pressed = (event: KeyboardEvent) => {
      if (event.key === 'Escape') cancel()
    }
    window.addEventListener('keydown', pressed, { capture: true })
    return () => window.removeEventListener('keydown', pressed, { capture: true })
  }, [isDrawing, cancel])

  // The page may hand over the same ring in a new array on each render.
  const key = JSON.stringify(area)
  useEffect(() => {
    if (!map) return
    const area = JSON.parse(key) as Ring | null
    // While it is being drawn the drawing library shows it.
    const shown = area && !isDrawing ? area : null
    map
      .getSource<GeoJSONSource>('area')
      ?.setData(
        shown ? { type: 'Feature', properties: {}, geometry: { type: 'Polygon', coordinates: [shown] } } : EMPTY,
      )
  }, [map, key, isDrawing])

  return { isDrawing, begin, end, cancel, clear }
}
