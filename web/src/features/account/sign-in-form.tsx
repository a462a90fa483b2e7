import { type FormEvent, Fragment, useId, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { sendCode, signIn } from '../../api/session.ts'
import { PageLink } from '../../ui/page-link.tsx'
import { useProblem } from './use-problem.ts'

interface SignInFormProps {
  /** Code of what went wrong before the page was opened. */
  problem: string | undefined
  /** Called when the session is open. */
  onEnter: () => Promise<void>
}

/** Address and password, then a code for whoever has a second factor. */
export function SignInForm({ problem: first, onEnter }: SignInFormProps) {
  const t = useTranslations('account.signIn')
  const id = useId()
  const code = useRef<HTMLInputElement>(null)
  const [step, setStep] = useState<'password' | 'code'>('password')
  const [isSending, setIsSending] = useState(false)
  const { problem, attempt } = useProblem(first)
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    const fields = new FormData(form)
    setIsSending(true)
    const failed = await attempt(async () => {
      if (step === 'code') {
        await sendCode(String(fields.get('code')).replace(/\s/g, ''))
        return onEnter()
      }
      const { next } = await signIn(String(fields.get('email')).trim(), String(fields.get('password')))
      if (next === 'signed-in') return onEnter()
      setStep('code')
      // The field is there after the next paint.
      requestAnimationFrame(() => code.current?.focus())
    })
    if (failed === 'sign-in.again') setStep('password')
    if (failed === 'second-factor.wrong') code.current?.select()
    setIsSending(false)
  }
  return (
    <form className="account-form" onSubmit={(event) => void submit(event)}>
      {/* Keys: the field of the address must not become the field of the code, with what was typed into it. */}
      {step === 'password' ? (
        <Fragment key="password">
          <label htmlFor={`${id}email`}>{t('email')}</label>
          <input
            id={`${id}email`}
            name="email"
            type="email"
            dir="ltr"
            autoComplete="username"
            required
            maxLength={254}
          />
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
        </Fragment>
      ) : (
        <Fragment key="code">
          <label htmlFor={`${id}code`}>{t('code')}</label>
          <input
            id={`${id}code`}
            ref={code}
            name="code"
            dir="ltr"
            autoComplete="one-time-code"
            aria-describedby={`${id}hint`}
            required
            minLength={6}
            maxLength={20}
          />
          <p id={`${id}hint`} className="note">
            {t('codeHint')}
          </p>
        </Fragment>
      )}
      <p role="alert" className="account-problem">
        {problem}
      </p>
      <button type="submit" className="btn primary" disabled={isSending}>
        {step === 'password' ? t('send') : t('confirm')}
      </button>
      <PageLink className="link account-forgot" to="/forgot">
        {t('forgot')}
      </PageLink>
    </form>
  )
}
