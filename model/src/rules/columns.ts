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
  floor: Int8Array
  seats: Uint16Array
  areaM2: Uint32Array
  /** index into FIT_OUTS */
  fitOut: Uint8Array
  /** index into OFFICE_STATUSES */
  status: Uint8Array
  /** MAD centimes per m² and month */
  rentCentimes: Uint32Array
  /** days since 1970-01-01 */
  availableFromDay: Int32Array
  countedUntilDay: Int32Array
  verifiedDay: Int32Array
  /** lon, lat of the building, per building index */
  buildingLonLat: Float64Array
}

/** availableFromDay of an office whose date of availability is not known. */
export const NEVER_DAY = 0x7fffffff
/** verifiedDay and countedUntilDay of an office that was never verified. */
export const BEFORE_ALL_DAYS = -0x80000000
export const UNKNOWN_MONEY = 0xffffffff
