import { useId, useState } from 'react'
import { useTranslations } from 'use-intl'
import { ApiError } from '../../api/fetch-json.ts'
import { type OpenedShare, openShare } from '../../api/shares.ts'

const KNOWN = ['share.passphrase-wrong', 'sign-in.locked', 'rate.exceeded', 'offline'] as const

/** Asks for the passphrase that came by another way. */
export function PassphraseForm({ token, onOpened }: { token: string; onOpened: (share: OpenedShare) => void }) {
  const t = useTranslations('share.passphrase')
  const id = useId()
  const [problem, setProblem] = useState<string | null>(null)
  const [isBusy, setIsBusy] = useState(false)
  const open = async (passphrase: string) => {
    setProblem(null)
    setIsBusy(true)
    try {
      onOpened(await openShare(token, passphrase))
    } catch (error) {
      const code = error instanceof ApiError ? KNOWN.find((known) => known === error.code) : undefined
      setProblem(t(code ?? 'other'))
      setIsBusy(false)
    }
  }
  return (
    <main id="main" className="plain-page">
      <h1 className="title">{t('title')}</h1>
      <p>{t('text')}</p>
      <form
        className="share-passphrase"
        onSubmit={(event) => {
          event.preventDefault()
          void open(String(new FormData(event.currentTarget).get('passphrase')))
        }}
      >
        <label htmlFor={`${id}pass`}>{t('label')}</label>
        <input
          id={`${id}pass`}
          name="passphrase"
          type="password"
          autoComplete="off"
          required
          maxLength={128}
          aria-describedby={problem ? `${id}problem` : undefined}
        />
        <button type="submit" className="btn primary" disabled={isBusy}>
          {t('open')}
        </button>
        <p role="alert" id={`${id}problem`} className="share-problem">
          {problem}
        </p>
      </form>
    </main>
  )
}
