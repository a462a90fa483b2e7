import './requests.css'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { useParams } from 'wouter'
import { ApiError } from '../../api/fetch-json.ts'
import { requestQuery } from '../../api/requests.ts'
import { isolate } from '../../i18n/format.ts'
import { DataState } from '../../ui/data-state.tsx'
import { PageLink } from '../../ui/page-link.tsx'
import { usePageTitle } from '../../ui/use-page-title.ts'
import { EnquiryLine } from './enquiry-line.tsx'
import { Filled } from './filled.tsx'

/** Page `/agency/requests/:id`: what a questionnaire asks, what is answered and by whose word, and what is missing. */
export function RequestPage() {
  const t = useTranslations('requests')
  const { id = '' } = useParams<{ id: string }>()
  const { data, error, dataUpdatedAt, refetch } = useQuery(requestQuery(id))
  usePageTitle(data?.fileName ?? t('title'))
  // The address may be of no questionnaire at all, or of one whose days are over.
  const isGone = error instanceof ApiError && (error.code === 'rfi.unknown' || error.code === 'request.invalid')
  return (
    <main id="main" className="rfi" aria-busy={!data && !error}>
      <header className="rfi-top">
        <PageLink className="link" to="/agency/requests" change={{ params: {} }}>
          {t('all')}
        </PageLink>
        <h1 className="title">{data ? isolate(data.fileName) : t('title')}</h1>
        {data && data.enquiryId !== null && <EnquiryLine id={data.enquiryId} />}
      </header>
      {isGone ? (
        <p className="rfi-part" role="alert">
          {t('problem.unknown')}
        </p>
      ) : (
        <DataState error={error} isEmpty={!data} readAt={dataUpdatedAt} onRetry={() => void refetch()} />
      )}
      {!data && !error && (
        <p className="rfi-part" role="status">
          {t('opening')}
        </p>
      )}
      {data && !isGone && <Filled key={data.id} request={data} />}
    </main>
  )
}
