import { useQuery } from '@tanstack/react-query'
import { type Language, ROLES, type Role } from '@tvl/model'
import { useId, useState } from 'react'
import { useTranslations } from 'use-intl'
import { invite, organisationsQuery } from '../../api/people.ts'
import { sessionQuery } from '../../api/session.ts'
import { LANGUAGE_NAMES, LANGUAGES } from '../../i18n/languages.ts'
import { useConsole } from '../../state/console.ts'
import { useApp } from '../../state/store.ts'
import { PlaceField, territoryIn } from './place-field.tsx'
import { useAttempt } from './use-attempt.ts'

/** Asks somebody in: the letter holds a link that works once. */
export function InviteForm() {
  const t = useTranslations('people.invite')
  const words = useTranslations('console')
  const id = useId()
  const language = useApp((state) => state.language)
  const { person } = useConsole()
  // One's own is known before the others are read, and when they cannot be.
  const { data: organisations = [{ id: person.organisationId, name: person.organisationName }] } =
    useQuery(organisationsQuery)
  const { data: session } = useQuery(sessionQuery)
  const [sentTo, setSentTo] = useState<string | null>(null)
  const { problem, isBusy, attempt } = useAttempt()
  const send = (form: HTMLFormElement) => {
    const fields = new FormData(form)
    const [email, organisationId] = [String(fields.get('email')).trim(), String(fields.get('organisation'))]
    const grant = {
      role: String(fields.get('role')) as Role,
      organisationId,
      territory: territoryIn(fields),
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
      <PlaceField key={sentTo} />
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
