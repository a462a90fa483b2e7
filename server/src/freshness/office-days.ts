import { dayOfIso, FRESHNESS_FIELDS, type OfficeStatus, type VerifiedField } from '@tvl/model'
import { DayColumn, NumberColumn } from '../catalogue/column.ts'
import { verifiedColumn } from '../catalogue/queryables.ts'
import type { Snapshot } from '../catalogue/snapshot.ts'

/** What the sums over offices read, row by row of the collection, as days since 1970-01-01 (`UNKNOWN_DAY`: none). */
export interface OfficeDays {
  today: number
  countedSince: Int32Array
  availableFrom: Int32Array
  countedUntil: Int32Array
  verified: Readonly<Record<VerifiedField, Int32Array>>
  status(row: number): OfficeStatus
  seats(row: number): number
  /** Whether the field has a value that could be verified. */
  isKnown(row: number, field: VerifiedField): boolean
}

export function officeDays(snapshot: Snapshot): OfficeDays {
  const offices = snapshot.collection('offices')
  const days = (name: string): Int32Array => {
    const column = offices.column(name)
    if (column instanceof DayColumn) return column.days
    throw new TypeError(`offices: ${name} is no column of days`)
  }
  const seats = offices.column('seats')
  if (!(seats instanceof NumberColumn)) throw new TypeError('offices: seats is no column of numbers')
  const status = offices.get('status')
  const values = new Map(FRESHNESS_FIELDS.map((field) => [field, offices.get(field)]))
  return {
    today: dayOfIso(snapshot.today),
    countedSince: days('countedSince'),
    availableFrom: days('availableFrom'),
    countedUntil: days('countedUntil'),
    verified: Object.fromEntries(
      FRESHNESS_FIELDS.map((field) => [field, days(verifiedColumn(field))]),
    ) as unknown as OfficeDays['verified'],
    status: (row) => status(row) as OfficeStatus,
    seats: (row) => seats.values[row] ?? 0,
    isKnown: (row, field) => values.get(field)?.(row) !== null,
  }
}
