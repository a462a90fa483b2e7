import type { Map as MapLibreMap } from 'maplibre-gl'
import { useEffect, useRef } from 'react'
import { useTranslations } from 'use-intl'

const LATITUDES = [20, 25, 30, 35]
const LONGITUDES = [-20, -15, -10, -5]

/**
 * Degrees at the edge of the map, where an atlas has them. Moved by hand on each frame: as map symbols they would stand
 * at fixed places and leave the view.
 * @param top px at the upper edge that other things cover
 */
export function GraticuleLabels({ map, top }: { map: MapLibreMap; top: number }) {
  const t = useTranslations('map')
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const place = () => {
      const canvas = map.getCanvas()
      for (const node of box.current?.children ?? []) {
        if (!(node instanceof HTMLElement)) continue
        const { lat, lon } = node.dataset
        const { x, y } = map.project([Number(lon ?? map.getCenter().lng), Number(lat ?? map.getCenter().lat)])
        const isIn = lat ? y > top && y < canvas.clientHeight - 30 : x > 60 && x < canvas.clientWidth - 20
        node.hidden = !isIn || map.getZoom() > 7
        node.style.transform = lat ? `translate(5px, ${Math.round(y - 17)}px)` : `translate(${Math.round(x + 4)}px, 0)`
      }
    }
    place()
    map.on('move', place)
    map.on('resize', place)
    return () => {
      map.off('move', place)
      map.off('resize', place)
    }
  }, [map, top])
  return (
    <div ref={box} className="map-degrees" aria-hidden="true">
      {LATITUDES.map((lat) => (
        <span key={`lat${lat}`} data-lat={lat}>
          {t('degreesNorth', { degrees: lat })}
        </span>
      ))}
      {LONGITUDES.map((lon) => (
        <span key={`lon${lon}`} data-lon={lon} className="is-meridian">
          {t('degreesWest', { degrees: -lon })}
        </span>
      ))}
    </div>
  )
}
