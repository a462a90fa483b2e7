import { FileRefused } from './limits.js'

const EXTENSIONS = { xlsx: 'xlsx', csv: 'csv', txt: 'csv', tsv: 'csv', geojson: 'geojson', json: 'geojson' }

/**
 * What a file is, by its first bytes; its name has to say the same.
 * @param {Buffer} bytes @param {string} name
 * @returns {'xlsx' | 'csv' | 'geojson'}
 */
export function fileType(bytes, name) {
  const extension = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? ''
  if (['xlsm', 'xltm', 'xlam', 'xlsb'].includes(extension)) throw new FileRefused('import.macros', `.${extension}`)
  if (bytes.length === 0) throw new FileRefused('import.empty', 'no bytes')
  const found = typeOf(bytes)
  const said = Object.hasOwn(EXTENSIONS, extension) ? EXTENSIONS[extension] : undefined
  if (said !== found) throw new FileRefused('import.type', `.${extension} holds ${found}`)
  return found
}

function typeOf(bytes) {
  if (bytes.readUInt8(0) === 0x50 && bytes[1] === 0x4b) return 'xlsx'
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf)
    throw new FileRefused('import.old-format', 'an OLE file: .xls, or encrypted')
  const start = bytes
    .subarray(0, 400)
    .toString('latin1')
    .replace(/^\u00ef\u00bb\u00bf/, '')
    .trimStart()
  if (/^<(?:!doctype|html|\?xml|svg|script)/i.test(start)) throw new FileRefused('import.type', 'markup')
  if (/^%PDF|^GIF8|^Rar!|^7z|^MZ/.test(start)) {
    throw new FileRefused('import.type', 'another kind of file')
  }
  return start.startsWith('{') ? 'geojson' : 'csv'
}
