import './filled.css'
import type { AnswerState, Language } from '@tvl/model'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { decideRequest, type FilledRequest, type RequestItem, workbookPath } from '../../api/requests.ts'
import { isolate } from '../../i18n/format.ts'
import { LANGUAGE_NAMES, LANGUAGES } from '../../i18n/languages.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useApp } from '../../state/store.ts'
import { GradeMark } from '../../ui/grade-mark.tsx'
import { Coverage } from './coverage.tsx'
import { DropRequest } from './drop-request.tsx'
import { Gaps } from './gaps.tsx'
import { Question } from './question.tsx'
import { useAttemptAt } from './use-attempt-at.ts'
import { useZoneNames } from './use-zone-names.ts'

const PAGE = 100

/** The questions of a sheet's cell, with the cells of their answers. */
function byQuestion(items: readonly RequestItem[]): RequestItem[][] {
  const found = new Map<string, RequestItem[]>()
  for (const item of items) found.set(item.question, [...(found.get(item.question) ?? []), item])
  return [...found.values()]
}

/** A questionnaire with its answers: how much is known, question by question, and what is missing. */
export function Filled({ request }: { request: FilledRequest }) {
  const t = useTranslations('requests')
  const format = useFormat()
  const zoneName = useZoneNames()
  const shown = useApp((state) => state.params.show) as AnswerState | undefined
  const [limit, setLimit] = useState(PAGE)
  const { isBusy, problem, attempt } = useAttemptAt()
  const decide = (choices: Record<string, string | null>, language?: Language) =>
    attempt(() => decideRequest(request, { choices, ...(language ? { language } : {}) }), request.id)
  const choose = (question: string, field: string | null | undefined) => {
    const { [question]: _, ...others } = request.choices
    return decide(field === undefined ? others : { ...others, [question]: field })
  }
  const asked = request.items.filter(({ state }) => !shown || state === shown)
  const questions = byQuestion(asked)
  const left = request.zoneIds.filter((id) => !request.items.some(({ zoneId }) => zoneId === id))
  const isIllustrative = request.items.some(({ grade }) => grade === 'illustrative')
  return (
    <>
      <section className="rfi-part rfi-head" aria-label={t('summary')}>
        <p>
          {format.list(request.zoneIds.map((id) => isolate(zoneName(id))))}{' '}
          <span className="note">
            {t('asOf', { day: format.day(request.today), version: format.number(request.version) })}{' '}
            {t('erasedOn', { day: format.day(request.expiresAt.slice(0, 10)) })}
          </span>
        </p>
        {left.length > 0 && <p>{t('noColumn', { sites: format.list(left.map((id) => isolate(zoneName(id)))) })}</p>}
        <Coverage coverage={request.coverage} shown={shown} />
        {isIllustrative && (
          <p className="note rfi-illustrative">
            <GradeMark grade="illustrative" decorative /> {t('illustrative')}
          </p>
        )}
        <div className="rfi-acts">
          <a className="btn primary" download href={workbookPath(request.id)}>
            {t('download')}
          </a>
          <label>
            <span>{t('language')}</span>
            <select
              value={request.language}
              disabled={isBusy}
              onChange={({ target }) => void decide(request.choices, target.value as Language)}
            >
              {LANGUAGES.map((one) => (
                <option key={one} value={one}>
                  {LANGUAGE_NAMES[one].full}
                </option>
              ))}
            </select>
          </label>
          <DropRequest request={request} />
        </div>
        {problem && (
          <p role="alert" className="rfi-problem">
            {problem}
          </p>
        )}
      </section>
      <section className="rfi-part" aria-labelledby="rfi-questions" aria-busy={isBusy}>
        <h2 id="rfi-questions">{t('questions')}</h2>
        {questions.length === 0 && <p className="note">{t('noneShown')}</p>}
        <ol className="rfi-questions">
          {questions.slice(0, limit).map((items) => (
            <Question
              key={items[0]?.question}
              items={items}
              isManySheets={request.sheets.length > 1}
              isManySites={request.zoneIds.length > 1}
              isBusy={isBusy}
              onChoose={choose}
            />
          ))}
        </ol>
        {questions.length > limit && (
          <button type="button" className="btn" onClick={() => setLimit((before) => before * 4)}>
            {t('more', { count: questions.length - limit })}
          </button>
        )}
      </section>
      <Gaps request={request} />
    </>
  )
}
