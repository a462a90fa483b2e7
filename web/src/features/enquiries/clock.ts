import type { EnquiryRow } from '@tvl/model'

const HOUR_MS = 3_600_000

/** What the clock of an enquiry says; hours are whole, and of what is left never more than there is. */
export type ClockWords =
  | { key: 'left' | 'overdue' | 'answered'; hours: number }
  | { key: 'minutes' | 'closed' | 'spam'; hours: null }

type Timed = Pick<EnquiryRow, 'status' | 'at' | 'dueAt' | 'firstAnsweredAt' | 'isOverdue'>

/** @param now ms by the server’s clock */
export function clockOf({ status, at, dueAt, firstAnsweredAt, isOverdue }: Timed, now: number): ClockWords {
  if (status === 'spam') return { key: 'spam', hours: null }
  if (firstAnsweredAt !== null) {
    return { key: 'answered', hours: Math.max(1, Math.ceil((Date.parse(firstAnsweredAt) - Date.parse(at)) / HOUR_MS)) }
  }
  if (status === 'closed' || status === 'answered') return { key: 'closed', hours: null }
  const left = Date.parse(dueAt) - now
  if (isOverdue || left <= 0) return { key: 'overdue', hours: Math.floor(Math.max(0, -left) / HOUR_MS) }
  return left < HOUR_MS ? { key: 'minutes', hours: null } : { key: 'left', hours: Math.floor(left / HOUR_MS) }
}
