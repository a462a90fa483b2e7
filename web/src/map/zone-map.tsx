import './flat-map.css'
import type { Language } from '@tvl/model'
import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { formatNumber } from '../i18n/format.ts'
import { Credit } from './credit.tsx'
import { useBasemap } from './flat-basemap.ts'
import { FlatGround } from './flat-map.tsx'
import type { MapPlace, MapSite } from './map-types.ts'
import { boundsAround, flatMap } from './mercator.ts'
import { layOutPins } from './pin-layout.ts'
import { ScaleBar } from './scale-bar.tsx'

const WIDTH = 376
const HEIGHT = 220

/** Kilometres across: the circle of error is some 20 px wide or more, and what is near comes in. */
const widthFor = (radiusM: number | null) => Math.min(150, Math.max(44, ((radiusM ?? 4000) / 1000) * 16))

/** The pin stands beside the point, so that the point and its circle can be seen. */
const ASIDE = { x: 24, y: -20 }

/** The corner of the scale bar, as discs no name may cover. */
const SCALE_ROOM = [0, 1, 2, 3, 4, 5].map((step) => ({ x: WIDTH - 12 - step * 20, y: 18, r: 14 }))

export interface ZoneMapProps {
  language: Language
  zone: MapSite
  places: readonly MapPlace[]
  /** ground shown from side to side; wide enough for the circle of error when left out */
  kmAcross?: number
}

/** Where one zone lies: its point with the circle of error, what is near, and the scale. Does not move, prints. */
export function ZoneMap({ language, zone, places, kmAcross }: ZoneMapProps) {
  const t = useTranslations('map')
  const basemap = useBasemap()
  const across = kmAcross ?? widthFor(zone.radiusM)
  const { lon, lat } = zone
  const flat = useMemo(
    () => flatMap(boundsAround(lon, lat, across, (across * HEIGHT) / WIDTH), WIDTH, HEIGHT),
    [lon, lat, across],
  )
  const at = flat.project([zone.lon, zone.lat])
  const radius = (zone.radiusM ?? 0) / flat.metresPerPx
  const near = places
    .map((place) => ({ ...place, ...flat.project([place.lon, place.lat]) }))
    .filter(({ x, y }) => x > 4 && x < WIDTH - 4 && y > 4 && y < HEIGHT - 4)
  const aside = layOutPins(
    [{ id: zone.id, rank: 1, ...at }, ...near.map(({ id, x, y }) => ({ id, rank: null, x, y }))],
    flat,
  )[0]
  const offset = aside?.dx || aside?.dy ? { x: aside.dx, y: aside.dy } : ASIDE
  const pin = { x: at.x + offset.x, y: at.y + offset.y }
  const description = zone.radiusM
    ? t('zoneMapWithin', { name: zone.label, kilometres: formatNumber(language, zone.radiusM / 1000) })
    : t('zoneMap', { name: zone.label })
  return (
    <figure className="zone-map" dir="ltr">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className="flat-map" role="img" aria-label={description}>
        {basemap && (
          <FlatGround
            flat={flat}
            basemap={basemap}
            language={language}
            hitRegionIds={[zone.regionId]}
            mostTier={4}
            discs={[
              ...SCALE_ROOM,
              { ...at, r: 5 },
              ...(zone.rank === null ? [] : [{ ...pin, r: 14 }]),
              ...near.map(({ x, y }) => ({ x, y, r: 6 })),
            ]}
            labels={near.map(({ id, x, y, label }) => ({ id, x, y, size: 11, text: label, className: 'is-place' }))}
          >
            {radius > 0 && <circle cx={at.x} cy={at.y} r={radius} className="flat-error" />}
            {near.map(({ id, kind, x, y }) => (
              <PlaceSign key={id} kind={kind} x={x} y={y} />
            ))}
            {zone.rank !== null && (
              <>
                <path d={`M${at.x} ${at.y}L${pin.x} ${pin.y}`} className="flat-leader" />
                <circle cx={pin.x} cy={pin.y} r={14} className="flat-halo" />
                <circle cx={pin.x} cy={pin.y} r={11} className="flat-pin" />
                <text x={pin.x} y={pin.y + 4.3} className="flat-rank">
                  {zone.rank}
                </text>
              </>
            )}
            <circle cx={at.x} cy={at.y} r={4} className="flat-true" />
          </FlatGround>
        )}
      </svg>
      <ScaleBar metresPerPx={flat.metresPerPx} mostPx={90} />
      <figcaption dir={language === 'ar' ? 'rtl' : 'ltr'}>
        {zone.radiusM ? t('errorCircle', { kilometres: formatNumber(language, zone.radiusM / 1000) }) : t('exactPoint')}
      </figcaption>
      <Credit />
    </figure>
  )
}

const SIGNS: Record<MapPlace['kind'], { disc: number; path: string }> = {
  airport: { disc: 5, path: 'M0 -3.4V3.2M-3 0.9L0 -0.9L3 0.9M-1.3 3L0 2.2L1.3 3' },
  station: { disc: 0, path: 'M-2.6 -2.6h5.2v5.2h-5.2Z' },
  port: { disc: 4.6, path: 'M0 -2.6V2.6M-2.4 0.6Q-2 2.6 0 2.6Q2 2.6 2.4 0.6M-1.2 -1.6H1.2' },
  cable: { disc: 0, path: 'M0 -4.2L4 3H-4Z' },
  'data-centre': { disc: 0, path: 'M-3.6 -4h7.2v8h-7.2ZM-3.6 -1.3H3.6M-3.6 1.4H3.6' },
}

function PlaceSign({ kind, x, y }: { kind: MapPlace['kind']; x: number; y: number }) {
  const { disc, path } = SIGNS[kind]
  return (
    <g transform={`translate(${x.toFixed(1)} ${y.toFixed(1)})`} className={`flat-place is-${kind}`}>
      {disc > 0 && <circle r={disc} />}
      <path d={path} />
    </g>
  )
}
