import { squeezed } from '../bulk/squeezed.ts'
import { dimensionTakes } from './convert.ts'
import type { RfiField } from './field.ts'
import { RFI_FIELDS } from './fields.ts'
import { isNeutral, labelKeys, stem, withoutNumbering } from './label-words.ts'
import { readUnit, type SaidUnit, unitAlone } from './units.ts'

export interface Candidate {
  field: string
  /** 0 to 1; from `SURE` on a question is filled without asking. */
  confidence: number
}

/** What a question of a workbook asks for. */
export interface LabelMatch {
  /** The field, when one is sure and no other as sure. */
  field: string | null
  confidence: number
  /** The likely ones, the surest first; several that are sure: it can be read in more than one way. */
  candidates: Candidate[]
  said: SaidUnit
}

/** From here on a cell is filled. Below, fields are offered as a choice. */
export const SURE = 0.8
const MOST_OFFERED = 5
/** Fewer words in common are chance. */
const LEAST_OFFERED = 0.3

const OWN = 1
const ALSO = 0.95
const WITH_FILLERS = 0.85
/** Something is said that the field does not say: it may be another question. */
const WITH_MORE = 0.6

interface Term {
  squeezed: string
  keys: readonly string[]
  /** Parts of a unit that the label has to say. */
  said: readonly (keyof SaidUnit)[]
  /** Any unit has to be said. */
  needsUnit: boolean
  isOwn: boolean
}

interface KnownField {
  field: RfiField
  terms: readonly Term[]
  not: ReadonlySet<string>
}

let known: readonly KnownField[] | null = null

/** Folded once: each label is compared with every name of every field. */
function knownFields(): readonly KnownField[] {
  known ??= RFI_FIELDS.map((field) => ({
    field,
    not: new Set((field.not ?? []).map(stem)),
    terms: [
      ...Object.values(field.words).map((text) => termOf(text, { isOwn: true })),
      ...field.also.map((text) => termOf(text)),
      ...(field.withUnit ?? []).map((text) => termOf(text, { needsUnit: true })),
    ],
  }))
  return known
}

/** A name is read as a label is, so that its own words of units (“year opened”, “hours of backup power”) do not count twice. */
function termOf(text: string, { isOwn = false, needsUnit = false } = {}): Term {
  const { said, rest } = readUnit(text)
  return {
    squeezed: squeezed(rest),
    keys: [...new Set(labelKeys(rest))],
    said: Object.keys(said) as (keyof SaidUnit)[],
    needsUnit,
    isOwn,
  }
}

/**
 * Reads a question: which field it asks for and in which unit. `unit` is what a column of units says beside it. Words that
 * a field does not know make it a choice, never an answer: “unemployment rate of graduates” is not the unemployment rate.
 */
export function matchLabel(label: string, unit = ''): LabelMatch {
  const { said: inLabel, rest } = readUnit(withoutNumbering(label))
  const ofColumn = unitAlone(unit)
  const said = { ...inLabel, ...ofColumn }
  const isUnread = ofColumn === null && /\p{L}/u.test(unit)
  const keys = new Set(labelKeys(rest))
  const whole = squeezed(rest)
  const found = knownFields().flatMap(({ field, terms, not }) => {
    const best = bestTerm(terms, { whole, keys, said })
    if (!best || best.confidence < LEAST_OFFERED || [...keys].some((key) => not.has(key))) return []
    if (!dimensionTakes(field, said)) return []
    return [{ field: field.key, ...best, ...(isVague(field, said, isUnread) ? { confidence: WITH_MORE } : {}) }]
  })
  found.sort((a, b) => b.confidence - a.confidence || b.length - a.length)
  const [first, second] = found
  const candidates = found.slice(0, MOST_OFFERED).map(({ field, confidence }) => ({ field, confidence }))
  const isSure = first !== undefined && first.confidence >= SURE
  const isAlone = !second || second.confidence < SURE || !isAsSure(first, second)
  return {
    field: isSure && isAlone ? first.field : null,
    confidence: first?.confidence ?? 0,
    candidates,
    said,
  }
}

/** A rent in a currency alone may be that of a whole building; a unit that is not known may be any. */
const isVague = ({ dimension, unit }: RfiField, said: SaidUnit, isUnread: boolean): boolean =>
  (dimension === 'rent' && said.currency !== undefined && said.area === undefined) || (isUnread && unit !== null)

interface Found extends Candidate {
  length: number
}

/** Whether the second reading is as good as the first: a longer name, or a better fit, decides. */
const isAsSure = (first: Found | undefined, second: Found): boolean =>
  first !== undefined && second.length >= first.length && first.confidence - second.confidence < 0.1

function bestTerm(
  terms: readonly Term[],
  { whole, keys, said }: { whole: string; keys: ReadonlySet<string>; said: SaidUnit },
): Omit<Found, 'field'> | null {
  let best: Omit<Found, 'field'> | null = null
  for (const term of terms) {
    if (term.needsUnit && Object.keys(said).length === 0) continue
    if (!term.said.every((name) => said[name] !== undefined)) continue
    const confidence = confidenceOf(term, whole, keys)
    const length = term.keys.length
    if (confidence > (best?.confidence ?? 0) || (best && confidence === best.confidence && length > best.length)) {
      best = { confidence, length }
    }
  }
  return best
}

function confidenceOf(term: Term, whole: string, keys: ReadonlySet<string>): number {
  if (term.squeezed === whole && whole !== '') return term.isOwn ? OWN : ALSO
  if (term.keys.length === 0 || !term.keys.every((key) => keys.has(key))) return 0
  const more = [...keys].filter((key) => !term.keys.includes(key))
  const meaningful = more.filter((key) => !isNeutral(key))
  if (more.length === 0) return term.isOwn ? OWN : ALSO
  if (meaningful.length === 0) return WITH_FILLERS
  return Math.round(WITH_MORE * (term.keys.length / (term.keys.length + meaningful.length)) * 100) / 100
}
