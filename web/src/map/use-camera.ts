import type { MapLibreEvent, Map as MapLibreMap } from 'maplibre-gl'
import { useCallback, useEffect, useRef, useState } from 'react'
import { KINGDOM } from './kingdom.ts'
import type { Bounds, Camera } from './map-types.ts'
import { fitPadding } from './use-map.ts'

/** The whole Kingdom fills the map within this many zoom levels. */
const WHOLE_TOLERANCE = 0.4

const round = (value: number, digits: number) => Number(value.toFixed(digits))

const cameraOf = (map: MapLibreMap): Camera => {
  const { lng, lat } = map.getCenter()
  return { lon: round(lng, 4), lat: round(lat, 4), zoom: round(map.getZoom(), 2) }
}

export const boundsOf = (map: MapLibreMap): Bounds => {
  const bounds = map.getBounds()
  return [
    round(bounds.getWest(), 4),
    round(bounds.getSouth(), 4),
    round(bounds.getEast(), 4),
    round(bounds.getNorth(), 4),
  ]
}

const isSame = (a: Camera | null, b: Camera | null) =>
  a === b || Boolean(a && b && a.lon === b.lon && a.lat === b.lat && a.zoom === b.zoom)

/** ms, as the token says: 0 when the reader wants no motion. */
const motion = () => (matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 420)

/**
 * Keeps the map and the page's camera in step, in both directions, without an echo: what the map reported is not sent
 * back to it.
 */
export function useCamera(
  map: MapLibreMap | null,
  camera: Camera | null,
  onCameraChange: (camera: Camera | null, visible: Bounds) => void,
) {
  const [isWhole, setWhole] = useState(camera === null)
  const [hasMoved, setMoved] = useState(false)
  const reported = useRef<Camera | null>(camera)
  /** true while the map is fitted to the Kingdom and the reader has not moved it */
  const isFitted = useRef(camera === null)
  const report = useRef(onCameraChange)
  report.current = onCameraChange

  const fitKingdom = useCallback(
    (duration = motion()) => {
      isFitted.current = true
      setMoved(false)
      map?.fitBounds(KINGDOM, { padding: fitPadding(map.getContainer()), duration })
    },
    [map],
  )

  const zoomBy = useCallback(
    (step: number) => {
      isFitted.current = false
      setMoved(true)
      map?.easeTo({ zoom: map.getZoom() + step, duration: motion() / 2 })
    },
    [map],
  )

  useEffect(() => {
    if (!map) return
    const moveStarted = (event: MapLibreEvent<unknown>) => {
      if (event.originalEvent) isFitted.current = false
    }
    const moved = (event?: MapLibreEvent<unknown>) => {
      const whole = map.cameraForBounds(KINGDOM, { padding: fitPadding(map.getContainer()) })?.zoom ?? 0
      setWhole(map.getZoom() < whole + WHOLE_TOLERANCE)
      if (event?.originalEvent) setMoved(true)
      reported.current = isFitted.current ? null : cameraOf(map)
      report.current(reported.current, boundsOf(map))
    }
    const resized = () => {
      if (isFitted.current) map.fitBounds(KINGDOM, { padding: fitPadding(map.getContainer()), duration: 0 })
    }
    map.on('movestart', moveStarted)
    map.on('moveend', moved)
    map.on('resize', resized)
    moved()
    return () => {
      map.off('movestart', moveStarted)
      map.off('moveend', moved)
      map.off('resize', resized)
    }
  }, [map])

  useEffect(() => {
    if (!map || isSame(camera, reported.current)) return
    reported.current = camera
    if (!camera) fitKingdom()
    else {
      isFitted.current = false
      map.easeTo({ center: [camera.lon, camera.lat], zoom: camera.zoom, duration: motion() })
    }
  }, [map, camera, fitKingdom])

  const forgetMove = useCallback(() => setMoved(false), [])
  return { isWhole, hasMoved, forgetMove, fitKingdom, zoomBy }
}
