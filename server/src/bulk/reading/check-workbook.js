import yauzl from 'yauzl'
import { FileRefused, LIMITS } from './limits.js'

const END = 0x06054b50
const END_BYTES = 22
const ZIP64_LOCATOR = 0x07064b50

const damaged = (words) => new FileRefused('import.unreadable', words)

/**
 * Refuses a package whose table of contents could be read in two ways: the library that looks at the parts here and the
 * one that unpacks them later must see the same ones. Workbooks of this size need none of it.
 * @param {Buffer} bytes
 */
function refuseTrickyPackage(bytes) {
  const end = bytes.length - END_BYTES
  if (end < 0 || bytes.readUInt32LE(end) !== END) throw damaged('no package that ends where its contents do')
  const [disk, start, onDisk, entries] = [4, 6, 8, 10].map((at) => bytes.readUInt16LE(end + at))
  const [size, offset] = [12, 16].map((at) => bytes.readUInt32LE(end + at))
  if (disk !== 0 || start !== 0 || onDisk !== entries || offset + size !== end) throw damaged('a package in parts')
  if (end >= 20 && bytes.readUInt32LE(end - 20) === ZIP64_LOCATOR) throw damaged('a package of more than 4 GB')
  if (entries > LIMITS.parts) throw new FileRefused('import.bomb', `${entries} parts`)
}

/**
 * Looks at every part of a workbook before anything is understood of it: really unpacks each, counts what comes out and
 * looks for macros, links to other files and definitions of XML entities.
 * @param {Buffer} bytes
 */
export async function checkWorkbook(bytes) {
  refuseTrickyPackage(bytes)
  let zip
  try {
    zip = await yauzl.fromBufferPromise(bytes, { lazyEntries: true, validateEntrySizes: true })
  } catch (error) {
    throw damaged(error.message)
  }
  let unpacked = 0
  let cells = 0
  const names = new Set()
  try {
    for await (const entry of zip.eachEntry()) {
      const name = entry.fileName.toLowerCase()
      refuseByName(name)
      names.add(name)
      if (name.endsWith('/')) continue
      if (entry.isEncrypted?.()) throw new FileRefused('import.encrypted', 'a part is encrypted')
      // What it claims, before a byte of it is unpacked; then what it is.
      refuseBomb(unpacked + entry.uncompressedSize, bytes.length)
      const stream = await zip.openReadStreamPromise(entry)
      let head = Buffer.alloc(0)
      let carried = ''
      for await (const chunk of stream) {
        unpacked += chunk.length
        refuseBomb(unpacked, bytes.length)
        if (!isMarkup(name)) continue
        if (head.length < 4) head = Buffer.concat([head, chunk.subarray(0, 4)])
        const text = carried + chunk.toString('latin1')
        if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) throw new FileRefused('import.unsafe-xml', `${name} defines entities`)
        if (name.startsWith('xl/worksheets/')) {
          cells += text.split('<c ').length - 1
          if (cells > LIMITS.markedCells)
            throw new FileRefused('import.too-many-cells', `more than ${LIMITS.markedCells}`)
        }
        // A word may lie across two chunks; the opening of a cell is counted where it begins.
        carried = text.slice(-16).replaceAll('<c ', '')
      }
      // UTF-16 would hide the words looked for above; no program writes parts of workbooks so.
      if (isMarkup(name) && (head[0] === 0xfe || head[0] === 0xff || head[0] === 0 || head[1] === 0)) {
        throw new FileRefused('import.unsafe-xml', `${name} is not in UTF-8`)
      }
    }
  } catch (error) {
    if (error instanceof FileRefused) throw error
    throw /too many bytes|size mismatch|not enough bytes/i.test(error.message)
      ? new FileRefused('import.bomb', error.message)
      : damaged(error.message)
  }
  if (!names.has('xl/workbook.xml') || !names.has('[content_types].xml')) {
    throw new FileRefused('import.type', 'a package, but no workbook')
  }
}

const isMarkup = (name) => /\.(?:xml|rels|vml)$/.test(name)

/** @param {string} name of a part, in small letters */
function refuseByName(name) {
  if (/vbaproject|\.bin$|\/macrosheets\/|\/dialogsheets\/|\/activex\/|\/ctrlprops\/|\/embeddings\//.test(name)) {
    // Settings of printers are binary too, and harmless.
    if (!/\/printersettings\/|\/customproperty/.test(name)) throw new FileRefused('import.macros', name)
  }
  if (/\/externallinks\/|\/connections\.xml$|\/querytables\/|\/webextensions\//.test(name)) {
    throw new FileRefused('import.external-links', name)
  }
}

function refuseBomb(unpacked, packed) {
  const isOver = unpacked > LIMITS.unpackedBytes
  const isDense = unpacked > LIMITS.ratioFromBytes && unpacked > packed * LIMITS.ratio
  if (isOver || isDense) throw new FileRefused('import.bomb', `${unpacked} bytes from ${packed}`)
}
