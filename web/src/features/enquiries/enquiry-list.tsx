import type { EnquiryRow } from '@tvl/model'
import { useTranslations } from 'use-intl'
import { PageLink } from '../../ui/page-link.tsx'
import { ClockWords } from './clock-words.tsx'
import { useNames } from './use-names.ts'

const COLUMNS = ['clock', 'who', 'about', 'status', 'assignee'] as const

/** A table on a desk; on a phone each row stands by itself. */
export function EnquiryList({ rows, now }: { rows: readonly EnquiryRow[]; now: number }) {
  const t = useTranslations('enquiries')
  const names = useNames()
  return (
    <table className="enquiries-table">
      <thead>
        <tr>
          {COLUMNS.map((column) => (
            <th key={column} scope="col">
              {t(`column.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <td>
              <ClockWords row={row} now={now} />
            </td>
            <th scope="row">
              <PageLink className="link" to={`/agency/enquiries/${row.id}`} change={{ params: {} }}>
                <bdi>{row.name}</bdi>
              </PageLink>{' '}
              <span className="note">
                {row.company && (
                  <>
                    <bdi>{row.company}</bdi>
                    {' · '}
                  </>
                )}
                <bdi>{row.reference}</bdi>
              </span>
            </th>
            <td>
              {row.sites.length > 0
                ? names.zones(row.sites)
                : row.regions.length > 0
                  ? names.regions(row.regions)
                  : t('national')}{' '}
              {row.seats !== null && <span className="note">{t('seats', { count: row.seats })}</span>}
            </td>
            <td>{t(`status.${row.status}`)}</td>
            <td>{row.assignee ? <bdi>{row.assignee.name}</bdi> : <span className="muted">{t('nobody')}</span>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
