import { choiceWord, clockInMorocco, faultWords, type Office, type OfficeFreshness } from '@tvl/model'
import { useTranslations } from 'use-intl'
import { isolate } from '../../i18n/format.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { type CellProblem, unusualFactor } from './checks.ts'
import { type Column, columnOf, fieldOf, isEditable } from './columns.ts'
import { contentOf } from './edits.ts'
import type { UnitRow } from './rows.ts'

/** What the cells say, in words and figures of the reader's language. Null: unknown. */
export function useCellWords(today: string) {
  const t = useTranslations('grid')
  const { language, number, day } = useFormat()
  const short = (iso: string) => day(iso, 'short-day')

  const date = (office: Office): string | null => {
    const value = office[fieldOf('date', office) as 'freeFrom']
    if (office.status === 'free' && (value === null || value <= today)) return t('now')
    if (value === null) return null
    switch (office.status) {
      case 'held': {
        const { day: on, time } = clockInMorocco(new Date(value))
        return t('until', { date: time === '23:59' ? short(on) : `${short(on)} ${isolate(time)}` })
      }
      case 'let':
        return t('until', { date: short(value) })
      default:
        return short(value)
    }
  }
  const value = (office: Office, column: Column): string | null => {
    switch (column) {
      case 'name':
        return office.name
      case 'status':
        return choiceWord('office-status', office.status, language)
      case 'fitOut':
        return choiceWord('fit-out', office.fitOut, language)
      case 'date':
        return date(office)
      default: {
        const figure = isEditable(column) ? contentOf(office, column) : null
        return typeof figure === 'number' ? number(figure, { maxDigits: 2 }) : null
      }
    }
  }
  /** A field on its own, as in a list of changes. */
  const content = (office: Office, field: string): string =>
    columnOf(field) === 'date' && field !== fieldOf('date', office)
      ? short(String(contentOf(office, field)).slice(0, 10))
      : (value(office, columnOf(field)) ?? t('unknown'))
  const column = (name: Column): string => t(`column.${name}`)

  const problem = (row: UnitRow, { field, code, limit, text, isAsked }: CellProblem): string => {
    const typed = text ?? value(row.office, columnOf(field)) ?? ''
    if (isAsked) {
      const factor = unusualFactor(limit, contentOf(row.office, field)) ?? 1
      const former = number(Number(limit), { maxDigits: 2 })
      return factor > 1
        ? t('times', { now: typed, before: former, factor: number(factor, { maxDigits: 0 }) })
        : t('part', { now: typed, before: former, factor: number(1 / factor, { maxDigits: 0 }) })
    }
    if (code === 'centimes') return t('centimes', { now: typed })
    const { reason, remedy } = faultWords({ code, field, value: typed, limit }, 'offices', language)
    return `${reason} ${remedy}`
  }
  const age = ({ age: own }: OfficeFreshness): string => (own ? t('days', { days: own.days }) : t('never'))
  return { value, content, column, problem, age, short }
}
export type CellWords = ReturnType<typeof useCellWords>
