import './demand.css'
import { useQuery } from '@tanstack/react-query'
import { addDays, type Zone } from '@tvl/model'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { catalogueQuery } from '../../api/catalogue.ts'
import { demandQuery } from '../../api/demand.ts'
import type { Feature } from '../../api/features.ts'
import { isolate } from '../../i18n/format.ts'
import { nameOf } from '../../i18n/names.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useConsole } from '../../state/console.ts'
import { DataState } from '../../ui/data-state.tsx'
import { GradeMark } from '../../ui/grade-mark.tsx'
import { usePageTitle } from '../../ui/use-page-title.ts'
import { Gaps } from './gaps.tsx'
import { Groups } from './groups.tsx'

/** Page `/manage/demand`: what investors looked for, and what kept the zone out of their lists. */
export function Demand() {
  const t = useTranslations('demand')
  const { zone } = useConsole()
  const { language } = useFormat()
  usePageTitle(zone ? t('title', { zone: nameOf(zone.properties, language) }) : t('noZone'))
  if (zone) return <OfZone key={zone.id} zone={zone} />
  return (
    <main id="main" className="demand-page">
      <p>{t('noZone')}</p>
    </main>
  )
}

function OfZone({ zone }: { zone: Feature<Zone> }) {
  const t = useTranslations('demand')
  const common = useTranslations('common')
  const format = useFormat()
  const { data: catalogue } = useQuery(catalogueQuery)
  const [asked, setAsked] = useState<string | null>(null)
  const { data, error, dataUpdatedAt, refetch } = useQuery(demandQuery(zone.id, asked))
  const own = data?.zones[0]
  const period = (monday: string) =>
    t('period', { from: format.day(monday, 'short-day'), to: format.day(addDays(monday, 6), 'short-day') })
  const of = (...causes: readonly string[]) => own?.groups.filter(({ cause }) => causes.includes(cause)) ?? []
  const missed = own?.groups.filter(({ cause }) => cause !== 'shown' && cause !== 'offer') ?? []
  return (
    <main id="main" className="demand-page" aria-busy={!data && !error}>
      <header className="demand-head">
        <h1 className="title">{t('title', { zone: isolate(nameOf(zone.properties, format.language)) })}</h1>
        <p>{t('intro', { least: data?.least ?? 5 })}</p>
        {data && data.week !== null && (
          <label className="demand-week">
            {t('week')}
            <select value={data.week} onChange={({ target }) => setAsked(target.value)}>
              {data.weeks.map((week) => (
                <option key={week} value={week}>
                  {period(week)}
                </option>
              ))}
            </select>
          </label>
        )}
      </header>
      <DataState error={error} isEmpty={!data} readAt={dataUpdatedAt} onRetry={() => void refetch()} />
      {own && catalogue?.illustrative && (
        <p className="note demand-ill">
          <GradeMark grade="illustrative" decorative /> {common('illustrative')}
        </p>
      )}
      {own && data.week === null && <p className="demand-none">{t('noReport')}</p>}
      {own && data.week !== null && (
        <>
          <Groups name="missed" groups={missed} gaps={own.gaps} />
          <Groups name="offer" groups={of('offer')} gaps={own.gaps} />
          <Groups name="shown" groups={of('shown')} gaps={own.gaps} />
        </>
      )}
      {own && <Gaps gaps={own.gaps} />}
    </main>
  )
}
