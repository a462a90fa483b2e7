import type { EnquiryStatus } from '../../schema/enquiry.ts'

const HOUR_MS = 3_600_000

/** What the clock of one enquiry says: instants in ms. */
export interface EnquiryTimes {
  status: EnquiryStatus
  at: number
  dueAt: number
  firstAnsweredAt: number | null
  closedAt: number | null
}

/** What statistics keep of it. Hours run through nights and weekends. */
export interface Response {
  outcome: 'open' | 'answered' | 'closed' | 'spam'
  hours: number | null
  /** Null: nothing to judge, because it is not due yet, was closed before, or is spam. */
  isWithin: boolean | null
}

export function responseOf({ status, at, dueAt, firstAnsweredAt, closedAt }: EnquiryTimes, now: number): Response {
  if (status === 'spam') return { outcome: 'spam', hours: null, isWithin: null }
  const outcome = status === 'answered' || status === 'closed' ? status : 'open'
  if (firstAnsweredAt !== null) {
    const hours = Math.round(((firstAnsweredAt - at) / HOUR_MS) * 100) / 100
    return { outcome, hours, isWithin: firstAnsweredAt <= dueAt }
  }
  const until = closedAt ?? now
  return { outcome, hours: null, isWithin: until > dueAt ? false : null }
}

/** The value below which a share `p` (0 to 1) of the values lies, between two of them where need be; null of none. */
export function quantile(values: readonly number[], p: number): number | null {
  if (values.length === 0) return null
  const sorted = [...values].sort((a, b) => a - b)
  const at = (sorted.length - 1) * p
  const [low, high] = [sorted[Math.floor(at)] ?? 0, sorted[Math.ceil(at)] ?? 0]
  return Math.round((low + (high - low) * (at - Math.floor(at))) * 100) / 100
}

export interface ResponseSums {
  received: number
  open: number
  answered: number
  closed: number
  spam: number
  medianHours: number | null
  p90Hours: number | null
  /** %, of those that were answered or should have been; null of none. */
  withinPct: number | null
}

/** How fast the answers were. Spam is counted and has no part in the rest. */
export function responseSums(responses: readonly Response[]): ResponseSums {
  const of = (outcome: Response['outcome']) => responses.filter((one) => one.outcome === outcome).length
  const hours = responses.flatMap((one) => one.hours ?? [])
  const judged = responses.flatMap(({ isWithin }) => isWithin ?? [])
  const within = judged.filter(Boolean).length
  return {
    received: responses.length - of('spam'),
    open: of('open'),
    answered: of('answered'),
    closed: of('closed'),
    spam: of('spam'),
    medianHours: quantile(hours, 0.5),
    p90Hours: quantile(hours, 0.9),
    withinPct: judged.length === 0 ? null : Math.round((within / judged.length) * 1000) / 10,
  }
}
