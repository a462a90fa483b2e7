import { useQueryClient } from '@tanstack/react-query'
import { maySomewhere } from '@tvl/model'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useLocation } from 'wouter'
import { navigate } from 'wouter/use-browser-location'
import { sessionQuery, signOut } from '../../api/session.ts'
import { nameOf } from '../../i18n/names.ts'
import { useConsole } from '../../state/console.ts'
import { clearOutbox, useOutbox } from '../../state/outbox.ts'
import { useApp } from '../../state/store.ts'
import { addressOf } from '../../state/url.ts'
import { PageLink } from '../../ui/page-link.tsx'
import { Outbox } from './outbox-line.tsx'
import { CONSOLE_PAGES } from './pages.ts'

/** The console's own head: its pages, the zone that is looked at, what waits to be sent, and who is signed in. */
export function ConsoleBar() {
  const t = useTranslations('console')
  const language = useApp((state) => state.language)
  const [path] = useLocation()
  const { person, zones, zone } = useConsole()
  const params = zone ? { zone: zone.id } : {}
  return (
    <div className="console-bar">
      <nav className="pages" aria-label={t('pages')}>
        {CONSOLE_PAGES.filter(({ needs }) => maySomewhere(person.grants, needs)).map(({ to, name }) => (
          <PageLink key={to} to={to} change={{ params }} aria-current={path === to ? 'page' : undefined}>
            {t(`page.${name}`)}
          </PageLink>
        ))}
      </nav>
      <div className="console-end">
        <Outbox />
        {zones.length > 1 && (
          <label className="console-zone">
            <span className="sr">{t('zone')}</span>
            <select value={zone?.id ?? ''} onChange={(event) => useApp.getState().setParam('zone', event.target.value)}>
              {zones.map(({ id, properties }) => (
                <option key={id} value={id}>
                  {nameOf(properties, language)}
                </option>
              ))}
            </select>
          </label>
        )}
        <Who />
      </div>
    </div>
  )
}

function Who() {
  const t = useTranslations('console')
  const queries = useQueryClient()
  const { person } = useConsole()
  const waiting = useOutbox(({ entries }) => entries.filter(({ state }) => state !== 'published').length)
  const [isAsking, setIsAsking] = useState(false)
  const leave = async () => {
    await clearOutbox()
    await signOut()
    queries.removeQueries({ queryKey: sessionQuery.queryKey })
    navigate(addressOf('/sign-in', useApp.getState(), { params: {} }))
  }
  return (
    <p className="console-who">
      <bdi>{person.name}</bdi>
      {isAsking ? (
        <span role="alert">
          {t('leave.waiting', { count: waiting })}{' '}
          <button type="button" className="link" onClick={() => void leave()}>
            {t('leave.anyway')}
          </button>{' '}
          <button type="button" className="link" onClick={() => setIsAsking(false)}>
            {t('leave.stay')}
          </button>
        </span>
      ) : (
        <button type="button" className="link" onClick={() => (waiting > 0 ? setIsAsking(true) : void leave())}>
          {t('leave.title')}
        </button>
      )}
    </p>
  )
}
