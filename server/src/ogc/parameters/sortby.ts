import type { SortKey } from '../engine/order.ts'
import { refuse } from '../refuse.ts'

const MAX_KEYS = 5

/**
 * Reads `sortby`: properties separated by commas, `-` before one for descending order, `+` (a space once decoded) or
 * nothing for ascending.
 * @throws a problem `sortby.invalid`, 400
 */
export function readSortby(text: string | undefined, isSortable: (property: string) => boolean): readonly SortKey[] {
  if (text === undefined) return []
  const parts = text.split(',')
  if (parts.length > MAX_KEYS) throw refuse(400, 'sortby.invalid', `sortby takes ${MAX_KEYS} properties at the most.`)
  const keys = parts.map((part) => ({ property: part.replace(/^[-+ ]/, ''), descending: part.startsWith('-') }))
  for (const { property } of keys) {
    if (!isSortable(property)) {
      throw refuse(400, 'sortby.invalid', `Items can’t be sorted by “${property.slice(0, 60)}”; see the sortables.`)
    }
  }
  if (new Set(keys.map(({ property }) => property)).size < keys.length) {
    throw refuse(400, 'sortby.invalid', 'sortby names a property twice.')
  }
  return keys
}
