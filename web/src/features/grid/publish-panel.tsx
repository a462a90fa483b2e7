import type { ChangeConflict, VerificationMethod } from '@tvl/model'
import { useTranslations } from 'use-intl'
import { isolate } from '../../i18n/format.ts'
import { useFormat } from '../../i18n/use-format.ts'
import type { GridField } from './cells.ts'
import { columnOfField } from './faults.tsx'
import type { UnitRow } from './rows.ts'
import type { Publishing } from './use-publishing.ts'

const METHODS = ['site-visit', 'lease-ledger', 'call', 'declaration'] as const satisfies readonly VerificationMethod[]

interface PublishPanelProps {
  publishing: Publishing
  changed: number
  ticked: number
  hasFaults: boolean
  /** Of the zone, as published and with what was typed. */
  effect: {
    before: { freeSeats: number; contiguousSeats: number }
    after: { freeSeats: number; contiguousSeats: number }
  }
}

/** Before you publish: what is sent, how it was verified, and what investors will see of it. */
export function PublishPanel({ publishing, changed, ticked, hasFaults, effect }: PublishPanelProps) {
  const t = useTranslations('grid')
  const format = useFormat()
  const { method, setMethod, state, send } = publishing
  const isNothing = changed === 0 && ticked === 0
  const change = (before: number, after: number) =>
    before === after ? (
      format.number(after)
    ) : (
      <>
        <del>{format.number(before)}</del> → <b>{format.number(after)}</b>
      </>
    )
  return (
    <section className="grid-publish" aria-labelledby="grid-publish">
      <h2 id="grid-publish">{t('publish.title')}</h2>
      <p>{isNothing ? t('publish.nothing') : t('publish.what', { changed, ticked })}</p>
      <dl className="grid-effect">
        <div>
          <dt>{t('effect.block')}</dt>
          <dd>{change(effect.before.contiguousSeats, effect.after.contiguousSeats)}</dd>
        </div>
        <div>
          <dt>{t('effect.free')}</dt>
          <dd>{change(effect.before.freeSeats, effect.after.freeSeats)}</dd>
        </div>
      </dl>
      <label className="grid-method">
        {t('publish.how')}
        <select value={method} onChange={(event) => setMethod(event.target.value as VerificationMethod)}>
          {METHODS.map((name) => (
            <option key={name} value={name}>
              {t(`method.${name}`)}
            </option>
          ))}
        </select>
      </label>
      <button
        type="button"
        className="btn primary"
        disabled={isNothing || hasFaults || state === 'sending'}
        onClick={() => void send()}
      >
        {state === 'sending' ? t('publish.sending') : t('publish.send', { count: changed + ticked })}
      </button>
      {hasFaults && <p className="note">{t('publish.faults')}</p>}
      <p role="status" className="grid-outcome">
        {state === 'published' && t('publish.done')}
        {state === 'offline' && t('publish.offline')}
        {state === 'refused' && t('publish.refused')}
      </p>
    </section>
  )
}

/** Somebody was faster: both values side by side, one choice a field. */
export function Conflicts({
  conflicts,
  rows,
  onTheirs,
  onMine,
}: {
  conflicts: readonly ChangeConflict[]
  rows: readonly UnitRow[]
  onTheirs: (id: string, field: GridField) => void
  onMine: () => void
}) {
  const t = useTranslations('grid')
  const { day } = useFormat()
  const words = (value: unknown) => (value === null || value === undefined ? t('unknown') : String(value))
  return (
    <section className="grid-conflicts" role="alert" aria-labelledby="grid-conflicts">
      <h2 id="grid-conflicts">{t('conflict.title')}</h2>
      <p>{t('conflict.text')}</p>
      <ul>
        {conflicts.flatMap(({ id, fields, reason }) => {
          const name = isolate(rows.find((row) => row.id === id)?.office.name ?? id)
          if (fields.length === 0) return [<li key={id}>{t(`conflict.${reason}`, { unit: name })}</li>]
          return fields.map(({ field, theirs, yours, role, at }) => (
            <li key={`${id} ${field}`}>
              <b>
                {name}, {t(`column.${columnOfField(field)}`)}
              </b>
              <span>
                {t('conflict.theirs', {
                  role: t.has(`role.${role as 'manager'}`) ? t(`role.${role as 'manager'}`) : role,
                  date: day(at.slice(0, 10), 'short-day'),
                })}{' '}
                <bdi>{words(theirs)}</bdi>
              </span>
              <span>
                {t('conflict.yours')} <bdi>{words(yours)}</bdi>
              </span>
              <button type="button" className="btn" onClick={() => onTheirs(id, field as GridField)}>
                {t('conflict.keepTheirs')}
              </button>
            </li>
          ))
        })}
      </ul>
      <button type="button" className="btn" onClick={onMine}>
        {t('conflict.keepMine')}
      </button>
    </section>
  )
}
