import { parseDay, parseInstant } from '../../cql2/temporal.ts'
import { refuse } from '../refuse.ts'

const MS_PER_DAY = 86_400_000
const OFFSET = /^(.*T\d{2}:\d{2}:\d{2}(?:\.\d+)?)([+-])(\d{2}):(\d{2})$/

/** Days since 1970-01-01, both included; an open end is infinite. */
export interface DayRange {
  readonly from: number
  readonly to: number
}

const invalid = () =>
  refuse(400, 'datetime.invalid', 'datetime takes an RFC 3339 day or time, or an interval of two with “/”.')

/** The UTC day of an RFC 3339 full-date or date-time. */
function dayOf(text: string): number {
  const day = parseDay(text)
  if (day !== null) return day
  const upper = text.toUpperCase()
  const offset = OFFSET.exec(upper)
  const ms = parseInstant(offset ? `${offset[1]}Z` : upper)
  if (ms === null) throw invalid()
  if (!offset) return Math.floor(ms / MS_PER_DAY)
  const [hours, minutes] = [Number(offset[3]), Number(offset[4])]
  if (hours > 23 || minutes > 59) throw invalid()
  const shift = (hours * 60 + minutes) * 60_000 * (offset[2] === '+' ? 1 : -1)
  return Math.floor((ms - shift) / MS_PER_DAY)
}

/**
 * Reads `datetime`: an instant, or an interval whose open end is empty or `..` (/req/core/fc-time-definition).
 * The catalogue's times are whole days, so an instant selects by its day.
 * @throws a problem `datetime.invalid`, 400
 */
export function readDatetime(text: string): DayRange {
  const parts = text.split('/')
  if (parts.length > 2) throw invalid()
  const [first = '', second] = parts
  if (second === undefined) {
    const day = dayOf(first)
    return { from: day, to: day }
  }
  const isOpen = (end: string) => end === '' || end === '..'
  const from = isOpen(first) ? Number.NEGATIVE_INFINITY : dayOf(first)
  const to = isOpen(second) ? Number.POSITIVE_INFINITY : dayOf(second)
  if (from > to) throw refuse(400, 'datetime.invalid', 'The interval of datetime ends before it begins.')
  return { from, to }
}
