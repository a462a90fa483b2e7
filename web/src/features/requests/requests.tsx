import './requests.css'
import { useQuery } from '@tanstack/react-query'
import { maySomewhere } from '@tvl/model'
import { useTranslations } from 'use-intl'
import { requestsQuery } from '../../api/requests.ts'
import { isolate } from '../../i18n/format.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useConsole } from '../../state/console.ts'
import { DataState } from '../../ui/data-state.tsx'
import { PageLink } from '../../ui/page-link.tsx'
import { usePageTitle } from '../../ui/use-page-title.ts'
import { Start } from './start.tsx'
import { useZoneNames } from './use-zone-names.ts'

/** Page `/agency/requests`: consultants' questionnaires, filled from the catalogue with the source of each answer. */
export function Requests() {
  const t = useTranslations('requests')
  const { person } = useConsole()
  usePageTitle(t('title'))
  return (
    <main id="main" className="rfi">
      <header className="rfi-top">
        <h1 className="title">{t('title')}</h1>
        <p>{t('intro')}</p>
        {person.isDemo && <p className="note">{t('demo')}</p>}
      </header>
      {maySomewhere(person.grants, 'answer-enquiries') ? (
        <>
          <Start />
          <Kept />
        </>
      ) : (
        <p className="rfi-part">{t('noRight')}</p>
      )}
    </main>
  )
}

/** What the organisation has under way. */
function Kept() {
  const t = useTranslations('requests.kept')
  const format = useFormat()
  const zoneName = useZoneNames()
  const { data, error, dataUpdatedAt, refetch } = useQuery(requestsQuery)
  return (
    <section className="rfi-part" aria-labelledby="rfi-kept" aria-busy={!data && !error}>
      <h2 id="rfi-kept">{t('title')}</h2>
      <DataState error={error} isEmpty={!data} readAt={dataUpdatedAt} onRetry={() => void refetch()} />
      {data?.length === 0 && <p className="note">{t('none')}</p>}
      <ul className="rfi-kept">
        {data?.map(({ id, fileName, zoneIds, createdAt, expiresAt }) => (
          <li key={id}>
            <PageLink className="link" to={`/agency/requests/${id}`} change={{ params: {} }}>
              <bdi>{fileName}</bdi>
            </PageLink>
            <span>{format.list(zoneIds.map((zone) => isolate(zoneName(zone))))}</span>
            <span className="note">
              {t('since', { day: format.day(createdAt.slice(0, 10)) })}{' '}
              {t('until', { day: format.day(expiresAt.slice(0, 10)) })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
