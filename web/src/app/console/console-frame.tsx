import './console.css'
import { type ReactNode, useEffect, useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { navigate } from 'wouter/use-browser-location'
import { useMyPlaces } from '../../api/my-places.ts'
import { ConsoleContext } from '../../state/console.ts'
import { openOutbox } from '../../state/outbox.ts'
import { useApp } from '../../state/store.ts'
import { addressOf } from '../../state/url.ts'
import { DataState } from '../../ui/data-state.tsx'
import { ConsoleBar } from './console-bar.tsx'

/** Around every page of the console: it shows nothing before somebody is signed in. */
export function ConsoleFrame({ children }: { children: ReactNode }) {
  const t = useTranslations('common')
  const { person, zones, error, isReading } = useMyPlaces()
  const wanted = useApp((state) => state.params.zone)
  const isOut = !isReading && !error && !person
  useEffect(() => {
    if (!isOut) return
    const to = location.pathname
    navigate(addressOf('/sign-in', useApp.getState(), { params: { to } }), { replace: true })
  }, [isOut])
  const personId = person?.id
  useEffect(() => (personId ? openOutbox(personId) : undefined), [personId])
  const zone = zones.find(({ id }) => id === wanted) ?? zones[0] ?? null
  const state = useMemo(() => (person ? { person, zones, zone } : null), [person, zones, zone])
  if (!state) {
    return (
      <main id="main" className="console-wait" aria-busy={!error}>
        <p className="sr">{t('loading')}</p>
        <DataState error={error} isEmpty readAt={0} onRetry={() => location.reload()} />
      </main>
    )
  }
  return (
    <ConsoleContext value={state}>
      <ConsoleBar />
      {children}
    </ConsoleContext>
  )
}
