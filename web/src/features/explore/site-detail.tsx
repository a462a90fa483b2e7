import { useQuery } from '@tanstack/react-query'
import bearing from '@turf/bearing'
import { useTranslations } from 'use-intl'
import { collectionQuery } from '../../api/features.ts'
import { nameOf } from '../../i18n/names.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { compassOf } from './compass.ts'
import type { Hit } from './use-search.ts'

/** Under the selected row: where it lies, in words, and what its score is made of. */
export function SiteDetail({ hit }: { hit: Hit }) {
  const t = useTranslations('explore')
  const format = useFormat()
  const { data: places } = useQuery(collectionQuery('infrastructure'))
  const { zone } = hit.evaluation
  const { airportId, airportKm } = zone.properties
  const airport = places?.find(({ id }) => id === airportId)
  const point = airport?.geometry?.type === 'Point' ? airport.geometry.coordinates : null
  const { contributions } = hit.score.score
  return (
    <div className="row-detail">
      {airport && point && airportKm !== null && (
        <p>
          {t('row.where', {
            distance: format.distance(airportKm),
            bearing: t(`bearing.${compassOf(bearing(point, [zone.lon, zone.lat]))}`),
            place: nameOf(airport.properties, format.language),
          })}
        </p>
      )}
      <ul className="row-parts" aria-label={t('parts.title')}>
        {contributions.map(({ criterion, weight, mid, missing }) => (
          <li key={criterion}>
            <span className="muted">{t(`parts.${criterion}`)}</span>
            <span
              className="part-bar"
              data-missing={missing || undefined}
              style={{ '--weight': weight, '--part': mid } as React.CSSProperties}
            >
              <i />
            </span>
            <bdi>
              {format.number(mid)} / {format.number(weight)}
            </bdi>
            {missing && <span className="unknown">{t('parts.missing')}</span>}
          </li>
        ))}
      </ul>
    </div>
  )
}
