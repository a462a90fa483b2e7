import './account.css'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useId, useState } from 'react'
import { useTranslations } from 'use-intl'
import { askForReset, sessionQuery } from '../../api/session.ts'
import { PageLink } from '../../ui/page-link.tsx'
import { usePageTitle } from '../../ui/use-page-title.ts'
import { useProblem } from './use-problem.ts'

/** Page `/forgot`: asks for a letter with which a new password is chosen. It never says whether there is an account. */
export function Forgot() {
  const t = useTranslations('account')
  usePageTitle(t('forgot.title'))
  const id = useId()
  const { data: session } = useQuery(sessionQuery)
  const [sentTo, setSentTo] = useState<string | null>(null)
  const [isSending, setIsSending] = useState(false)
  const { problem, attempt } = useProblem()
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const email = String(new FormData(event.currentTarget).get('email')).trim()
    setIsSending(true)
    await attempt(async () => {
      await askForReset(email)
      setSentTo(email)
    })
    setIsSending(false)
  }
  return (
    <main id="main" className="account">
      <header>
        <h1 className="title">{t('forgot.title')}</h1>
        <p>{t('forgot.intro')}</p>
      </header>
      {sentTo === null ? (
        <form className="account-form" onSubmit={(event) => void submit(event)}>
          <label htmlFor={id}>{t('signIn.email')}</label>
          <input id={id} name="email" type="email" dir="ltr" autoComplete="username" required maxLength={254} />
          <p role="alert" className="account-problem">
            {problem}
          </p>
          <button type="submit" className="btn primary" disabled={isSending}>
            {t('forgot.send')}
          </button>
        </form>
      ) : (
        <section className="account-part" role="status">
          <p>{t('forgot.sent', { email: sentTo })}</p>
          {session?.mail === 'folder' && <p>{t('forgot.folder')}</p>}
        </section>
      )}
      <p className="account-part">
        <PageLink className="link" to="/sign-in">
          {t('forgot.back')}
        </PageLink>
      </p>
    </main>
  )
}
