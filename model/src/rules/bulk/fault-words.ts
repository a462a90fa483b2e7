import type { Language } from '../../schema/common.ts'
import { CHOICES, type ChoiceKind, choiceWord } from './choices.ts'
import { FAULT_PHRASES, OTHER_FAULT } from './fault-phrases.ts'
import { type BulkCollection, bulkField } from './fields.ts'

/** One thing wrong with one row of a file. */
export interface BulkFault {
  code: string
  /** Name of the field; null: the row as a whole. */
  field: string | null
  /** What stands in the cell, as people see it there. */
  value: string | null
  /** What it would have to be. */
  limit?: unknown
  /** Unusual, not impossible: the person may say that it is meant. */
  confirmable?: true
}

/** What is wrong, and what to do about it. */
export interface FaultWords {
  reason: string
  remedy: string
}

/** Says a fault in one language: on the page and in the file that is handed back. */
export function faultWords(fault: BulkFault, collection: BulkCollection, language: Language): FaultWords {
  const [reason, remedy] = (FAULT_PHRASES[fault.code] ?? OTHER_FAULT)[language]
  const field = fault.field === null ? undefined : bulkField(collection, fault.field)
  const values: Readonly<Record<string, string>> = {
    value: isolated(shortened(fault.value ?? '')),
    limit: isolated(limitText(fault.limit, field?.kind, language)),
    field: field?.words[language] ?? fault.field ?? '',
    code: fault.code,
    ...bounds(fault.limit),
  }
  const filled = (text: string) => text.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '')
  return { reason: filled(reason), remedy: filled(remedy) }
}

/** A bound as the language writes figures: no-break spaces and a comma in French and Arabic. */
function figure(limit: unknown, language: Language): string {
  if (typeof limit !== 'number') return String(limit)
  const text = new Intl.NumberFormat(language === 'en' ? 'en-GB' : 'fr', { maximumFractionDigits: 6 }).format(limit)
  return text.replaceAll('\u202f', '\u00a0')
}

const LONGEST = 60
const shortened = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text)

/** What was typed keeps its own direction in a sentence of the other. */
const isolated = (text: string): string => (text === '' ? '' : `\u2068${text}\u2069`)

function limitText(limit: unknown, kind: string | undefined, language: Language): string {
  if (limit === undefined || limit === null) return ''
  if (Array.isArray(limit)) {
    return limit
      .map((value) =>
        kind && kind in CHOICES ? choiceWord(kind as ChoiceKind, String(value), language) : String(value),
      )
      .join(language === 'ar' ? '، ' : ', ')
  }
  if (typeof limit === 'object') return ''
  return kind && kind in CHOICES ? choiceWord(kind as ChoiceKind, String(limit), language) : figure(limit, language)
}

/** Both ends of a range, each by its name. */
function bounds(limit: unknown): Record<string, string> {
  if (typeof limit !== 'object' || limit === null || Array.isArray(limit)) return {}
  return Object.fromEntries(Object.entries(limit).map(([name, value]) => [name, isolated(String(value ?? '∞'))]))
}
