import { type FormEvent, useId, useState } from 'react'
import { useTranslations } from 'use-intl'
import { changePassword } from '../../api/session.ts'
import { NewPassword } from './new-password.tsx'
import { useProblem } from './use-problem.ts'

/** A new password, with the present one; every other session ends. */
export function ChangePassword({ email }: { email: string }) {
  const t = useTranslations('account')
  const id = useId()
  const [state, setState] = useState<'asking' | 'sending' | 'done'>('asking')
  const { problem, attempt } = useProblem()
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    const fields = new FormData(form)
    setState('sending')
    const failed = await attempt(() => changePassword(String(fields.get('current')), String(fields.get('password'))))
    if (failed === null) form.reset()
    setState(failed === null ? 'done' : 'asking')
  }
  return (
    <section aria-labelledby={`${id}title`}>
      <form className="account-form" onSubmit={(event) => void submit(event)}>
        <h2 id={`${id}title`}>{t('password.title')}</h2>
        {/* What a keeper of passwords files the new one under. */}
        <input type="hidden" name="username" autoComplete="username" value={email} />
        <label htmlFor={id}>{t('password.current')}</label>
        <input
          id={id}
          name="current"
          type="password"
          dir="ltr"
          autoComplete="current-password"
          required
          maxLength={128}
        />
        <NewPassword />
        <p role="alert" className="account-problem">
          {problem}
        </p>
        {state === 'done' && <p role="status">{t('password.done')}</p>}
        <button type="submit" className="btn" disabled={state === 'sending'}>
          {t('password.send')}
        </button>
      </form>
    </section>
  )
}
