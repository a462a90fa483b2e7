import { useQuery, useQueryClient } from '@tanstack/react-query'
import { type AlertThreshold, THRESHOLD_UNITS } from '@tvl/model'
import { type FormEvent, useId, useState } from 'react'
import { useTranslations } from 'use-intl'
import { type AlertSettings, alertSettingsQuery, alertsQuery, setAlertSettings } from '../../api/alerts.ts'
import { DataState } from '../../ui/data-state.tsx'

type Unit = keyof AlertThreshold
const MOST: Readonly<Record<Unit, number>> = { points: 100, costPct: 1000, seatsPct: 1000, days: 3650 }

/** From what on one is told, and whether by letter. */
export function Settings() {
  const t = useTranslations('alerts.settings')
  const { data, error, dataUpdatedAt, refetch } = useQuery(alertSettingsQuery)
  return (
    <section className="alerts-part">
      <h2>{t('title')}</h2>
      <DataState error={error} isEmpty={!data} readAt={dataUpdatedAt} onRetry={() => void refetch()} />
      {data && <Form settings={data} />}
    </section>
  )
}

function Form({ settings }: { settings: AlertSettings }) {
  const t = useTranslations('alerts.settings')
  const queries = useQueryClient()
  const id = useId()
  const [typed, setTyped] = useState<Record<Unit, string>>(() => ({
    points: String(settings.points),
    costPct: String(settings.costPct),
    seatsPct: String(settings.seatsPct),
    days: String(settings.days),
  }))
  const [isMailed, setIsMailed] = useState(settings.isMailed)
  const [state, setState] = useState<'idle' | 'sending' | 'saved' | 'failed'>('idle')
  const read = (unit: Unit): number | null => {
    // As people write it here: a comma for the decimals.
    const value = Number(typed[unit].replace(',', '.'))
    const isRight = typed[unit].trim() !== '' && value >= 0 && value <= MOST[unit]
    return isRight && (unit !== 'days' || Number.isInteger(value)) ? value : null
  }
  const faults = THRESHOLD_UNITS.filter((unit) => read(unit) === null)
  const save = async (event: FormEvent) => {
    event.preventDefault()
    const [points, costPct, seatsPct, days] = THRESHOLD_UNITS.map(read)
    if (points == null || costPct == null || seatsPct == null || days == null) {
      document.getElementById(`${id}${faults[0]}`)?.focus()
      return
    }
    setState('sending')
    try {
      const saved = await setAlertSettings({ points, costPct, seatsPct, days, isMailed })
      queries.setQueryData(alertSettingsQuery.queryKey, saved)
      await queries.invalidateQueries({ queryKey: alertsQuery.queryKey })
      setState('saved')
    } catch {
      setState('failed')
    }
  }
  return (
    <form className="alerts-form" noValidate onSubmit={(event) => void save(event)}>
      <p>{t('from')}</p>
      {THRESHOLD_UNITS.map((unit) => (
        <p key={unit} className="alerts-field">
          <label htmlFor={`${id}${unit}`}>{t(unit)}</label>
          <input
            id={`${id}${unit}`}
            inputMode="decimal"
            dir="ltr"
            value={typed[unit]}
            aria-invalid={faults.includes(unit)}
            aria-describedby={faults.includes(unit) ? `${id}${unit}fault` : undefined}
            onChange={({ target }) => {
              setTyped({ ...typed, [unit]: target.value })
              setState('idle')
            }}
          />
          {faults.includes(unit) && (
            <span id={`${id}${unit}fault`} className="alerts-fault">
              {t('number', { most: MOST[unit] })}
            </span>
          )}
        </p>
      ))}
      <p className="note">{t('zero')}</p>
      <label className="alerts-mail">
        <input
          type="checkbox"
          checked={isMailed}
          onChange={({ target }) => {
            setIsMailed(target.checked)
            setState('idle')
          }}
        />
        <span>
          {t('mail')}
          <span className="note">{t('mailText')}</span>
        </span>
      </label>
      <p className="alerts-save">
        <button type="submit" className="btn primary" disabled={state === 'sending'}>
          {t('save')}
        </button>
        <span role="status">{state === 'saved' ? t('saved') : ''}</span>
      </p>
      {state === 'failed' && <p role="alert">{t('failed')}</p>}
    </form>
  )
}
