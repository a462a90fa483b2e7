import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { navigate } from 'wouter/use-browser-location'
import { ApiError } from '../../api/fetch-json.ts'
import { sessionQuery, signOut } from '../../api/session.ts'
import { useConsole } from '../../state/console.ts'
import { clearGridDrafts, countKeptUnits } from '../../state/grid-draft.ts'
import { clearOutbox, isUnsent, useOutbox } from '../../state/outbox.ts'
import { useApp } from '../../state/store.ts'
import { clearUnitDrafts, countUnitDrafts } from '../../state/unit-drafts.ts'
import { addressOf } from '../../state/url.ts'
import { PageLink } from '../../ui/page-link.tsx'
import { DisplayChoices } from '../shell/display-choices.tsx'
import { useRights } from './use-rights.ts'

/** Who is signed in and as what, how this person likes to read, and the way out. */
export function Account() {
  const t = useTranslations('console')
  const language = useApp((state) => state.language)
  const state = useConsole()
  const rights = useRights(state)
  const { person, zone } = state
  return (
    <section className="console-account" aria-label={t('account')}>
      <div>
        <p className="console-name">
          <bdi>{person.name}</bdi>
        </p>
        <p>{person.organisationName[language]}</p>
        {rights.map((right) => (
          <p key={right}>{right}</p>
        ))}
      </div>
      <PageLink className="link" to="/account">
        {t('ownAccount')}
      </PageLink>
      {zone && (
        <PageLink className="link" to={`/zones/${zone.id}`}>
          {t('publicPage')}
        </PageLink>
      )}
      <div className="display-panel">
        <DisplayChoices />
      </div>
      <Leave personId={person.id} />
    </section>
  )
}

/** Signing out takes away what lies on this device, so it asks first when something of it was not sent. */
function Leave({ personId }: { personId: string }) {
  const t = useTranslations('console.leave')
  const queries = useQueryClient()
  const queued = useOutbox(({ entries }) => entries.filter(isUnsent).length)
  const [drafts, setDrafts] = useState(0)
  const unsent = queued + countKeptUnits(personId) + drafts
  const [step, setStep] = useState<'idle' | 'asking' | 'failed'>('idle')
  const ask = async () => {
    const found = await countUnitDrafts(personId)
    setDrafts(found)
    if (queued + countKeptUnits(personId) + found > 0) setStep('asking')
    else await leave()
  }
  const leave = async () => {
    try {
      await signOut()
    } catch (error) {
      // Without an answer the session would live on behind a page that says otherwise.
      if (!(error instanceof ApiError) || error.status !== 401) return setStep('failed')
    }
    await clearOutbox(personId)
    clearGridDrafts(personId)
    await clearUnitDrafts(personId)
    queries.removeQueries({ queryKey: sessionQuery.queryKey })
    navigate(addressOf('/sign-in', useApp.getState(), { params: {} }))
  }
  if (step === 'asking') {
    return (
      <div role="alert" className="console-leave">
        <p>{t('waiting', { count: unsent })}</p>
        <button type="button" className="btn" onClick={() => setStep('idle')}>
          {t('stay')}
        </button>
        <button type="button" className="link" onClick={() => void leave()}>
          {t('anyway')}
        </button>
      </div>
    )
  }
  return (
    <div className="console-leave">
      {step === 'failed' && <p role="alert">{t('failed')}</p>}
      <button type="button" className="btn" onClick={() => void ask()}>
        {t('title')}
      </button>
    </div>
  )
}
