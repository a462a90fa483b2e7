import type { Office, OfficeStatus, VerifiedField } from '../schema/inventory.ts'
import { availability } from './availability.ts'
import { dayOfIso } from './days.ts'
import {
  COUNTED_FIELDS,
  type FieldFreshness,
  FRESHNESS_FIELDS,
  fieldFreshness,
  isFieldKnown,
  officeFreshness,
  stateAfter,
  VERIFICATION_STATES,
  type VerificationState,
} from './freshness.ts'

/** What an unverified office does to what investors see. Totals are of today, supply is of a later day. */
export const DUE_EFFECTS = [
  'left-totals',
  'left-supply',
  'leaves-totals',
  'leaves-supply',
  'not-offered',
  'ages',
] as const
export type DueEffectKind = (typeof DUE_EFFECTS)[number]

export interface DueEffect {
  /**
   * `left-…`: it is no longer counted; `leaves-…`: it will not be from `on` on; `not-offered`: no date says when it can
   * be had, so it is in no total anyway; `ages`: only fields that do not decide about counting are due.
   */
  kind: DueEffectKind
  /** ISO day on which it leaves or left; null when it was never verified, or the kind has no day. */
  on: string | null
  /** Days until then; negative: since then. */
  days: number | null
}

export interface DueField {
  field: VerifiedField
  state: Exclude<VerificationState, 'fresh'>
  age: FieldFreshness | null
}

/** Why an office has to be verified again, and what it brings about. */
export interface DueOffice {
  /** Of the counted fields. */
  state: VerificationState
  /** What is to be verified, the worst first. */
  fields: readonly DueField[]
  effect: DueEffect
}

/** What decides how urgent an office is, in days; null: never verified, or never available. */
export interface DueFacts {
  status: OfficeStatus
  /** Since the older verification of its counted fields. */
  countedAge: number | null
  /** Since the oldest verification of any field that has a value. */
  oldestAge: number | null
  /** Until it can be had; zero or less: now. */
  availableIn: number | null
  /** Until it is no longer counted; zero or less: it is not. Null: never verified. */
  leavesIn: number | null
}

const isDue = (age: number | null, status: OfficeStatus) => age === null || stateAfter(age, status) !== 'fresh'

/** The effect of an office that is due; null when nothing of it is. */
export function dueEffect(facts: DueFacts): DueEffectKind | null {
  const { status, countedAge, oldestAge, availableIn, leavesIn } = facts
  if (!isDue(countedAge, status)) return isDue(oldestAge, status) ? 'ages' : null
  // A free office without a day is free from its verification on: what keeps it out of the totals is that there is none.
  if (availableIn === null && !(status === 'free' && leavesIn === null)) return 'not-offered'
  const isNow = availableIn === null || availableIn <= 0
  if (leavesIn === null || leavesIn <= 0) return isNow ? 'left-totals' : 'left-supply'
  return isNow ? 'leaves-totals' : 'leaves-supply'
}

/**
 * What a look some days ahead says of an office, from the worst: it is due and has left what is counted; it is due and
 * leaves by then; it is due; it falls due by then.
 */
export const DUE_OUTLOOKS = ['left', 'leaves', 'due', 'soon'] as const
export type DueOutlook = (typeof DUE_OUTLOOKS)[number]

/** What becomes of an office within so many days if nobody verifies it; null: nothing is due until then. */
export function dueWithin(facts: DueFacts, days: number): DueOutlook | null {
  const [now, then] = [dueEffect(facts), dueEffect(afterDays(facts, days))]
  if (now === null) return then === null ? null : 'soon'
  if (hasLeft(now)) return 'left'
  return hasLeft(then) ? 'leaves' : 'due'
}

const hasLeft = (kind: DueEffectKind | null): boolean => kind === 'left-totals' || kind === 'left-supply'

function afterDays({ status, countedAge, oldestAge, availableIn, leavesIn }: DueFacts, days: number): DueFacts {
  return {
    status,
    countedAge: countedAge === null ? null : countedAge + days,
    oldestAge: oldestAge === null ? null : oldestAge + days,
    availableIn: availableIn === null ? null : availableIn - days,
    leavesIn: leavesIn === null ? null : leavesIn - days,
  }
}

const HARMLESS = 1_000_000

/**
 * How urgent: the lower, the sooner. What has left the totals comes first, then what has left a later day’s supply,
 * then what leaves next; at the same day totals come before supply. What changes no total is last, the oldest first.
 */
export function dueUrgency(kind: DueEffectKind, { leavesIn, oldestAge }: DueFacts): number {
  switch (kind) {
    case 'left-totals':
      return -2
    case 'left-supply':
      return -1
    case 'leaves-totals':
      return 2 * (leavesIn ?? 0)
    case 'leaves-supply':
      return 2 * (leavesIn ?? 0) + 1
    case 'not-offered':
      return HARMLESS - (oldestAge ?? 100_000)
    case 'ages':
      return 2 * HARMLESS - (oldestAge ?? 100_000)
  }
}

/** The facts of an office on a day. */
export function dueFacts(office: Office, today: string): DueFacts {
  const { availableFrom, countedUntil } = availability(office)
  const until = (day: string | null) => (day === null ? null : dayOfIso(day) - dayOfIso(today))
  const ages = FRESHNESS_FIELDS.filter((field) => isFieldKnown(office, field)).map(
    (field) => fieldFreshness(office, field, today)?.days ?? null,
  )
  return {
    status: office.status,
    countedAge: officeFreshness(office, today).age?.days ?? null,
    oldestAge: ages.reduce((oldest, age) => (oldest === null || age === null ? null : Math.max(oldest, age)), 0),
    availableIn: until(availableFrom),
    leavesIn: until(countedUntil),
  }
}

/** What is due of an office on a day; null when nothing is. A field without a value cannot be verified. */
export function dueOf(office: Office, today: string): DueOffice | null {
  const facts = dueFacts(office, today)
  const kind = dueEffect(facts)
  if (kind === null) return null
  const { state, age } = officeFreshness(office, today)
  const fields = FRESHNESS_FIELDS.flatMap((field): DueField[] => {
    if (!isFieldKnown(office, field)) return []
    const own = fieldFreshness(office, field, today)
    const ownState = own?.state ?? 'never'
    return ownState === 'fresh' ? [] : [{ field, state: ownState, age: own }]
  })
  const isAboutCounting = kind !== 'ages' && kind !== 'not-offered'
  return {
    state,
    fields: fields.sort(byUrgency),
    effect: {
      kind,
      on: isAboutCounting ? (age?.countedUntil ?? null) : null,
      days: isAboutCounting ? facts.leavesIn : null,
    },
  }
}

const isCounted = (field: VerifiedField) => (COUNTED_FIELDS as readonly VerifiedField[]).includes(field)

/** The worst state first; in one state, what decides about counting first. */
function byUrgency(a: DueField, b: DueField): number {
  const rank = ({ state }: DueField) => VERIFICATION_STATES.indexOf(state)
  return rank(b) - rank(a) || Number(isCounted(b.field)) - Number(isCounted(a.field))
}
