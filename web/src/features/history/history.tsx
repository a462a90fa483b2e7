import './history.css'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { maySomewhere } from '@tvl/model'
import { useMemo, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { catalogueQuery } from '../../api/catalogue.ts'
import { type RecordFilter, recordCsvPath, recordQuery } from '../../api/record.ts'
import { isolate } from '../../i18n/format.ts'
import { nameOf } from '../../i18n/names.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useConsole } from '../../state/console.ts'
import { useApp } from '../../state/store.ts'
import { DataState } from '../../ui/data-state.tsx'
import { GradeMark } from '../../ui/grade-mark.tsx'
import { usePageTitle } from '../../ui/use-page-title.ts'
import { CommitItem } from './commit-item.tsx'
import { authorsOf, commitsByDay } from './commits.ts'
import { Filters } from './filters.tsx'
import { useUnitNames } from './use-unit-names.ts'
import { Verification } from './verification.tsx'

/** Page `/manage/history`: who changed what in a territory, when and how, and the way back. */
export function History() {
  const t = useTranslations('history')
  const { zone, person } = useConsole()
  const { language } = useFormat()
  const title = zone ? t('titleOf', { zone: isolate(nameOf(zone.properties, language)) }) : t('title')
  usePageTitle(title)
  const { data: catalogue } = useQuery(catalogueQuery)
  return (
    <main id="main" className="history">
      <header className="history-top">
        <div>
          <h1 className="history-title">{title}</h1>
          {catalogue?.illustrative && (
            <p className="history-ill">
              <GradeMark grade="illustrative" decorative /> {t('illustrative')}
            </p>
          )}
        </div>
        <Verification />
      </header>
      {maySomewhere(person.grants, 'read-record') ? <Entries /> : <p className="history-none">{t('noRight')}</p>}
    </main>
  )
}

function Entries() {
  const t = useTranslations('history')
  const { zone } = useConsole()
  const { day } = useFormat()
  const { building, office, person, kind, day: on } = useApp((state) => state.params)
  const filter: RecordFilter = { zone: zone?.id, building, office, person, kind, day: on }
  const { data, error, dataUpdatedAt, refetch, fetchNextPage, hasNextPage, isFetchingNextPage } = useInfiniteQuery(
    recordQuery(filter),
  )
  const entries = useMemo(() => data?.pages.flatMap((page) => page.entries) ?? [], [data])
  const days = useMemo(() => commitsByDay(entries), [entries])
  const units = useUnitNames(zone?.id ?? null)
  const [said, setSaid] = useState('')
  const status = useRef<HTMLParagraphElement>(null)
  const tellUndone = () => {
    setSaid(t('undo.done'))
    status.current?.focus()
  }
  return (
    <>
      <div className="history-bar">
        <Filters authors={authorsOf(entries)} units={units} />
        <a className="link" href={recordCsvPath(filter)} download>
          {t('csv')}
        </a>
      </div>
      <p ref={status} tabIndex={-1} role="status" className="history-said">
        {said}
      </p>
      <DataState error={error} isEmpty={!data} readAt={dataUpdatedAt} onRetry={() => void refetch()} />
      <div aria-busy={!data && !error}>
        {data && entries.length === 0 && <p className="history-none">{t('none')}</p>}
        {days.map(({ day: iso, commits }) => (
          <section key={iso} className="history-day" aria-label={day(iso)}>
            <h2>{day(iso)}</h2>
            <ol>
              {commits.map((commit) => (
                <CommitItem key={commit.id} commit={commit} units={units} onUndone={tellUndone} />
              ))}
            </ol>
          </section>
        ))}
        {hasNextPage && (
          <button type="button" className="btn" disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {t('older')}
          </button>
        )}
      </div>
    </>
  )
}
