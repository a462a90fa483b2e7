import type { Geometry } from 'geojson'
import type { Building, FitOut, Office, OfficeStatus } from '../schema/inventory.ts'
import { availability, countedSince } from './availability.ts'
import { dayOfIso } from './days.ts'
import { isToTheCentime } from './money.ts'

/**
 * Offices as typed columns, sorted by zone, building and stack order: what the rules filter, on the server and in the
 * page. Unknown values are sentinels that fail every test put to them: an unknown `availableFrom` is never reached, an
 * unknown verification is before every day, an unknown rent is above every ceiling.
 */
export interface OfficeColumns {
  count: number
  zoneIds: readonly string[]
  buildingIds: readonly string[]
  /** index into zoneIds */
  zone: Uint16Array
  /** index into buildingIds */
  building: Uint16Array
  /** the building's declared order: rows whose orders follow each other are contiguous */
  stackOrder: Uint16Array
  floor: Int8Array
  seats: Uint16Array
  areaM2: Uint32Array
  /** index into COLUMN_FIT_OUTS */
  fitOut: Uint8Array
  /** index into COLUMN_STATUSES */
  status: Uint8Array
  /** MAD centimes per m² and month */
  rentCentimes: Uint32Array
  /** days since 1970-01-01 */
  availableFromDay: Int32Array
  countedUntilDay: Int32Array
  verifiedDay: Int32Array
  /** lon, lat of the building, per building index; NaN = not known */
  buildingLonLat: Float64Array
}

/** availableFromDay of an office whose date of availability is not known. */
export const NEVER_DAY = 0x7fffffff
/** verifiedDay and countedUntilDay of an office that was never verified. */
export const BEFORE_ALL_DAYS = -0x80000000
export const UNKNOWN_MONEY = 0xffffffff

/** The order of `FIT_OUTS` and `OFFICE_STATUSES`, repeated so that the page does not load the schema library. */
export const COLUMN_FIT_OUTS = ['shell', 'fitted', 'plug-and-play'] as const satisfies readonly FitOut[]
export const COLUMN_STATUSES = ['free', 'held', 'let', 'under-construction'] as const satisfies readonly OfficeStatus[]

