import { Cql2Error, excerpt, type Origin } from './errors.ts'

const MS_PER_DAY = 86_400_000
const DATE = /^(\d{4})-(\d{2})-(\d{2})$/
const TIMESTAMP = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2}):(\d{2})(?:\.(\d{1,9}))?Z$/

/** Days since 1970-01-01 of an ISO date, or null if there is no such day. */
export function parseDay(text: string): number | null {
  const parts = DATE.exec(text)
  if (!parts) return null
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])]
  const date = new Date(0)
  date.setUTCFullYear(year, month - 1, day)
  if (date.getUTCFullYear() !== year || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null
  return date.getTime() / MS_PER_DAY
}

/** Milliseconds since 1970-01-01T00:00:00Z (with a fraction for finer seconds) of an RFC 3339 UTC time, or null. */
export function parseInstant(text: string): number | null {
  const parts = TIMESTAMP.exec(text)
  if (!parts) return null
  const day = parseDay(parts[1] ?? '')
  const [hour, minute, second] = [Number(parts[2]), Number(parts[3]), Number(parts[4])]
  if (day === null || hour > 23 || minute > 59 || second > 59) return null
  const fraction = Number(`0.${parts[5] ?? 0}`) * 1000
  return day * MS_PER_DAY + ((hour * 60 + minute) * 60 + second) * 1000 + fraction
}

/** The UTC day that a time in milliseconds falls on. */
export const dayOfInstant = (ms: number): number => Math.floor(ms / MS_PER_DAY)

/**
 * Checks and normalises the text of a DATE, a TIMESTAMP or one end of an INTERVAL; trailing zeros of the fraction go.
 * @throws {Cql2Error} `cql2.temporal`
 */
export function temporalLiteral(
  text: string,
  wanted: 'date' | 'timestamp' | 'either',
  origin: Origin,
): { type: 'date' | 'timestamp'; value: string } {
  if (wanted !== 'timestamp' && parseDay(text) !== null) return { type: 'date', value: text }
  if (wanted !== 'date' && parseInstant(text) !== null) {
    return { type: 'timestamp', value: text.replace(/\.(\d*?)0*Z$/, (_, digits) => (digits ? `.${digits}Z` : 'Z')) }
  }
  const forms = { date: 'YYYY-MM-DD', timestamp: 'YYYY-MM-DDThh:mm:ssZ', either: 'YYYY-MM-DD[Thh:mm:ssZ]' }
  throw new Cql2Error('cql2.temporal', `${excerpt(text)} isn’t an existing time of the form ${forms[wanted]}.`, origin)
}
