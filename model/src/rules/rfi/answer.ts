import type { Language, Provenance, ProvenanceByProperty } from '../../schema/common.ts'
import type { RfiField, RfiSource } from './field.ts'
import { rfiField } from './fields.ts'

/** A record as it is served, or sums over records in its manner. */
export interface RfiRecord {
  properties: Readonly<Record<string, unknown>>
  provenance: ProvenanceByProperty
}

/** What is known of one site, by where it is read from. Null: there is no such record. */
export type SiteFacts = Readonly<Record<RfiSource, RfiRecord | null>>

/** What the catalogue says; never without its provenance. */
export interface RfiAnswer {
  value: string | number
  provenance: Provenance
}

const SUFFIX: Readonly<Record<Language, string>> = { fr: 'Fr', ar: 'Ar', en: 'En' }
const AND: Readonly<Record<Language, string>> = { fr: ' ; ', ar: '؛ ', en: '; ' }
const YES: Readonly<Record<Language, readonly [string, string]>> = {
  fr: ['Oui', 'Non'],
  ar: ['نعم', 'لا'],
  en: ['Yes', 'No'],
}

/** The words of a coded value (`p2i-offshoring`) of a property; undefined where it has none. */
export type WordsOf = (property: string, value: string, language: Language) => string | undefined

/** The answer of a site to a field, in words of the language. Null: unknown, or without a source; the cell stays empty. */
export function answerOf(key: string, facts: SiteFacts, language: Language, wordsOf: WordsOf): RfiAnswer | null {
  const field = rfiField(key)
  if (!field) return null
  const [source, name = ''] = field.key.split('.') as [RfiSource, string]
  const record = facts[source]
  const property = field.isLocalised ? `${name}${SUFFIX[language]}` : name
  const provenance = record && (record.provenance[property] ?? record.provenance['*'])
  const found = record && textOf(field, record.properties[property], language)
  const value = field.isCoded && typeof found === 'string' ? (wordsOf(name, found, language) ?? found) : found
  return value === null || value === undefined || !provenance ? null : { value, provenance }
}

function textOf({ dimension }: RfiField, value: unknown, language: Language): string | number | null {
  if (value === null || value === undefined || value === '') return null
  if (dimension === 'boolean') return YES[language][value === true ? 0 : 1]
  if (Array.isArray(value)) {
    const names = value.map((one) => nameOf(one, language)).filter((name) => name !== '')
    return names.length > 0 ? names.join(AND[language]) : null
  }
  if (typeof value === 'number') return value
  return String(value)
}

/** Lists hold names, or things that have one in each language. */
const nameOf = (one: unknown, language: Language): string =>
  typeof one === 'object' && one !== null
    ? String((one as Record<string, unknown>)[`name${SUFFIX[language]}`] ?? '')
    : String(one)

export type AnswerState = 'filled' | 'declared' | 'unknown' | 'ambiguous' | 'unmatched' | 'left-empty' | 'kept'

/** How much of a questionnaire is answered. What its author filled in before counts for nothing. */
export interface RfiCoverage {
  questions: number
  filled: number
  declared: number
  unknown: number
  ambiguous: number
  unmatched: number
  leftEmpty: number
  kept: number
  /** Filled and declared ones among the questions, in whole per cent, rounded down: 100 means all. */
  pct: number
}

export function coverageOf(states: readonly AnswerState[]): RfiCoverage {
  const count = (state: AnswerState) => states.filter((one) => one === state).length
  const kept = count('kept')
  const questions = states.length - kept
  const [filled, declared] = [count('filled'), count('declared')]
  return {
    questions,
    filled,
    declared,
    unknown: count('unknown'),
    ambiguous: count('ambiguous'),
    unmatched: count('unmatched'),
    leftEmpty: count('left-empty'),
    kept,
    pct: questions === 0 ? 0 : Math.floor((100 * (filled + declared)) / questions),
  }
}
