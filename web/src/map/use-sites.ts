import type { GeoJSONSource, Map as MapLibreMap, MapMouseEvent } from 'maplibre-gl'
import { useEffect, useRef } from 'react'
import { inSlices } from '../ui/in-slices.ts'
import type { MapSite } from './map-types.ts'
import { type Projection, siteFeatures, siteFeaturesInSteps, uncertaintyFeatures } from './site-features.ts'

const TOUCHABLE = ['site-pins', 'site-pin-halos', 'site-points', 'sites-other', 'site-labels']
/** A fingertip or a hasty pointer is this far off, px. */
const REACH = 4
/** Pins are laid out anew when the zoom has changed by this much. */
const LAYOUT_STEP = 0.25

const setData = (map: MapLibreMap, source: string, data: GeoJSON.FeatureCollection) =>
  map.getSource<GeoJSONSource>(source)?.setData(data)

interface UseSitesOptions {
  sites: readonly MapSite[]
  hoveredId: string | null
  selectedId: string | null
  onHover: (id: string | null) => void
  onSelect: (id: string) => void
  /** while an area is drawn the pointer belongs to the drawing */
  isIdle: boolean
}

/** Draws the sites, and carries pointer and selection between them and the page. */
export function useSites(map: MapLibreMap | null, options: UseSitesOptions): void {
  const { sites, hoveredId, selectedId } = options
  const latest = useRef(options)
  latest.current = options

  const isDrawn = useRef(false)
  useEffect(() => {
    if (!map) return
    let drawnAt = Number.NaN
    let stop = () => {}
    const projection = (): Projection => {
      // The canvas's own size: asking the page for the container's would lay the page out anew.
      const { width, height } = map.getCanvas()
      const pixelRatio = map.getPixelRatio()
      return {
        frame: { width: width / pixelRatio, height: height / pixelRatio },
        project: ([lon = 0, lat = 0]) => map.project([lon, lat]),
        unproject: ({ x, y }) => map.unproject([x, y]).toArray(),
      }
    }
    const draw = () => {
      stop()
      drawnAt = map.getZoom()
      setData(map, 'sites', siteFeatures(sites, projection()))
    }
    /** Two hundred sites take a while to lay out: the page stays free meanwhile, unless the map moves under them. */
    const drawInSlices = () => {
      const moved = () => draw()
      const callOff = inSlices(siteFeaturesInSteps(sites, projection()), (features) => {
        stop()
        drawnAt = map.getZoom()
        setData(map, 'sites', features)
      })
      map.once('move', moved)
      stop = () => {
        callOff()
        map.off('move', moved)
      }
    }
    const zoomed = () => {
      if (Math.abs(map.getZoom() - drawnAt) >= LAYOUT_STEP) draw()
    }
    const settled = () => {
      if (Math.abs(map.getZoom() - drawnAt) > 0.01) draw()
    }
    if (isDrawn.current) drawInSlices()
    else draw()
    isDrawn.current = true
    map.on('zoom', zoomed)
    map.on('zoomend', settled)
    return () => {
      stop()
      map.off('zoom', zoomed)
      map.off('zoomend', settled)
    }
  }, [map, sites])

  const hasCircles = useRef(false)
  useEffect(() => {
    if (!map) return
    const marked = sites.filter(({ id }) => id === hoveredId || id === selectedId)
    // Each piece of data sent to the map is a new picture of all of it, so none is sent to say "still nothing".
    const circles = uncertaintyFeatures(marked)
    if (hasCircles.current || circles.features.length > 0) setData(map, 'uncertainty', circles)
    hasCircles.current = circles.features.length > 0
    for (const { id } of marked) {
      map.setFeatureState({ source: 'sites', id }, { hovered: id === hoveredId, selected: id === selectedId })
    }
    return () => {
      if (!map.getSource('sites')) return
      for (const { id } of marked) map.setFeatureState({ source: 'sites', id }, { hovered: false, selected: false })
    }
  }, [map, sites, hoveredId, selectedId])

  useEffect(() => {
    // A site chosen in the list comes into view; one chosen on the map is there already.
    const site = latest.current.sites.find(({ id }) => id === selectedId)
    if (!map || !site || map.getBounds().contains([site.lon, site.lat])) return
    const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches
    map.easeTo({ center: [site.lon, site.lat], duration: isStill ? 0 : 420 })
  }, [map, selectedId])

  useEffect(() => {
    if (!map) return
    const siteAt = ({ point: { x, y } }: MapMouseEvent): string | null => {
      const box: [[number, number], [number, number]] = [
        [x - REACH, y - REACH],
        [x + REACH, y + REACH],
      ]
      const id: unknown = map.queryRenderedFeatures(box, { layers: TOUCHABLE })[0]?.properties.id
      return typeof id === 'string' ? id : null
    }
    const hover = (id: string | null) => {
      if (id !== latest.current.hoveredId) latest.current.onHover(id)
      map.getCanvas().style.cursor = id ? 'pointer' : ''
    }
    const moved = (event: MapMouseEvent) => {
      if (latest.current.isIdle) hover(siteAt(event))
    }
    const left = () => latest.current.isIdle && hover(null)
    const clicked = (event: MapMouseEvent) => {
      if (!latest.current.isIdle) return
      const id = siteAt(event)
      if (id) latest.current.onSelect(id)
      else clickOffice(map, event, latest.current.onSelect)
    }
    map.on('mousemove', moved)
    map.on('mouseout', left)
    map.on('click', clicked)
    return () => {
      map.off('mousemove', moved)
      map.off('mouseout', left)
      map.off('click', clicked)
    }
  }, [map])
}

/** A cluster opens, an office marks its zone. */
function clickOffice(map: MapLibreMap, { point, lngLat }: MapMouseEvent, onSelect: (id: string) => void) {
  const [office] = map.queryRenderedFeatures(point, { layers: ['offices'] })
  if (!office) return
  const { count, zoneId } = office.properties
  if (count) map.easeTo({ center: lngLat, zoom: map.getZoom() + 2 })
  else if (typeof zoneId === 'string') onSelect(zoneId)
}
