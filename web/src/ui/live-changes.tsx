import './live-changes.css'
import { onMoroccoClock } from '@tvl/model'
import { useEffect, useState } from 'react'
import { useTranslations } from 'use-intl'
import { isolate } from '../i18n/format.ts'
import { LOCALES } from '../i18n/languages.ts'
import { useFormat } from '../i18n/use-format.ts'
import { type LiveChange, useLive } from '../state/live.ts'

/** Fields that have words; a change of others alone is told as "other details". */
const FIELDS = [
  'seats',
  'status',
  'rentMadPerM2Month',
  'serviceChargeMadPerM2Month',
  'areaM2',
  'fitOut',
  'freeFrom',
  'holdEndsAt',
  'leaseEndsOn',
  'deliversOn',
  'photos',
] as const
type Field = (typeof FIELDS)[number]
const DATES: readonly string[] = ['freeFrom', 'leaseEndsOn', 'deliversOn', 'holdEndsAt']
const SHOWN = 5

/** What changed in a zone since the page was opened: unit, field, old and new value, when and by which role. */
export function LiveChanges({ zone }: { zone: string }) {
  const t = useTranslations('common.live')
  const changes = useLive((state) => state.changes)
  const [seen, setSeen] = useState(0)
  const own = changes.filter((change) => change.zone === zone && change.n > seen).reverse()
  if (own.length === 0) return <div role="status" className="live-none" />
  return (
    <div role="status" className="live">
      <p className="live-title">
        <b>{t('title', { count: own.length })}</b>
        <button type="button" className="link" onClick={() => setSeen(own[0]?.n ?? 0)}>
          {t('seen')}
        </button>
      </p>
      <ul>
        {own.slice(0, SHOWN).map((change) => (
          <li key={change.n}>
            <ChangeLine change={change} />
          </li>
        ))}
      </ul>
    </div>
  )
}

function ChangeLine({ change }: { change: LiveChange }) {
  const t = useTranslations('common.live')
  const { language, day, number } = useFormat()
  const time = new Intl.DateTimeFormat(LOCALES[language], {
    hour: '2-digit',
    minute: '2-digit',
    timeZone: 'UTC',
  }).format(onMoroccoClock(new Date(change.at)))
  const role = t.has(`role.${change.role as 'manager'}`) ? t(`role.${change.role as 'manager'}`) : change.role
  const value = (field: Field, known: unknown): string => {
    if (known === null || known === undefined) return t('unknown')
    if (typeof known === 'number') return number(known, { maxDigits: 2 })
    if (Array.isArray(known)) return number(known.length)
    const text = String(known)
    if (DATES.includes(field)) return day(text.slice(0, 10), 'short-day')
    return t.has(`value.${text as 'free'}`) ? t(`value.${text as 'free'}`) : isolate(text)
  }
  const told = FIELDS.filter((field) => field in change.fields)
  return (
    <>
      <bdi className="live-id">{change.id}</bdi>
      {change.operation !== 'update' ? (
        <span>{t(`operation.${change.operation === 'delete' ? 'delete' : 'create'}`)}</span>
      ) : told.length === 0 ? (
        <span>{'verifications' in change.fields || 'verifiedOn' in change.fields ? t('verified') : t('other')}</span>
      ) : (
        told.map((field) => (
          <span key={field}>
            {t(`field.${field}`)} <del>{value(field, change.fields[field]?.before)}</del>{' '}
            <ins>{value(field, change.fields[field]?.after)}</ins>
          </span>
        ))
      )}
      <span className="note">{t('by', { time: isolate(time), role })}</span>
    </>
  )
}

/** ms that a row keeps its sign after a change. */
const SIGN_MS = 10 * 60_000

/** A sign on the row of a zone that changed while the page was open. */
export function LiveSign({ zone }: { zone: string }) {
  const t = useTranslations('common.live')
  const { language } = useFormat()
  const last = useLive((state) => state.changes.findLast((change) => change.zone === zone))
  const [isOld, setIsOld] = useState(false)
  const n = last?.n
  useEffect(() => {
    if (n === undefined) return
    setIsOld(false)
    const timer = setTimeout(() => setIsOld(true), SIGN_MS)
    return () => clearTimeout(timer)
  }, [n])
  if (!last || isOld) return null
  const time = new Intl.DateTimeFormat(LOCALES[language], {
    hour: '2-digit',
    minute: '2-digit',
    timeZone: 'UTC',
  }).format(onMoroccoClock(new Date(last.at)))
  return <span className="live-sign">{t('changedAt', { time: isolate(time) })}</span>
}
