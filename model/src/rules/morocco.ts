export const TIME_ZONE = 'Africa/Casablanca'

// By the zone's own data and never a fixed offset: Morocco changes its offset around Ramadan.
const dayFormat = new Intl.DateTimeFormat('en-CA', {
  timeZone: TIME_ZONE,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
})

/** The calendar day in Morocco at an instant, ISO. */
export function dayInMorocco(instant: Date): string {
  return dayFormat.format(instant)
}

const clockFormat = new Intl.DateTimeFormat('en-CA', {
  timeZone: TIME_ZONE,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})

/** Day and time of the clocks in Morocco at an instant: `2027-03-15` and `18:00`. */
export function clockInMorocco(instant: Date): { day: string; time: string } {
  const parts = new Map(clockFormat.formatToParts(instant).map(({ type, value }) => [type, value]))
  const of = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? ''
  return { day: `${of('year')}-${of('month')}-${of('day')}`, time: `${of('hour')}:${of('minute')}` }
}

const MINUTE_MS = 60_000
const HOUR_MINUTES = 60

/**
 * The instant to the minute, UTC, at which the clocks in Morocco show a day and a time. Of an hour that they show twice
 * the first; an hour that they leave out is read by the clock before it. Null for what is no day or no time.
 */
export function instantInMorocco(day: string, time: string): string | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || !/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) return null
  const asUtc = Date.parse(`${day}T${time}:00Z`)
  if (Number.isNaN(asUtc) || !new Date(asUtc).toISOString().startsWith(day)) return null
  // Morocco is at UTC or an hour ahead of it, as its own data say for the day.
  for (const ahead of [HOUR_MINUTES, 0]) {
    const instant = new Date(asUtc - ahead * MINUTE_MS)
    const clock = clockInMorocco(instant)
    if (clock.day === day && clock.time === time) return `${instant.toISOString().slice(0, 16)}Z`
  }
  return `${new Date(asUtc).toISOString().slice(0, 16)}Z`
}
