import { parse } from 'csv-parse/sync'
import { FileRefused, LIMITS, Meter } from './limits.js'

const SEPARATORS = [';', ',', '\t', '|']

/**
 * The text of a file: by its byte order mark, else UTF-8 where it is valid, else Windows-1252, in which spreadsheets of
 * western Windows save.
 * @param {Buffer} bytes
 * @returns {{ text: string, encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' }}
 */
export function decoded(bytes) {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { text: decode('utf-16le', bytes), encoding: 'utf-16le' }
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { text: decode('utf-16be', bytes), encoding: 'utf-16be' }
  if (bytes.includes(0)) throw new FileRefused('import.type', 'no text: it holds zero bytes')
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' }
  } catch {
    return { text: decode('windows-1252', bytes), encoding: 'windows-1252' }
  }
}

const decode = (encoding, bytes) =>
  encoding === 'windows-1252'
    ? bytes.toString('latin1').replace(/[\u0080-\u009f]/g, (sign) => ONLY_IN_1252[sign.charCodeAt(0) - 0x80])
    : new TextDecoder(encoding).decode(bytes)

/** What Windows-1252 has where Latin-1 has nothing. Node 20 decodes the one as the other. */
const ONLY_IN_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

/** The separator that most evenly parts the first lines. @param {string} text */
export function separatorOf(text) {
  const said = /^"?sep=(.)"?\r?\n/i.exec(text)
  if (said) return said[1]
  const counts = SEPARATORS.map((separator) => ({ separator, counts: countsOf(text, separator) }))
  // Most lines agree on how many there are; where several signs do, the more frequent one.
  const scored = counts.map(({ separator, counts }) => {
    const frequent = mostFrequent(counts.filter((count) => count > 0))
    const lines = counts.filter((count) => count === frequent).length
    return { separator, score: frequent === 0 ? 0 : lines * 1000 + Math.min(frequent, 200) }
  })
  scored.sort((a, b) => b.score - a.score)
  return scored[0].score > 0 ? scored[0].separator : ','
}

/** How often the sign stands outside of quotes, in each of the first lines. */
function countsOf(text, separator) {
  const counts = []
  let count = 0
  let isQuoted = false
  let hasText = false
  for (let i = 0; i < text.length && i < 200_000 && counts.length < 30; i++) {
    const sign = text[i]
    if (sign === '"') isQuoted = !isQuoted
    else if (!isQuoted && sign === separator) count++
    else if (!isQuoted && sign === '\n') {
      if (hasText) counts.push(count)
      count = 0
      hasText = false
      continue
    }
    if (sign !== '\r') hasText = true
  }
  if (hasText) counts.push(count)
  return counts
}

function mostFrequent(numbers) {
  const times = new Map()
  for (const number of numbers) times.set(number, (times.get(number) ?? 0) + 1)
  return [...times].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? 0
}

/** The records of separated text as they stand. @param {Buffer} bytes */
export function parsed(bytes) {
  const { text, encoding } = decoded(bytes)
  const separator = separatorOf(text)
  const body = text.replace(/^"?sep=.("?)\r?\n/i, '')
  try {
    const records = parse(body, {
      delimiter: separator,
      relax_quotes: true,
      relax_column_count: true,
      skip_empty_lines: false,
      max_record_size: 1_000_000,
      to: LIMITS.rows + 1,
    })
    return { records, separator, encoding }
  } catch (error) {
    throw new FileRefused('import.unreadable', error.message)
  }
}

/** @param {Buffer} bytes */
export function readSeparated(bytes) {
  const { records, separator, encoding } = parsed(bytes)
  const meter = new Meter()
  const rows = records.map((record) => {
    const cells = record.map((text) => (text === '' ? null : text.slice(0, LIMITS.cellCharacters)))
    while (cells.length > 0 && cells.at(-1) === null) cells.pop()
    Meter.columns(cells.length)
    meter.row(cells.length)
    return cells
  })
  while (rows.length > 0 && rows.at(-1).length === 0) rows.pop()
  Meter.rows(rows.length)
  return { sheets: [{ name: null, isHidden: false, rows }], is1904: false, separator, encoding }
}
