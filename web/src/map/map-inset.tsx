import type { Language } from '@tvl/model'
import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { useBasemap } from './flat-basemap.ts'
import { FlatGround } from './flat-map.tsx'
import { INSET } from './kingdom.ts'
import type { MapSite } from './map-types.ts'
import { flatMap } from './mercator.ts'
import { layOutPins } from './pin-layout.ts'
import { ScaleBar } from './scale-bar.tsx'

const WIDTH = 268
const HEIGHT = 188
const FLAT = flatMap(INSET, WIDTH, HEIGHT)

interface MapInsetProps {
  language: Language
  sites: readonly MapSite[]
  hoveredId: string | null
  selectedId: string | null
  hitRegionIds: readonly string[]
  onHover: (id: string | null) => void
  onSelect: (id: string) => void
}

/**
 * Casablanca to Rabat, beside the whole Kingdom, where the sites of both cities fall on a few pixels. SVG: a second map
 * on the graphics processor would double its work for a picture that does not move.
 */
export function MapInset(props: MapInsetProps) {
  const { language, sites, hoveredId, selectedId, hitRegionIds, onHover, onSelect } = props
  const t = useTranslations('map')
  const basemap = useBasemap()
  const here = useMemo(() => {
    const screen = sites
      .map((site) => ({ ...site, ...FLAT.project([site.lon, site.lat]) }))
      .filter(({ x, y }) => x > 0 && x < WIDTH && y > 0 && y < HEIGHT)
    const places = new Map(layOutPins(screen, FLAT).map((place) => [place.id, place]))
    return screen.map((site) => {
      const { dx, dy } = places.get(site.id) ?? { dx: 0, dy: 0 }
      return { ...site, px: site.x + dx, py: site.y + dy }
    })
  }, [sites])
  if (!basemap) return null
  return (
    // The list is the accessible surface, so this picture says nothing of its own.
    <figure className="map-inset" aria-hidden="true">
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        width={WIDTH}
        height={HEIGHT}
        className="flat-map"
        focusable="false"
        aria-hidden="true"
      >
        <FlatGround
          flat={FLAT}
          basemap={basemap}
          language={language}
          hitRegionIds={hitRegionIds}
          mostTier={3}
          discs={here.map(({ px, py, rank }) => ({ x: px, y: py, r: rank === null ? 5 : 14 }))}
        >
          {[...here].reverse().map((site) => {
            const { id, x, y, px, py, rank, state } = site
            const mark = `${id === hoveredId ? ' is-hovered' : ''}${id === selectedId ? ' is-selected' : ''}`
            return (
              // biome-ignore lint/a11y/noStaticElementInteractions: the list is the accessible surface
              <g
                key={id}
                className={`flat-site is-${state}${mark}`}
                onPointerEnter={() => onHover(id)}
                onPointerLeave={() => onHover(null)}
                onClick={() => onSelect(id)}
              >
                {rank === null ? (
                  <circle cx={x} cy={y} r={state === 'near' ? 5.2 : 3.6} className="flat-point" />
                ) : (
                  <>
                    {(px !== x || py !== y) && <path d={`M${x} ${y}L${px} ${py}`} className="flat-leader" />}
                    <circle cx={x} cy={y} r={3.2} className="flat-true" />
                    <circle cx={px} cy={py} r={14} className="flat-halo" />
                    <circle cx={px} cy={py} r={11} className="flat-pin" />
                    <text x={px} y={py + 4.3} className="flat-rank">
                      {rank}
                    </text>
                  </>
                )}
              </g>
            )
          })}
        </FlatGround>
      </svg>
      <figcaption>
        <bdi>{t('inset')}</bdi>
        <ScaleBar metresPerPx={FLAT.metresPerPx} mostPx={50} />
      </figcaption>
    </figure>
  )
}
