import { isCatalogueDay, isEndlessHold, isToTheCentime, MOST, type Office, YEARS } from '@tvl/model'
import type { UnitEdits } from '../../state/grid-draft.ts'
import { isDateField } from './columns.ts'
import { contentOf, patchOf, withEdits } from './edits.ts'

/**
 * Something that keeps a cell, and what its row would change of the totals, from being published. `isAsked`: unusual,
 * and accepted once it is said to be meant.
 */
export interface CellProblem {
  field: string
  code: string
  limit?: unknown
  /** what stands in the cell, as it was typed */
  text?: string
  isAsked?: true
}

export interface CheckContext {
  /** ISO day */
  today: string
  /** ISO instant to the minute */
  minute: string
  /** floors of the building; null: not known */
  floors: number | null
}

const LOWEST_FLOOR = -10
const AT_LEAST_ONE: readonly string[] = ['seats', 'areaM2']
/** Ends and deliveries that are entered lie ahead; since when a unit is free may be past. */
const AHEAD: readonly string[] = ['leaseEndsOn', 'holdEndsAt', 'deliversOn']
/** More or less than this times the former value is a slip of the keyboard until it is said to be meant. */
const UNUSUAL_FACTOR = 20
const FIGURES: readonly string[] = ['rentMadPerM2Month', 'serviceChargeMadPerM2Month', 'seats', 'areaM2']

/** How many times the former value a figure is, or what part of it, where that looks like a slip; else null. */
export function unusualFactor(former: unknown, value: unknown): number | null {
  if (typeof former !== 'number' || typeof value !== 'number' || former <= 0) return null
  const factor = value / former
  return factor >= UNUSUAL_FACTOR || factor <= 1 / UNUSUAL_FACTOR ? factor : null
}

/** What is wrong with what was written of an office, one problem a cell at most. */
export function problemsOf(published: Office, edits: UnitEdits, context: CheckContext): CellProblem[] {
  const unread = Object.entries(edits).flatMap(([field, { fault }]): CellProblem[] =>
    fault ? [{ field, ...fault }] : [],
  )
  const patch = patchOf(published, edits)
  const office = withEdits(published, edits)
  const found = Object.keys(patch).flatMap((field): CellProblem[] => {
    const problem = valueProblem(office, field, context) ?? unusual(published, office, field)
    return problem && !(problem.isAsked && edits[field]?.isMeant) ? [{ field, ...problem }] : []
  })
  if (isEndlessHold(office) && !isEndlessHold(published)) found.push({ field: 'holdEndsAt', code: 'hold.endless' })
  return [...unread, ...found.filter(({ field }) => !unread.some((one) => one.field === field))]
}

function unusual(published: Office, office: Office, field: string): Omit<CellProblem, 'field'> | null {
  if (!FIGURES.includes(field)) return null
  const former = contentOf(published, field)
  const factor = unusualFactor(former, contentOf(office, field))
  return factor === null ? null : { code: 'figure.unusual', limit: former, isAsked: true }
}

function valueProblem(office: Office, field: string, context: CheckContext): Omit<CellProblem, 'field'> | null {
  const value = contentOf(office, field)
  if (field === 'floor' && typeof value === 'number') {
    const highest = (context.floors ?? Number.POSITIVE_INFINITY) - 1
    return value < LOWEST_FLOOR || value > highest
      ? { code: 'floor.outside', limit: { lowest: LOWEST_FLOOR, highest: Number.isFinite(highest) ? highest : null } }
      : null
  }
  if (typeof value === 'number') {
    const least = AT_LEAST_ONE.includes(field) ? 1 : 0
    const most = MOST[field as keyof typeof MOST] ?? Number.POSITIVE_INFINITY
    if (value < least) return { code: 'minimum', limit: least }
    if (value > most) return { code: 'maximum', limit: most }
    return isToTheCentime(value) ? null : { code: 'centimes' }
  }
  if (typeof value === 'string' && isDateField(field) && !isCatalogueDay(value.slice(0, 10)))
    return { code: 'date.range', limit: YEARS }
  if (typeof value === 'string' && AHEAD.includes(field)) {
    const isPast = field === 'holdEndsAt' ? value <= context.minute : value < context.today
    if (isPast) return { code: 'date.past' }
  }
  return null
}
