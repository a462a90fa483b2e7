import { useId, useState } from 'react'
import { useTranslations } from 'use-intl'
import { eraseEnquirer, exportEnquirer } from '../../api/enquiries.ts'
import { isolateLtr } from '../../i18n/format.ts'
import { useAttempt } from './use-attempt.ts'

/** A file for the person, made here: nothing of it stays on the server. */
function saveJson(name: string, content: unknown): void {
  const url = URL.createObjectURL(new Blob([JSON.stringify(content, null, 2)], { type: 'application/json' }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  URL.revokeObjectURL(url)
}

interface Done {
  what: 'exported' | 'erased'
  count: number
  elsewhere: number
}

/** What law 09-08 gives to those who asked: to see what is kept of them, and to have it erased. */
export function PersonTools() {
  const t = useTranslations('enquiries.person')
  const id = useId()
  const { problem, isBusy, attempt } = useAttempt()
  const [email, setEmail] = useState('')
  const [isAsking, setIsAsking] = useState(false)
  const [done, setDone] = useState<Done | null>(null)
  const exportAll = async () => {
    const found = await attempt(() => exportEnquirer(email.trim()))
    if (!found) return
    if (found.enquiries.length > 0) saveJson('enquiries.json', found)
    setDone({ what: 'exported', count: found.enquiries.length, elsewhere: found.elsewhere })
  }
  const erase = async () => {
    const found = await attempt(() => eraseEnquirer(email.trim()))
    setIsAsking(false)
    if (found) setDone({ what: 'erased', count: found.erased, elsewhere: found.elsewhere })
  }
  return (
    <section aria-labelledby={`${id}title`} className="enquiries-person">
      <h2 id={`${id}title`}>{t('title')}</h2>
      <p className="enquiries-intro">{t('intro')}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          setDone(null)
          void exportAll()
        }}
      >
        <label className="enquiries-field">
          <span>{t('email')}</span>
          <input
            type="email"
            dir="ltr"
            autoComplete="off"
            required
            maxLength={254}
            value={email}
            onChange={({ target }) => {
              setEmail(target.value)
              setIsAsking(false)
              setDone(null)
            }}
          />
        </label>
        <div className="enquiries-buttons">
          <button type="submit" className="btn" disabled={isBusy}>
            {t('export')}
          </button>
          <button
            type="button"
            className="btn"
            disabled={isBusy || email.trim() === ''}
            onClick={() => setIsAsking(true)}
          >
            {t('erase')}
          </button>
        </div>
      </form>
      {isAsking && (
        <div role="alert" className="enquiries-overtaken">
          <p>{t('ask', { email: isolateLtr(email.trim()) })}</p>
          <div className="enquiries-buttons">
            <button type="button" className="btn" disabled={isBusy} onClick={() => void erase()}>
              {t('yes')}
            </button>
            <button type="button" className="link" onClick={() => setIsAsking(false)}>
              {t('no')}
            </button>
          </div>
        </div>
      )}
      {done && (
        <p role="status">
          {t(done.what, { count: done.count })} {done.elsewhere > 0 && t('elsewhere', { count: done.elsewhere })}
        </p>
      )}
      {problem && (
        <p role="alert" className="enquiries-problem">
          {problem}
        </p>
      )}
    </section>
  )
}
