import type { Language } from '@tvl/model'
import { DayColumn, NumberColumn, UNKNOWN_DAY } from '../../catalogue/column.ts'
import type { Table } from '../../catalogue/table.ts'

export interface SortKey {
  readonly property: string
  readonly descending: boolean
}

/** What a sort compares; null is unknown and comes last in both directions. Days are counts since 1970-01-01. */
export type SortValue = string | number | boolean | null

/** Where a page ended: the sort values of its last item, and its id. */
export interface Place {
  readonly values: readonly SortValue[]
  readonly id: string
}

interface Comparator {
  readonly value: (row: number) => SortValue
  readonly sign: 1 | -1
}

/** The rows of a collection in one order. Ties go by id, so that every item has one place. */
export interface Order {
  readonly rows: Uint32Array
  placeOf(row: number): Place
  /** Index in `rows` of the first item after a place, whether or not the item that stood there is still in the data. */
  after(place: Place): number
}

function compareValues(a: SortValue, b: SortValue, sign: 1 | -1): number {
  if (a === b) return 0
  if (a === null) return 1
  if (b === null) return -1
  return a < b ? -sign : sign
}

/** @param extra values that the collection can be sorted by beside its columns: a zone’s score */
export function orderOf(
  table: Table,
  keys: readonly SortKey[],
  language: Language,
  extra: Readonly<Record<string, (row: number) => SortValue>> = {},
): Order {
  const comparators: Comparator[] = keys.map(({ property, descending }) => ({
    value: extra[property] ?? sortValues(table, property, language),
    sign: descending ? -1 : 1,
  }))
  const rows = new Uint32Array(table.count)
  for (let row = 0; row < rows.length; row++) rows[row] = row
  // Rows lie in the order of ids, so the row number is the tie-breaker.
  rows.sort((a, b) => {
    for (const { value, sign } of comparators) {
      const outcome = compareValues(value(a), value(b), sign)
      if (outcome !== 0) return outcome
    }
    return a - b
  })
  const isAfter = (row: number, { values, id }: Place): boolean => {
    for (const [i, { value, sign }] of comparators.entries()) {
      const outcome = compareValues(value(row), values[i] ?? null, sign)
      if (outcome !== 0) return outcome > 0
    }
    return (table.ids[row] ?? '') > id
  }
  return {
    rows,
    placeOf: (row) => ({ values: comparators.map(({ value }) => value(row)), id: table.ids[row] ?? '' }),
    after(place) {
      let low = 0
      let high = rows.length
      while (low < high) {
        const middle = (low + high) >> 1
        if (isAfter(rows[middle] as number, place)) high = middle
        else low = middle + 1
      }
      return low
    },
  }
}

function sortValues(table: Table, property: string, language: Language): (row: number) => SortValue {
  const column = property === 'id' ? undefined : table.column(property, language)
  if (column instanceof NumberColumn) {
    const { values } = column
    return (row) => {
      const value = values[row] as number
      return Number.isNaN(value) ? null : value
    }
  }
  if (column instanceof DayColumn) {
    const { days } = column
    return (row) => {
      const day = days[row] as number
      return day === UNKNOWN_DAY ? null : day
    }
  }
  const get = table.get(property, language)
  return (row) => {
    const value = get(row)
    return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null
  }
}
