import './enquiry.css'
import { useQuery } from '@tanstack/react-query'
import type { EnquiryReceipt } from '@tvl/model'
import { type FormEvent, useId, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { enquiryNoticeQuery } from '../../api/enquiry.ts'
import { collectionQuery } from '../../api/features.ts'
import { nameOf } from '../../i18n/names.ts'
import { useApp } from '../../state/store.ts'
import { DataState } from '../../ui/data-state.tsx'
import { useToldVisit } from '../../ui/use-told-visit.ts'
import { Consent } from './consent.tsx'
import { asksSomething, ContextLines } from './context-lines.tsx'
import { useDraft } from './draft.ts'
import { type Fault, type FaultField, faultsOf } from './faults.ts'
import { Fields } from './fields.tsx'
import { Notice } from './notice.tsx'
import { Received } from './received.tsx'
import { useSending } from './use-sending.ts'

interface EnquiryFormProps {
  about: readonly string[]
  /** Token of the link that it is asked from; null: from none. */
  share: string | null
}

/** Asks the agency about these zones, or for some: the least that is needed to answer. */
export function EnquiryForm({ about, share }: EnquiryFormProps) {
  const t = useTranslations('enquiry')
  const id = useId()
  const form = useRef<HTMLFormElement>(null)
  const trap = useRef<HTMLInputElement>(null)
  const language = useApp((state) => state.language)
  const asked = useApp((state) => state.need)
  const { data: notice, error, dataUpdatedAt, refetch } = useQuery(enquiryNoticeQuery)
  const { data: zones } = useQuery(collectionQuery('zones'))
  const { draft, begin } = useDraft()
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
    const receipt = await send({ sites: wanted, need, share }, notice.version)
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
      <Fields faultOf={faultOf} />
      {/* For robots, which fill in whatever there is. */}
      <div className="enquiry-trap" aria-hidden="true">
        <label htmlFor={`${id}trap`}>Website</label>
        <input ref={trap} id={`${id}trap`} name="website" tabIndex={-1} autoComplete="off" />
      </div>
      <DataState error={error} isEmpty={!notice} readAt={dataUpdatedAt} onRetry={() => void refetch()} />
      {notice && <Notice notice={notice} />}
      <Consent isGiven={consent} fault={faultOf('consent')} onChange={setConsent} />
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
