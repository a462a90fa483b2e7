import './question.css'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import type { RequestItem } from '../../api/requests.ts'
import { isolate } from '../../i18n/format.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { AnswerLine } from './answer-line.tsx'
import { FieldChoice } from './field-choice.tsx'
import { useAnswerWords } from './use-answer-words.ts'

/** From here on a label is a name that the field is known by: how alike it is says nothing more. */
const WELL_KNOWN = 0.95

interface QuestionProps {
  /** the cells of one question, one a site */
  items: readonly RequestItem[]
  isManySheets: boolean
  isManySites: boolean
  isBusy: boolean
  /** undefined: as it was read; null: its cells stay empty */
  onChoose: (question: string, field: string | null | undefined) => Promise<unknown>
}

/** What is asked, which field it is taken for, and the answer of each site. */
export function Question({ items, isManySheets, isManySites, isBusy, onChoose }: QuestionProps) {
  const t = useTranslations('requests')
  const format = useFormat()
  const words = useAnswerWords()
  const [isChoosing, setIsChoosing] = useState(false)
  const [first] = items
  if (!first) return null
  const { question, label, sheetName, field, isChosen, confidence } = first
  const place = question.split('!')[1] ?? ''
  const name = words.fieldName(field)
  const choose = async (chosen: string | null | undefined) => {
    await onChoose(question, chosen)
    setIsChoosing(false)
  }
  return (
    <li className="rfi-question">
      <div>
        <bdi className="rfi-label">{label}</bdi>
        <span className="note">
          {isManySheets ? `${isolate(sheetName)}${format.comma}` : ''}
          {isolate(place)}
        </span>
      </div>
      <div className="rfi-field">
        <p className={name === null ? 'unknown' : undefined}>
          {name ?? t(isChosen ? 'state.left-empty' : `state.${first.state === 'kept' ? 'unmatched' : first.state}`)}
          {name !== null && !isChosen && confidence < WELL_KNOWN && (
            <span className="note"> {t('confidence', { value: format.percent(Math.round(confidence * 100)) })}</span>
          )}
          {isChosen && name !== null && <span className="note"> {t('chosen')}</span>}
        </p>
        <button
          type="button"
          className="link"
          aria-expanded={isChoosing}
          aria-label={t(name === null ? 'change.matchOf' : 'change.labelOf', { question: isolate(label) })}
          onClick={() => setIsChoosing(!isChoosing)}
        >
          {t(name === null ? 'change.match' : 'change.label')}
        </button>
        {isChoosing && <FieldChoice item={first} isBusy={isBusy} onChoose={(chosen) => void choose(chosen)} />}
      </div>
      <ul className="rfi-answers">
        {items.map((item) => (
          <AnswerLine key={item.id} item={item} isManySites={isManySites} />
        ))}
      </ul>
    </li>
  )
}
