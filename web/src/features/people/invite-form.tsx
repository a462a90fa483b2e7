import { useQuery } from '@tanstack/react-query'
import { isWithin, type Language, NOWHERE, type Place, ROLES, type Role, type Territory } from '@tvl/model'
import { useId, useState } from 'react'
import { useTranslations } from 'use-intl'
import { collectionQuery } from '../../api/features.ts'
import { invite, organisationsQuery } from '../../api/people.ts'
import { sessionQuery } from '../../api/session.ts'
import { LANGUAGE_NAMES, LANGUAGES } from '../../i18n/languages.ts'
import { nameOf } from '../../i18n/names.ts'
import { useConsole } from '../../state/console.ts'
import { useApp } from '../../state/store.ts'
import { useAttempt } from './use-attempt.ts'

const NATIONAL = 'national'
const territoryOf = (value: string): Territory => {
  const [kind, id = ''] = value.split(' ')
  return kind === 'region' || kind === 'zone' ? { kind, id } : { kind: NATIONAL }
}

/** Regions and zones in which the person may give rights, as options by their text. */
function usePlaces(): { value: string; name: string }[] {
  const language = useApp((state) => state.language)
  const { person } = useConsole()
  const { data: regions = [] } = useQuery(collectionQuery('regions'))
  const { data: zones = [] } = useQuery(collectionQuery('zones'))
  const regionOf = new Map(zones.map(({ id, properties }) => [id, properties.regionId]))
  const placeOf = (territory: Territory): Place => {
    if (territory.kind === 'region') return { ...NOWHERE, regionId: territory.id }
    if (territory.kind === 'zone')
      return { ...NOWHERE, regionId: regionOf.get(territory.id) ?? null, zoneId: territory.id }
    return NOWHERE
  }
  const own = person.grants.filter(({ role }) => role === 'administrator').map(({ territory }) => territory)
  const isMine = (territory: Territory) => own.some((outer) => isWithin(territory, outer, placeOf))
  const option = (kind: 'region' | 'zone') => (one: (typeof regions)[number] | (typeof zones)[number]) => ({
    value: `${kind} ${one.id}`,
    name: nameOf(one.properties, language),
  })
  return [...regions.map(option('region')), ...zones.map(option('zone'))].filter(({ value }) =>
    isMine(territoryOf(value)),
  )
}

/** Asks somebody in: the letter holds a link that works once. */
export function InviteForm() {
  const t = useTranslations('people.invite')
  const words = useTranslations('console')
  const id = useId()
  const language = useApp((state) => state.language)
  const { person } = useConsole()
  const places = usePlaces()
  // One's own is known before the others are read, and when they cannot be.
  const { data: organisations = [{ id: person.organisationId, name: person.organisationName }] } =
    useQuery(organisationsQuery)
  const { data: session } = useQuery(sessionQuery)
  const [sentTo, setSentTo] = useState<string | null>(null)
  const { problem, isBusy, attempt } = useAttempt()
  const isNational = person.grants.some(
    ({ role, territory }) => role === 'administrator' && territory.kind === NATIONAL,
  )
  const send = (form: HTMLFormElement) => {
    const fields = new FormData(form)
    const [email, organisationId] = [String(fields.get('email')).trim(), String(fields.get('organisation'))]
    const grant = {
      role: String(fields.get('role')) as Role,
      organisationId,
      territory: territoryOf(String(fields.get('place'))),
    }
    setSentTo(null)
    void attempt(() =>
      invite({ email, organisationId, grants: [grant], language: String(fields.get('language')) as Language }),
    ).then((isSent) => {
      if (!isSent) return
      setSentTo(email)
      form.reset()
    })
  }
  return (
    <form
      className="people-form"
      aria-labelledby={`${id}title`}
      onSubmit={(event) => {
        event.preventDefault()
        send(event.currentTarget)
      }}
    >
      <h2 id={`${id}title`}>{t('title')}</h2>
      <label>
        <span>{t('email')}</span>
        <input name="email" type="email" dir="ltr" autoComplete="off" required maxLength={254} />
      </label>
      <label>
        <span>{t('organisation')}</span>
        <select name="organisation" key={organisations.length} defaultValue={person.organisationId}>
          {organisations.map((one) => (
            <option key={one.id} value={one.id}>
              {one.name[language]}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>{t('role')}</span>
        <select name="role" defaultValue={'manager' satisfies Role}>
          {ROLES.map((role) => (
            <option key={role} value={role}>
              {words(`role.${role}`)}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>{t('place')}</span>
        <select name="place" required defaultValue="">
          <option value="" disabled>
            {t('choose')}
          </option>
          {isNational && <option value={NATIONAL}>{words('national')}</option>}
          {places.map(({ value, name }) => (
            <option key={value} value={value}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>{t('language')}</span>
        <select name="language" defaultValue={language}>
          {LANGUAGES.map((one) => (
            <option key={one} value={one}>
              {LANGUAGE_NAMES[one].full}
            </option>
          ))}
        </select>
      </label>
      <button type="submit" className="btn primary" disabled={isBusy}>
        {t('send')}
      </button>
      {problem && (
        <p role="alert" className="people-problem">
          {problem}
        </p>
      )}
      {sentTo !== null && (
        <p role="status">
          {t('sent', { email: sentTo })} {session?.mail === 'folder' && t('folder')}
        </p>
      )}
    </form>
  )
}
