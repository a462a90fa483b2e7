import type { Place, SortKey, SortValue } from '../engine/order.ts'
import { refuse } from '../refuse.ts'

const MAX_LENGTH = 4096

const orderText = (keys: readonly SortKey[]): string =>
  keys.map(({ property, descending }) => `${descending ? '-' : ''}${property}`).join(',')

/** Where the next page begins, as text for an address. It names a place in the order, so changes don’t move it. */
export function writeCursor(keys: readonly SortKey[], { values, id }: Place): string {
  return Buffer.from(JSON.stringify([orderText(keys), ...values, id])).toString('base64url')
}

const isSortValue = (value: unknown): value is SortValue =>
  value === null || ['string', 'number', 'boolean'].includes(typeof value)

/**
 * Reads a cursor that `writeCursor` made for the same order.
 * @throws a problem `cursor.invalid`, 400
 */
export function readCursor(text: string, keys: readonly SortKey[]): Place {
  const invalid = () => refuse(400, 'cursor.invalid', 'The cursor doesn’t come from a “next” link of this query.')
  if (text.length > MAX_LENGTH || !/^[A-Za-z0-9_-]+$/.test(text)) throw invalid()
  let parts: unknown
  try {
    parts = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'))
  } catch {
    throw invalid()
  }
  if (!Array.isArray(parts) || parts.length !== keys.length + 2 || parts[0] !== orderText(keys)) throw invalid()
  const values: unknown[] = parts.slice(1, -1)
  const id: unknown = parts.at(-1)
  if (typeof id !== 'string' || !values.every(isSortValue)) throw invalid()
  return { values, id }
}
