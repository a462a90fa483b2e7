import './enquiry.css'
import { useQuery } from '@tanstack/react-query'
import { type EnquiryReceipt, NEED_TRADES } from '@tvl/model'
import { type FormEvent, useId, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { enquiryNoticeQuery } from '../../api/enquiry.ts'
import { collectionQuery } from '../../api/features.ts'
import { nameOf } from '../../i18n/names.ts'
import { useApp } from '../../state/store.ts'
import { DataState } from '../../ui/data-state.tsx'
import { useToldVisit } from '../../ui/use-told-visit.ts'
import { asksSomething, ContextLines } from './context-lines.tsx'
import { useDraft } from './draft.ts'
import { type Fault, type FaultField, faultsOf } from './faults.ts'
import { Field } from './field.tsx'
import { Notice } from './notice.tsx'
import { Received } from './received.tsx'
import { useSending } from './use-sending.ts'

const TEXTS = { autoComplete: 'name', maxLength: 120 } as const

/** Asks the agency about these zones, or for some: the least that is needed to answer. */
export function EnquiryForm({ about }: { about: readonly string[] }) {
  const t = useTranslations('enquiry')
  const tradeWords = useTranslations('need.trade')
  const id = useId()
  const form = useRef<HTMLFormElement>(null)
  const trap = useRef<HTMLInputElement>(null)
  const language = useApp((state) => state.language)
  const asked = useApp((state) => state.need)
  const { data: notice, error, dataUpdatedAt, refetch } = useQuery(enquiryNoticeQuery)
  const { data: zones } = useQuery(collectionQuery('zones'))
  const { draft, change, begin } = useDraft()
  const [dropped, setDropped] = useState<readonly string[]>([])
  const [needIsDropped, setNeedIsDropped] = useState(false)
  const [consent, setConsent] = useState(false)
  const [wasTried, setWasTried] = useState(false)
  const [received, setReceived] = useState<{ receipt: EnquiryReceipt; email: string } | null>(null)
  const { send, problem, isSending } = useSending(() => trap.current?.value ?? '')

  const sites = about.flatMap((one) => {
    const zone = dropped.includes(one) ? undefined : zones?.find((candidate) => candidate.id === one)
    return zone ? [{ id: one, name: nameOf(zone.properties, language) }] : []
  })
  useToldVisit('ask', zones ? zones.flatMap(({ id }) => (about.includes(id) ? [id] : [])) : null)
  const need = needIsDropped || !asksSomething(asked) ? null : asked
  const faults = new Map<FaultField, Fault>(faultsOf(draft, consent))
  const faultOf = (field: FaultField) => {
    const fault = wasTried ? faults.get(field) : undefined
    return fault === undefined ? null : t(`fault.${fault}`)
  }

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setWasTried(true)
    const [first] = faults.keys()
    if (first !== undefined) {
      form.current?.querySelector<HTMLElement>(`[name=${first}]`)?.focus()
      return
    }
    if (!notice || isSending) return
    // Ids, and not the names that may not be read yet.
    const wanted = about.filter((one) => !dropped.includes(one))
    const receipt = await send({ sites: wanted, need }, notice.version)
    setConsent(false)
    if (!receipt) return
    setWasTried(false)
    setReceived({ receipt, email: draft.email.trim() })
    begin()
  }

  if (received) {
    return (
      <Received
        {...received}
        contact={notice?.contact ?? null}
        isDemo={notice?.demoHours != null}
        onAgain={() => setReceived(null)}
      />
    )
  }
  return (
    <form
      ref={form}
      className="enquiry-form"
      noValidate
      aria-label={t('title')}
      onSubmit={(event) => void submit(event)}
    >
      {notice?.demoHours != null && <p className="enquiry-demo">{t('demo', { hours: notice.demoHours })}</p>}
      <ContextLines
        sites={sites}
        need={need}
        onDropSite={(one) => setDropped([...dropped, one])}
        onDropNeed={() => setNeedIsDropped(true)}
      />
      <Field label={t('message')} fault={faultOf('message')}>
        {(field) => (
          <textarea
            {...field}
            name="message"
            dir="auto"
            rows={5}
            maxLength={6000}
            required
            value={draft.message}
            onChange={({ target }) => change({ message: target.value })}
          />
        )}
      </Field>
      <Field label={t('name')} fault={faultOf('name')}>
        {(field) => (
          <input
            {...field}
            {...TEXTS}
            name="name"
            dir="auto"
            required
            value={draft.name}
            onChange={({ target }) => change({ name: target.value })}
          />
        )}
      </Field>
      <Field label={t('email')} fault={faultOf('email')}>
        {(field) => (
          <input
            {...field}
            name="email"
            type="email"
            dir="ltr"
            autoComplete="email"
            maxLength={254}
            required
            value={draft.email}
            onChange={({ target }) => change({ email: target.value })}
          />
        )}
      </Field>
      <p className="enquiry-optional">{t('optional')}</p>
      <Field label={t('company')}>
        {(field) => (
          <input
            {...field}
            name="company"
            dir="auto"
            autoComplete="organization"
            maxLength={160}
            value={draft.company}
            onChange={({ target }) => change({ company: target.value })}
          />
        )}
      </Field>
      <div className="enquiry-pair">
        <Field label={t('seats')} fault={faultOf('seats')}>
          {(field) => (
            <input
              {...field}
              name="seats"
              inputMode="numeric"
              autoComplete="off"
              value={draft.seats}
              onChange={({ target }) => change({ seats: target.value })}
            />
          )}
        </Field>
        <Field label={t('trade')}>
          {(field) => (
            <select
              {...field}
              name="trade"
              value={draft.trade}
              onChange={({ target }) => change({ trade: target.value })}
            >
              <option value="">{t('noTrade')}</option>
              {NEED_TRADES.map((trade) => (
                <option key={trade} value={trade}>
                  {tradeWords(trade)}
                </option>
              ))}
            </select>
          )}
        </Field>
      </div>
      {/* For robots, which fill in whatever there is. */}
      <div className="enquiry-trap" aria-hidden="true">
        <label htmlFor={`${id}trap`}>Website</label>
        <input ref={trap} id={`${id}trap`} name="website" tabIndex={-1} autoComplete="off" />
      </div>
      <DataState error={error} isEmpty={!notice} readAt={dataUpdatedAt} onRetry={() => void refetch()} />
      {notice && <Notice notice={notice} />}
      <div className="enquiry-consent">
        <label>
          <input
            type="checkbox"
            className="check"
            name="consent"
            required
            checked={consent}
            aria-invalid={faultOf('consent') !== null}
            aria-describedby={faultOf('consent') === null ? undefined : `${id}consent`}
            onChange={({ target }) => setConsent(target.checked)}
          />
          <span>{t('consent')}</span>
        </label>
        {faultOf('consent') !== null && (
          <p id={`${id}consent`} className="enquiry-fault">
            {faultOf('consent')}
          </p>
        )}
      </div>
      <button type="submit" className="btn primary" disabled={isSending} aria-busy={isSending}>
        {t(isSending ? 'sending' : 'send')}
      </button>
      {problem && (
        <p role="alert" className="enquiry-problem">
          {t(`problem.${problem}`)} {t('kept')}
        </p>
      )}
      {notice && <p className="note">{t('promise', { hours: notice.answerHours })}</p>}
    </form>
  )
}
