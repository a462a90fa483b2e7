import { useQueryClient } from '@tanstack/react-query'
import { ENQUIRY_CLOSINGS, type Enquiry, type EnquiryChange, type EnquiryStatus, nextSteps } from '@tvl/model'
import { useId, useState } from 'react'
import { useTranslations } from 'use-intl'
import { changeEnquiry, enquiryQuery } from '../../api/enquiries.ts'
import type { ApiError } from '../../api/fetch-json.ts'
import { isolate } from '../../i18n/format.ts'
import { useConsole } from '../../state/console.ts'
import { useAttempt } from './use-attempt.ts'

type Change = Omit<EnquiryChange, 'revision'>

/** What can be done with it next, and who sees to it. Of two officers at once, the second is told what the first did. */
export function Steps({ enquiry }: { enquiry: Enquiry }) {
  const t = useTranslations('enquiries')
  const id = useId()
  const queries = useQueryClient()
  const { person } = useConsole()
  const { problem, isBusy, attempt } = useAttempt()
  const [isClosing, setIsClosing] = useState(false)
  const [overtaken, setOvertaken] = useState<{ current: Enquiry; yours: Change } | null>(null)
  const { status, revision, officers, assignee } = enquiry

  const keep = (one: Enquiry) => queries.setQueryData(enquiryQuery(one.id).queryKey, one)
  const take = async (change: Change) => {
    setOvertaken(null)
    const onError = ({ code, problem }: ApiError) => {
      if (code !== 'enquiry.changed') return false
      const current = problem.current as Enquiry
      keep(current)
      setOvertaken({ current, yours: change })
      return true
    }
    const after = await attempt(() => changeEnquiry(enquiry.id, { ...change, revision }), onError)
    if (!after) return
    setIsClosing(false)
    keep(after)
  }
  const wordsOf = (next: EnquiryStatus) =>
    t(next === 'in-progress' && (status === 'answered' || status === 'closed') ? 'step.reopen' : `step.${next}`)
  // A session names its person as a caller.
  const personId = person.id.replace(/^person:/, '')
  const isMine = assignee !== null && assignee.id === personId
  const isOfficer = officers.some((one) => one.id === personId)
  return (
    <section aria-labelledby={`${id}title`} className="enquiries-steps">
      <h2 id={`${id}title`}>{t('step.title')}</h2>
      {overtaken && <Overtaken {...overtaken} />}
      <div className="enquiries-buttons">
        {nextSteps(status).map((next, i) =>
          next === 'closed' ? (
            <button
              key={next}
              type="button"
              className="btn"
              aria-expanded={isClosing}
              disabled={isBusy}
              onClick={() => setIsClosing(!isClosing)}
            >
              {wordsOf(next)}
            </button>
          ) : (
            <button
              key={next}
              type="button"
              className={i === 0 ? 'btn primary' : 'btn'}
              disabled={isBusy}
              onClick={() => void take({ status: next })}
            >
              {wordsOf(next)}
            </button>
          ),
        )}
      </div>
      {isClosing && nextSteps(status).includes('closed') && (
        <label className="enquiries-field">
          <span>{t('step.reason')}</span>
          <select
            value=""
            disabled={isBusy}
            onChange={({ target }) => {
              const reason = ENQUIRY_CLOSINGS.find((one) => one === target.value)
              if (reason) void take({ status: 'closed', reason })
            }}
          >
            <option value="" disabled>
              {t('step.choose')}
            </option>
            {ENQUIRY_CLOSINGS.map((reason) => (
              <option key={reason} value={reason}>
                {t(`closing.${reason}`)}
              </option>
            ))}
          </select>
        </label>
      )}
      <div className="enquiries-assign">
        <label className="enquiries-field">
          <span>{t('assign.label')}</span>
          <select
            value={assignee?.id ?? ''}
            disabled={isBusy}
            onChange={({ target }) => void take({ assignee: target.value === '' ? null : target.value })}
          >
            <option value="">{t('nobody')}</option>
            {officers.map((one) => (
              <option key={one.id} value={one.id}>
                {isolate(one.name)}
              </option>
            ))}
          </select>
        </label>
        {isOfficer && !isMine && (
          <button type="button" className="btn" disabled={isBusy} onClick={() => void take({ assignee: personId })}>
            {t('assign.me')}
          </button>
        )}
      </div>
      {problem && (
        <p role="alert" className="enquiries-problem">
          {problem}
        </p>
      )}
    </section>
  )
}

/** Both sides: what the other did, and what was about to be done. */
function Overtaken({ current, yours }: { current: Enquiry; yours: Change }) {
  const t = useTranslations('enquiries')
  const last = current.events.at(-1)
  const who = last?.actor ? last.actor.name || t('anonymous') : t('service')
  const assigned = current.officers.find((one) => one.id === yours.assignee)?.name
  const wanted = yours.status ? t(`status.${yours.status}`) : assigned ? isolate(assigned) : t('nobody')
  return (
    <div role="alert" className="enquiries-overtaken">
      <p>
        <b>{t('changed.title', { who: isolate(who) })}</b>
      </p>
      <p>
        {t('changed.text', {
          status: t(`status.${current.status}`),
          assignee: current.assignee ? isolate(current.assignee.name) : t('nobody'),
        })}
      </p>
      <p>{t('changed.yours', { what: wanted })}</p>
    </div>
  )
}
