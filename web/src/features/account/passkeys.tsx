import { useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useId, useState } from 'react'
import { useTranslations } from 'use-intl'
import { addPasskey, knowsPasskeys, passkeysQuery, removePasskey } from '../../api/passkeys.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { DataState } from '../../ui/data-state.tsx'
import { useProblem } from './use-problem.ts'

/** Passkeys: kept in a device, opened by a finger, a face or a PIN; each is both factors at once. */
export function Passkeys() {
  const t = useTranslations('account.passkeys')
  const format = useFormat()
  const id = useId()
  const queries = useQueryClient()
  const { data: passkeys, error, dataUpdatedAt, refetch } = useQuery(passkeysQuery)
  const [isBusy, setIsBusy] = useState(false)
  const [said, setSaid] = useState<'added' | 'removed' | null>(null)
  const { problem, attempt } = useProblem()
  const work = async (act: () => Promise<unknown>, done: 'added' | 'removed') => {
    setIsBusy(true)
    setSaid(null)
    const failed = await attempt(async () => {
      await act()
      await queries.invalidateQueries({ queryKey: passkeysQuery.queryKey })
    })
    if (failed === null) setSaid(done)
    setIsBusy(false)
    return failed
  }
  const add = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    const name = String(new FormData(form).get('name')).trim()
    if ((await work(() => addPasskey(name), 'added')) === null) form.reset()
  }
  return (
    <section className="account-part" aria-labelledby={`${id}title`}>
      <h2 id={`${id}title`}>{t('title')}</h2>
      <p>{t('text')}</p>
      <DataState error={error} isEmpty={!passkeys} readAt={dataUpdatedAt} onRetry={() => void refetch()} />
      {passkeys && passkeys.length > 0 && (
        <ul className="account-passkeys">
          {passkeys.map((passkey) => {
            const name = passkey.name ?? t('unnamed')
            return (
              <li key={passkey.id}>
                <span>
                  <bdi>{name}</bdi>
                  {passkey.createdAt !== null && (
                    <span className="note">
                      {t('since', { day: format.day(passkey.createdAt.slice(0, 10), 'short-day') })}
                    </span>
                  )}
                </span>
                <button
                  type="button"
                  className="btn"
                  disabled={isBusy}
                  aria-label={t('removeNamed', { name })}
                  onClick={() => void work(() => removePasskey(passkey.id), 'removed')}
                >
                  {t('remove')}
                </button>
              </li>
            )
          })}
        </ul>
      )}
      {knowsPasskeys() ? (
        <form className="account-form account-passkey" onSubmit={(event) => void add(event)}>
          <label htmlFor={`${id}name`}>{t('name')}</label>
          <input id={`${id}name`} name="name" placeholder={t('example')} required maxLength={80} pattern=".*\S.*" />
          <button type="submit" className="btn" disabled={isBusy}>
            {t('add')}
          </button>
        </form>
      ) : (
        <p>{t('unknown')}</p>
      )}
      <p role="alert" className="account-problem">
        {problem}
      </p>
      {said && <p role="status">{t(said)}</p>}
    </section>
  )
}
