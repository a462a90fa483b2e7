import { useId } from 'react'
import { useTranslations } from 'use-intl'
import { useFormat } from '../../i18n/use-format.ts'
import { useApp } from '../../state/store.ts'
import { seriesDays } from './quarter-series.ts'

interface DayChoiceProps {
  today: string
  /** the day shown */
  on: string
  /** the day the need asks for; null = none */
  asked: string | null
}

/** The day for which the floors are shown: today, the first day of a quarter to come, or the need's own day. */
export function DayChoice({ today, on, asked }: DayChoiceProps) {
  const t = useTranslations('zone.inventory')
  const format = useFormat()
  const id = useId()
  const { setParam } = useApp.getState()
  const days = [...new Set([...seriesDays(today).map((quarter) => quarter.on), ...(asked ? [asked] : []), on])].sort()
  const initial = asked ?? today
  const name = (day: string) => {
    const date = format.day(day, 'short-day')
    return day === today ? t('today', { date }) : day === asked ? t('asked', { date }) : date
  }
  return (
    <span className="day-choice">
      <label htmlFor={id}>{t('on')}</label>
      <select
        id={id}
        value={on}
        onChange={(event) => setParam('on', event.target.value === initial ? null : event.target.value)}
      >
        {days.map((day) => (
          <option key={day} value={day}>
            {name(day)}
          </option>
        ))}
      </select>
    </span>
  )
}
