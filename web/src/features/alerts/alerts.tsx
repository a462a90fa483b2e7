import './alerts.css'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { alertsQuery } from '../../api/alerts.ts'
import { catalogueQuery } from '../../api/catalogue.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { DataState } from '../../ui/data-state.tsx'
import { GradeMark } from '../../ui/grade-mark.tsx'
import { PageLink } from '../../ui/page-link.tsx'
import { usePageTitle } from '../../ui/use-page-title.ts'
import { AlertEntry } from './alert-entry.tsx'
import { FeedPart } from './feed-part.tsx'
import { Settings } from './settings.tsx'
import { useSeen } from './use-seen.ts'

/** Page `/agency/alerts`: what changed in one’s shortlists since they were frozen, and how one wants to be told. */
export function Alerts() {
  const t = useTranslations('alerts')
  const common = useTranslations('common')
  usePageTitle(t('title'))
  const { instant } = useFormat()
  const { data, error, dataUpdatedAt, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } =
    useInfiniteQuery(alertsQuery)
  const alerts = data?.pages.flatMap((page) => page.alerts) ?? []
  const isNew = useSeen(alerts[0]?.seq)
  const { data: catalogue } = useQuery(catalogueQuery)
  const checkedAt = data?.pages[0]?.checkedAt
  return (
    <main id="main" className="alerts" aria-busy={!data && !error}>
      <header className="alerts-top">
        <h1 className="title">{t('title')}</h1>
        <p>{t('intro')}</p>
        {checkedAt && <p className="note">{t('checked', { time: instant(new Date(checkedAt)) })}</p>}
        {catalogue?.illustrative && (
          <p className="note alerts-illustrative">
            <GradeMark grade="illustrative" decorative /> {common('illustrative')}
          </p>
        )}
      </header>
      <div className="alerts-sides">
        <section aria-label={t('list')}>
          <DataState error={error} isEmpty={!data} readAt={dataUpdatedAt} onRetry={() => void refetch()} />
          {data && alerts.length === 0 && (
            <div className="alerts-none">
              <p>{t('none')}</p>
              <p className="note">{t('noneText')}</p>
              <PageLink className="link" to="/agency">
                {t('shortlists')}
              </PageLink>
            </div>
          )}
          <ol className="alerts-list">
            {alerts.map((alert) => (
              <AlertEntry key={alert.seq} alert={alert} isNew={isNew(alert.seq)} />
            ))}
          </ol>
          {hasNextPage && (
            <button type="button" className="btn" disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
              {t('older')}
            </button>
          )}
        </section>
        <aside className="alerts-aside">
          <Settings />
          <FeedPart />
        </aside>
      </div>
    </main>
  )
}
