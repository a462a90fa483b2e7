import { useInfiniteQuery } from '@tanstack/react-query'
import { dayInMorocco } from '@tvl/model'
import { useId } from 'react'
import { useTranslations } from 'use-intl'
import { type RecordEntry, recordQuery } from '../../api/record.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useApp } from '../../state/store.ts'
import { PageLink } from '../../ui/page-link.tsx'
import { fieldsWritten, useRecordWords } from '../../ui/record/use-record-words.ts'
import type { UnitRow } from './rows.ts'

const SHOWN = 4

/** The last changes of the unit in focus, and the way to all of them. */
export function UnitHistory({ row }: { row: UnitRow }) {
  const t = useTranslations('grid.history')
  const title = useId()
  const zone = useApp((state) => state.params.zone)
  const { data, error } = useInfiniteQuery(recordQuery({ office: row.id }, SHOWN))
  return (
    <section className="grid-panel" aria-labelledby={title}>
      <h2 id={title}>{t('title', { unit: row.published.name })}</h2>
      {error && <p className="note">{t('unread')}</p>}
      <ul className="grid-history">
        {data?.pages[0]?.entries.map((entry) => (
          <Entry key={entry.n} entry={entry} />
        ))}
      </ul>
      <PageLink
        className="link"
        to="/manage/history"
        change={{ params: { ...(zone ? { zone } : {}), office: row.id } }}
      >
        {t('all')}
      </PageLink>
    </section>
  )
}

function Entry({ entry }: { entry: RecordEntry }) {
  const t = useTranslations('grid.history')
  const live = useTranslations('common.live')
  const { day } = useFormat()
  const words = useRecordWords()
  const fields = entry.operation === 'update' ? fieldsWritten(entry) : []
  const what = () => {
    if (entry.kind === 'seed') return t('seed')
    if (entry.operation !== 'update') return live(`operation.${entry.operation === 'delete' ? 'delete' : 'create'}`)
    return fields.length === 0 ? live('verified') : null
  }
  return (
    <li>
      <span className="note">{day(dayInMorocco(new Date(entry.at)), 'short-day')}</span>
      <span>
        {what()}
        {fields.map(([field, { before, after }]) => (
          <span key={field} className="grid-history-field">
            {words.name(field)} <s>{words.value(field, before)}</s> <span aria-hidden="true" className="arrow" />{' '}
            {words.value(field, after)}
          </span>
        ))}{' '}
        {entry.kind !== 'seed' && (
          <span className="note">{t('by', { who: entry.author?.name ?? words.role(entry.role) })}</span>
        )}
      </span>
    </li>
  )
}
