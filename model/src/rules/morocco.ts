import { OFFSETS } from './morocco-offsets.ts'

export const TIME_ZONE = 'Africa/Casablanca'

const MINUTE_MS = 60_000
const CHANGES = OFFSETS.map(([from, minutes]) => ({ from: Date.parse(from), minutes }))

/** Minutes by which the clocks in Morocco are ahead of UTC at an instant. */
export function minutesAheadInMorocco(instant: Date): number {
  const at = instant.getTime()
  return (CHANGES.findLast(({ from }) => from <= at) ?? CHANGES[0])?.minutes ?? 0
}

/** What the clocks in Morocco show at an instant, as if it were UTC: for formatters, which then need no time zone. */
export const onMoroccoClock = (instant: Date): Date =>
  new Date(instant.getTime() + minutesAheadInMorocco(instant) * MINUTE_MS)

/** The calendar day in Morocco at an instant, ISO. */
export const dayInMorocco = (instant: Date): string => onMoroccoClock(instant).toISOString().slice(0, 10)

/** Day and time of the clocks in Morocco at an instant: `2027-03-15` and `18:00`. */
export function clockInMorocco(instant: Date): { day: string; time: string } {
  const shown = onMoroccoClock(instant).toISOString()
  return { day: shown.slice(0, 10), time: shown.slice(11, 16) }
}

/**
 * The instant to the minute, UTC, at which the clocks in Morocco show a day and a time. Of an hour that they show twice
 * the first; an hour that they leave out is read by the clock before it. Null for what is no day or no time.
 */
export function instantInMorocco(day: string, time: string): string | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || !/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) return null
  const asUtc = Date.parse(`${day}T${time}:00Z`)
  if (Number.isNaN(asUtc) || !new Date(asUtc).toISOString().startsWith(day)) return null
  const minute = (ms: number) => `${new Date(ms).toISOString().slice(0, 16)}Z`
  for (const ahead of [60, 0]) {
    const instant = asUtc - ahead * MINUTE_MS
    if (minutesAheadInMorocco(new Date(instant)) === ahead) return minute(instant)
  }
  return minute(asUtc)
}
