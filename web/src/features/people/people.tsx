import './people.css'
import { useQuery } from '@tanstack/react-query'
import { maySomewhere } from '@tvl/model'
import { useTranslations } from 'use-intl'
import {
  erasePerson,
  type KeptPerson,
  openInvitationsQuery,
  organisationsQuery,
  peopleQuery,
  removeFactors,
  withdrawGrant,
  withdrawInvitation,
} from '../../api/people.ts'
import { isolate } from '../../i18n/format.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useConsole } from '../../state/console.ts'
import { DataState } from '../../ui/data-state.tsx'
import { usePageTitle } from '../../ui/use-page-title.ts'
import { useTerritoryName } from '../../ui/use-territory-name.ts'
import { Asked } from './asked.tsx'
import { InviteForm } from './invite-form.tsx'

/** Page `/manage/people`: who has an account in one’s territory, what each may do, and who is asked in. */
export function People() {
  const t = useTranslations('people')
  usePageTitle(t('title'))
  const { person } = useConsole()
  return (
    <main id="main" className="people">
      <header className="people-top">
        <h1 className="title">{t('title')}</h1>
        <p>{t('intro')}</p>
      </header>
      {maySomewhere(person.grants, 'manage-people') ? (
        <>
          <InviteForm />
          <Invitations />
          <Accounts />
        </>
      ) : (
        <p className="people-none">{t('noRight')}</p>
      )}
    </main>
  )
}

/** Names of organisations by their id. */
function useOrganisationName(): (id: string) => string {
  const { language } = useFormat()
  const { data } = useQuery(organisationsQuery)
  return (id) => data?.find((one) => one.id === id)?.name[language] ?? id
}

function Invitations() {
  const t = useTranslations('people')
  const words = useTranslations('console')
  const { instant } = useFormat()
  const { data } = useQuery(openInvitationsQuery)
  const placeName = useTerritoryName(data?.flatMap(({ grants }) => grants) ?? [], words('national'))
  if (!data || data.length === 0) return null
  return (
    <section className="people-part" aria-labelledby="people-invitations">
      <h2 id="people-invitations">{t('invitations')}</h2>
      <ul className="people-list">
        {data.map(({ id, email, grants, expiresAt }) => (
          <li key={id}>
            <span>
              <bdi>{email}</bdi>
            </span>
            <ul className="people-grants">
              {grants.map((grant) => (
                <li key={`${grant.role} ${JSON.stringify(grant.territory)}`}>
                  {t('grant', { role: words(`role.${grant.role}`), place: placeName(grant.territory) })}
                </li>
              ))}
            </ul>
            <span className="note">{t('until', { time: instant(new Date(expiresAt)) })}</span>
            <Asked
              label={t('withdraw.label')}
              question={t('withdraw.invitation', { email: isolate(email) })}
              work={() => withdrawInvitation(id)}
            />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Accounts() {
  const t = useTranslations('people')
  const words = useTranslations('console')
  const { data, error, dataUpdatedAt, refetch } = useQuery(peopleQuery)
  const placeName = useTerritoryName(data?.flatMap(({ grants }) => grants) ?? [], words('national'))
  return (
    <section className="people-part" aria-labelledby="people-accounts" aria-busy={!data && !error}>
      <h2 id="people-accounts">{t('accounts')}</h2>
      <DataState error={error} isEmpty={!data} readAt={dataUpdatedAt} onRetry={() => void refetch()} />
      <ul className="people-list">
        {data?.map((one) => (
          <Account key={one.id} one={one} placeName={placeName} />
        ))}
      </ul>
    </section>
  )
}

function Account({ one, placeName }: { one: KeptPerson; placeName: ReturnType<typeof useTerritoryName> }) {
  const t = useTranslations('people')
  const words = useTranslations('console')
  const { person } = useConsole()
  const organisation = useOrganisationName()
  const name = isolate(one.name)
  const isOther = one.email !== person.email
  const hasFactors = one.hasAuthenticator || one.passkeys > 0
  return (
    <li>
      <span>
        <b>
          <bdi>{one.name}</bdi>
        </b>{' '}
        <bdi className="note">{one.email}</bdi>
        <span className="note people-of">{organisation(one.organisationId)}</span>
      </span>
      <ul className="people-grants">
        {one.grants.map((grant) => (
          <li key={grant.id}>
            {t('grant', { role: words(`role.${grant.role}`), place: placeName(grant.territory) })}{' '}
            {grant.origin === 'sign-on' ? (
              <span className="note">{t('bySignOn')}</span>
            ) : (
              !one.isDemo && (
                <Asked
                  label={t('withdraw.label')}
                  question={t('withdraw.grant', { name })}
                  work={() => withdrawGrant(one.id, grant.id)}
                />
              )
            )}
          </li>
        ))}
      </ul>
      <span className="note">{one.isDemo ? t('demo') : t(hasFactors ? 'factors.some' : 'factors.none')}</span>
      {one.isWhole && isOther && !one.isDemo && (
        <span className="people-acts">
          {hasFactors && (
            <Asked
              label={t('factors.remove')}
              question={t('factors.ask', { name })}
              work={() => removeFactors(one.id)}
            />
          )}
          <Asked label={t('erase.label')} question={t('erase.ask', { name })} work={() => erasePerson(one.id)} />
        </span>
      )}
    </li>
  )
}
