import { strToU8, zipSync } from 'fflate'
import yauzl from 'yauzl'
import { FileRefused } from '../../bulk/reading/limits.js'

/**
 * Every part of a package, in its order, unpacked. Call after `checkWorkbook`, which holds the package to its bounds.
 * @param {Buffer} bytes
 * @returns {Promise<Map<string, Buffer>>}
 */
export async function partsOf(bytes) {
  const zip = await yauzl.fromBufferPromise(bytes, { lazyEntries: true, validateEntrySizes: true })
  const parts = new Map()
  for await (const entry of zip.eachEntry()) {
    if (entry.fileName.endsWith('/')) continue
    // A part that is there twice could be read in two ways.
    if (parts.has(entry.fileName)) throw new FileRefused('import.unreadable', `${entry.fileName} is there twice`)
    const chunks = []
    for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk)
    parts.set(entry.fileName, Buffer.concat(chunks))
  }
  return parts
}

/** The package of these parts. The same parts make the same bytes: nothing of the clock is in it. */
export function packaged(parts) {
  const files = {}
  for (const [name, data] of parts) files[name] = typeof data === 'string' ? strToU8(data) : data
  // The first moment that a package can name, in whatever zone the machine is.
  return Buffer.from(zipSync(files, { level: 6, mtime: new Date(1980, 0, 1, 12) }))
}

/** The text of a part. What is no UTF-8 could not be written back as it was. */
export function textOf(parts, name) {
  const bytes = parts.get(name)
  if (!bytes) throw new FileRefused('import.unreadable', `${name} is missing`)
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    throw new FileRefused('import.unsafe-xml', `${name} is not in UTF-8`)
  }
}
