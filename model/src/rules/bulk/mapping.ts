import type { Language } from '../../schema/common.ts'
import { foldText, wordsOf } from '../names.ts'
import { type Cell, cellText, isBlankCell } from './cell.ts'
import { BULK_COLLECTIONS, BULK_FIELDS, type BulkCollection } from './fields.ts'
import { squeezed } from './squeezed.ts'

/** What the columns of one sheet are taken for. */
export interface SheetMapping {
  /** null: the sheet is passed over. */
  collection: BulkCollection | null
  /** Row of the heads, from 0. What stands above is passed over. */
  headRow: number
  /** Name of the field of each column; null: passed over. */
  columns: (string | null)[]
}

export interface Guess extends SheetMapping {
  /** The language of most heads; null when none tells. */
  language: Language | null
}

/** Heads stand within so many rows: above them are titles and logos. */
const ROWS_LOOKED_AT = 25
const FEWEST_HEADS = 2

interface Match {
  column: number
  field: string
  score: number
  language: Language | null
}

/** Guesses which row of a sheet holds the heads, what each column is, and what the sheet lists. */
export function guessMapping(rows: readonly (readonly Cell[])[]): Guess {
  let best: { guess: Guess; score: number } | null = null
  const width = rows.slice(0, ROWS_LOOKED_AT).reduce((most, row) => Math.max(most, row.length), 0)
  for (let headRow = 0; headRow < Math.min(rows.length, ROWS_LOOKED_AT); headRow++) {
    const heads = (rows[headRow] ?? []).map((cell) => (isBlankCell(cell) ? '' : cellText(cell)))
    for (const collection of BULK_COLLECTIONS) {
      const matches = matchesOf(collection, heads)
      const score = matches.reduce((sum, match) => sum + match.score, 0)
      if (matches.length < FEWEST_HEADS || (best && score <= best.score)) continue
      const columns: (string | null)[] = Array(width).fill(null)
      for (const { column, field } of matches) columns[column] = field
      best = { guess: { collection, headRow, columns, language: languageOf(matches) }, score }
    }
  }
  return best?.guess ?? { collection: null, headRow: 0, columns: Array(width).fill(null), language: null }
}

/** The best match of each column, each field once. */
function matchesOf(collection: BulkCollection, heads: readonly string[]): Match[] {
  const all = heads.flatMap((head, column) =>
    head === '' ? [] : candidates(collection, head).map((candidate) => ({ ...candidate, column })),
  )
  const taken = { fields: new Set<string>(), columns: new Set<number>() }
  const chosen: Match[] = []
  for (const match of all.sort((a, b) => b.score - a.score || a.column - b.column)) {
    if (taken.fields.has(match.field) || taken.columns.has(match.column)) continue
    taken.fields.add(match.field)
    taken.columns.add(match.column)
    chosen.push(match)
  }
  return chosen
}

const EXACT = 100
const WITHOUT_UNIT = 90
const KNOWN_OTHERWISE = 80
const PART = 40
const BRACKETED = /[([{][^)\]}]*[)\]}]/g

/** What a field is called, in the forms that heads are compared in. */
interface KnownField {
  field: string
  name: string
  /** By language; `isShared`: two languages write it alike, so that it does not tell one from the other. */
  own: { language: Language; whole: string; bare: string; isShared: boolean }[]
  also: Set<string>
  /** The words of each known head, and how many characters they have together. */
  parts: { keys: readonly string[]; length: number }[]
}

const known = new Map<BulkCollection, readonly KnownField[]>()

/** Folding a word costs more than comparing it, and each is compared with every head of twenty-five rows: once is enough. */
function fieldsOf(collection: BulkCollection): readonly KnownField[] {
  const made = known.get(collection)
  if (made) return made
  const fields = BULK_FIELDS[collection].map(({ name, words, also }): KnownField => {
    const own = (Object.entries(words) as [Language, string][]).map(([language, word]) => ({
      language,
      whole: squeezed(word),
      bare: squeezed(word.replace(BRACKETED, ' ')),
    }))
    return {
      field: name,
      name: squeezed(name),
      own: own.map((one) => ({ ...one, isShared: own.filter(({ whole }) => whole === one.whole).length > 1 })),
      also: new Set(also.map(squeezed)),
      parts: [...Object.values(words), ...also]
        .map((word) => keysOf(word.replace(BRACKETED, ' ')))
        .map((keys) => ({ keys, length: keys.join('').length }))
        .filter(({ length }) => length >= 4),
    }
  })
  known.set(collection, fields)
  return fields
}

function candidates(collection: BulkCollection, head: string): Omit<Match, 'column'>[] {
  const whole = squeezed(head)
  const bare = squeezed(head.replace(BRACKETED, ' '))
  const words = new Set(keysOf(head))
  return fieldsOf(collection).flatMap(({ field, name, own, also, parts }) => {
    const tells = (said: KnownField['own'][number], score: number) => [
      { field, score, language: said.isShared ? null : said.language },
    ]
    const said = own.find((one) => one.whole === whole)
    if (said) return tells(said, EXACT)
    if (name === whole) return [{ field, score: EXACT, language: null }]
    if (bare === '') return []
    const shortened = own.find((one) => one.bare === bare)
    if (shortened) return tells(shortened, WITHOUT_UNIT)
    if (also.has(bare) || also.has(whole)) return [{ field, score: KNOWN_OTHERWISE, language: null }]
    // Every word of a known head is among the words of this one: the longer the known head, the surer.
    const fitting = parts.filter(({ keys }) => keys.every((key) => words.has(key)))
    const longest = fitting.reduce((most, { length }) => Math.max(most, length), 0)
    return longest > 0 ? [{ field, score: PART + Math.min(longest, 30), language: null }] : []
  })
}

const keysOf = (text: string): string[] => wordsOf(foldText(text).text).map(({ key }) => key)

function languageOf(matches: readonly Match[]): Language | null {
  const counts = new Map<Language, number>()
  for (const { language } of matches) if (language) counts.set(language, (counts.get(language) ?? 0) + 1)
  const [first] = [...counts].sort(([, a], [, b]) => b - a)
  return first?.[0] ?? null
}

/** The field a column of a collection is taken for, where heads say it; for a sheet whose collection was corrected. */
export function columnsFor(collection: BulkCollection, heads: readonly Cell[], width: number): (string | null)[] {
  const columns: (string | null)[] = Array(width).fill(null)
  const texts = heads.map((cell) => (isBlankCell(cell) ? '' : cellText(cell)))
  for (const { column, field } of matchesOf(collection, texts)) columns[column] = field
  return columns
}
