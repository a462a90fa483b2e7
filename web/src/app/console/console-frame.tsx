import './console.css'
import { type ReactNode, useEffect } from 'react'
import { useTranslations } from 'use-intl'
import { navigate } from 'wouter/use-browser-location'
import { ConsoleContext } from '../../state/console.ts'
import { openOutbox } from '../../state/outbox.ts'
import { useApp } from '../../state/store.ts'
import { addressOf } from '../../state/url.ts'
import { DataState } from '../../ui/data-state.tsx'
import { useConsoleState } from './use-console-state.ts'

/** Around every page of the console: it shows nothing before somebody is signed in. */
export function ConsoleFrame({ children }: { children: ReactNode }) {
  const t = useTranslations('common')
  const { state, error, isOut } = useConsoleState()
  useEffect(() => {
    if (!isOut) return
    const to = location.pathname
    navigate(addressOf('/sign-in', useApp.getState(), { params: { to } }), { replace: true })
  }, [isOut])
  const personId = state?.person.id
  useEffect(() => (personId ? openOutbox(personId) : undefined), [personId])
  if (!state) {
    return (
      <main id="main" className="console-wait" aria-busy={!error}>
        <p className="sr">{t('loading')}</p>
        <DataState error={error} isEmpty readAt={0} onRetry={() => location.reload()} />
      </main>
    )
  }
  return <ConsoleContext value={state}>{children}</ConsoleContext>
}
