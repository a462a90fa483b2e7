import './account.css'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useId, useState } from 'react'
import { useTranslations } from 'use-intl'
import { useLocation, useParams } from 'wouter'
import { ApiError } from '../../api/fetch-json.ts'
import { acceptInvitation, invitationQuery, type SeenInvitation, sessionQuery } from '../../api/session.ts'
import { useApp } from '../../state/store.ts'
import { addressOf } from '../../state/url.ts'
import { DataState } from '../../ui/data-state.tsx'
import { PageLink } from '../../ui/page-link.tsx'
import { usePageTitle } from '../../ui/use-page-title.ts'
import { useTerritoryName } from '../../ui/use-territory-name.ts'
import { NewPassword } from './new-password.tsx'
import { useProblem } from './use-problem.ts'

/** Page `/invitation/:token`, which a letter leads to: what is offered, and the way in. */
export function Invitation() {
  const t = useTranslations('account')
  usePageTitle(t('invitation.title'))
  const { token = '' } = useParams<{ token: string }>()
  const { data: invitation, error, dataUpdatedAt, refetch } = useQuery(invitationQuery(token))
  const isSpent = error instanceof ApiError && error.status === 400
  return (
    <main id="main" className="account">
      <header>
        <h1 className="title">{t('invitation.title')}</h1>
        {invitation && <Offer invitation={invitation} />}
      </header>
      {isSpent ? (
        <section className="account-part" role="alert">
          <p>{t('problem.link.spent')}</p>
          <p>{t('invitation.again')}</p>
        </section>
      ) : (
        <DataState error={error} isEmpty={!invitation} readAt={dataUpdatedAt} onRetry={() => void refetch()} />
      )}
      {invitation && <Acceptance token={token} invitation={invitation} />}
    </main>
  )
}

/** In whose name, for which address, and what one may do where. */
function Offer({ invitation }: { invitation: SeenInvitation }) {
  const t = useTranslations('account')
  const language = useApp((state) => state.language)
  const nameOf = useTerritoryName(invitation.grants, t('national'))
  return (
    <>
      <p>
        {t.rich('invitation.offer', {
          organisation: invitation.organisationName[language],
          email: () => <bdi>{invitation.email}</bdi>,
        })}
      </p>
      <ul className="account-grants">
        {invitation.grants.map(({ role, territory }) => (
          <li key={`${role}${JSON.stringify(territory)}`}>
            {t('invitation.grant', { role: t(`role.${role}`), place: nameOf(territory) })}
          </li>
        ))}
      </ul>
    </>
  )
}

function Acceptance({ token, invitation }: { token: string; invitation: SeenInvitation }) {
  const t = useTranslations('account')
  const id = useId()
  const queries = useQueryClient()
  const [, go] = useLocation()
  const language = useApp((state) => state.language)
  const { data: session } = useQuery(sessionQuery)
  const [isSending, setIsSending] = useState(false)
  const { problem, attempt } = useProblem()
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const fields = new FormData(event.currentTarget)
    setIsSending(true)
    await attempt(async () => {
      const account = { name: String(fields.get('name')).trim(), password: String(fields.get('password')), language }
      await acceptInvitation(token, invitation.hasAccount ? {} : account)
      await queries.invalidateQueries({ queryKey: sessionQuery.queryKey })
      go(addressOf('/manage', useApp.getState(), { params: {} }))
    })
    setIsSending(false)
  }
  // Rights are added to an account by whoever is in it.
  if (invitation.hasAccount && session && session.person?.email !== invitation.email) {
    return (
      <section className="account-part">
        <p>{t('invitation.signIn')}</p>
        <PageLink className="btn primary" to="/sign-in" change={{ params: { to: `/invitation/${token}` } }}>
          {t('signIn.title')}
        </PageLink>
      </section>
    )
  }
  return (
    <form className="account-form" onSubmit={(event) => void submit(event)}>
      {!invitation.hasAccount && (
        <>
          {/* What a keeper of passwords files the new one under. */}
          <input type="hidden" name="username" autoComplete="username" value={invitation.email} />
          <label htmlFor={id}>{t('invitation.name')}</label>
          <input id={id} name="name" autoComplete="name" required maxLength={120} pattern=".*\S.*" />
          <NewPassword />
        </>
      )}
      <p role="alert" className="account-problem">
        {problem}
      </p>
      <button type="submit" className="btn primary" disabled={isSending}>
        {t('invitation.accept')}
      </button>
    </form>
  )
}
