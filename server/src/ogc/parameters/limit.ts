import { refuse } from '../refuse.ts'

export const DEFAULT_LIMIT = 10
export const MAX_LIMIT = 10_000

/**
 * Reads `limit`. More than the maximum is clamped to it, as /req/core/fc-limit-response-1 allows; less than one is refused.
 * @throws a problem `limit.invalid`, 400
 */
export function readLimit(text: string | undefined): number {
  if (text === undefined) return DEFAULT_LIMIT
  if (!/^\+?\d{1,15}$/.test(text.trim()) || Number(text) < 1) {
    throw refuse(400, 'limit.invalid', `limit takes a whole number from 1 to ${MAX_LIMIT}.`)
  }
  return Math.min(Number(text), MAX_LIMIT)
}
