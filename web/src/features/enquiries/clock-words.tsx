import { useTranslations } from 'use-intl'
import { useFormat } from '../../i18n/use-format.ts'
import { clockOf } from './clock.ts'

/** How long there is to answer, or how long it took. In words: colour only repeats them. */
export function ClockWords({ row, now }: { row: Parameters<typeof clockOf>[0]; now: number }) {
  const t = useTranslations('enquiries.clock')
  const { number } = useFormat()
  const { key, hours } = clockOf(row, now)
  return (
    <span className={`enquiries-clock is-${key}`}>{hours === null ? t(key) : t(key, { hours: number(hours) })}</span>
  )
}
