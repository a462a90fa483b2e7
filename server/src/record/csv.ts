import type { RecordEntry } from './entry.ts'

/** Tells the spreadsheet that the text is UTF-8. */
export const BOM = '\uFEFF'

const COLUMNS = [
  'n',
  'at',
  'commit',
  'kind',
  'role',
  'organisation',
  'author',
  'authorName',
  'method',
  'note',
  'undoes',
  'operation',
  'collection',
  'id',
  'zone',
  'building',
  'field',
  'before',
  'after',
] as const

/** What a spreadsheet would run when it opens the file, also behind apostrophes that were put before it earlier. */
const FORMULA = /^'*[=+\-@\t\r]/

/** A cell as RFC 4180 has it. Text that looks like a formula gets an apostrophe; numbers stay numbers. */
export function csvCell(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  const safe = FORMULA.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

export const csvHead = (): string => `${COLUMNS.join(',')}\r\n`

/** A change as lines of text: one for each field that differs. */
export function csvLines(entry: RecordEntry): string {
  const { fields, author, ...rest } = entry
  const common = { ...rest, author: author?.id ?? null, authorName: author?.name ?? null }
  const states = Object.entries(fields).map(([field, { before, after }]) => ({ ...common, field, before, after }))
  return states
    .map((state) => `${COLUMNS.map((name) => csvCell(state[name as keyof typeof state])).join(',')}\r\n`)
    .join('')
}
