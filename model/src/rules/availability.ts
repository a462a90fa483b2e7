import type { Office, OfficeAvailability, OfficeStatus, VerifiedField } from '../schema/inventory.ts'
import { addDays } from './days.ts'
import { dayInMorocco } from './morocco.ts'

/** Days after its verification for which a free or held office is counted as available (DESIGN: freshness). */
export const STANDARD_CLOCK_DAYS = 120
/** The same for let offices and building sites, whose dates rest on a contract and move less. */
export const SLOW_CLOCK_DAYS = 360

/** Days after its verification until which an office of this status is counted. */
export function clockDays(status: OfficeStatus): number {
  return status === 'let' || status === 'under-construction' ? SLOW_CLOCK_DAYS : STANDARD_CLOCK_DAYS
}

type StoredDates = Pick<
  Office,
  'status' | 'freeFrom' | 'verifiedOn' | 'verifications' | 'holdEndsAt' | 'leaseEndsOn' | 'deliversOn'
>

const later = (a: string, b: string | null) => (b !== null && b > a ? b : a)

/** A hold that nothing ends: only one that was there before any end was asked for. */
export const isEndlessHold = ({ status, holdEndsAt }: { status?: unknown; holdEndsAt?: unknown }): boolean =>
  status === 'held' && typeof holdEndsAt !== 'string'

/** The day in Morocco on which a hold ends; null when there is none, or none with an end. */
export function holdEndsOn({ holdEndsAt }: Pick<Office, 'holdEndsAt'>): string | null {
  return holdEndsAt === null ? null : dayInMorocco(new Date(holdEndsAt))
}

/** When this field was verified: by itself, or with the office as a whole. */
export function verifiedOn(office: Pick<Office, 'verifiedOn' | 'verifications'>, field: VerifiedField): string | null {
  return office.verifications?.[field]?.on ?? office.verifiedOn
}

/** The day on which an office counts from: the older of its seats' and its state's verification. */
export function countedSince(office: Pick<Office, 'verifiedOn' | 'verifications'>): string | null {
  const seats = verifiedOn(office, 'seats')
  const status = verifiedOn(office, 'status')
  if (seats === null || status === null) return null
  return later(seats, status) === seats ? status : seats
}

function availableFrom(office: StoredDates, holdEnds: string | null): string | null {
  switch (office.status) {
    case 'free':
      return office.freeFrom ?? verifiedOn(office, 'status')
    case 'held':
      return holdEnds === null ? null : later(addDays(holdEnds, 1), office.freeFrom)
    case 'let':
      return office.leaseEndsOn === null ? null : addDays(office.leaseEndsOn, 1)
    case 'under-construction':
      return office.deliversOn
  }
}

/**
 * From when an office can be had, the day on which its hold ends, the day of its verification, and the first day on
 * which it is no longer counted because that is too old. Null = not known: such an office is never available. ISO days,
 * Africa/Casablanca. An end, a hold or a delivery without a date never makes an office available: an unknown date is
 * not "now".
 */
export function availability(office: StoredDates): OfficeAvailability {
  const since = countedSince(office)
  const holdEnds = holdEndsOn(office)
  return {
    availableFrom: availableFrom(office, holdEnds),
    countedSince: since,
    countedUntil: since === null ? null : addDays(since, clockDays(office.status)),
    holdEndsOn: holdEnds,
  }
}
