import { type FormEvent, useId, useState } from 'react'
import { useTranslations } from 'use-intl'
import { signIn } from '../../api/session.ts'
import { useProblem } from './use-problem.ts'

/** Address and password. `onEnter` is called when the session is open. */
export function SignInForm({ onEnter }: { onEnter: () => Promise<void> }) {
  const t = useTranslations('account.signIn')
  const id = useId()
  const [isSending, setIsSending] = useState(false)
  const { problem, attempt } = useProblem()
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const fields = new FormData(event.currentTarget)
    setIsSending(true)
    await attempt(async () => {
      await signIn(String(fields.get('email')), String(fields.get('password')))
      await onEnter()
    })
    setIsSending(false)
  }
  return (
    <form className="account-form" onSubmit={(event) => void submit(event)}>
      <label htmlFor={`${id}email`}>{t('email')}</label>
      <input id={`${id}email`} name="email" type="email" dir="ltr" autoComplete="username" required maxLength={254} />
      <label htmlFor={`${id}password`}>{t('password')}</label>
      <input
        id={`${id}password`}
        name="password"
        type="password"
        dir="ltr"
        autoComplete="current-password"
        required
        maxLength={128}
      />
      <p role="alert" className="account-problem">
        {problem}
      </p>
      <button type="submit" className="btn primary" disabled={isSending}>
        {t('send')}
      </button>
    </form>
  )
}
