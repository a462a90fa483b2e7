import { useQuery, useQueryClient } from '@tanstack/react-query'
import { addDays, clockInMorocco, instantInMorocco, type Language } from '@tvl/model'
import { useId, useState } from 'react'
import { useTranslations } from 'use-intl'
import { catalogueQuery } from '../../api/catalogue.ts'
import { ApiError } from '../../api/fetch-json.ts'
import { addLink, linksQuery } from '../../api/shortlists.ts'
import { LANGUAGE_NAMES, LANGUAGES } from '../../i18n/languages.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { CopyField } from '../../ui/copy-field.tsx'

const DAYS = 90
const KNOWN = ['link.recipient', 'link.expiry', 'request.invalid', 'offline'] as const

/** Makes a link for one reader, or one for everybody. The address is shown this once. */
export function LinkForm({ shortlistId, freezeId }: { shortlistId: string; freezeId: string }) {
  const t = useTranslations('shortlist.link')
  const { language } = useFormat()
  const id = useId()
  const queries = useQueryClient()
  const { data: catalogue } = useQuery(catalogueQuery)
  const [kind, setKind] = useState<'personal' | 'public'>('personal')
  const [made, setMade] = useState<{ url: string; recipient: string | null } | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [isBusy, setIsBusy] = useState(false)
  const today = catalogue?.today ?? clockInMorocco(new Date()).day
  const make = async (form: HTMLFormElement) => {
    const fields = new FormData(form)
    const [day, time] = [String(fields.get('day')), String(fields.get('time'))]
    const passphrase = String(fields.get('passphrase') ?? '')
    const recipient = String(fields.get('recipient') ?? '').trim()
    setProblem(null)
    setMade(null)
    const end = instantInMorocco(day, time)
    if (end === null) return setProblem(t('problem.link.expiry'))
    setIsBusy(true)
    try {
      const { token, link } = await addLink(freezeId, {
        kind,
        ...(kind === 'personal' ? { recipient } : {}),
        language: String(fields.get('language')) as Language,
        expiresAt: new Date(end).toISOString(),
        ...(passphrase === '' ? {} : { passphrase }),
      })
      setMade({ url: `${location.origin}/s/${token}`, recipient: link.recipient })
      form.reset()
      await queries.invalidateQueries({ queryKey: linksQuery(shortlistId).queryKey })
    } catch (error) {
      const code = error instanceof ApiError ? KNOWN.find((known) => known === error.code) : undefined
      setProblem(t(`problem.${code ?? 'other'}`))
    } finally {
      setIsBusy(false)
    }
  }
  return (
    <form
      className="shortlist-link"
      aria-labelledby={`${id}title`}
      onSubmit={(event) => {
        event.preventDefault()
        void make(event.currentTarget)
      }}
    >
      <h3 id={`${id}title`}>{t('title')}</h3>
      <label>
        <span>{t('kind')}</span>
        <select value={kind} onChange={({ target }) => setKind(target.value === 'public' ? 'public' : 'personal')}>
          <option value="personal">{t('personal')}</option>
          <option value="public">{t('public')}</option>
        </select>
      </label>
      {kind === 'personal' && (
        <label>
          <span>{t('recipient')}</span>
          <input name="recipient" required maxLength={120} dir="auto" autoComplete="off" />
        </label>
      )}
      <label>
        <span>{t('language')}</span>
        <select name="language" defaultValue={language}>
          {LANGUAGES.map((one) => (
            <option key={one} value={one}>
              {LANGUAGE_NAMES[one].full}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>{t('day')}</span>
        <input name="day" type="date" required min={today} defaultValue={addDays(today, DAYS)} key={today} />
      </label>
      <label>
        <span>{t('time')}</span>
        <input name="time" type="time" required defaultValue="18:00" />
      </label>
      <label>
        <span>{t('passphrase')}</span>
        <input name="passphrase" type="text" dir="auto" minLength={8} maxLength={128} autoComplete="off" />
      </label>
      <button type="submit" className="btn" disabled={isBusy}>
        {t('make')}
      </button>
      {problem && <p role="alert">{problem}</p>}
      {made && (
        <div className="shortlist-made" role="status">
          <CopyField label={made.recipient ? t('madeFor', { name: made.recipient }) : t('made')} value={made.url} />
          <p className="note">{t('once')}</p>
        </div>
      )}
    </form>
  )
}
