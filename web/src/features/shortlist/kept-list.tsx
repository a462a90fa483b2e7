import './shortlist.css'
import { useQuery } from '@tanstack/react-query'
import { NO_SHORTLIST } from '@tvl/model'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useLocation } from 'wouter'
import { archiveShortlist, makeShortlist, type ShortlistSummary, shortlistsQuery } from '../../api/shortlists.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useApp } from '../../state/store.ts'
import { addressOf } from '../../state/url.ts'
import { DataState } from '../../ui/data-state.tsx'
import { PageLink } from '../../ui/page-link.tsx'
import { usePageTitle } from '../../ui/use-page-title.ts'

/** Page `/agency`: the shortlists of one’s organisation, what became of their links. */
export function KeptList() {
  const t = useTranslations('shortlist.list')
  usePageTitle(t('title'))
  const [, go] = useLocation()
  const { data, error, dataUpdatedAt, refetch } = useQuery(shortlistsQuery)
  const [hasFailed, setHasFailed] = useState(false)
  const [isOldShown, setIsOldShown] = useState(false)
  const make = async () => {
    setHasFailed(false)
    try {
      const id = await makeShortlist(NO_SHORTLIST)
      go(addressOf(`/agency/shortlists/${id}`, useApp.getState(), { params: {} }))
    } catch {
      setHasFailed(true)
    }
  }
  const shown = data?.filter(({ isArchived }) => isArchived === isOldShown) ?? []
  const hasOld = data?.some(({ isArchived }) => isArchived) ?? false
  return (
    <main id="main" className="shortlist" aria-busy={!data && !error}>
      <header className="shortlist-bar">
        <h1 className="title">{t('title')}</h1>
        <button type="button" className="btn primary" onClick={() => void make()}>
          {t('make')}
        </button>
      </header>
      {hasFailed && <p role="alert">{t('makeFailed')}</p>}
      <DataState error={error} isEmpty={!data} readAt={dataUpdatedAt} onRetry={() => void refetch()} />
      {data && shown.length === 0 && <p className="shortlist-empty">{t(isOldShown ? 'noOld' : 'none')}</p>}
      <ul className="shortlist-kept">
        {shown.map((one) => (
          <Kept key={one.id} one={one} onChanged={() => void refetch()} />
        ))}
      </ul>
      {(hasOld || isOldShown) && (
        <button type="button" className="link" onClick={() => setIsOldShown(!isOldShown)}>
          {t(isOldShown ? 'showCurrent' : 'showOld')}
        </button>
      )}
    </main>
  )
}

function Kept({ one, onChanged }: { one: ShortlistSummary; onChanged: () => void }) {
  const t = useTranslations('shortlist.list')
  const words = useTranslations('shortlist')
  const { instant } = useFormat()
  return (
    <li>
      <PageLink className="row-name" to={`/agency/shortlists/${one.id}`}>
        <bdi>{one.title || words('untitled')}</bdi>
      </PageLink>
      <span>{words('sites', { count: one.sites })}</span>
      <span>{one.frozenAt ? t('frozen', { time: instant(new Date(one.frozenAt)) }) : t('notFrozen')}</span>
      <span>
        {t('links', { count: one.links })}
        {one.openedAt && (
          <span className="note dossier-under">
            {t('opened', { count: one.openings, time: instant(new Date(one.openedAt)) })}
          </span>
        )}
      </span>
      <span className="note">
        {one.by ? t('changedBy', { time: instant(new Date(one.at)), name: one.by }) : instant(new Date(one.at))}
      </span>
      <button
        type="button"
        className="link"
        onClick={() => void archiveShortlist(one.id, !one.isArchived).then(onChanged)}
      >
        {t(one.isArchived ? 'takeBack' : 'archive')}
      </button>
    </li>
  )
}
