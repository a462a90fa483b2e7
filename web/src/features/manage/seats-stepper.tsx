import { useId, useState } from 'react'
import { useTranslations } from 'use-intl'
import { useFormat } from '../../i18n/use-format.ts'
import { Icon } from '../../ui/icon.tsx'

interface SeatsStepperProps {
  /** as typed */
  value: string
  published: number
  /** when the editing began: the values at hand do not move under the thumb */
  start: number
  isUnreadable: boolean
  onChange: (value: string) => void
}

/** By how many seats a press goes: tens where there are hundreds. */
const stepOf = (seats: number) => (seats >= 100 ? 10 : seats >= 20 ? 5 : 1)

/** What a unit is often cut to, and what it was. */
function quickValues(seats: number): number[] {
  const step = stepOf(seats)
  const shares = [0.5, 0.75].map((share) => Math.max(1, Math.round((seats * share) / step) * step))
  return [...new Set([...shares, seats])].sort((a, b) => a - b)
}

/** Seats by − and +, by values at hand, or typed. */
export function SeatsStepper({ value, published, start, isUnreadable, onChange }: SeatsStepperProps) {
  const t = useTranslations('manage.unit')
  const format = useFormat()
  const id = useId()
  const step = stepOf(start)
  const seats = Number(value)
  const quick = quickValues(start)
  const isOther = isUnreadable || !quick.includes(seats)
  const [isTyping, setIsTyping] = useState(isUnreadable)
  const to = (next: number) => onChange(String(Math.max(1, next)))
  return (
    <section className="unit-seats" aria-labelledby={id}>
      <h2 id={id} className="unit-label">
        {t('seats')}
      </h2>
      <div className="unit-step">
        <button
          type="button"
          aria-label={t('fewer', { count: step })}
          disabled={!isUnreadable && seats <= 1}
          onClick={() => to((Math.ceil((seats || 1) / step) - 1) * step)}
        >
          <Icon name="minus" />
        </button>
        <p className="unit-figure">
          {seats !== published && (
            <s>
              <span className="sr">{t('was')}</span> {format.number(published)}
            </s>
          )}
          <output aria-live="polite" aria-label={t('seats')}>
            {isUnreadable ? '?' : format.number(seats)}
          </output>
        </p>
        <button
          type="button"
          aria-label={t('more', { count: step })}
          onClick={() => to((Math.floor((seats || 0) / step) + 1) * step)}
        >
          <Icon name="plus" />
        </button>
      </div>
      <div className="unit-quick">
        {quick.map((each) => (
          <button
            key={each}
            type="button"
            aria-pressed={!isTyping && each === seats}
            onClick={() => {
              setIsTyping(false)
              to(each)
            }}
          >
            {format.number(each)}
          </button>
        ))}
        <button
          type="button"
          aria-pressed={isTyping || isOther}
          aria-expanded={isTyping}
          onClick={() => setIsTyping(!isTyping)}
        >
          {t('other')}
        </button>
      </div>
      {isTyping && (
        <p className="unit-typed">
          <label htmlFor={`${id}-typed`}>{t('typeSeats')}</label>
          <input
            id={`${id}-typed`}
            inputMode="numeric"
            autoComplete="off"
            maxLength={6}
            value={value}
            aria-invalid={isUnreadable}
            aria-describedby={isUnreadable ? `${id}-wrong` : undefined}
            onChange={(event) => onChange(event.target.value)}
          />
          {isUnreadable && (
            <span id={`${id}-wrong`} className="unit-wrong">
              {t('seatsWrong')}
            </span>
          )}
        </p>
      )}
    </section>
  )
}
