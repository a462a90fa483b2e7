/**
 * Days as whole numbers since 1970-01-01 in the proleptic Gregorian calendar. Pure integer arithmetic: no `Date`, so no
 * time zone, no daylight saving and no clock can shift a day.
 */

const ISO_DAY = /^(\d{4})-(\d{2})-(\d{2})$/
const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const

export interface CalendarDay {
  year: number
  /** 1–12 */
  month: number
  /** 1–31 */
  day: number
}

/** Number of days of a month (1–12). */
export function daysInMonth(year: number, month: number): number {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  return month === 2 && isLeap ? 29 : (DAYS_IN_MONTH[month - 1] ?? 0)
}

/** Days since 1970-01-01 of a calendar day (Hinnant's days_from_civil: years begin in March, so leap days come last). */
export function dayNumber({ year, month, day }: CalendarDay): number {
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  return era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719_468
}

/** The calendar day of a day number. */
export function calendarDay(epochDay: number): CalendarDay {
  const z = epochDay + 719_468
  const era = Math.floor(z / 146_097)
  const dayOfEra = z - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153)
  const day = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day }
}

/** True for a day that exists, written YYYY-MM-DD. */
export function isIsoDay(text: string): boolean {
  const match = ISO_DAY.exec(text)
  if (!match) return false
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
}

/** Days since 1970-01-01 of an ISO day. Throws a RangeError for anything that is not a day of the calendar. */
export function dayOfIso(iso: string): number {
  if (!isIsoDay(iso)) throw new RangeError(`not a day of the calendar: ${JSON.stringify(iso)}`)
  return dayNumber({ year: Number(iso.slice(0, 4)), month: Number(iso.slice(5, 7)), day: Number(iso.slice(8, 10)) })
}

/** The ISO day of a day number. Throws a RangeError outside the years 0000–9999 or for a fraction. */
export function isoOfDay(epochDay: number): string {
  if (!Number.isInteger(epochDay)) throw new RangeError(`not a whole day: ${epochDay}`)
  const { year, month, day } = calendarDay(epochDay)
  if (year < 0 || year > 9999) throw new RangeError(`outside the years an ISO day can write: ${epochDay}`)
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

/** The ISO day `days` later (earlier if negative). */
export function addDays(iso: string, days: number): string {
  return isoOfDay(dayOfIso(iso) + days)
}

/** The same day of the month `months` later; the month's last day where it has no such day (31 January + 1 month). */
export function addMonths(iso: string, months: number): string {
  const { year, month, day } = calendarDay(dayOfIso(iso))
  const index = year * 12 + (month - 1) + months
  const target = { year: Math.floor(index / 12), month: (((index % 12) + 12) % 12) + 1 }
  return isoOfDay(dayNumber({ ...target, day: Math.min(day, daysInMonth(target.year, target.month)) }))
}

export interface Quarter {
  year: number
  quarter: 1 | 2 | 3 | 4
  /** ISO day on which it begins. */
  startsOn: string
}

/** The calendar quarter `offset` quarters after the one an ISO day lies in. */
export function quarterOf(iso: string, offset = 0): Quarter {
  const { year, month } = calendarDay(dayOfIso(iso))
  const index = year * 4 + Math.floor((month - 1) / 3) + offset
  const quarter = ((((index % 4) + 4) % 4) + 1) as Quarter['quarter']
  const startsOn = isoOfDay(dayNumber({ year: Math.floor(index / 4), month: quarter * 3 - 2, day: 1 }))
  return { year: Math.floor(index / 4), quarter, startsOn }
}
