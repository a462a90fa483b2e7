import { type Cell, cellText, isBlankCell, isErrorCell, isFormulaCell } from './cell.ts'
import { CHOICES, choiceOf } from './choices.ts'
import { readInstant, readWallTime } from './dates.ts'
import type { BulkField } from './fields.ts'
import { looksLikeFormula, restored } from './neutral.ts'
import { type Decimal, readNumber } from './numbers.ts'
import { squeezed } from './squeezed.ts'

/** What a reading of cells goes by. */
export interface CellContext {
  decimal: Decimal
  /** The workbook counts its days from 1904. */
  is1904: boolean
  /** Id of the zone with this id or name. */
  zoneOf(text: string): Named
  /** Id of the building with this id or name, in the row’s zone when it names one. */
  buildingOf(text: string): Named
}

export type Named = { id: string } | { code: 'unknown' | 'ambiguous' }

/** Something wrong with one cell. `code` stays the same; the words for it are in `fault-words.ts`. */
export interface CellFault {
  code: string
  /** What it would have to be. */
  limit?: unknown
}

export type CellReading = { value: string | number | null } | { isBlank: true } | { fault: CellFault }

/** Words by which a cell says that a figure is not known. An empty cell says nothing. */
const UNKNOWN = new Set(
  ['inconnu', 'inconnue', 'non renseigné', 'nc', 'n/a', 'na', 'unknown', 'غير معروف', 'غير معروفة', '-', '—', '?'].map(
    (word) => squeezed(word) || word,
  ),
)

const LONGEST_TEXT = 300
const ID = /^[A-Za-z0-9]+([._-][A-Za-z0-9]+)*$/
const LONGEST_ID = 120
/** Formulas that reach out of the workbook, or start something: none of them belongs into a list of offices. */
const REACHES_OUT =
  /\[|\||\b(?:webservice|hyperlink|importdata|importxml|importrange|filterxml|rtd|call|register(?:\.id)?|exec|dde|evaluate)\s*\(/i

/** Reads a cell as the field has it. Never throws, whatever is in it. */
export function readCell(field: BulkField, cell: Cell, context: CellContext): CellReading {
  if (isFormulaCell(cell)) {
    if (REACHES_OUT.test(cell.f) || cell.v === null) return { fault: { code: 'cell.formula' } }
    return readCell(field, cell.v, context)
  }
  if (isErrorCell(cell)) return { fault: { code: 'cell.error', limit: cell.e } }
  if (isBlankCell(cell)) return { isBlank: true }
  const text = cellText(cell).replace(UNSEEN, '').trim()
  const isWord = ['id', 'zone', 'building', 'text'].includes(field.kind)
  if (!isWord && UNKNOWN.has(squeezed(text) || text)) return { value: null }
  switch (field.kind) {
    case 'integer':
    case 'decimal':
      return asNumber(field, cell, text, context)
    case 'day': {
      const reading = readWallTime(cell, context.is1904)
      return 'code' in reading ? refused(text, reading.code) : { value: reading.value.day }
    }
    case 'instant': {
      const reading = readInstant(cell, context.is1904)
      return 'code' in reading ? refused(text, reading.code) : reading
    }
    case 'zone':
    case 'building':
      return asNamed(field.kind, text, context)
    case 'office-status':
    case 'building-status':
    case 'fit-out': {
      const value = choiceOf(field.kind, text)
      return value
        ? { value }
        : refused(
            text,
            'choice',
            CHOICES[field.kind].map((choice) => choice.value),
          )
    }
    default:
      return asText(field, text)
  }
}

function asNumber(field: BulkField, cell: Cell, text: string, context: CellContext): CellReading {
  const isWhole = field.kind === 'integer'
  // Degrees have no thousands: their one sign is before the decimals, whatever the language.
  const isDegree = field.name === 'longitude' || field.name === 'latitude'
  const decimal = isDegree ? (text.includes(',') ? ',' : '.') : context.decimal
  const value =
    typeof cell === 'number'
      ? cell
      : typeof cell === 'string'
        ? readNumber(restored(text), decimal, isWhole)
        : undefined
  if (value === undefined) return refused(text, 'number.unreadable')
  if (isWhole && !Number.isInteger(value)) return { fault: { code: 'number.not-whole' } }
  return { value: RENT.test(field.name) ? withoutNoise(value) : value }
}

const RENT = /MadPerM2Month$/
const NOISE_MAD = 1e-9

/** What a spreadsheet computes in binary fractions, 0.1 + 0.2, is the amount it shows; what is finer stays, and is refused. */
function withoutNoise(mad: number): number {
  const nearest = Math.round(mad * 100) / 100
  return Math.abs(mad - nearest) < NOISE_MAD ? nearest : mad
}

function asNamed(kind: 'zone' | 'building', text: string, context: CellContext): CellReading {
  const plain = restored(text)
  const named = kind === 'zone' ? context.zoneOf(plain) : context.buildingOf(plain)
  return 'id' in named ? { value: named.id } : refused(text, `${kind}.${named.code}`)
}

function asText(field: BulkField, text: string): CellReading {
  if (looksLikeFormula(text)) return { fault: { code: 'cell.formula' } }
  const value = cleaned(restored(text))
  if (field.kind === 'id')
    return ID.test(value) && value.length <= LONGEST_ID ? { value } : { fault: { code: 'id.malformed' } }
  return value.length > LONGEST_TEXT ? { fault: { code: 'too-long', limit: LONGEST_TEXT } } : { value }
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: those are what is taken out
const BLANKS = /[\s\u0000-\u001f\u007f]+/g

/** Signs of direction and of no width: heads and cells copied from pages written from right to left carry them. */
const UNSEEN = /[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g

/** A text as it is kept and compared: one line, no spaces at its ends, no signs that cannot be seen. */
export const cleaned = (text: string): string =>
  text
    .replace(BLANKS, ' ')
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .trim()

/** A formula where a figure is expected is told as what it is. */
const refused = (text: string, code: string, limit?: unknown): CellReading =>
  looksLikeFormula(text) && !/^[-+]\s*\d/.test(text)
    ? { fault: { code: 'cell.formula' } }
    : { fault: { code, ...(limit === undefined ? {} : { limit }) } }
