import { type CalendarDay, dayNumber, daysInMonth, isoOfDay } from '../days.ts'
import { clockInMorocco, instantInMorocco } from '../morocco.ts'
import { foldText } from '../names.ts'
import { MONTHS, OTHER_MONTHS, SHORT_MONTHS } from '../need/parse/months.ts'
import { type Cell, isDateCell } from './cell.ts'

/** Day 0 of the two calendars of spreadsheets, as days since 1970-01-01. */
const EPOCH_1900 = -25_569
const EPOCH_1904 = -24_107
/** 1950 to 2200 as days of a spreadsheet: outside of it a number is no date. */
const SERIALS = { first: 18_264, last: 109_575 }

/** A wall time in Morocco; without a time, a day. */
export interface WallTime {
  /** ISO day */
  day: string
  /** `HH:MM`; null when only the day is said. */
  time: string | null
}

export type Reading<T> = { value: T } | { code: 'date.unreadable' | 'date.unreal' }

const folded = (text: string): string => foldText(text).text.replace(/[.,]/g, '').trim()
const MONTH_OF = new Map<string, number>()
for (const names of [MONTHS.fr, MONTHS.en, MONTHS.ar])
  names.forEach((name, i) => void MONTH_OF.set(folded(name), i + 1))
for (const lists of [OTHER_MONTHS, SHORT_MONTHS]) {
  lists.forEach((names, i) => {
    for (const name of names) MONTH_OF.set(folded(name), i + 1)
  })
}

const TIME = /[\s,t]+(?:a\s+|at\s+|@\s*)?(\d{1,2})\s*[:h]\s*(\d{2})?(?::\d{2}(?:\.\d+)?)?$/
const YEAR_FIRST = /^(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})$/
const DAY_FIRST = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})$/
const DAY_NAMED = /^(\d{1,2})(?:er|st|nd|rd|th)?[-/. ]+(\p{L}+(?: \p{L}+)?)[-/., ]+(\d{4}|\d{2})$/u
const MONTH_NAMED = /^(\p{L}+)[-/. ]+(\d{1,2})(?:st|nd|rd|th)?[-/., ]+(\d{4})$/u

/**
 * A date as a spreadsheet or a person writes it. Day before month, as Morocco writes in all its languages; ISO; months
 * by name in three languages; the number of days of either spreadsheet calendar.
 */
export function readWallTime(cell: Cell, is1904 = false): Reading<WallTime> {
  if (isDateCell(cell)) {
    const time = cell.d.slice(11, 16)
    return { value: { day: cell.d.slice(0, 10), time: time === '00:00' || time === '' ? null : time } }
  }
  if (typeof cell === 'number') return ofSerial(cell, is1904)
  if (typeof cell !== 'string') return { code: 'date.unreadable' }
  const text = foldText(cell).text.trim()
  if (/^\d{5}$/.test(text)) return ofSerial(Number(text), is1904)
  const time = TIME.exec(text)
  const day = readDay(time ? text.slice(0, time.index) : text)
  if ('code' in day || !time) return 'code' in day ? day : { value: { day: day.value, time: null } }
  const [hour, minute] = [Number(time[1]), Number(time[2] ?? 0)]
  if (hour > 23 || minute > 59) return { code: 'date.unreal' }
  return { value: { day: day.value, time: `${two(hour)}:${two(minute)}` } }
}

function ofSerial(serial: number, is1904: boolean): Reading<WallTime> {
  if (!(serial >= SERIALS.first && serial <= SERIALS.last)) return { code: 'date.unreadable' }
  const minutes = Math.round(serial * 1440)
  const day = Math.floor(minutes / 1440)
  const rest = minutes - day * 1440
  const time = rest === 0 ? null : `${two(Math.floor(rest / 60))}:${two(rest % 60)}`
  return { value: { day: isoOfDay(day + (is1904 ? EPOCH_1904 : EPOCH_1900)), time } }
}

function readDay(text: string): Reading<string> {
  const numbers = YEAR_FIRST.exec(text)
  if (numbers) return ofParts(numbers[1], Number(numbers[2]), numbers[3])
  const dayFirst = DAY_FIRST.exec(text)
  if (dayFirst) return ofParts(dayFirst[3], Number(dayFirst[2]), dayFirst[1])
  const named = DAY_NAMED.exec(text)
  const month = named && MONTH_OF.get(folded(named[2] ?? ''))
  if (named && month) return ofParts(named[3], month, named[1])
  const american = MONTH_NAMED.exec(text)
  const first = american && MONTH_OF.get(folded(american[1] ?? ''))
  if (american && first) return ofParts(american[3], first, american[2])
  return { code: 'date.unreadable' }
}

function ofParts(yearText: string | undefined, month: number, dayText: string | undefined): Reading<string> {
  const written = Number(yearText)
  const parts: CalendarDay = { year: yearText?.length === 2 ? 2000 + written : written, month, day: Number(dayText) }
  if (month < 1 || month > 12 || parts.day < 1 || parts.day > daysInMonth(parts.year, month))
    return { code: 'date.unreal' }
  return { value: isoOfDay(dayNumber(parts)) }
}

const two = (number: number): string => String(number).padStart(2, '0')

const ISO_INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})$/

/** An instant to the minute, UTC. A day alone lasts to its end; a time without a zone is Morocco’s. */
export function readInstant(cell: Cell, is1904 = false): Reading<string> {
  if (typeof cell === 'string' && ISO_INSTANT.test(cell.trim())) {
    const at = new Date(cell.trim())
    return Number.isNaN(at.getTime()) ? { code: 'date.unreal' } : { value: minuteOf(at) }
  }
  const wall = readWallTime(cell, is1904)
  if ('code' in wall) return wall
  const instant = instantInMorocco(wall.value.day, wall.value.time ?? '23:59')
  return instant ? { value: instant } : { code: 'date.unreal' }
}

const minuteOf = (at: Date): string => `${at.toISOString().slice(0, 16)}Z`

/** The wall time in Morocco of an instant, `YYYY-MM-DDTHH:MM`. */
export function wallTimeInMorocco(instant: string): string {
  const { day, time } = clockInMorocco(new Date(instant))
  return `${day}T${time}`
}
