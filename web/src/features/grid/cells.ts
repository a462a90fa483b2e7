import {
  addDays,
  bulkField,
  type CellContext,
  type CellFault,
  choiceWord,
  clockInMorocco,
  decimalIn,
  instantInMorocco,
  type Language,
  type Office,
  type OfficeStatus,
  readCell,
} from '@tvl/model'

/** Columns that can be written in. `date` is what the state asks for: free from, held until, let until, delivered on. */
export const EDITABLE = ['seats', 'status', 'date', 'rentMadPerM2Month', 'serviceChargeMadPerM2Month'] as const
export type EditableColumn = (typeof EDITABLE)[number]

/** All columns, in their order. */
export const COLUMNS = [
  'floor',
  'name',
  'seats',
  'block',
  'status',
  'date',
  'rentMadPerM2Month',
  'serviceChargeMadPerM2Month',
  'verified',
  'method',
  'due',
] as const
export type Column = (typeof COLUMNS)[number]

export const isEditable = (column: Column): column is EditableColumn => (EDITABLE as readonly Column[]).includes(column)

type DateField = 'freeFrom' | 'holdEndsAt' | 'leaseEndsOn' | 'deliversOn'
const DATE_OF: Readonly<Record<OfficeStatus, DateField>> = {
  free: 'freeFrom',
  held: 'holdEndsAt',
  let: 'leaseEndsOn',
  'under-construction': 'deliversOn',
}
/** The property that the column `date` stands for in a state. */
export const dateFieldOf = (status: OfficeStatus): DateField => DATE_OF[status]

export type GridField = 'seats' | 'status' | 'rentMadPerM2Month' | 'serviceChargeMadPerM2Month' | DateField
export type Edit = Partial<Pick<Office, GridField>>

/** What a cell shows while it is edited or copied: plain text that reads back to the same. */
export function cellText(office: Office, column: Column, language: Language): string {
  switch (column) {
    case 'seats':
    case 'floor':
    case 'name':
      return String(office[column])
    case 'status':
      return choiceWord('office-status', office.status, language)
    case 'rentMadPerM2Month':
    case 'serviceChargeMadPerM2Month': {
      const value = office[column]
      return value === null ? '' : String(value).replace('.', language === 'en' ? '.' : ',')
    }
    case 'date': {
      const value = office[dateFieldOf(office.status)]
      if (value === null) return ''
      if (office.status !== 'held') return value
      const { day, time } = clockInMorocco(new Date(value))
      return `${day} ${time}`
    }
    default:
      return ''
  }
}

export type CellReading = { edit: Edit } | { fault: CellFault }

const NOWHERE = { code: 'unknown' } as const

/**
 * Reads what was typed or pasted into a cell. An emptied date or rent is unknown; a new state gives up the dates that
 * the former one had, and a hold without an end gets one of a month.
 */
export function readTyped(
  office: Office,
  column: EditableColumn,
  text: string,
  { language, today }: { language: Language; today: string },
): CellReading {
  const name = column === 'date' ? dateFieldOf(office.status) : column
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
  if (column === 'status') {
    if (value === null) return { fault: { code: 'choice' } }
    return { edit: stateEdit(office, value as OfficeStatus, today) }
  }
  if (column === 'seats' && (typeof value !== 'number' || value < 1)) return { fault: { code: 'minimum', limit: 1 } }
  if (typeof value === 'number' && value < 0) return { fault: { code: 'minimum', limit: 0 } }
  return { edit: { [name]: value } as Edit }
}

/** What becomes of an office in a new state. */
function stateEdit(office: Office, status: OfficeStatus, today: string): Edit {
  const none = { freeFrom: null, holdEndsAt: null, leaseEndsOn: null, deliversOn: null }
  if (status === office.status) return {}
  if (status !== 'held') return { ...none, status }
  return { ...none, status, freeFrom: office.freeFrom, holdEndsAt: instantInMorocco(addDays(today, 30), '18:00') }
}

/** The parts of an edit in which it differs from the office as published. */
export function differing(office: Office, edit: Edit): Edit {
  return Object.fromEntries(
    Object.entries(edit).filter(([field, value]) => value !== office[field as GridField]),
  ) as Edit
}
