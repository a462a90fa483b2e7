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
  const columns = emptyColumns(zones.ids, buildings.ids, count)
  columns.buildingLonLat.fill(Number.NaN)
  const fill = filler(offices)
  for (let i = 0; i < count; i++) {
    const row = rows[i] ?? 0
    columns.zone[i] = zoneRank(row)
    columns.building[i] = buildingRank(row)
    columns.stackOrder[i] = stack[row] ?? 0
    fill(columns, i, row)
  }
  for (const [at, id] of buildings.ids.entries()) {
    const row = buildingTable.rowOf(id)
    if (row >= 0) columns.buildingLonLat.set(buildingTable.positions.boxes.subarray(row * 4, row * 4 + 2), at * 2)
  }
  return { columns, rows }
}

/**
 * The columns before with the offices of some ids taken in anew: what a change costs must not grow with the catalogue.
 * Null when one of them has come, gone or moved: then they are gathered.
 */
export function patchedColumns(
  { columns, rows }: OrderedColumns,
  before: Table,
  offices: Table,
  changed: ReadonlySet<string>,
): OrderedColumns | null {
  if (before.ids !== offices.ids) return null
  const changedRows = [...changed].map((id) => offices.rowOf(id))
  const hasMoved = PLACE.some((name) => {
    const [was, is] = [before.get(name), offices.get(name)]
    return changedRows.some((row) => was(row) !== is(row))
  })
  if (hasMoved) return null
  const patched = {
    ...columns,
    floor: columns.floor.slice(),
    seats: columns.seats.slice(),
    areaM2: columns.areaM2.slice(),
    fitOut: columns.fitOut.slice(),
    status: columns.status.slice(),
    rentCentimes: columns.rentCentimes.slice(),
    availableFromDay: columns.availableFromDay.slice(),
    countedUntilDay: columns.countedUntilDay.slice(),
    verifiedDay: columns.verifiedDay.slice(),
  }
  const fill = filler(offices)
  const places = placesOf(rows)
  for (const row of changedRows) fill(patched, places[row] ?? 0, row)
  return { columns: patched, rows }
}

const PLACE = ['zoneId', 'buildingId', 'stackOrder'] as const

const placesByRows = new WeakMap<Int32Array, Int32Array>()

/** The place in the columns of each row of the collection. */
function placesOf(rows: Int32Array): Int32Array {
  const known = placesByRows.get(rows)
  if (known) return known
  const places = new Int32Array(rows.length)
  for (let i = 0; i < rows.length; i++) places[rows[i] ?? 0] = i
  placesByRows.set(rows, places)
  return places
}

/** Takes what an office says of itself, beside its place, from the table into the columns. */
function filler(offices: Table): (columns: OfficeColumns, at: number, row: number) => void {
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
  return (columns, at, row) => {
    columns.floor[at] = floor[row] ?? 0
    columns.seats[at] = seats[row] ?? 0
    columns.areaM2[at] = area[row] ?? 0
    columns.fitOut[at] = fitOutRank[fitOut.codes[row] ?? 0] ?? 0
    columns.status[at] = statusRank[status.codes[row] ?? 0] ?? 0
    const mad = rent[row] ?? Number.NaN
    columns.rentCentimes[at] = Number.isNaN(mad) ? UNKNOWN_MONEY : Math.round(mad * 100)
    columns.availableFromDay[at] = known(availableFrom[row], NEVER_DAY)
    columns.countedUntilDay[at] = known(countedUntil[row], BEFORE_ALL_DAYS)
    columns.verifiedDay[at] = known(verified[row], BEFORE_ALL_DAYS)
  }
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
  const isUsed = new Uint8Array(column.dictionary.length)
  for (const code of column.codes) if (code < isUsed.length) isUsed[code] = 1
  const codes = [...isUsed.keys()].filter((code) => isUsed[code] === 1)
  codes.sort((a, b) => byCodeUnit(column.dictionary[a] ?? '', column.dictionary[b] ?? ''))
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
