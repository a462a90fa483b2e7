import type { AnswerState, ExchangeRate, LabelMatch, Language, Provenance, SiteFacts } from '@tvl/model'
import { answerOf, convertTo, dimensionTakes, rfiField, type SaidUnit } from '@tvl/model'
import { valueWords } from '../ogc/words/value-words.ts'
import { type CellFormat, cellId, type KeptForm, type KeptQuestion, questionId } from './form.ts'
import { referenceOf } from './reading/markup.js'
import type { Gap } from './rfi-store.ts'

/** One cell that a workbook asks to be filled, and what goes into it. */
export interface Item {
  id: string
  /** Question that the cell answers: choices are made for it, whatever the site. */
  question: string
  sheet: number
  reference: string
  row: number
  column: number
  label: string
  zoneId: string
  field: string | null
  confidence: number
  isChosen: boolean
  state: AnswerState
  value: string | number | null
  unit: string | null
  provenance: Provenance | null
  rate: ExchangeRate | null
  /** Why a field that is known is not told: in another unit than its own, or in a currency without a rate. */
  reason: 'unit' | 'rate' | null
  choices: LabelMatch['candidates']
  format: CellFormat
  gap: Gap | null
}

export interface Filling {
  form: KeptForm
  zoneIds: readonly string[]
  choices: Readonly<Record<string, string | null>>
  gaps: readonly Gap[]
  language: Language
  facts: ReadonlyMap<string, SiteFacts>
  rates: readonly ExchangeRate[]
}

/** Every cell of a questionnaire with its answer. Columns of sites that were not chosen are passed over. */
export function itemsOf(filling: Filling): Item[] {
  const gaps = new Map(filling.gaps.map((gap) => [gap.cell, gap]))
  return filling.form.questions.flatMap((question) =>
    question.answers.flatMap((answer, i) => {
      const zoneId = 'zoneId' in answer.site ? answer.site.zoneId : filling.zoneIds[answer.site.nth]
      if (zoneId === undefined || !filling.zoneIds.includes(zoneId)) return []
      const id = cellId(question.sheet, answer.row, answer.column)
      const where = {
        ...{ id, question: questionId(question), sheet: question.sheet, row: answer.row, column: answer.column },
        ...{ reference: referenceOf(answer.row, answer.column), label: question.label, zoneId },
        format: question.formats[i] ?? null,
      }
      const gap = gaps.get(id) ?? null
      const answered = answer.holds === 'nothing' ? answeredFrom(filling, question, zoneId, gap) : KEPT
      return [{ ...where, ...readingOf(filling, question), ...answered, gap }]
    }),
  )
}

type Answered = Pick<Item, 'state' | 'value' | 'unit' | 'provenance' | 'rate' | 'reason'>

const NOTHING = { value: null, unit: null, provenance: null, rate: null, reason: null } as const
const KEPT: Answered = { state: 'kept', ...NOTHING }

/** What a question is taken for: somebody’s choice, or else what its label says. */
function readingOf({ choices }: Filling, question: KeptQuestion) {
  const { field, confidence, candidates } = question.match
  const chosen = choices[questionId(question)]
  return chosen === undefined
    ? { field, confidence, isChosen: false, choices: candidates }
    : { field: chosen, confidence: 1, isChosen: true, choices: candidates }
}

/** The catalogue’s answer; where it has none, the one that was declared for this questionnaire. */
function answeredFrom(filling: Filling, question: KeptQuestion, zoneId: string, gap: Gap | null): Answered {
  const { field, isChosen, choices } = readingOf(filling, question)
  const found = field === null ? null : fromCatalogue(filling, field, question.match.said, zoneId)
  if (found?.state === 'filled') return found
  if (gap?.answer != null) return { ...NOTHING, state: 'declared', value: gap.answer }
  if (found) return found
  const state = isChosen ? 'left-empty' : choices.length > 0 ? 'ambiguous' : 'unmatched'
  return { state, ...NOTHING }
}

function fromCatalogue(filling: Filling, key: string, said: SaidUnit, zoneId: string): Answered {
  const field = rfiField(key)
  const facts = filling.facts.get(zoneId)
  const answer = facts ? answerOf(key, facts, filling.language, valueWords) : null
  if (!field || !answer) return { state: 'unknown', ...NOTHING }
  const { value, provenance } = answer
  if (typeof value !== 'number') return { ...NOTHING, state: 'filled', value, provenance }
  if (!dimensionTakes(field, said)) return { ...NOTHING, state: 'unknown', reason: 'unit' }
  const converted = convertTo(field, said, value, filling.rates)
  if (!converted) return { ...NOTHING, state: 'unknown', reason: 'rate' }
  return { ...NOTHING, state: 'filled', provenance, ...converted }
}
