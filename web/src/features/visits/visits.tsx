import './visits.css'
import { useQuery } from '@tanstack/react-query'
import type { ToldVisits, VisitReport } from '@tvl/model'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { collectionQuery } from '../../api/features.ts'
import { visitsQuery } from '../../api/visits.ts'
import { shortNameOf } from '../../i18n/names.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { DataState } from '../../ui/data-state.tsx'
import { PageLink } from '../../ui/page-link.tsx'
import { usePageTitle } from '../../ui/use-page-title.ts'

const PERIODS = [1, 4, 12, 52] as const
const KINDS = ['zone', 'compare', 'ask'] as const
const TOTALS = ['openings', 'downloads', 'enquiries'] as const

/** Page `/agency/visits`: what readers looked at in one’s territory, as sums of weeks. */
export function Visits() {
  const t = useTranslations('visits')
  usePageTitle(t('title'))
  const { day, number } = useFormat()
  const [weeks, setWeeks] = useState<(typeof PERIODS)[number]>(4)
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
            onChange={({ target }) => setWeeks(PERIODS.find((one) => String(one) === target.value) ?? 4)}
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
            {t('range', { from: day(data.from, 'short-day'), to: day(data.to, 'short-day') })} {t('compared')}{' '}
            {t('least', { least: number(data.least) })}
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
  const { total, totalBefore, least } = report
  const nameOf = (id: string) => {
    const zone = zones.find((one) => one.id === id)
    return zone ? shortNameOf(zone.properties, language) : id
  }
  const rows = [...report.zones].sort(
    (a, b) => b.counts.zone.visits - a.counts.zone.visits || nameOf(a.id).localeCompare(nameOf(b.id), language),
  )
  const isEmpty = rows.every(({ counts }) => KINDS.every((kind) => counts[kind].visits === 0 && !counts[kind].hasFew))
  return (
    <>
      <dl className="visits-totals">
        {TOTALS.map((name) => (
          <div key={name}>
            <dt>{t(name)}</dt>
            <dd>
              <span className="figure">{number(total[name])}</span>
              <span className="note"> {t('before', { count: number(totalBefore[name]) })}</span>
            </dd>
          </div>
        ))}
        <div>
          <dt>{t('explore')}</dt>
          <dd>
            <Told told={total.explore} before={totalBefore.explore} least={least} />
          </dd>
        </div>
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
                        <Told told={counts[kind]} before={before[kind]} least={least} />
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        )}
      </section>
    </>
  )
}

/** A sum of weeks beside the one before it; of weeks with fewer than are told, only that there were such. */
function Told({ told, before, least }: { told: ToldVisits; before: ToldVisits; least: number }) {
  const t = useTranslations('visits')
  const { number } = useFormat()
  const said = ({ visits, hasFew }: ToldVisits) =>
    hasFew ? t(visits === 0 ? 'few' : 'andFew', { visits: number(visits), least: number(least) }) : number(visits)
  return (
    <>
      <span className="figure">{said(told)}</span>
      <span className="note"> {t('before', { count: said(before) })}</span>
    </>
  )
}
