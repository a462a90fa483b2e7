import './enquiries.css'
import { useInfiniteQuery } from '@tanstack/react-query'
import { maySomewhere } from '@tvl/model'
import { useTranslations } from 'use-intl'
import { enquiriesQuery } from '../../api/enquiries.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useConsole } from '../../state/console.ts'
import { useApp } from '../../state/store.ts'
import { DataState } from '../../ui/data-state.tsx'
import { PageLink } from '../../ui/page-link.tsx'
import { usePageTitle } from '../../ui/use-page-title.ts'
import { EnquiryList } from './enquiry-list.tsx'
import { SHOWS, showOf } from './shows.ts'

/** Page `/agency/enquiries`: what investors ask in one’s territory, each with its clock. */
export function Enquiries() {
  const t = useTranslations('enquiries')
  usePageTitle(t('title'))
  const { person } = useConsole()
  return (
    <main id="main" className="enquiries">
      <header className="enquiries-top">
        <h1 className="title">{t('title')}</h1>
        <p>{t('intro')}</p>
        <PageLink className="link" to="/agency/enquiries/report" change={{ params: {} }}>
          {t('reportLink')}
        </PageLink>
      </header>
      {maySomewhere(person.grants, 'answer-enquiries') ? <List /> : <p className="enquiries-none">{t('noRight')}</p>}
    </main>
  )
}

function List() {
  const t = useTranslations('enquiries')
  const { number } = useFormat()
  const show = showOf(useApp((state) => state.params.show))
  const { data, error, dataUpdatedAt, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    enquiriesQuery(show),
  )
  const counts = data?.pages[0]?.counts
  const rows = data?.pages.flatMap(({ enquiries }) => enquiries) ?? []
  return (
    <>
      <fieldset className="enquiries-shows">
        <legend className="sr">{t('show.label')}</legend>
        {SHOWS.map((value) => (
          <label key={value}>
            <input
              type="radio"
              name="enquiries-show"
              className="sr"
              checked={show === value}
              onChange={() => useApp.getState().setParam('show', value === 'open' ? null : value, 'push')}
            />
            <span>
              {t(`show.${value}`)} {counts && <b className="count">{number(counts[value])}</b>}
            </span>
          </label>
        ))}
      </fieldset>
      {show === 'spam' && <p className="note enquiries-note">{t('spamNote')}</p>}
      <DataState error={error} isEmpty={!data} readAt={dataUpdatedAt} onRetry={() => void refetch()} />
      <div aria-busy={!data && !error}>
        {data && rows.length === 0 && <p className="enquiries-none">{t(`none.${show}`)}</p>}
        {data && rows.length > 0 && <EnquiryList rows={rows} now={Date.parse(data.pages[0]?.now ?? '')} />}
      </div>
      {hasNextPage && (
        <button type="button" className="btn" disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('more')}
        </button>
      )}
    </>
  )
}
