import type { Language } from '@tvl/model'
import type { Expr } from '../../cql2/ast.ts'
import type { Bbox } from '../parameters/bbox.ts'
import type { DayRange } from '../parameters/datetime.ts'
import type { SortKey } from './order.ts'

export type FilterLang = 'cql2-text' | 'cql2-json'

/** How the zones are scored when they are sorted by score. */
export interface Scoring {
  /** Days since 1970-01-01 */
  readonly day: number
  readonly languages: readonly ('fr' | 'en' | 'es')[]
}

/** What a request for items asks, apart from where the page begins and how long it is. */
export interface Question {
  readonly bbox: Bbox | null
  readonly datetime: DayRange | null
  /** Tests that the parameters named like queryables make. */
  readonly properties: readonly Expr[]
  readonly filter: { readonly text: string; readonly lang: FilterLang } | null
  readonly sort: readonly SortKey[]
  readonly scoring: Scoring | null
  /** Decides what `name` is. */
  readonly language: Language
}

/** The same for all questions that the same items match, wherever they lie: what answers to them are kept under. */
export function matchKey({ datetime, properties, filter, language }: Question): string {
  if (!datetime && properties.length === 0 && !filter) return ''
  return JSON.stringify([datetime && [String(datetime.from), String(datetime.to)], properties, filter, language])
}
