import './due.css'
import { useQuery } from '@tanstack/react-query'
import type { DueAnswer, DueItem, Zone } from '@tvl/model'
import { useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { dueQuery } from '../../api/due.ts'
import type { Feature } from '../../api/features.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useConsole } from '../../state/console.ts'
import { enqueue, isWaiting, useOutbox } from '../../state/outbox.ts'
import { usePreferences } from '../../state/preferences.ts'
import { DataState } from '../../ui/data-state.tsx'
import { DueList } from './due-list.tsx'
import { Round } from './round.tsx'
import { METHODS_BY_HAND, type MethodByHand } from './unit-change.ts'

/** What has to be verified again in a zone: confirmed one by one, or together with a sample that is looked at again. */
export function Due({ zone }: { zone: Feature<Zone> }) {
  const { data, error, dataUpdatedAt, refetch } = useQuery(dueQuery(zone.id))
  return (
    <section className="due" aria-labelledby={data ? 'due-title' : undefined} aria-busy={!data && !error}>
      <DataState error={error} isEmpty={!data} readAt={dataUpdatedAt} onRetry={() => void refetch()} />
      {data && <DueToday due={data} />}
    </section>
  )
}

function DueToday({ due }: { due: DueAnswer }) {
  const t = useTranslations('manage.due')
  const publish = useTranslations('manage.publish')
  const { number } = useFormat()
  const { person } = useConsole()
  const hasKeys = usePreferences((state) => state.singleKeys)
  const setPreferences = usePreferences((state) => state.set)
  const [method, setMethod] = useState<MethodByHand>('declaration')
  const [isRound, setIsRound] = useState(false)
  const title = useRef<HTMLHeadingElement>(null)
  const closeRound = () => {
    setIsRound(false)
    title.current?.focus()
  }
  // Confirmed in this visit: they stay in their place, so that nothing moves under the hand.
  const [confirmed, setConfirmed] = useState<ReadonlyMap<string, DueItem>>(new Map())
  const waiting = useOutbox(({ entries }) => entries.filter(isWaiting).length)

  const confirm = (item: DueItem) => {
    setConfirmed((all) => new Map([...all, [item.id, item]]))
    const verifies = item.fields.map(({ field }) => field)
    void enqueue(
      {
        id: crypto.randomUUID(),
        method,
        writes: [{ collection: 'offices', id: item.id, base: due.version, verifies }],
      },
      {
        label: item.name,
        personId: person.id,
        seen: { [`offices/${item.id}`]: Object.fromEntries(item.fields.map(({ field, value }) => [field, value])) },
      },
    )
  }
  const open = due.items.filter(({ id }) => !confirmed.has(id))
  return (
    <>
      <header className="due-head">
        <h2 id="due-title" ref={title} tabIndex={-1}>
          {t('title')} <span className="count">{number(open.length)}</span>
        </h2>
        {open.length > 1 && !isRound && (
          <button type="button" className="link" onClick={() => setIsRound(true)}>
            {t('all')}
          </button>
        )}
      </header>
      {open.length === 0 && confirmed.size === 0 && !isRound && <p className="manage-none">{t('none')}</p>}
      {(open.length > 0 || confirmed.size > 0 || isRound) && (
        <>
          <fieldset className="due-method">
            <legend>{t('how')}</legend>
            <select
              aria-label={t('how')}
              value={method}
              onChange={(event) => setMethod(event.target.value as MethodByHand)}
            >
              {METHODS_BY_HAND.map((each) => (
                <option key={each} value={each}>
                  {publish(`method.${each}`)}
                </option>
              ))}
            </select>
          </fieldset>
          {isRound ? (
            <Round items={open} version={due.version} method={method} hasUnsent={waiting > 0} onClose={closeRound} />
          ) : (
            <DueList items={due.items} confirmed={confirmed} hasKeys={hasKeys} today={due.today} onConfirm={confirm} />
          )}
          {!isRound && (
            <>
              <p className="due-keys">
                <span aria-hidden="true" className={hasKeys ? undefined : 'is-off'}>
                  <kbd>Y</kbd> {t('still')} <kbd>E</kbd> {t('correct')} <kbd>X</kbd> {t('cannot')}
                </span>
                <label>
                  <input
                    type="checkbox"
                    className="check"
                    checked={hasKeys}
                    onChange={(event) => setPreferences({ singleKeys: event.target.checked })}
                  />
                  {t('keys')}
                </label>
              </p>
              <p className="note">{t('sample')}</p>
            </>
          )}
        </>
      )}
    </>
  )
}
