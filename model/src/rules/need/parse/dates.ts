import { addDays, addMonths, dayNumber, daysInMonth, isIsoDay, isoOfDay } from '../../days.ts'
import { foldText } from '../../names.ts'
import { AFTER, BY, END, MID, NEXT, READY, START } from './date-words.ts'
import { MONTHS, OTHER_MONTHS, SHORT_MONTHS } from './months.ts'
import { any, BEFORE, QUANTITY, rule, wholeBetween } from './pattern.ts'
import { ask, claim, refuse, type Scan } from './scan.ts'

const OF = '[\\s,/]*(?:(?:de|of|من|سنه|عام|لسنه)\\s+)?'
const YEAR = '(20\\d{2})(?!\\d)'
/**
 * What may stand before a date, up to it: a word for « after », words for « free », prepositions, and the part of the
 * period. Read backwards from the date, so that the long lists are compiled once and not with every kind of date.
 */
const LEAD = new RegExp(
  `(${any(...AFTER)}[\\s']*)?(?:${any(...READY)}[\\s']*)*((?:${any(...BY)}[\\s']*)*)(${any(...START, ...MID, ...END)}[\\s'\\-]*)?$`,
)
/** Longest lead that is looked at, characters. */
const LEAD_LENGTH = 64
const EXACTLY_END = rule('^', any(...END))
const EXACTLY_MID = rule('^', any(...MID))

const MONTH_OF = new Map<string, number>()
const FULL: string[] = []
const SHORT: string[] = []
for (let month = 0; month < 12; month++) {
  for (const name of [MONTHS.fr[month], MONTHS.en[month], MONTHS.ar[month], ...(OTHER_MONTHS[month] ?? [])]) {
    if (name === undefined) continue
    MONTH_OF.set(foldText(name).text, month + 1)
    FULL.push(name)
  }
  for (const name of SHORT_MONTHS[month] ?? []) {
    MONTH_OF.set(foldText(name).text, month + 1)
    SHORT.push(name)
  }
}
const MONTH = `(${any(...FULL, ...SHORT)})\\.?`
/** Words that are also months: May may, « sept », آب (father). */
const AMBIGUOUS = new Set([...SHORT, 'may', 'آب', 'mars', 'march', 'ماي'].map((name) => foldText(name).text))

