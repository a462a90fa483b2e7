import type { Office, OfficeAvailability, OfficeStatus } from '../schema/inventory.ts'
import { addDays } from './days.ts'

/** Days after its verification for which a free or held office is counted as available (DESIGN: freshness). */
export const STANDARD_CLOCK_DAYS = 120
/** The same for let offices and building sites, whose dates rest on a contract and move less. */
export const SLOW_CLOCK_DAYS = 360

/** Days after its verification until which an office of this status is counted. */
export function clockDays(status: OfficeStatus): number {
  return status === 'let' || status === 'under-construction' ? SLOW_CLOCK_DAYS : STANDARD_CLOCK_DAYS
}

type StoredDates = Pick<Office, 'status' | 'freeFrom' | 'verifiedOn' | 'holdEndsOn' | 'leaseEndsOn' | 'deliversOn'>

const later = (a: string, b: string | null) => (b !== null && b > a ? b : a)

function availableFrom(office: StoredDates): string | null {
  switch (office.status) {
    case 'free':
      return office.freeFrom ?? office.verifiedOn
    case 'held':
      return office.holdEndsOn === null ? null : later(addDays(office.holdEndsOn, 1), office.freeFrom)
    case 'let':
      return office.leaseEndsOn === null ? null : addDays(office.leaseEndsOn, 1)
    case 'under-construction':
      return office.deliversOn
  }
}

/**
 * From when an office can be had, and the first day on which it is no longer counted because its verification is too
 * old. Both null = not known: such an office is never available. ISO days, Africa/Casablanca. An end, a hold or a
 * delivery without a date never makes an office available: an unknown date is not "now".
 */
export function availability(office: StoredDates): OfficeAvailability {
  return {
    availableFrom: availableFrom(office),
    countedUntil: office.verifiedOn === null ? null : addDays(office.verifiedOn, clockDays(office.status)),
  }
}
