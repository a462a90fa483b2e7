import './enquiries.css'
import { useQuery } from '@tanstack/react-query'
import type { EnquiryReport } from '@tvl/model'
import { maySomewhere } from '@tvl/model'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { enquiryReportQuery } from '../../api/enquiries.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useConsole } from '../../state/console.ts'
import { DataState } from '../../ui/data-state.tsx'
import { PageLink } from '../../ui/page-link.tsx'
import { usePageTitle } from '../../ui/use-page-title.ts'
import { PersonTools } from './person-tools.tsx'

/** Page `/agency/enquiries/report`: how fast the answers were, and the rights of those who asked. */
export function EnquiryReportPage() {
  const t = useTranslations('enquiries')
  usePageTitle(t('report.title'))
  const { person } = useConsole()
  return (
    <main id="main" className="enquiries">
      <nav aria-label={t('title')}>
        <PageLink className="link" to="/agency/enquiries" change={{ params: {} }}>
          {t('back')}
        </PageLink>
      </nav>
      <header className="enquiries-top">
        <h1 className="title">{t('report.title')}</h1>
        <p>{t('report.intro')}</p>
      </header>
      {maySomewhere(person.grants, 'answer-enquiries') ? (
        <>
          <Report />
          <PersonTools />
        </>
      ) : (
        <p className="enquiries-none">{t('noRight')}</p>
      )}
    </main>
  )
}

const COLUMNS = ['received', 'open', 'answered', 'closed', 'spam', 'median', 'p90', 'within'] as const
type Sums = Omit<EnquiryReport, 'from' | 'to' | 'weeks'>

function Report() {
  const t = useTranslations('enquiries.report')
  const { day } = useFormat()
  const [asked, setAsked] = useState<{ from: string | null; to: string | null }>({ from: null, to: null })
  const { data, error, dataUpdatedAt, refetch } = useQuery({
    ...enquiryReportQuery(asked.from, asked.to),
    placeholderData: (before) => before,
  })
  const ask = (change: Partial<typeof asked>) => setAsked({ ...asked, ...change })
  return (
    <section aria-label={t('title')} aria-busy={!data && !error}>
      <div className="enquiries-days">
        <label className="enquiries-field">
          <span>{t('from')}</span>
          <input
            type="date"
            value={asked.from ?? data?.from ?? ''}
            onChange={({ target }) => ask({ from: target.value || null })}
          />
        </label>
        <label className="enquiries-field">
          <span>{t('to')}</span>
          <input
            type="date"
            value={asked.to ?? data?.to ?? ''}
            onChange={({ target }) => ask({ to: target.value || null })}
          />
        </label>
      </div>
      <DataState error={error} isEmpty={!data} readAt={dataUpdatedAt} onRetry={() => void refetch()} />
      {data && data.weeks.length === 0 && <p className="enquiries-none">{t('none')}</p>}
      {data && data.weeks.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reached by keys
        <section className="enquiries-scroll" tabIndex={0} aria-label={t('table')}>
          <table className="enquiries-report">
            <thead>
              <tr>
                <th scope="col">{t('week')}</th>
                {COLUMNS.map((column) => (
                  <th key={column} scope="col">
                    {t(column)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {data.weeks.map((week) => (
                <Row key={week.week} name={day(week.week, 'short-day')} sums={week} />
              ))}
            </tbody>
            <tfoot>
              <Row name={t('all')} sums={data} />
            </tfoot>
          </table>
        </section>
      )}
    </section>
  )
}

function Row({ name, sums }: { name: string; sums: Sums }) {
  const common = useTranslations('common')
  const { number, percent } = useFormat()
  const { received, open, answered, closed, spam, medianHours, p90Hours, withinPct } = sums
  const known = (value: number | null, write: (value: number) => string) =>
    value === null ? <span className="unknown">{common('unknown')}</span> : write(value)
  return (
    <tr>
      <th scope="row">{name}</th>
      {[received, open, answered, closed, spam].map((value, i) => (
        <td key={COLUMNS[i]}>{number(value)}</td>
      ))}
      <td>{known(medianHours, number)}</td>
      <td>{known(p90Hours, number)}</td>
      <td>{known(withinPct, percent)}</td>
    </tr>
  )
}
