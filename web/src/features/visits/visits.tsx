import './visits.css'
import { useQuery } from '@tanstack/react-query'
import type { VisitReport } from '@tvl/model'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { collectionQuery } from '../../api/features.ts'
import { visitsQuery } from '../../api/visits.ts'
import { shortNameOf } from '../../i18n/names.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { DataState } from '../../ui/data-state.tsx'
import { PageLink } from '../../ui/page-link.tsx'
import { usePageTitle } from '../../ui/use-page-title.ts'

const PERIODS = [0, 4, 12, 52] as const
const KINDS = ['zone', 'compare', 'keep', 'ask'] as const
const TOTALS = ['openings', 'downloads', 'enquiries', 'explore'] as const
const LANGUAGES = ['fr', 'ar', 'en'] as const

/** Page `/agency/visits`: what readers looked at in one’s territory, as sums of weeks. */
export function Visits() {
  const t = useTranslations('visits')
  usePageTitle(t('title'))
  const { day } = useFormat()
  const [weeks, setWeeks] = useState<(typeof PERIODS)[number]>(0)
  const { data, error, dataUpdatedAt, refetch } = useQuery(visitsQuery(weeks))
  return (
    <main id="main" className="visits" aria-busy={!data && !error}>
      <header className="visits-top">
        <h1 className="title">{t('title')}</h1>
        <p>{t('intro')}</p>
        <label>
          {t('period')}
          <select
            value={weeks}
            onChange={({ target }) => setWeeks(PERIODS.find((one) => String(one) === target.value) ?? 0)}
          >
            {PERIODS.map((one) => (
              <option key={one} value={one}>
                {t(`weeks.${one}`)}
              </option>
            ))}
          </select>
        </label>
        {data && (
          <p className="note">
            {t('range', { from: day(data.from, 'short-day'), to: day(data.to, 'short-day') })}{' '}
            {data.totalBefore && t('compared')}
          </p>
        )}
      </header>
      <DataState error={error} isEmpty={!data} readAt={dataUpdatedAt} onRetry={() => void refetch()} />
      {data && <Report report={data} />}
    </main>
  )
}

function Report({ report }: { report: VisitReport }) {
  const t = useTranslations('visits')
  const { language, number } = useFormat()
  const { data: zones = [] } = useQuery(collectionQuery('zones'))
  const { total, totalBefore, languages } = report
  const nameOf = (id: string) => {
    const zone = zones.find((one) => one.id === id)
    return zone ? shortNameOf(zone.properties, language) : id
  }
  const rows = [...report.zones].sort(
    (a, b) => b.counts.zone - a.counts.zone || nameOf(a.id).localeCompare(nameOf(b.id), language),
  )
  const isEmpty = rows.every(({ counts }) => KINDS.every((kind) => counts[kind] === 0))
  return (
    <>
      <dl className="visits-totals">
        {TOTALS.map((name) => (
          <div key={name}>
            <dt>{t(name)}</dt>
            <dd>
              <span className="figure">{number(total[name])}</span>
              {totalBefore && <span className="note"> {t('before', { count: number(totalBefore[name]) })}</span>}
            </dd>
          </div>
        ))}
      </dl>
      <section>
        <h2>{t('zones')}</h2>
        {rows.length === 0 && <p className="visits-none">{t('noZone')}</p>}
        {rows.length > 0 && isEmpty && <p className="visits-none">{t('none')}</p>}
        {rows.length > 0 && (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways can be reached by keyboard
          <section className="visits-scroll" tabIndex={0} aria-label={t('zones')}>
            <table className="visits-table">
              <thead>
                <tr>
                  <th scope="col">{t('zone')}</th>
                  {KINDS.map((kind) => (
                    <th key={kind} scope="col">
                      {t(`kind.${kind}`)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {rows.map(({ id, counts, before }) => (
                  <tr key={id}>
                    <th scope="row">
                      <PageLink to={`/zones/${id}`}>{nameOf(id)}</PageLink>
                    </th>
                    {KINDS.map((kind) => (
                      <td key={kind}>
                        {number(counts[kind])}
                        {before && <span className="note">{t('before', { count: number(before[kind]) })}</span>}
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        )}
      </section>
      {!isEmpty && (
        <section>
          <h2>{t('languages')}</h2>
          <dl className="visits-languages">
            {LANGUAGES.map((one) => (
              <div key={one}>
                <dt>{t(`language.${one}`)}</dt>
                <dd>{number(languages[one])}</dd>
              </div>
            ))}
          </dl>
        </section>
      )}
    </>
  )
}
