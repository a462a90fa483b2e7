import type { Office, OfficeStatus, Verification, VerificationMethod, VerifiedField } from '../schema/inventory.ts'
import { clockDays, STANDARD_CLOCK_DAYS } from './availability.ts'
import { addDays, dayOfIso } from './days.ts'

/** How far a verification has aged. From `expired` on, the office leaves every total. */
export const FRESHNESS_STATES = ['fresh', 'due', 'late', 'doubtful', 'expired'] as const
export type FreshnessState = (typeof FRESHNESS_STATES)[number]

/** The state of a field or an office, with the one that was never verified at its end: the worst. */
export const VERIFICATION_STATES = [...FRESHNESS_STATES, 'never'] as const
export type VerificationState = (typeof VERIFICATION_STATES)[number]

/** `VERIFIED_FIELDS`, repeated so that the page does not load the schema library; in the order people read them. */
export const FRESHNESS_FIELDS = Object.keys({
  status: true,
  seats: true,
  areaM2: true,
  rentMadPerM2Month: true,
  serviceChargeMadPerM2Month: true,
  fitOut: true,
} satisfies Record<VerifiedField, true>) as readonly VerifiedField[]

/** The fields by whose age an office is counted as available. */
export const COUNTED_FIELDS = ['status', 'seats'] as const satisfies readonly VerifiedField[]

/** First day on which each state ends, in days since the verification, for a free or held office. */
const ENDS_BEFORE: readonly (readonly [FreshnessState, number])[] = [
  ['fresh', 30],
  ['due', 60],
  ['late', 90],
  ['doubtful', STANDARD_CLOCK_DAYS],
]
const FRESH_DAYS = 30

export interface Freshness {
  state: FreshnessState
  /** Days since the verification; negative for one dated in the future (which the catalogue refuses). */
  days: number
  /** ISO day on which it should be verified again: the end of `fresh`. */
  dueOn: string
  /** First ISO day on which the office no longer counts as available. */
  countedUntil: string
}

/** How many times slower than a free office’s the clock of an office of this status runs. */
const slownessOf = (status: OfficeStatus): number => clockDays(status) / STANDARD_CLOCK_DAYS

/**
 * Freshness of a verification on a day, on the clock of the office’s status. Null when there was none.
 * @throws RangeError for a text that is no day of the calendar
 */
export function freshness(verifiedOn: string | null, status: OfficeStatus, today: string): Freshness | null {
  if (verifiedOn === null) return null
  const slowness = slownessOf(status)
  const days = dayOfIso(today) - dayOfIso(verifiedOn)
  return {
    state: stateAfter(days, status),
    days,
    dueOn: addDays(verifiedOn, FRESH_DAYS * slowness),
    countedUntil: addDays(verifiedOn, clockDays(status)),
  }
}

/** The state of a verification so many days old: what `freshness` says, without the dates. */
export function stateAfter(days: number, status: OfficeStatus): FreshnessState {
  const slowness = slownessOf(status)
  return ENDS_BEFORE.find(([, end]) => days < end * slowness)?.[0] ?? 'expired'
}

/** What the rules of freshness read of an office. */
export type VerifiedOffice = Pick<
  Office,
  'status' | 'verifiedOn' | 'verifiedBy' | 'verificationMethod' | 'verifications'
>

/** When, by which role and how a field was verified: by itself, or with the office as a whole. */
export interface FieldVerification {
  on: string
  by: string | null
  method: VerificationMethod | null
}

export function verificationOf(office: VerifiedOffice, field: VerifiedField): FieldVerification | null {
  const own = office.verifications?.[field]
  if (own) return own
  if (office.verifiedOn === null) return null
  return { on: office.verifiedOn, by: office.verifiedBy, method: office.verificationMethod }
}

export interface FieldFreshness extends FieldVerification, Freshness {}

/** Freshness of one field of an office; null when it was never verified. */
export function fieldFreshness(office: VerifiedOffice, field: VerifiedField, today: string): FieldFreshness | null {
  const verification = verificationOf(office, field)
  const age = freshness(verification?.on ?? null, office.status, today)
  return verification && age && { ...verification, ...age }
}

/** Whether there is a value to verify: an unknown rent is unknown, not old. */
export const isFieldKnown = (office: Office, field: VerifiedField): boolean => office[field] !== null

export interface OfficeFreshness {
  /** The worse of the counted fields. */
  state: VerificationState
  /** The counted field that decides it: the older one, or one never verified. */
  field: (typeof COUNTED_FIELDS)[number]
  /** Whether the office counts as available on this day, as far as its verification goes. */
  isCounted: boolean
  /** Of the deciding field; null when it was never verified. */
  age: FieldFreshness | null
}

/** Freshness of an office as a whole: it is no better known than its worse counted field. */
export function officeFreshness(office: VerifiedOffice, today: string): OfficeFreshness {
  let worst: OfficeFreshness | null = null
  for (const field of COUNTED_FIELDS) {
    const age = fieldFreshness(office, field, today)
    const state: VerificationState = age?.state ?? 'never'
    const one = { state, field, isCounted: state !== 'never' && state !== 'expired', age }
    if (!worst || isWorse(one, worst)) worst = one
  }
  return worst as OfficeFreshness
}

function isWorse(one: OfficeFreshness, other: OfficeFreshness): boolean {
  if (!one.age || !other.age) return other.age !== null
  return one.age.days > other.age.days
}

/**
 * An office once these fields have been verified: all of them verify the office as a whole, fewer are kept one by one.
 */
export function withVerified<T extends VerifiedOffice>(
  office: T,
  fields: readonly VerifiedField[],
  verification: Verification,
): T {
  const { verifications, ...rest } = office
  if (FRESHNESS_FIELDS.every((field) => fields.includes(field))) {
    const { on, by, method } = verification
    return { ...rest, verifiedOn: on, verifiedBy: by, verificationMethod: method } as T
  }
  const own = Object.fromEntries(fields.map((field) => [field, { ...verification }]))
  return { ...office, verifications: { ...verifications, ...own } }
}
