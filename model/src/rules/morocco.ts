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
