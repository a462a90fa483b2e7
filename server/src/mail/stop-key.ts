import { createHmac, timingSafeEqual } from 'node:crypto'

const KEY = /^([0-9a-f-]{36})\.([A-Za-z0-9_-]{43})$/

/** Letters that come by themselves, each kind stopped on its own. */
export type LetterKind = 'reminders' | 'alerts'

const markOf = (secret: string, kind: LetterKind, personId: string): Buffer =>
  createHmac('sha256', secret).update(`${kind} of ${personId}`).digest()

/** The key in a person’s letters, by which they are stopped without signing in. It opens nothing else, and never ends. */
export const stopKey = (secret: string, kind: LetterKind, personId: string): string =>
  `${personId}.${markOf(secret, kind, personId).toString('base64url')}`

/** Whose key it is; null: nobody’s. */
export function personOfKey(secret: string, kind: LetterKind, key: string): string | null {
  const [, personId = '', mark = ''] = KEY.exec(key) ?? []
  if (personId === '') return null
  const [given, right] = [Buffer.from(mark, 'base64url'), markOf(secret, kind, personId)]
  return given.length === right.length && timingSafeEqual(given, right) ? personId : null
}
