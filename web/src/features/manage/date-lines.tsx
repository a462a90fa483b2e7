import { addDays, type Office, YEARS } from '@tvl/model'
import { useId } from 'react'
import { useTranslations } from 'use-intl'
import { useFormat } from '../../i18n/use-format.ts'
import { Line } from './line.tsx'
import type { UnitDraft, UnitField } from './unit-draft.ts'

interface DateLinesProps {
  draft: UnitDraft
  /** as the draft reads */
  office: Office
  unreadable: readonly UnitField[]
  today: string
  onEdit: (part: Partial<UnitDraft>) => void
}

/** Hold ends at hand, in days from today. */
const HOLD_DAYS = [7, 30, 90] as const

/** The dates that belong to the unit's state. */
export function DateLines({ draft, office, unreadable, today, onEdit }: DateLinesProps) {
  const t = useTranslations('manage')
  const format = useFormat()
  const day = (iso: string | null) => iso && format.day(iso)
  const wrongDay = (field: UnitField) =>
    unreadable.includes(field) ? t('unit.dayWrong', { first: String(YEARS.first), last: String(YEARS.last) }) : null
  return (
    <>
      {draft.status === 'held' && (
        <Hold
          draft={draft}
          office={office}
          isUnreadable={unreadable.includes('holdEndsAt')}
          today={today}
          onEdit={onEdit}
        />
      )}
      {draft.status === 'let' && (
        <Line
          part="dates"
          label={t('field.leaseEndsOn')}
          value={day(office.leaseEndsOn)}
          isDone={office.leaseEndsOn !== null}
          wrong={wrongDay('leaseEndsOn')}
        >
          <DayField
            label={t('field.leaseEndsOn')}
            value={draft.leaseEndsOn}
            min={today}
            onChange={(leaseEndsOn) => onEdit({ leaseEndsOn })}
          />
        </Line>
      )}
      {draft.status === 'under-construction' && (
        <Line
          part="dates"
          label={t('field.deliversOn')}
          value={day(office.deliversOn)}
          isDone={office.deliversOn !== null}
          wrong={wrongDay('deliversOn')}
        >
          <DayField
            label={t('field.deliversOn')}
            value={draft.deliversOn}
            min={today}
            onChange={(deliversOn) => onEdit({ deliversOn })}
          />
        </Line>
      )}
      {(draft.status === 'free' || draft.status === 'held') && (
        <Line
          label={t('field.freeFrom')}
          value={
            office.freeFrom === null ? t(draft.status === 'free' ? 'unit.now' : 'unit.afterHold') : day(office.freeFrom)
          }
          wrong={wrongDay('freeFrom')}
        >
          <DayField label={t('field.freeFrom')} value={draft.freeFrom} onChange={(freeFrom) => onEdit({ freeFrom })} />
          {draft.freeFrom !== '' && (
            <button type="button" className="btn" onClick={() => onEdit({ freeFrom: '' })}>
              {t(draft.status === 'free' ? 'unit.now' : 'unit.afterHold')}
            </button>
          )}
        </Line>
      )}
    </>
  )
}

interface DayFieldProps {
  label: string
  value: string
  min?: string
  onChange: (day: string) => void
}

function DayField({ label, value, min, onChange }: DayFieldProps) {
  const id = useId()
  return (
    <p className="unit-field">
      <label htmlFor={id}>{label}</label>
      <input id={id} type="date" value={value} min={min} onChange={(event) => onChange(event.target.value)} />
    </p>
  )
}

interface HoldProps extends Pick<DateLinesProps, 'draft' | 'office' | 'today' | 'onEdit'> {
  isUnreadable: boolean
}

/** Until when a unit is held, to the minute by the clocks in Morocco. */
function Hold({ draft, office, isUnreadable, today, onEdit }: HoldProps) {
  const t = useTranslations('manage')
  const format = useFormat()
  const id = useId()
  const value =
    office.holdEndsAt === null ? null : t('unit.until', { instant: format.instant(new Date(office.holdEndsAt)) })
  return (
    <Line
      part="dates"
      label={t('unit.held', { count: office.seats })}
      value={value}
      isDone={office.holdEndsAt !== null}
      wrong={isUnreadable ? t('unit.holdWrong') : null}
    >
      <DayField
        label={t('unit.holdDay')}
        value={draft.holdDay}
        min={today}
        onChange={(holdDay) => onEdit({ holdDay })}
      />
      <p className="unit-field">
        <label htmlFor={id}>{t('unit.holdTime')}</label>
        <input
          id={id}
          type="time"
          value={draft.holdTime}
          onChange={(event) => onEdit({ holdTime: event.target.value })}
        />
      </p>
      <div className="unit-quick">
        {HOLD_DAYS.map((days) => (
          <button
            key={days}
            type="button"
            aria-pressed={draft.holdDay === addDays(today, days)}
            onClick={() => onEdit({ holdDay: addDays(today, days) })}
          >
            {t('unit.days', { count: days })}
          </button>
        ))}
      </div>
    </Line>
  )
}
