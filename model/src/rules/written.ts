import type { Language } from '../schema/common.ts'

const NO_BREAK_SPACE = '\u00a0'
const LEFT_TO_RIGHT_ISOLATE = '\u2066'
const FIRST_STRONG_ISOLATE = '\u2068'
const POP_ISOLATE = '\u2069'
const MINUS = '\u2212'

/** BCP 47 tags given to `Intl`: Arabic as written in Morocco, so months are شتنبر and digits are 0–9. */
const LOCALES: Record<Language, string> = { fr: 'fr', ar: 'ar-MA', en: 'en-GB' }

/** Keeps a run with a sign or a Latin unit in its own order inside an Arabic line. */
export const isolateLtr = (text: string) => `${LEFT_TO_RIGHT_ISOLATE}${text}${POP_ISOLATE}`
/** Keeps a name of any script in its own order inside a line of another. */
export const isolate = (text: string) => `${FIRST_STRONG_ISOLATE}${text}${POP_ISOLATE}`

const numberFormats = new Map<string, Intl.NumberFormat>()
const dateFormats = new Map<string, Intl.DateTimeFormat>()

/**
 * Numbers are written one way for the whole product, on screens and in documents: a no-break space between thousands
 * and a decimal comma in French and Arabic, as Moroccan official statistics print them; comma and point in English.
 * `Intl` gives `12.345,5` for Morocco, which a reader of the next document would take for twelve, and an ordinary space
 * lets an Arabic line turn `12 400` into `400 12`.
 */
export function formatNumber(
  language: Language,
  value: number,
  options: { maxDigits?: number; minDigits?: number; sign?: boolean } = {},
): string {
  const { maxDigits = 1, minDigits = 0, sign = false } = options
  const key = `${language === 'en' ? 'en-GB' : 'fr'}|${maxDigits}|${minDigits}|${sign}`
  let format = numberFormats.get(key)
  if (!format) {
    format = new Intl.NumberFormat(language === 'en' ? 'en-GB' : 'fr', {
      maximumFractionDigits: Math.max(maxDigits, minDigits),
      minimumFractionDigits: minDigits,
      signDisplay: sign ? 'exceptZero' : 'auto',
      useGrouping: true,
    })
    numberFormats.set(key, format)
  }
  return format
    .formatToParts(value)
    .map((part) => {
      if (part.type === 'group') return language === 'en' ? ',' : NO_BREAK_SPACE
      return part.type === 'minusSign' ? MINUS : part.value
    })
    .join('')
}

/** `20 %`, `+10 %`; `20%` in English. In Arabic the sign stays where it is read, by an isolate. */
export function formatPercent(language: Language, value: number, options: { sign?: boolean; maxDigits?: number } = {}) {
  const number = formatNumber(language, value, options)
  if (language === 'en') return `${number}%`
  const text = `${number}${NO_BREAK_SPACE}%`
  return language === 'ar' ? isolateLtr(text) : text
}

export type DateStyle = 'day' | 'short-day' | 'month' | 'short-month'

const DATE_OPTIONS: Record<DateStyle, Intl.DateTimeFormatOptions> = {
  day: { day: 'numeric', month: 'long', year: 'numeric' },
  'short-day': { day: 'numeric', month: 'short', year: 'numeric' },
  month: { month: 'long', year: 'numeric' },
  'short-month': { month: 'short', year: 'numeric' },
}

/** An ISO day in words. Days carry no hour: they are read as UTC and written as UTC, so no time zone can move them. */
export function formatDay(language: Language, isoDay: string, style: DateStyle = 'day'): string {
  const key = `${language}|${style}`
  let format = dateFormats.get(key)
  if (!format) {
    format = new Intl.DateTimeFormat(LOCALES[language], { ...DATE_OPTIONS[style], timeZone: 'UTC' })
    dateFormats.set(key, format)
  }
  const text = format.format(new Date(`${isoDay}T00:00:00Z`))
  return language === 'fr' ? text.replace(/^1 /, '1ᵉʳ ') : text
}

/** A date as a source prints it: year, month or day; anything else is the source's own words, kept. */
export function formatAsOf(language: Language, asOf: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(asOf)) return formatDay(language, asOf)
  if (/^\d{4}-\d{2}$/.test(asOf)) return formatDay(language, `${asOf}-01`, 'month')
  return isolate(asOf)
}

export type Units = 'metric' | 'imperial'

const SQUARE_FEET_PER_M2 = 10.763_910_416_709_722
const MILES_PER_KM = 0.621_371_192_237_334

const UNIT_WORDS: Record<Language, { km: string; mi: string; m2: string; ft2: string; m: string; ha: string }> = {
  fr: { km: 'km', mi: 'mi', m2: 'm²', ft2: 'pi²', m: 'm', ha: 'ha' },
  ar: { km: 'كلم', mi: 'ميل', m2: 'م²', ft2: 'قدم²', m: 'م', ha: 'هكتار' },
  en: { km: 'km', mi: 'mi', m2: 'm²', ft2: 'sq ft', m: 'm', ha: 'ha' },
}

export const unitWords = (language: Language) => UNIT_WORDS[language]

/** `km` in, kilometres or miles out. */
export function formatDistance(language: Language, km: number, units: Units = 'metric'): string {
  const value = units === 'imperial' ? km * MILES_PER_KM : km
  const word = units === 'imperial' ? UNIT_WORDS[language].mi : UNIT_WORDS[language].km
  return `${formatNumber(language, value, { maxDigits: value < 100 ? 1 : 0 })}${NO_BREAK_SPACE}${word}`
}

/** `m2` in, square metres or square feet out. */
export function formatArea(language: Language, m2: number, units: Units = 'metric'): string {
  const value = units === 'imperial' ? m2 * SQUARE_FEET_PER_M2 : m2
  const word = units === 'imperial' ? UNIT_WORDS[language].ft2 : UNIT_WORDS[language].m2
  return `${formatNumber(language, value, { maxDigits: 0 })}${NO_BREAK_SPACE}${word}`
}

/** Words of a list, as the language joins them. */
export const formatList = (
  language: Language,
  items: readonly string[],
  type: 'conjunction' | 'disjunction' | 'unit' = 'conjunction',
) => new Intl.ListFormat(LOCALES[language], { type }).format(items)
