import type { Office, OfficeStatus } from '@tvl/model'

/** Columns in their order. `date` is what the state asks for: free from, held until, let until, delivered on. */
export const COLUMNS = [
  'tick',
  'floor',
  'name',
  'seats',
  'block',
  'status',
  'date',
  'rentMadPerM2Month',
  'serviceChargeMadPerM2Month',
  'areaM2',
  'fitOut',
  'verified',
  'method',
  'due',
] as const
export type Column = (typeof COLUMNS)[number]

/** Shown when all columns are asked for. */
const MORE: ReadonlySet<Column> = new Set(['serviceChargeMadPerM2Month', 'areaM2', 'fitOut'])

export const columnsShown = (hasMore: boolean): readonly Column[] =>
  hasMore ? COLUMNS : COLUMNS.filter((column) => !MORE.has(column))

const READ_ONLY = ['tick', 'block', 'verified', 'method', 'due'] as const satisfies readonly Column[]
export type EditableColumn = Exclude<Column, (typeof READ_ONLY)[number]>
export const isEditable = (column: Column): column is EditableColumn =>
  !(READ_ONLY as readonly Column[]).includes(column)
export const EDITABLE = COLUMNS.filter(isEditable)

/** Figures, at the end of their cell. */
export const isFigure = (column: Column): boolean =>
  ['floor', 'seats', 'block', 'rentMadPerM2Month', 'serviceChargeMadPerM2Month', 'areaM2'].includes(column)

/** Stands among the edits of a unit for: verified as it is, all of it. */
export const TICK = '*'

export const DATE_FIELDS = ['freeFrom', 'holdEndsAt', 'leaseEndsOn', 'deliversOn'] as const
export type DateField = (typeof DATE_FIELDS)[number]
export type GridField = Exclude<EditableColumn, 'date'> | DateField

/** The dates that an office of a state may have; the first is the one that the column shows. */
const DATES_OF: Readonly<Record<OfficeStatus, readonly [DateField, ...DateField[]]>> = {
  free: ['freeFrom'],
  held: ['holdEndsAt', 'freeFrom'],
  let: ['leaseEndsOn'],
  'under-construction': ['deliversOn'],
}
export const datesOf = (status: OfficeStatus): readonly DateField[] => DATES_OF[status]

export const isDateField = (field: string): field is DateField => (DATE_FIELDS as readonly string[]).includes(field)

/** The property that a column stands for in an office. */
export const fieldOf = (column: EditableColumn, { status }: Pick<Office, 'status'>): GridField =>
  column === 'date' ? DATES_OF[status][0] : column

/** The column in which a property of an office stands. */
export const columnOf = (field: string): EditableColumn =>
  isDateField(field) ? 'date' : (EDITABLE.find((column) => column === field) ?? 'name')
