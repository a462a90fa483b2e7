import type { Infrastructure, TalentPool, Zone } from '@tvl/model'
import { Suspense } from 'react'
import { useTranslations } from 'use-intl'
import type { Feature } from '../../api/features.ts'
import { nameOf } from '../../i18n/names.ts'
import { useFormat } from '../../i18n/use-format.ts'
import type { MapPlace } from '../../map/map-types.ts'
import { lateMap } from '../../ui/late-map.tsx'
import { provenanceOf } from '../../ui/provenance.ts'
import { type FactRow, FactTable } from './fact-table.tsx'
import type { NearPlace } from './near.ts'
import { parted } from './parted.ts'
import type { SourceNumbers } from './source-sup.tsx'
import { TextFact } from './text-fact.tsx'

const ZoneMap = lateMap(() => import('../../map/zone-map.tsx').then((module) => module.ZoneMap))

const SIGNS: Partial<Record<Infrastructure['kind'], MapPlace['kind']>> = {
  airport: 'airport',
  'hsr-station': 'station',
  'rail-station': 'station',
  port: 'port',
  'submarine-cable-landing': 'cable',
  'data-centre': 'data-centre',
}

/** Distances as rows: how far, which way, how sure. */
export function useNearRows(places: readonly NearPlace[]): FactRow[] {
  const t = useTranslations('zone')
  const format = useFormat()
  return places.map(({ place, kind, km, compass, radiusM, provenance }) => {
    const { value, unit } = parted(format.distance(km))
    const name = nameOf(place.properties, format.language)
    const { iata } = place.properties
    return {
      key: place.id,
      label: kind === 'hsr-station' ? t('near.hsr', { name }) : iata ? t('near.airportIata', { name, iata }) : name,
      value,
      unit,
      provenance,
      note: `${t(`bearing.${compass}`)}${t('comma')}${t('near.within', { km: format.distance(radiusM / 1000) })}`,
    }
  })
}

interface NearSectionProps {
  zone: Feature<Zone>
  places: readonly NearPlace[]
  rows: readonly FactRow[]
  pool: TalentPool | undefined
  rank: number | null
  numbers: SourceNumbers
}

/** What is near, in words and on a small map. */
export function NearSection({ zone, places, rows, pool, rank, numbers }: NearSectionProps) {
  const t = useTranslations('zone.near')
  const format = useFormat()
  const { language } = format
  const [lon, lat] = zone.geometry?.type === 'Point' ? zone.geometry.coordinates : []
  const universities = pool?.universities.map((university) => {
    const name = nameOf(university, language)
    return university.newEntrants === null
      ? name
      : t('entrants', { name, count: format.number(university.newEntrants) })
  })
  return (
    <section aria-labelledby="zone-near">
      <h2 id="zone-near">{t('title')}</h2>
      <FactTable rows={rows} numbers={numbers} labelledBy="zone-near" className="near" />
      <p className="note near-note">{t('note')}</p>
      {pool && (
        <TextFact
          label={t('universities')}
          items={universities ?? []}
          empty={t('noUniversities')}
          provenance={provenanceOf(pool.provenance, 'universities')}
          numbers={numbers}
        />
      )}
      {lon !== undefined && lat !== undefined && (
        <div className="zone-where">
          <Suspense fallback={null}>
            <ZoneMap
              language={language}
              zone={{
                id: zone.id,
                lon,
                lat,
                rank,
                state: rank === null ? 'other' : 'hit',
                label: nameOf(zone.properties, language),
                radiusM: zone.properties.positionRadiusM,
                regionId: zone.properties.regionId,
              }}
              places={places.flatMap(({ place }): MapPlace[] => {
                const kind = SIGNS[place.properties.kind]
                const [x, y] = place.geometry?.type === 'Point' ? place.geometry.coordinates : []
                if (!kind || x === undefined || y === undefined) return []
                return [{ id: place.id, kind, lon: x, lat: y, label: nameOf(place.properties, language) }]
              })}
            />
          </Suspense>
        </div>
      )}
    </section>
  )
}
