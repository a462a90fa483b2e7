import './coach.css'
import { useQuery } from '@tanstack/react-query'
import { type Building, type CoachGap, type CoachItem, coach, type Office, type Zone } from '@tvl/model'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { demandQuery } from '../../api/demand.ts'
import type { Feature } from '../../api/features.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { PageLink } from '../../ui/page-link.tsx'

interface CoachProps {
  zone: Feature<Zone>
  buildings: readonly Feature<Building>[]
  offices: readonly Feature<Office>[]
}

const SHORT = 4
/** Where on the page of a unit a field is filled in. */
const PART: Partial<Record<CoachGap, string>> = {
  dates: 'dates',
  rentMadPerM2Month: 'rent',
  photos: 'photos',
  plans: 'photos',
}

/** What is missing of a zone that investors filter by, compare or look at: what would change most comes first. */
export function Coach({ zone, buildings, offices }: CoachProps) {
  const t = useTranslations('manage.coach')
  const [isLong, setIsLong] = useState(false)
  // Without it, or while it is read, no claim is made of searches.
  const { data: demand } = useQuery(demandQuery(zone.id, null))
  const items = coach({ zone, buildings, offices, groups: demand?.zones[0]?.groups ?? [] })
  const names = new Map(offices.map(({ id, properties }) => [id, properties.name]))
  return (
    <section className="coach" aria-labelledby="coach-title">
      <h2 id="coach-title" className="manage-section">
        {t('title')}
      </h2>
      {items.length === 0 && <p className="manage-none">{t('none')}</p>}
      <ul className="coach-list">
        {(isLong ? items : items.slice(0, SHORT)).map((item) => (
          <Missing key={item.gap} item={item} zoneId={zone.id} unit={names.get(item.missing[0]?.id ?? '')} />
        ))}
      </ul>
      {items.length > SHORT && (
        <button type="button" className="link" aria-expanded={isLong} onClick={() => setIsLong(!isLong)}>
          {isLong ? t('fewer') : t('more', { count: items.length - SHORT })}
        </button>
      )}
    </section>
  )
}

interface MissingProps {
  item: CoachItem
  zoneId: string
  /** name of the unit that it would change most for */
  unit: string | undefined
}

function Missing({ item, zoneId, unit }: MissingProps) {
  const t = useTranslations('manage.coach')
  const { number } = useFormat()
  const { gap, of, use, searches, seats, missing, all } = item
  const counts = { count: missing.length, n: number(missing.length), all: number(all), seats: number(seats) }
  const first = missing[0]?.id ?? ''
  return (
    <li>
      <b>{t(`gap.${gap}`)}</b>
      <span>{of === 'zone' ? t('ofZone') : t(of === 'offices' ? 'ofUnits' : 'ofBuildings', counts)}</span>
      <span className="note">
        {searches === null ? t(`use.${use}`) : t('searches', { count: searches, n: number(searches) })}
      </span>
      {of === 'zone' && (
        <PageLink className="link" to={`/zones/${zoneId}`}>
          {t('seeZone')}
        </PageLink>
      )}
      {of === 'buildings' && (
        <PageLink className="link" to="/manage/import">
          {t('byFile')}
        </PageLink>
      )}
      {of === 'offices' && !PART[gap] && (
        <PageLink className="link" to="/manage/units">
          {t('inGrid')}
        </PageLink>
      )}
      {of === 'offices' && PART[gap] && (
        <PageLink className="link" to={`/manage/offices/${first}`} part={PART[gap]}>
          {t('fill', { unit: unit ?? first })}
        </PageLink>
      )}
    </li>
  )
}
