import {
  bulkField,
  type CellContext,
  type CellFault,
  choiceWord,
  clockInMorocco,
  decimalIn,
  type Language,
  neutralised,
  type Office,
  readCell,
} from '@tvl/model'
import type { CellContent } from '../../state/grid-draft.ts'
import { type Column, type EditableColumn, fieldOf } from './columns.ts'

/** The last minute of a day: a hold that is given a day alone lasts to its end. */
const DAY_END = '23:59'

/** What a cell shows while it is edited, and what is copied of it: text that reads back to the same. */
export function cellText(office: Office, column: Column, language: Language): string {
  switch (column) {
    case 'name':
      return office.name
    case 'floor':
    case 'seats':
    case 'areaM2':
      return String(office[column])
    case 'status':
      return choiceWord('office-status', office.status, language)
    case 'fitOut':
      return choiceWord('fit-out', office.fitOut, language)
    case 'rentMadPerM2Month':
    case 'serviceChargeMadPerM2Month':
      return String(office[column] ?? '').replace('.', language === 'en' ? '.' : ',')
    case 'date': {
      const value = office[fieldOf(column, office) as 'freeFrom']
      if (value === null || office.status !== 'held') return value ?? ''
      const { day, time } = clockInMorocco(new Date(value))
      return time === DAY_END ? day : `${day} ${time}`
    }
    default:
      return ''
  }
}

/** A cell as a spreadsheet takes it: a name that it would run as a formula is masked. */
export const copiedText = (office: Office, column: Column, language: Language): string => {
  const text = cellText(office, column, language)
  return column === 'name' ? neutralised(text) : text
}

export type CellReading = { value: CellContent } | { fault: CellFault }

const NOWHERE = { code: 'unknown' } as const
const NOW = new Set(['now', 'maintenant', 'immédiat', 'immédiatement', 'الآن', 'حالا', 'فورا'])
const MAY_BE_EMPTY: ReadonlySet<EditableColumn> = new Set(['date', 'rentMadPerM2Month', 'serviceChargeMadPerM2Month'])

/** Reads what was typed or pasted into a cell of an office. Empty is unknown; of a free office's date, now. */
export function readTyped(office: Office, column: EditableColumn, text: string, language: Language): CellReading {
  const name = fieldOf(column, office)
  if (column === 'date' && office.status === 'free' && NOW.has(text.trim().toLowerCase())) return { value: null }
  const field = bulkField('offices', name)
  if (!field) throw new RangeError(`no field ${name}`)
  const context: CellContext = {
    decimal: decimalIn([text]) ?? (language === 'en' ? '.' : ','),
    is1904: false,
    zoneOf: () => NOWHERE,
    buildingOf: () => NOWHERE,
  }
  const reading = readCell(field, text, context)
  if ('fault' in reading) return reading
  const value = 'isBlank' in reading ? null : reading.value
  if (value === null && !MAY_BE_EMPTY.has(column)) return { fault: { code: 'required' } }
  return { value }
}
