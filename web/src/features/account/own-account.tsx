import './account.css'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { sessionQuery } from '../../api/session.ts'
import { useApp } from '../../state/store.ts'
import { DataState } from '../../ui/data-state.tsx'
import { PageLink } from '../../ui/page-link.tsx'
import { usePageTitle } from '../../ui/use-page-title.ts'
import { Authenticator } from './authenticator.tsx'
import { ChangePassword } from './change-password.tsx'
import { Passkeys } from './passkeys.tsx'

/** Page `/account`: how one signs in. */
export function OwnAccount() {
  const t = useTranslations('account')
  usePageTitle(t('own.title'))
  const language = useApp((state) => state.language)
  const { data: session, error, dataUpdatedAt, refetch } = useQuery(sessionQuery)
  const person = session?.person
  return (
    <main id="main" className="account">
      <header>
        <h1 className="title">{t('own.title')}</h1>
        {person && (
          <p>
            {t.rich('own.who', {
              name: person.name,
              organisation: person.organisationName[language],
              email: () => <bdi>{person.email}</bdi>,
            })}
          </p>
        )}
      </header>
      <DataState error={error} isEmpty={!session} readAt={dataUpdatedAt} onRetry={() => void refetch()} />
      {session && !person && (
        <section className="account-part">
          <p>{t('own.out')}</p>
          <PageLink className="btn primary" to="/sign-in" change={{ params: { to: '/account' } }}>
            {t('signIn.title')}
          </PageLink>
        </section>
      )}
      {person?.isDemo && <p className="account-part">{t('own.demo')}</p>}
      {person && !person.isDemo && (
        <>
          <Passkeys />
          <Authenticator isOn={person.hasSecondFactor} />
          <ChangePassword email={person.email} />
        </>
      )}
    </main>
  )
}
