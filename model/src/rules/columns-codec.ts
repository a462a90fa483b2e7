import type { OfficeColumns } from './columns.ts'

/** Media type of `encodeColumns`. */
export const COLUMNS_MEDIA_TYPE = 'application/vnd.tech-valley.columns'

const MAGIC = 'TVCOLS01'
/** magic (8 bytes) + length of the header in bytes (u32) + length of the whole message in bytes (u32) */
const PREFIX_BYTES = 16
const ALIGNMENT = 8

const COLUMN_TYPES = {
  zone: Uint16Array,
  building: Uint16Array,
  stackOrder: Uint16Array,
  floor: Int8Array,
  seats: Uint16Array,
  areaM2: Uint32Array,
  fitOut: Uint8Array,
  status: Uint8Array,
  rentCentimes: Uint32Array,
  availableFromDay: Int32Array,
  countedUntilDay: Int32Array,
  verifiedDay: Int32Array,
  buildingLonLat: Float64Array,
} as const
type ColumnName = keyof typeof COLUMN_TYPES
const COLUMN_NAMES = Object.keys(COLUMN_TYPES) as ColumnName[]

interface Header {
  count: number
  zoneIds: string[]
  buildingIds: string[]
}

/** JSON in ASCII alone: one byte a character, so no text encoder is needed and a cut never splits a character. */
const asciiJson = (value: unknown) =>
  JSON.stringify(value).replace(/[^ -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
const bytesOf = (ascii: string) => Uint8Array.from(ascii, (character) => character.charCodeAt(0))

function textOf(bytes: Uint8Array): string {
  const chunks: string[] = []
  for (let i = 0; i < bytes.length; i += 4096) chunks.push(String.fromCharCode(...bytes.subarray(i, i + 4096)))
  return chunks.join('')
}

const aligned = (bytes: number) => Math.ceil(bytes / ALIGNMENT) * ALIGNMENT

/** Typed arrays have the machine's byte order; the message is little-endian, as is every machine a browser runs on. */
function assertLittleEndian(): void {
  if (new Uint8Array(new Uint16Array([1]).buffer)[0] !== 1)
    throw new Error('office columns are little-endian and this machine is not')
}

const lengthOf = (name: ColumnName, { count, buildingIds }: Pick<Header, 'count' | 'buildingIds'>) =>
  name === 'buildingLonLat' ? 2 * buildingIds.length : count

/** The columns as one message: prefix, JSON header (ids and count), then each column on an 8-byte boundary. */
export function encodeColumns(columns: OfficeColumns): Uint8Array<ArrayBuffer> {
  assertLittleEndian()
  const { count, zoneIds, buildingIds } = columns
  const header = bytesOf(asciiJson({ count, zoneIds, buildingIds }))
  const start = aligned(PREFIX_BYTES + header.length)
  const total = COLUMN_NAMES.reduce((bytes, name) => bytes + aligned(columns[name].byteLength), start)
  const message = new Uint8Array(total)
  message.set(bytesOf(MAGIC))
  const prefix = new DataView(message.buffer)
  prefix.setUint32(8, header.length, true)
  prefix.setUint32(12, total, true)
  message.set(header, PREFIX_BYTES)
  let offset = start
  for (const name of COLUMN_NAMES) {
    const { buffer, byteOffset, byteLength } = columns[name]
    message.set(new Uint8Array(buffer, byteOffset, byteLength), offset)
    offset += aligned(byteLength)
  }
  return message
}

const isStrings = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((item) => typeof item === 'string')

function readHeader(message: ArrayBuffer): { header: Header; start: number } {
  if (message.byteLength < PREFIX_BYTES) throw new Error('not office columns: shorter than their prefix')
  const magic = textOf(new Uint8Array(message, 0, MAGIC.length))
  if (magic !== MAGIC) throw new Error('not office columns, or of another version: unknown first bytes')
  const prefix = new DataView(message)
  const headerBytes = prefix.getUint32(8, true)
  if (prefix.getUint32(12, true) !== message.byteLength || PREFIX_BYTES + headerBytes > message.byteLength)
    throw new Error(`office columns are cut: ${message.byteLength} bytes of ${prefix.getUint32(12, true)}`)
  let header: unknown
  try {
    header = JSON.parse(textOf(new Uint8Array(message, PREFIX_BYTES, headerBytes)))
  } catch (cause) {
    throw new Error('office columns have an unreadable header', { cause })
  }
  if (
    typeof header !== 'object' ||
    header === null ||
    !('count' in header && 'zoneIds' in header && 'buildingIds' in header) ||
    !(Number.isInteger(header.count) && Number(header.count) >= 0) ||
    !isStrings(header.zoneIds) ||
    !isStrings(header.buildingIds)
  )
    throw new Error('office columns have a header of another shape')
  const { zoneIds, buildingIds } = header
  return { header: { count: Number(header.count), zoneIds, buildingIds }, start: aligned(PREFIX_BYTES + headerBytes) }
}

/**
 * The columns of a message, as views on its bytes: nothing is copied, so the buffer must not be changed afterwards.
 * Throws an Error that says what is wrong for bytes that are cut, foreign, or point outside their own ids.
 */
export function decodeColumns(message: ArrayBuffer): OfficeColumns {
  assertLittleEndian()
  const { header, start } = readHeader(message)
  let offset = start
  const view = <N extends ColumnName>(name: N): InstanceType<(typeof COLUMN_TYPES)[N]> => {
    const type = COLUMN_TYPES[name]
    const length = lengthOf(name, header)
    if (offset + length * type.BYTES_PER_ELEMENT > message.byteLength)
      throw new Error(`office columns are cut within ${name}`)
    const column = new type(message, offset, length)
    offset += aligned(column.byteLength)
    return column as InstanceType<(typeof COLUMN_TYPES)[N]>
  }
  // In the order of COLUMN_TYPES, which is the order of the bytes: an object literal is evaluated top to bottom.
  const columns: OfficeColumns = {
    ...header,
    zone: view('zone'),
    building: view('building'),
    stackOrder: view('stackOrder'),
    floor: view('floor'),
    seats: view('seats'),
    areaM2: view('areaM2'),
    fitOut: view('fitOut'),
    status: view('status'),
    rentCentimes: view('rentCentimes'),
    availableFromDay: view('availableFromDay'),
    countedUntilDay: view('countedUntilDay'),
    verifiedDay: view('verifiedDay'),
    buildingLonLat: view('buildingLonLat'),
  }
  if (offset !== message.byteLength) throw new Error('office columns are longer than their header says')
  for (let i = 0; i < columns.count; i++) {
    if ((columns.zone[i] ?? 0) >= header.zoneIds.length || (columns.building[i] ?? 0) >= header.buildingIds.length)
      throw new Error(`office columns: row ${i} names a zone or building that is not in the header`)
  }
  return columns
}
