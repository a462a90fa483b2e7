import type { StyleSpecification } from 'maplibre-gl'
import { Map as MapLibreMap, setWorkerUrl } from 'maplibre-gl'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url'
import { type RefObject, useEffect, useRef, useState } from 'react'
import { drawnBy } from './drawn-by.ts'
import { KINGDOM, MAX_BOUNDS, MAX_ZOOM, MIN_ZOOM } from './kingdom.ts'
import { drawSign, SIGN_NAMES } from './map-images.ts'
import type { MapTheme } from './map-theme.ts'
import type { Camera } from './map-types.ts'
import { REST_MS } from './use-unhurried.ts'

setWorkerUrl(workerUrl)

/** Room left around the whole Kingdom; on a wide map the ocean side holds the inset and the scale. */
export const fitPadding = (container: HTMLElement) =>
  container.clientWidth >= 680
    ? { top: 36, bottom: 44, left: 124, right: 40 }
    : { top: 64, bottom: 84, left: 58, right: 34 }

/** px by which a line more of chips above the map moves its edge */
const A_LINE = 80
/** ms after which such a small step is followed: the processor has then drawn what the chips have changed */
const LATER_MS = 1200

/**
 * Fits the map to its place once that has come to rest. A new size makes the page wait for all that is being drawn, so
 * a small step waits until nothing is. Gives what ends it.
 */
function resizeAtRest(map: MapLibreMap): () => void {
  let timer = 0
  const observer = new ResizeObserver(([entry]) => {
    const { clientWidth, clientHeight } = map.getCanvas()
    const { width, height } = entry?.contentRect ?? { width: 0, height: 0 }
    const isStep = Math.abs(width - clientWidth) < 2 && Math.abs(height - clientHeight) <= A_LINE
    clearTimeout(timer)
    timer = window.setTimeout(() => map.resize(), isStep ? LATER_MS : REST_MS)
  })
  observer.observe(map.getContainer())
  return () => {
    clearTimeout(timer)
    observer.disconnect()
  }
}

interface UseMapOptions {
  container: RefObject<HTMLDivElement | null>
  style: StyleSpecification
  theme: MapTheme
  camera: Camera | null
  title: string
  onUnavailable: () => void
}

/**
 * Owns the one map instance: made once, removed with the component. The first style and camera are read once; later ones
 * are applied by the component. Gives null until the style is there.
 */
export function useMap({ container, style, theme, camera, title, onUnavailable }: UseMapOptions): MapLibreMap | null {
  const [map, setMap] = useState<MapLibreMap | null>(null)
  const first = useRef({ style, camera, title, onUnavailable })
  const signTheme = useRef(theme)

  useEffect(() => {
    const { style, camera, title, onUnavailable } = first.current
    if (!container.current) return
    const drawer = drawnBy()
    if (!drawer) {
      onUnavailable()
      return
    }
    const made = new MapLibreMap({
      container: container.current,
      style,
      minZoom: MIN_ZOOM,
      maxZoom: MAX_ZOOM,
      maxBounds: MAX_BOUNDS,
      maxPitch: 0,
      dragRotate: false,
      pitchWithRotate: false,
      attributionControl: false,
      trackResize: drawer !== 'processor',
      // Without a graphics card each picture takes the processor a tenth of a second: a fade of ten would hold the page.
      fadeDuration: drawer === 'processor' || matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 180,
      locale: { 'Map.Title': title },
      ...(camera
        ? { center: [camera.lon, camera.lat], zoom: camera.zoom }
        : { bounds: KINGDOM, fitBoundsOptions: { padding: fitPadding(container.current) } }),
    })
    made.touchZoomRotate.disableRotation()
    made.keyboard.disableRotation()
    made.setMissingStyleImageResolver((id) => {
      const pixelRatio = Math.max(2, Math.ceil(devicePixelRatio))
      const image = drawSign(id, signTheme.current, pixelRatio)
      if (image && !made.hasImage(id)) made.addImage(id, image, { pixelRatio })
    })
    made.once('style.load', () => setMap(made))
    // For whoever takes pictures of the page: nothing is on its way any more.
    made.on('idle', () => made.getContainer().setAttribute('data-settled', ''))
    // A lost context comes back by itself; one that never came leaves the list alone on the page.
    made.on('error', ({ error }) => {
      if (/webgl/i.test(error.message)) onUnavailable()
    })
    const stopFollowing = drawer === 'processor' ? resizeAtRest(made) : () => {}
    return () => {
      stopFollowing()
      setMap(null)
      made.remove()
    }
  }, [container])

  useEffect(() => {
    signTheme.current = theme
    if (!map) return
    for (const name of SIGN_NAMES) {
      const image = map.hasImage(name) ? drawSign(name, theme, Math.max(2, Math.ceil(devicePixelRatio))) : null
      if (image) map.updateImage(name, image)
    }
  }, [map, theme])

  return map
}
