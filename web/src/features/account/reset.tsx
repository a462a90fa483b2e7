import './account.css'
import { type FormEvent, useState } from 'react'
import { useTranslations } from 'use-intl'
import { useParams } from 'wouter'
import { resetPassword } from '../../api/session.ts'
import { PageLink } from '../../ui/page-link.tsx'
import { usePageTitle } from '../../ui/use-page-title.ts'
import { NewPassword } from './new-password.tsx'
import { useProblem } from './use-problem.ts'

/** Page `/reset/:token`, which a letter leads to: a new password for whoever asked for the letter. */
export function Reset() {
  const t = useTranslations('account')
  usePageTitle(t('reset.title'))
  const { token = '' } = useParams<{ token: string }>()
  const [state, setState] = useState<'asking' | 'sending' | 'done' | 'spent'>('asking')
  const { problem, attempt } = useProblem()
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const password = String(new FormData(event.currentTarget).get('password'))
    setState('sending')
    const failed = await attempt(() => resetPassword(token, password))
    // A token of an impossible form is no link of ours.
    const isSpent = failed === 'link.spent' || failed === 'request.invalid'
    setState(failed === null ? 'done' : isSpent ? 'spent' : 'asking')
  }
  return (
    <main id="main" className="account">
      <header>
        <h1 className="title">{t('reset.title')}</h1>
        {state !== 'done' && <p>{t('reset.intro')}</p>}
      </header>
      {(state === 'asking' || state === 'sending') && (
        <form className="account-form" onSubmit={(event) => void submit(event)}>
          <NewPassword />
          <p role="alert" className="account-problem">
            {problem}
          </p>
          <button type="submit" className="btn primary" disabled={state === 'sending'}>
            {t('reset.send')}
          </button>
        </form>
      )}
      {state === 'done' && (
        <section className="account-part" role="status">
          <p>{t('reset.done')}</p>
          <PageLink className="btn primary" to="/sign-in">
            {t('signIn.title')}
          </PageLink>
        </section>
      )}
      {state === 'spent' && (
        <section className="account-part" role="alert">
          <p>{t('problem.link.spent')}</p>
          <PageLink className="btn primary" to="/forgot">
            {t('reset.again')}
          </PageLink>
        </section>
      )}
    </main>
  )
}
