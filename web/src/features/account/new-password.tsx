import { useId, useState } from 'react'
import { useTranslations } from 'use-intl'

/** As the server asks for it (`password.weak`). */
const SHORTEST = 12

/** The field `password` of a form: a new one, with its only rule, and a way to see what was typed. */
export function NewPassword() {
  const t = useTranslations('account.newPassword')
  const id = useId()
  const [isShown, setIsShown] = useState(false)
  return (
    <>
      <label htmlFor={id}>{t('label')}</label>
      <input
        id={id}
        name="password"
        type={isShown ? 'text' : 'password'}
        dir="ltr"
        autoComplete="new-password"
        aria-describedby={`${id}rule`}
        required
        minLength={SHORTEST}
        maxLength={128}
      />
      <p id={`${id}rule`} className="note">
        {t('rule', { count: SHORTEST })}{' '}
        <button type="button" className="link" aria-pressed={isShown} onClick={() => setIsShown(!isShown)}>
          {t('show')}
        </button>
      </p>
    </>
  )
}
