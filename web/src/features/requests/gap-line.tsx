import { addDays, readNumber } from '@tvl/model'
import { type FormEvent, useId, useState } from 'react'
import { useTranslations } from 'use-intl'
import {
  answerGap,
  assignGap,
  dropGap,
  type FilledRequest,
  type RequestGap,
  type RequestItem,
} from '../../api/requests.ts'
import { isolate } from '../../i18n/format.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useAttemptAt } from './use-attempt-at.ts'
import { useZoneNames } from './use-zone-names.ts'

const USUAL_DAYS = 7

interface GapLineProps {
  item: RequestItem
  request: FilledRequest
}

/** One thing that is missing: asked of somebody, or to be asked. */
export function GapLine({ item, request }: GapLineProps) {
  const t = useTranslations('requests.gaps')
  const zoneName = useZoneNames()
  const { isBusy, problem, attempt } = useAttemptAt()
  const work = { isBusy, attempt }
  return (
    <li aria-busy={isBusy}>
      <div>
        <bdi className="rfi-label">{item.label}</bdi>
        <span className="note">
          {request.zoneIds.length > 1 ? `${isolate(zoneName(item.zoneId))} ` : ''}
          {isolate(item.reference)}
        </span>
        {item.gap && item.state === 'filled' && <span className="note">{t('known')}</span>}
      </div>
      {item.gap ? (
        <Task item={item} gap={item.gap} request={request} {...work} />
      ) : (
        <Assign item={item} request={request} {...work} />
      )}
      {problem && (
        <p role="alert" className="rfi-problem">
          {problem}
        </p>
      )}
    </li>
  )
}

type WorkProps = GapLineProps & Pick<ReturnType<typeof useAttemptAt>, 'isBusy' | 'attempt'>

/** Whom to ask, and by when. */
function Assign({ item, request, isBusy, attempt }: WorkProps) {
  const t = useTranslations('requests.gaps')
  const id = useId()
  const { language } = useFormat()
  const assign = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const fields = new FormData(event.currentTarget)
    const owner = request.owners[Number(fields.get('owner'))]
    if (!owner) return
    const dueOn = String(fields.get('due'))
    void attempt(() => assignGap(request, { cell: item.id, owner: { kind: owner.kind, id: owner.id }, dueOn }))
  }
  return (
    <form className="rfi-assign" aria-label={t('assignOf', { question: isolate(item.label) })} onSubmit={assign}>
      <label htmlFor={`${id}owner`}>
        <span>{t('owner')}</span>
        <select id={`${id}owner`} name="owner">
          {request.owners.map((owner, i) => (
            <option key={`${owner.kind} ${owner.id}`} value={i}>
              {owner.name[language]}
            </option>
          ))}
        </select>
      </label>
      <label htmlFor={`${id}due`}>
        <span>{t('due')}</span>
        <input
          id={`${id}due`}
          name="due"
          type="date"
          required
          min={request.today}
          defaultValue={addDays(request.today, USUAL_DAYS)}
        />
      </label>
      <button type="submit" className="btn" disabled={isBusy}>
        {t('assign')}
      </button>
    </form>
  )
}

/** Who was asked, by when, and what they said. */
function Task({ item, gap, request, isBusy, attempt }: WorkProps & { gap: RequestGap }) {
  const t = useTranslations('requests.gaps')
  const id = useId()
  const format = useFormat()
  const [text, setText] = useState(gap.answer === null ? '' : String(gap.answer))
  const owner = request.owners.find(({ id: one }) => one === gap.ownerOrganisationId || one === gap.ownerPersonId)
  const isLate = gap.answer === null && gap.dueOn < request.today
  const answer = (event: FormEvent) => {
    event.preventDefault()
    void attempt(() =>
      answerGap(request, gap.id, text.trim() === '' ? null : enteredValue(text.trim(), format.language)),
    )
  }
  return (
    <form className="rfi-task" aria-label={t('answerOf', { question: isolate(item.label) })} onSubmit={answer}>
      <p className={isLate ? 'rfi-late' : undefined}>
        {owner ? isolate(owner.name[format.language]) : t('nobody')}
        {format.comma}
        {t(isLate ? 'late' : 'by', { day: format.day(gap.dueOn) })}
      </p>
      <label htmlFor={`${id}answer`}>
        <span>{t('answer')}</span>
        <input
          id={`${id}answer`}
          dir="auto"
          maxLength={2000}
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
      </label>
      <button type="submit" className="btn" disabled={isBusy || (text.trim() === '' && gap.answer === null)}>
        {t('save')}
      </button>
      <button
        type="button"
        className="link"
        disabled={isBusy}
        aria-label={t('withdrawOf', { question: isolate(item.label) })}
        onClick={() => void attempt(() => dropGap(request, gap.id))}
      >
        {t('withdraw')}
      </button>
    </form>
  )
}

/** A figure as a figure, so that the workbook can compute with it; a number that begins with 0, as telephones do, as a text. */
function enteredValue(text: string, language: string): string | number {
  if (/^0\d/.test(text) || !/^[-+]?[\d\s.,'٠-٩٫٬\u00a0\u202f]+$/.test(text)) return text
  return readNumber(text, language === 'en' ? '.' : ',', false) ?? text
}