function monthOf(text: string | undefined): number | null {
  if (text === undefined) return null
  const name = text.replaceAll(/[\s'-]+/g, ' ')
  const exact = MONTH_OF.get(name)
  if (exact !== undefined) return exact
  // Arabic writes its particles onto the month.
  for (const [known, month] of MONTH_OF) if (known.length >= 2 && name.endsWith(known)) return month
  return null
}

const firstOf = (year: number, month: number): string => isoOfDay(dayNumber({ year, month, day: 1 }))
const lastOf = (year: number, month: number): string =>
  isoOfDay(dayNumber({ year, month, day: daysInMonth(year, month) }))

function dayOf(year: number, month: number, day: number): string | null {
  const iso = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  return isIsoDay(iso) ? iso : null
}

/** The day meant by a period: its first, its middle or its last, as the word before it says. */
function within(part: string, first: string, last: string, middle: string): string {
  if (part.search(EXACTLY_END) === 0) return last
  return part.search(EXACTLY_MID) === 0 ? middle : first
}

const ISO = rule('(?<!\\d)(\\d{4}-\\d{2}-\\d{2})(?!\\d)')
const NUMERIC = rule('(?<!\\d)(\\d{1,2})[/.\\-](\\d{1,2})[/.\\-]', YEAR)
const MONTH_YEAR = rule('(?<![\\d/])(\\d{1,2})/', YEAR)
const QUARTER_NAMES = [
  ['1er trimestre', 'premier trimestre', 'first quarter', '1st quarter', 'الربع الأول', 'الفصل الأول'],
  [
    '2e trimestre',
    '2ème trimestre',
    'deuxième trimestre',
    'second quarter',
    '2nd quarter',
    'الربع الثاني',
    'الفصل الثاني',
  ],
  [
    '3e trimestre',
    '3ème trimestre',
    'troisième trimestre',
    'third quarter',
    '3rd quarter',
    'الربع الثالث',
    'الفصل الثالث',
  ],
  [
    '4e trimestre',
    '4ème trimestre',
    'quatrième trimestre',
    'fourth quarter',
    '4th quarter',
    'الربع الرابع',
    'الفصل الرابع',
  ],
] as const
const NAMED_QUARTERS = QUARTER_NAMES.map((names) => `(${any(...names)})`).join('|')
const QUARTER = rule(`${BEFORE}[tq]\\s?([1-4])(?!\\d)`, OF, `(?:${YEAR})?`)
const YEAR_QUARTER = rule(YEAR, '[\\s\\-]*[tq]([1-4])(?![\\d])')
const NAMED_QUARTER = rule(`(?:${NAMED_QUARTERS})`, OF, `(?:${YEAR})?`)
const DAY_MONTH = rule(
  '(?<!\\d)(\\d{1,2})(?:\\s*(?:er|st|nd|rd|th))?\\s*(?:(?:of|de|من)\\s+)?',
  MONTH,
  OF,
  `(?:${YEAR})?`,
)
const MONTH_DAY = rule(MONTH, '\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+', YEAR)
const MONTH_ONLY = rule(`(${any(...NEXT)}\\s+)?`, MONTH, `(?:\\s+(${any(...NEXT)}))?`, OF, `(?:${YEAR})?`)
const YEAR_ONLY = rule(`(?:${any('سنة', 'عام', 'l année', 'year')}\\s+)?`, '(?<!\\d)', YEAR, '(?!\\s*(?:m2|dh|mad|km))')
const NEXT_YEAR = rule(
  any(
    'l année prochaine',
    'l an prochain',
    'next year',
    'العام المقبل',
    'السنة المقبلة',
    'العام القادم',
    'السنة القادمة',
  ),
)
const THIS_YEAR = rule(
  any('l année', 'cette année', 'de l année', 'the year', 'this year', 'السنة', 'السنة الجارية', 'العام الجاري'),
)
const NOW = rule(
  any(
    'immédiatement',
    'tout de suite',
    'maintenant',
    'aujourd hui',
    'dès maintenant',
    'dès aujourd hui',
    'now',
    'today',
    'immediately',
    'right away',
    'asap',
    'الآن',
    'اليوم',
    'فورا',
    'حالا',
    'على الفور',
  ),
)
const RELATIVE = rule(
  `${any('dans', 'd ici', 'sous', 'in', 'within', 'خلال', 'بعد', 'في غضون', 'في ظرف', 'dans les', 'in the next', 'within the next')}[\\s']*`,
  `(?:${QUANTITY}\\s*(?:(${any('jour', 'jours', 'day', 'days', 'يوم', 'يوما', 'أيام')})|(${any('semaine', 'semaines', 'week', 'weeks', 'أسبوع', 'أسبوعا', 'أسابيع')})|(${any('mois', 'month', 'months', 'شهر', 'شهرا', 'أشهر', 'شهور')})|(${any('an', 'ans', 'année', 'années', 'year', 'years', 'سنة', 'سنوات', 'عام', 'أعوام')}))`,
  `|(${any('يومين')})|(${any('أسبوعين')})|(${any('شهرين')})|(${any('سنتين', 'عامين')})|(${any('شهر')})|(${any('سنة', 'عام')}))`,
)

function relative(match: readonly (string | undefined)[], today: string): string | null {
  const [count, days, weeks, months, years, twoDays, twoWeeks, twoMonths, twoYears, oneMonth, oneYear] = match
  if (twoDays) return addDays(today, 2)
  if (twoWeeks) return addDays(today, 14)
  if (twoMonths) return addMonths(today, 2)
  if (twoYears) return addMonths(today, 24)
  if (oneMonth) return addMonths(today, 1)
  if (oneYear) return addMonths(today, 12)
  const value = wholeBetween(count, 1, 400)
  if (value === null) return null
  if (days) return addDays(today, value)
  if (weeks) return addDays(today, value * 7)
  if (months) return addMonths(today, value)
  return years && value <= 50 ? addMonths(today, value * 12) : null
}

/** A quarter or a month without a year is the next one to begin on or after today. */
function nextStart(month: number, today: string): string {
  const year = Number(today.slice(0, 4))
  const start = firstOf(year, month)
  return start >= today ? start : firstOf(year + 1, month)
}

function quarterDay(part: string, quarter: number, year: string | undefined, today: string): string {
  const first = year === undefined ? nextStart(quarter * 3 - 2, today) : firstOf(Number(year), quarter * 3 - 2)
  const firstYear = Number(first.slice(0, 4))
  return within(part, first, lastOf(firstYear, quarter * 3), `${firstOf(firstYear, quarter * 3 - 1).slice(0, 8)}15`)
}

/**
 * « avant septembre 2027 », « T3 2027 », « in 6 months », 15/09/2027. A period means its first day: offices free by then
 * serve whatever day of it was meant. « après … » is nothing a need can ask, and is left aside.
 */
export function readDates(scan: Scan, today: string): void {
  const read = (
    pattern: RegExp,
    day: (part: string, by: string, groups: readonly (string | undefined)[]) => string | 'refused' | 'now' | null,
  ) => {
    for (const match of scan.text.matchAll(pattern)) {
      const before = scan.text.slice(Math.max(0, match.index - LEAD_LENGTH), match.index)
      const [lead = '', after, by = '', part = ''] = LEAD.exec(before) ?? []
      const [, ...groups] = match
      const iso = day(part, by, groups)
      if (iso === null) continue
      const [start, end] = [match.index - lead.length, match.index + match[0].length]
      if (iso === 'refused' || after !== undefined) refuse(scan, start, end)
      else if (ask(scan, 'availableBy', iso === 'now' ? null : iso)) claim(scan, start, end, 'availableBy')
    }
  }
  read(NOW, () => 'now')
  read(RELATIVE, (_part, _by, groups) => relative(groups, today))
  read(ISO, (_part, _by, [iso = '']) => (isIsoDay(iso) ? iso : null))
  read(NUMERIC, (_part, _by, [day, month, year]) => dayOf(Number(year), Number(month), Number(day)))
  read(MONTH_YEAR, (part, _by, [month, year]) => {
    const first = dayOf(Number(year), Number(month), 1)
    return first && within(part, first, lastOf(Number(year), Number(month)), `${first.slice(0, 8)}15`)
  })
  read(QUARTER, (part, _by, [quarter, year]) => quarterDay(part, Number(quarter), year, today))
  read(YEAR_QUARTER, (part, _by, [year, quarter]) => quarterDay(part, Number(quarter), year, today))
  read(NAMED_QUARTER, (part, _by, [q1, q2, q3, q4, year]) =>
    quarterDay(part, [q1, q2, q3, q4].findIndex((name) => name !== undefined) + 1, year, today),
  )
  read(MONTH_DAY, (_part, _by, [month, day, year]) => dayOf(Number(year), monthOf(month) ?? 0, Number(day)))
  read(DAY_MONTH, (_part, _by, [day, name, year]) => {
    const month = monthOf(name)
    if (month === null) return null
    // The 31st of February is no day, and not all of February either.
    if (Number(day) < 1 || Number(day) > daysInMonth(2028, month)) return 'refused'
    if (year !== undefined) return dayOf(Number(year), month, Number(day)) ?? 'refused'
    const thisYear = Number(today.slice(0, 4))
    const next = dayOf(thisYear, month, Number(day))
    return next !== null && next >= today ? next : dayOf(thisYear + 1, month, Number(day))
  })
  read(MONTH_ONLY, (part, by, [nextBefore, name = '', nextAfter, year]) => {
    const month = monthOf(name)
    const isSure = by !== '' || part !== '' || nextBefore !== undefined || nextAfter !== undefined || year !== undefined
    if (month === null || (!isSure && AMBIGUOUS.has(name))) return null
    const first = year === undefined ? nextStart(month, today) : firstOf(Number(year), month)
    return within(part, first, lastOf(Number(first.slice(0, 4)), month), `${first.slice(0, 8)}15`)
  })
  read(NEXT_YEAR, (part) => {
    const year = Number(today.slice(0, 4)) + 1
    return within(part, firstOf(year, 1), lastOf(year, 12), firstOf(year, 7))
  })
  read(THIS_YEAR, (part) => {
    const year = Number(today.slice(0, 4))
    return part === '' ? null : within(part, firstOf(year, 1), lastOf(year, 12), firstOf(year, 7))
  })
  read(YEAR_ONLY, (part, by, [year]) => {
    if (by === '' && part === '') return null
    return within(part, firstOf(Number(year), 1), lastOf(Number(year), 12), firstOf(Number(year), 7))
  })
}
