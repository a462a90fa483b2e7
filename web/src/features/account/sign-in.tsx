import './account.css'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { useLocation } from 'wouter'
import { sessionQuery, signOut } from '../../api/session.ts'
import { useApp } from '../../state/store.ts'
import { addressOf } from '../../state/url.ts'
import { DataState } from '../../ui/data-state.tsx'
import { usePageTitle } from '../../ui/use-page-title.ts'
import { DemoAccounts } from './demo-accounts.tsx'
import { PasskeyButton } from './passkey-button.tsx'
import { SignInForm } from './sign-in-form.tsx'
import { SignOnButton } from './sign-on-button.tsx'

/** Page `/sign-in`: for those who keep the catalogue true. Reading it needs no account. */
export function SignIn() {
  const t = useTranslations('account')
  usePageTitle(t('signIn.title'))
  const queries = useQueryClient()
  const [, go] = useLocation()
  const language = useApp((state) => state.language)
  const params = useApp((state) => state.params)
  const { data: session, error, dataUpdatedAt, refetch } = useQuery(sessionQuery)
  const renew = () => queries.invalidateQueries({ queryKey: sessionQuery.queryKey })
  const enter = async () => {
    await renew()
    go(addressOf(pageAfter(useApp.getState().params.to), useApp.getState()))
  }
  const leave = async () => {
    await signOut()
    await renew()
  }
  return (
    <main id="main" className="account">
      <header>
        <h1 className="title">{t('signIn.title')}</h1>
        <p>{t('signIn.intro')}</p>
      </header>
      <DataState error={error} isEmpty={!session} readAt={dataUpdatedAt} onRetry={() => void refetch()} />
      {session?.person && (
        <section className="account-part" aria-label={t('signedIn.label')}>
          <p>
            {t('signedIn.as', { name: session.person.name, organisation: session.person.organisationName[language] })}
          </p>
          <button type="button" className="btn" onClick={() => void leave()}>
            {t('signedIn.leave')}
          </button>
        </section>
      )}
      {session && !session.person && <SignInForm problem={params.problem} onEnter={enter} />}
      {session && !session.person && <PasskeyButton onEnter={enter} />}
      {session && !session.person && session.signOn && <SignOnButton name={session.signOn} to={pageAfter(params.to)} />}
      {session && !session.person && session.demoAccounts.length > 0 && (
        <DemoAccounts accounts={session.demoAccounts} onEnter={enter} />
      )}
    </main>
  )
}

/** Where one wanted to go before signing in: a path of ours, never an address elsewhere. */
function pageAfter(to: string | undefined): string {
  return to && /^\/(?![/\\])[\w\-/]*$/.test(to) ? to : '/'
}
