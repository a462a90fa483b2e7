import type { OfficeColumns } from '@tvl/model'
import { BEFORE_ALL_DAYS, COLUMN_FIT_OUTS, COLUMN_STATUSES, emptyColumns, NEVER_DAY, UNKNOWN_MONEY } from '@tvl/model'
import { type Column, DayColumn, NumberColumn, TextColumn, UNKNOWN_DAY } from './column.ts'
import { byCodeUnit, type Table } from './table.ts'

export interface OrderedColumns {
  columns: OfficeColumns
  /** Row in the collection of each row of the columns. */
  rows: Int32Array
}

/**
 * The columns of the rules, gathered from the table: sorted by zone, building and stack order. Gathered rather than
 * made from records, so that a change to one of 100,000 offices costs milliseconds.
 * @param before the rows of the columns before, if any: their order is kept where it still holds
 */
export function officeColumns(offices: Table, buildingTable: Table, before?: Int32Array): OrderedColumns {
  const { count } = offices
  const zone = text(offices.column('zoneId'))
  const building = text(offices.column('buildingId'))
  const zones = ranked(zone)
  const buildings = ranked(building)
  const stack = number(offices.column('stackOrder')).values
  const zoneRank = (row: number) => zones.rank[zone.codes[row] ?? 0] ?? 0
  const buildingRank = (row: number) => buildings.rank[building.codes[row] ?? 0] ?? 0
  const byPlace = (a: number, b: number) =>
    zoneRank(a) - zoneRank(b) || buildingRank(a) - buildingRank(b) || (stack[a] ?? 0) - (stack[b] ?? 0)
  // A change rarely moves an office: to see that the order before still holds is a tenth of the work of sorting.
  const rows =
    before?.length === count && isInOrder(before, byPlace)
      ? before
      : Int32Array.from({ length: count }, (_, row) => row).sort(byPlace)
  const floor = number(offices.column('floor')).values
  const seats = number(offices.column('seats')).values
  const area = number(offices.column('areaM2')).values
  const rent = number(offices.column('rentMadPerM2Month')).values
  const fitOut = text(offices.column('fitOut'))
  const status = text(offices.column('status'))
  const availableFrom = day(offices.column('availableFrom')).days
  const countedUntil = day(offices.column('countedUntil')).days
  const verified = day(offices.column('countedSince')).days
  const fitOutRank = fitOut.dictionary.map((value) => (COLUMN_FIT_OUTS as readonly string[]).indexOf(value))
  const statusRank = status.dictionary.map((value) => (COLUMN_STATUSES as readonly string[]).indexOf(value))
  const columns = emptyColumns(zones.ids, buildings.ids, count)
  columns.buildingLonLat.fill(Number.NaN)
  for (let i = 0; i < count; i++) {
    const row = rows[i] ?? 0
    const at = buildingRank(row)
    columns.zone[i] = zoneRank(row)
    columns.building[i] = at
    columns.stackOrder[i] = stack[row] ?? 0
    columns.floor[i] = floor[row] ?? 0
    columns.seats[i] = seats[row] ?? 0
    columns.areaM2[i] = area[row] ?? 0
    columns.fitOut[i] = fitOutRank[fitOut.codes[row] ?? 0] ?? 0
    columns.status[i] = statusRank[status.codes[row] ?? 0] ?? 0
    const mad = rent[row] ?? Number.NaN
    columns.rentCentimes[i] = Number.isNaN(mad) ? UNKNOWN_MONEY : Math.round(mad * 100)
    columns.availableFromDay[i] = known(availableFrom[row], NEVER_DAY)
    columns.countedUntilDay[i] = known(countedUntil[row], BEFORE_ALL_DAYS)
    columns.verifiedDay[i] = known(verified[row], BEFORE_ALL_DAYS)
  }
  for (const [at, id] of buildings.ids.entries()) {
    const row = buildingTable.rowOf(id)
    if (row >= 0) columns.buildingLonLat.set(buildingTable.positions.boxes.subarray(row * 4, row * 4 + 2), at * 2)
  }
  return { columns, rows }
}

function isInOrder(rows: Int32Array, compare: (a: number, b: number) => number): boolean {
  for (let i = 1; i < rows.length; i++) if (compare(rows[i - 1] as number, rows[i] as number) > 0) return false
  return true
}

function known(value: number | undefined, unknown: number): number {
  return value === undefined || value === UNKNOWN_DAY ? unknown : value
}

/** The texts in use, sorted, and the place of each code among them. A dictionary may hold texts no longer in use. */
function ranked(column: TextColumn): { ids: string[]; rank: Int32Array } {
  const used = new Set<number>(column.codes)
  const codes = [...used].sort((a, b) => byCodeUnit(column.dictionary[a] ?? '', column.dictionary[b] ?? ''))
  const rank = new Int32Array(column.dictionary.length)
  codes.forEach((code, place) => {
    rank[code] = place
  })
  return { ids: codes.map((code) => column.dictionary[code] ?? ''), rank }
}

function text(column: Column | undefined): TextColumn {
  if (column instanceof TextColumn) return column
  throw new TypeError('offices: not a text column')
}

function number(column: Column | undefined): NumberColumn {
  if (column instanceof NumberColumn) return column
  throw new TypeError('offices: not a number column')
}

function day(column: Column | undefined): DayColumn {
  if (column instanceof DayColumn) return column
  throw new TypeError('offices: not a day column')
}