/** A stored office or building: the parts of a catalogue record that the columns need. */
export interface OfficeRow {
  id: string
  properties: Office
}
export interface BuildingRow {
  id: string
  geometry: Geometry | null
  properties: Building
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** The offices in the order of the columns' rows: by zone, building (code units of their ids) and stack order. */
export function inColumnOrder<T extends OfficeRow>(offices: readonly T[]): T[] {
  return [...offices].sort(
    (a, b) =>
      compare(a.properties.zoneId, b.properties.zoneId) ||
      compare(a.properties.buildingId, b.properties.buildingId) ||
      a.properties.stackOrder - b.properties.stackOrder,
  )
}

/** MAD with at most two decimals as whole centimes. Throws a RangeError for a fraction of a centime: no silent rounding. */
export function centimesOf(mad: number): number {
  if (!isToTheCentime(mad)) throw new RangeError(`not a whole number of centimes: ${mad} MAD`)
  return Math.round(mad * 100)
}

function checked(value: number, least: number, most: number, what: string, id: string): number {
  if (!Number.isInteger(value) || value < least || value > most)
    throw new RangeError(`${what} of ${id} does not fit its column: ${value} (${least} to ${most})`)
  return value
}

const ranked = (ids: readonly string[]) => new Map(ids.map((id, index) => [id, index]))

function lonLatOf(building: BuildingRow | undefined): readonly [number, number] {
  if (building?.geometry == null) return [Number.NaN, Number.NaN]
  if (building.geometry.type !== 'Point') throw new TypeError(`building ${building.id} is not drawn as a point`)
  return [building.geometry.coordinates[0] ?? Number.NaN, building.geometry.coordinates[1] ?? Number.NaN]
}

/**
 * The columns of a catalogue's offices. Throws a RangeError for a value that its column cannot hold (nothing is
 * clamped) and for two offices of one building at the same place in its order, which would make contiguity a guess.
 */
export function columnsOf(offices: readonly OfficeRow[], buildings: readonly BuildingRow[]): OfficeColumns {
  const rows = inColumnOrder(offices)
  const zoneIds = [...new Set(rows.map((row) => row.properties.zoneId))]
  const buildingIds = [...new Set(rows.map((row) => row.properties.buildingId))]
  checked(zoneIds.length, 0, 0x10000, 'number of zones', 'the catalogue')
  checked(buildingIds.length, 0, 0x10000, 'number of buildings', 'the catalogue')
  const zoneIndex = ranked(zoneIds)
  const buildingIndex = ranked(buildingIds)
  const fitOutIndex = ranked(COLUMN_FIT_OUTS)
  const statusIndex = ranked(COLUMN_STATUSES)
  const columns = emptyColumns(zoneIds, buildingIds, rows.length)

  for (const [i, { id, properties: office }] of rows.entries()) {
    const { availableFrom, countedUntil } = availability(office)
    const building = buildingIndex.get(office.buildingId) ?? -1
    columns.zone[i] = zoneIndex.get(office.zoneId) ?? -1
    columns.building[i] = building
    columns.stackOrder[i] = checked(office.stackOrder, 0, 0xffff, 'stackOrder', id)
    columns.floor[i] = checked(office.floor, -0x80, 0x7f, 'floor', id)
    columns.seats[i] = checked(office.seats, 1, 0xffff, 'seats', id)
    columns.areaM2[i] = checked(office.areaM2, 1, 0xffffffff, 'areaM2', id)
    columns.fitOut[i] = checked(fitOutIndex.get(office.fitOut) ?? -1, 0, 2, 'fitOut', id)
    columns.status[i] = checked(statusIndex.get(office.status) ?? -1, 0, 3, 'status', id)
    columns.rentCentimes[i] =
      office.rentMadPerM2Month === null
        ? UNKNOWN_MONEY
        : checked(centimesOf(office.rentMadPerM2Month), 0, UNKNOWN_MONEY - 1, 'rent', id)
    columns.availableFromDay[i] = availableFrom === null ? NEVER_DAY : dayOfIso(availableFrom)
    columns.countedUntilDay[i] = countedUntil === null ? BEFORE_ALL_DAYS : dayOfIso(countedUntil)
    const since = countedSince(office)
    columns.verifiedDay[i] = since === null ? BEFORE_ALL_DAYS : dayOfIso(since)
    if (i > 0 && columns.building[i - 1] === building) {
      if (columns.zone[i - 1] !== columns.zone[i])
        throw new RangeError(`building ${office.buildingId} lies in two zones`)
      if (columns.stackOrder[i - 1] === office.stackOrder)
        throw new RangeError(`${id}: stackOrder ${office.stackOrder} is taken twice in ${office.buildingId}`)
    }
  }
  const byId = new Map(buildings.map((building) => [building.id, building]))
  for (const [i, id] of buildingIds.entries()) columns.buildingLonLat.set(lonLatOf(byId.get(id)), 2 * i)
  return columns
}

/** Columns of so many offices, all zero, to be filled. */
export function emptyColumns(zoneIds: readonly string[], buildingIds: readonly string[], count: number): OfficeColumns {
  return {
    count,
    zoneIds,
    buildingIds,
    zone: new Uint16Array(count),
    building: new Uint16Array(count),
    stackOrder: new Uint16Array(count),
    floor: new Int8Array(count),
    seats: new Uint16Array(count),
    areaM2: new Uint32Array(count),
    fitOut: new Uint8Array(count),
    status: new Uint8Array(count),
    rentCentimes: new Uint32Array(count),
    availableFromDay: new Int32Array(count),
    countedUntilDay: new Int32Array(count),
    verifiedDay: new Int32Array(count),
    buildingLonLat: new Float64Array(2 * buildingIds.length),
  }
}
