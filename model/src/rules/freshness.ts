import type { OfficeStatus } from '../schema/inventory.ts'
import { addDays, dayOfIso } from './days.ts'

/** How far a verification has aged. From `expired` on, the office leaves every total. */
export const FRESHNESS_STATES = ['fresh', 'due', 'late', 'doubtful', 'expired'] as const
export type FreshnessState = (typeof FRESHNESS_STATES)[number]

/** First day on which each state ends, in days since the verification, for a free or held office. */
const ENDS_BEFORE: readonly (readonly [FreshnessState, number])[] = [
  ['fresh', 30],
  ['due', 60],
  ['late', 90],
  ['doubtful', 120],
]
const COUNTED_DAYS = 120
/** A long lease and a building site change more slowly than a free office: their clock runs three times slower. */
const SLOWNESS: Readonly<Record<OfficeStatus, number>> = { free: 1, held: 1, let: 3, 'under-construction': 3 }

export interface Freshness {
  state: FreshnessState
  /** Days since the verification; negative for one dated in the future (which the catalogue refuses). */
  days: number
  /** ISO day on which it should be verified again: the end of `fresh`. */
  dueOn: string
  /** First ISO day on which the office no longer counts as available. */
  countedUntil: string
}

/**
 * Freshness of an office on a day. Null when it was never verified: it does not count.
 * @throws RangeError for a text that is no day of the calendar
 */
export function freshness(verifiedOn: string | null, status: OfficeStatus, today: string): Freshness | null {
  if (verifiedOn === null) return null
  const slowness = SLOWNESS[status]
  const days = dayOfIso(today) - dayOfIso(verifiedOn)
  const state = ENDS_BEFORE.find(([, end]) => days < end * slowness)?.[0] ?? 'expired'
  const firstEnd = ENDS_BEFORE[0]?.[1] ?? 0
  return {
    state,
    days,
    dueOn: addDays(verifiedOn, firstEnd * slowness),
    countedUntil: addDays(verifiedOn, COUNTED_DAYS * slowness),
  }
}
