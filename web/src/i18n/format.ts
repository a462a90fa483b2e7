import type { Language } from '@tvl/model'
import { LOCALES } from './languages.ts'

export {
  type DateStyle,
  formatArea,
  formatAsOf,
  formatDay,
  formatDistance,
  formatList,
  formatNumber,
  formatPercent,
  isolate,
  isolateLtr,
  type Units,
  unitWords,
} from '@tvl/model'

const NO_BREAK_SPACE = '\u00a0'

const dateFormats = new Map<string, Intl.DateTimeFormat>()

const INSTANT_OPTIONS: Intl.DateTimeFormatOptions = {
  weekday: 'short',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
  timeZone: 'Africa/Casablanca',
}

/** An instant by the clocks in Morocco: « lun. 15 mars 2027, 18 h 00 », and with `time` alone « 18 h 00 ». */
export function formatInstant(language: Language, instant: Date, style: 'full' | 'time' = 'full'): string {
  const key = `${language}|instant`
  let format = dateFormats.get(key)
  if (!format) {
    format = new Intl.DateTimeFormat(LOCALES[language], INSTANT_OPTIONS)
    dateFormats.set(key, format)
  }
  const parts = new Map(format.formatToParts(instant).map(({ type, value }) => [type, value]))
  const of = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? ''
  const minutes = of('minute').padStart(2, '0')
  const hours = of('hour').padStart(2, '0')
  const time = language === 'fr' ? `${hours}${NO_BREAK_SPACE}h${NO_BREAK_SPACE}${minutes}` : `${hours}:${minutes}`
  if (style === 'time') return time
  const day = `${of('weekday')} ${of('day')} ${of('month')} ${of('year')}`
  return `${language === 'fr' ? day.replace(/ 1 /, ' 1ᵉʳ ') : day}${language === 'ar' ? '،' : ','} ${time}`
}
