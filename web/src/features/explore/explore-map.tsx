import { useQuery } from '@tanstack/react-query'
import { officesFilter } from '@tvl/model'
import type { FilterSpecification } from 'maplibre-gl'
import { memo, type ReactNode, Suspense, useEffect, useMemo, useState } from 'react'
import { useTranslations } from 'use-intl'
import { collectionQuery } from '../../api/features.ts'
import type { ZoneIndex } from '../../api/zone-index.ts'
import { nameOf, shortNameOf } from '../../i18n/names.ts'
import { useFormat } from '../../i18n/use-format.ts'
import type { MapPlace, MapSite, Ring } from '../../map/map-types.ts'
import { useApp } from '../../state/store.ts'
import { lateMap } from '../../ui/late-map.tsx'
import { useTheme } from '../../ui/use-theme.ts'
import type { Settled } from './use-near-misses.ts'

const MapView = lateMap(() => import('../../map/map-view.tsx').then((module) => module.default))

/** true once the list has been painted and the browser rests: only then is the map fetched. */
function useAfterPaint(): boolean {
  const [isAfter, setIsAfter] = useState(false)
  useEffect(() => {
    const later = window.requestIdleCallback ?? ((work: () => void) => window.setTimeout(work, 200))
    const cancel = window.cancelIdleCallback ?? window.clearTimeout
    const handle = later(() => setIsAfter(true), { timeout: 2500 })
    return () => cancel(handle)
  }, [])
  return isAfter
}

const PLACE_KINDS = {
  airport: 'airport',
  'hsr-station': 'station',
  'submarine-cable-landing': 'cable',
} as const

function usePlaces(): readonly MapPlace[] {
  const { language } = useFormat()
  const { data } = useQuery(collectionQuery('infrastructure'))
  return useMemo(
    () =>
      (data ?? []).flatMap(({ id, geometry, properties }): MapPlace[] => {
        const kind = PLACE_KINDS[properties.kind as keyof typeof PLACE_KINDS]
        if (!kind || geometry?.type !== 'Point' || properties.status === 'planned') return []
        const [lon = 0, lat = 0] = geometry.coordinates
        return [{ id, kind, lon, lat, label: nameOf(properties, language) }]
      }),
    [data, language],
  )
}

const askForArea = (ring: Ring | null) =>
  useApp.getState().changeNeed({ area: ring ? ring.map(([lon = 0, lat = 0]) => [lon, lat] as const) : null })

interface ExploreMapProps {
  zoneIndex: ZoneIndex
  settled: Settled
  onUnavailable: () => void
  children: ReactNode
}

/** The map beside the list: the same answer, the same selection, never the only way to anything. */
export const ExploreMap = memo(function ExploreMap(props: ExploreMapProps) {
  const { zoneIndex, onUnavailable, children } = props
  const { search, misses } = props.settled
  const t = useTranslations('explore')
  const format = useFormat()
  const theme = useTheme()
  const isAfterPaint = useAfterPaint()
  const hovered = useApp((state) => state.hovered)
  const selected = useApp((state) => state.selected)
  const camera = useApp((state) => state.camera)
  const { need } = search.evaluation
  const { hover, select, setCamera } = useApp.getState()
  const places = usePlaces()

  const sites = useMemo<MapSite[]>(() => {
    const rankOf = new Map(search.hits.map((hit) => [hit.evaluation.zone.id, hit.rank]))
    const near = new Set(misses.map(({ zone }) => zone.id))
    return search.evaluation.zones.map(({ zone, contiguousSeats }) => {
      const rank = rankOf.get(zone.id) ?? null
      const site: MapSite = {
        id: zone.id,
        lon: zone.lon,
        lat: zone.lat,
        rank,
        state: rank !== null ? 'hit' : near.has(zone.id) ? 'near' : 'other',
        label: shortNameOf(zone.properties, format.language),
        radiusM: zone.properties.positionRadiusM,
        regionId: zone.properties.regionId,
      }
      if (rank === null || contiguousSeats === 0) return site
      return { ...site, sublabel: t('map.seats', { count: contiguousSeats, seats: format.number(contiguousSeats) }) }
    })
  }, [search, misses, format, t])
  // Most changes leave these two as they are: then the map's style stays untouched.
  const regionText = JSON.stringify(
    [...new Set(search.hits.map((hit) => hit.evaluation.zone.properties.regionId))].sort(),
  )
  const hitRegionIds = useMemo(() => JSON.parse(regionText) as string[], [regionText])
  const filterText = JSON.stringify(officesFilter(need, zoneIndex.context.today))
  const officeFilter = useMemo(() => JSON.parse(filterText) as FilterSpecification, [filterText])
  const area = useMemo(() => need.area?.map(([lon, lat]) => [lon, lat]) ?? null, [need.area])
  if (!isAfterPaint) return <p className="sr">{t('map.loading')}</p>
  return (
    <Suspense fallback={<p className="sr">{t('map.loading')}</p>}>
      <MapView
        language={format.language}
        theme={theme}
        sites={sites}
        hoveredId={hovered}
        selectedId={selected}
        onHover={hover}
        onSelect={select}
        camera={camera}
        onCameraChange={setCamera}
        area={area}
        onAreaDrawn={askForArea}
        onSearchHere={askForArea}
        hitRegionIds={hitRegionIds}
        onUnavailable={onUnavailable}
        officeFilter={officeFilter}
        places={places}
        hasOperatorTiles={zoneIndex.catalogue.operatorTiles}
      >
        {children}
      </MapView>
    </Suspense>
  )
})
