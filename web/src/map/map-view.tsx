import 'maplibre-gl/dist/maplibre-gl.css'
import './flat-map.css'
import './map.css'
import type { GeoJSONSource } from 'maplibre-gl'
import { memo, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { applyStyle } from './apply-style.ts'
import { AreaTools } from './area-tools.tsx'
import { EMPTY, PROVINCE_MESH_URL } from './basemap-sources.ts'
import { Credit } from './credit.tsx'
import { GraticuleLabels } from './graticule-labels.tsx'
import { INSET, ringOfBounds } from './kingdom.ts'
import { MapControls } from './map-controls.tsx'
import { fontFaces } from './map-fonts.ts'
import { MapInset } from './map-inset.tsx'
import { MapLegend } from './map-legend.tsx'
import { MapScale } from './map-scale.tsx'
import { mapStyle } from './map-style.ts'
import type { MapPlace, MapViewProps } from './map-types.ts'
import { showOperatorTiles } from './operator-tiles.ts'
import { useArea } from './use-area.ts'
import { boundsOf, useCamera } from './use-camera.ts'
import { useMap } from './use-map.ts'
import { useMapTheme } from './use-map-theme.ts'
import { useRoom } from './use-room.ts'
import { useSites } from './use-sites.ts'
import { useUnhurried } from './use-unhurried.ts'

const NO_PLACES: readonly MapPlace[] = []

/**
 * The living map beside the list. The list is the accessible surface: everything that can be done here with the pointer
 * can be done there with the keyboard, so the pins are no controls of their own.
 */
export default memo(function MapView(props: MapViewProps) {
  const { language, theme: themeName, hoveredId, selectedId, onHover, onSelect, area } = props
  const { places = NO_PLACES, hasOperatorTiles = false } = props
  const answer = useMemo(
    () => ({ sites: props.sites, hitRegionIds: props.hitRegionIds, officeFilter: props.officeFilter }),
    [props.sites, props.hitRegionIds, props.officeFilter],
  )
  const { sites, hitRegionIds, officeFilter } = useUnhurried(answer)
  const t = useTranslations('map')
  const dir = language === 'ar' ? 'rtl' : 'ltr'
  const container = useRef<HTMLDivElement>(null)
  const [isUnavailable, setUnavailable] = useState(false)

  const theme = useMapTheme(themeName)
  const style = useMemo(
    () => mapStyle({ theme, language, origin: location.origin, fontFaces, officeFilter }),
    [theme, language, officeFilter],
  )
  const map = useMap({
    container,
    style,
    theme,
    camera: props.camera,
    title: t('title'),
    onUnavailable: () => {
      setUnavailable(true)
      props.onUnavailable()
    },
  })
  const { isWhole, hasMoved, forgetMove, fitKingdom, zoomBy } = useCamera(map, props.camera, props.onCameraChange)
  const drawn = useArea(map, theme, area, props.onAreaDrawn)
  useSites(map, { sites, hoveredId, selectedId, onHover, onSelect, isIdle: !drawn.isDrawing })
  const room = useRoom(container)

  const shownStyle = useRef(style)
  useEffect(() => {
    if (!map) return
    applyStyle(map, shownStyle.current, style)
    shownStyle.current = style
  }, [map, style])

  useEffect(() => {
    if (map && hasOperatorTiles) void showOperatorTiles(map, language, themeName)
  }, [map, hasOperatorTiles, language, themeName])

  useEffect(() => {
    if (!map) return
    for (const id of hitRegionIds) map.setFeatureState({ source: 'regions', id }, { hit: true })
    return () => {
      if (map.getSource('regions')) map.removeFeatureState({ source: 'regions' })
    }
  }, [map, hitRegionIds])

  useEffect(() => {
    map?.getSource<GeoJSONSource>('places')?.setData({
      type: 'FeatureCollection',
      features: places.map(({ id, kind, lon, lat, label }) => ({
        type: 'Feature',
        properties: { id, kind, label },
        geometry: { type: 'Point', coordinates: [lon, lat] },
      })),
    })
  }, [map, places])

  useEffect(() => {
    if (!map) return
    // Borders of provinces are asked for only by a reader who comes near enough to see them.
    const zoomed = () => {
      if (map.getZoom() < 6.8) return
      map.off('zoom', zoomed)
      map.getSource<GeoJSONSource>('province-mesh')?.setData(PROVINCE_MESH_URL)
    }
    map.on('zoom', zoomed)
    zoomed()
    return () => {
      map.off('zoom', zoomed)
    }
  }, [map])

  const hasInset = isWhole && room === 'wide'
  useEffect(() => {
    const frame = { type: 'LineString' as const, coordinates: ringOfBounds(INSET) }
    map
      ?.getSource<GeoJSONSource>('inset-frame')
      ?.setData(hasInset ? { type: 'Feature', properties: {}, geometry: frame } : EMPTY)
  }, [map, hasInset])

  const controls = <MapControls onZoom={zoomBy} onWholeKingdom={() => fitKingdom()} />
  if (isUnavailable) return <p className="map-unavailable">{t('unavailable')}</p>
  const searchHere = () => {
    if (map) props.onSearchHere(ringOfBounds(boundsOf(map)))
    forgetMove()
  }
  return (
    // The ground is never mirrored, so what stands at its edges is not either; words inside keep their direction.
    <div className="map-view" dir="ltr" data-room={room}>
      <div ref={container} className="map-canvas" />
      {map && (
        <>
          <GraticuleLabels map={map} top={hasInset ? 270 : 175} />
          <div className="map-top">
            {hasInset && (
              <MapInset
                language={language}
                sites={sites}
                hoveredId={hoveredId}
                selectedId={selectedId}
                hitRegionIds={hitRegionIds}
                onHover={onHover}
                onSelect={onSelect}
              />
            )}
            <div className="map-actions">
              <AreaTools
                isDrawing={drawn.isDrawing}
                hasArea={area !== null}
                onBegin={() => void drawn.begin()}
                onEnd={drawn.end}
                onCancel={drawn.cancel}
                onClear={drawn.clear}
                onSearchHere={hasMoved && !area ? searchHere : null}
                dir={dir}
              />
              {room === 'wide' && controls}
            </div>
          </div>
          {room === 'narrow' && controls}
          <div className="map-bottom">
            <MapLegend
              key={room}
              otherCount={sites.filter(({ state }) => state === 'other').length}
              hasPlaces={places.length > 0}
              dir={dir}
              isOpen={room === 'wide'}
            >
              {props.children}
            </MapLegend>
            <Credit />
          </div>
          <MapScale map={map} />
        </>
      )}
    </div>
  )
})
