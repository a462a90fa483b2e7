import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useId, useState } from 'react'
import { useTranslations } from 'use-intl'
import {
  type BegunAuthenticator,
  beginAuthenticator,
  newBackupCodes,
  removeAuthenticator,
  sendCode,
  sessionQuery,
} from '../../api/session.ts'
import { QrCode } from './qr-code.tsx'
import { useProblem } from './use-problem.ts'

type Act = 'set-up' | 'codes' | 'remove'

/** The second factor of codes: who writes to the catalogue needs one. */
export function Authenticator({ isOn }: { isOn: boolean }) {
  const t = useTranslations('account')
  const id = useId()
  const queries = useQueryClient()
  const [begun, setBegun] = useState<BegunAuthenticator | null>(null)
  const [backupCodes, setBackupCodes] = useState<readonly string[] | null>(null)
  const [isSending, setIsSending] = useState(false)
  const { problem, attempt } = useProblem()
  const work = async (act: () => Promise<void>) => {
    setIsSending(true)
    await attempt(act)
    setIsSending(false)
  }
  const renew = () => queries.invalidateQueries({ queryKey: sessionQuery.queryKey })
  const ask = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const password = String(new FormData(event.currentTarget).get('current'))
    const { submitter } = event.nativeEvent as SubmitEvent
    const act = (submitter instanceof HTMLButtonElement ? submitter.value : 'set-up') as Act
    void work(async () => {
      if (act === 'set-up') setBegun(await beginAuthenticator(password))
      else if (act === 'codes') setBackupCodes(await newBackupCodes(password))
      else {
        await removeAuthenticator(password)
        setBackupCodes(null)
        await renew()
      }
    })
  }
  const confirm = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const code = String(new FormData(event.currentTarget).get('code')).replace(/\s/g, '')
    void work(async () => {
      await sendCode(code)
      setBackupCodes(begun?.backupCodes ?? null)
      setBegun(null)
      await renew()
    })
  }
  const trouble = (
    <p role="alert" className="account-problem">
      {problem}
    </p>
  )
  return (
    <section className="account-part" aria-labelledby={`${id}title`}>
      <h2 id={`${id}title`}>{t('factor.title')}</h2>
      <p>{t(isOn ? 'factor.on' : 'factor.off')}</p>
      {backupCodes && (
        <div role="status">
          <p>{t('factor.backup')}</p>
          <ul className="account-codes" dir="ltr">
            {backupCodes.map((code) => (
              <li key={code}>
                <code>{code}</code>
              </li>
            ))}
          </ul>
        </div>
      )}
      {begun ? (
        <form className="account-form" onSubmit={confirm}>
          <p>{t('factor.scan')}</p>
          <QrCode text={begun.uri} label={t('factor.qr')} />
          <p>
            {t('factor.key')} <code dir="ltr">{begun.secret.match(/.{1,4}/g)?.join(' ')}</code>
          </p>
          <label htmlFor={`${id}code`}>{t('signIn.code')}</label>
          <input
            id={`${id}code`}
            name="code"
            dir="ltr"
            inputMode="numeric"
            autoComplete="one-time-code"
            required
            minLength={6}
            maxLength={8}
          />
          {trouble}
          <button type="submit" className="btn primary" disabled={isSending}>
            {t('signIn.confirm')}
          </button>
        </form>
      ) : (
        <form className="account-form" onSubmit={ask}>
          <label htmlFor={`${id}current`}>{t('password.current')}</label>
          <input
            id={`${id}current`}
            name="current"
            type="password"
            dir="ltr"
            autoComplete="current-password"
            required
            maxLength={128}
          />
          {trouble}
          {isOn ? (
            <>
              <button type="submit" name="act" value={'codes' satisfies Act} className="btn" disabled={isSending}>
                {t('factor.newCodes')}
              </button>
              <button type="submit" name="act" value={'remove' satisfies Act} className="btn" disabled={isSending}>
                {t('factor.remove')}
              </button>
            </>
          ) : (
            <button
              type="submit"
              name="act"
              value={'set-up' satisfies Act}
              className="btn primary"
              disabled={isSending}
            >
              {t('factor.setUp')}
            </button>
          )}
        </form>
      )}
    </section>
  )
}
