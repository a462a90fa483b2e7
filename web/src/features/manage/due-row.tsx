import type { AttemptReason, DueItem } from '@tvl/model'
import { useEffect, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { keepAttempt } from '../../api/due.ts'
import { refreshCatalogue } from '../../api/publish.ts'
import { isolate } from '../../i18n/format.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useOutbox } from '../../state/outbox.ts'
import { FreshnessDial } from '../../ui/freshness.tsx'
import { PageLink } from '../../ui/page-link.tsx'
import { entriesOf } from './unsent.ts'
import { useFieldWords } from './use-field-words.ts'

const REASONS = ['no-access', 'no-answer', 'not-known', 'disputed', 'other'] as const satisfies readonly AttemptReason[]

const STATE_DATES = ['leaseEndsOn', 'holdEndsAt', 'deliversOn', 'freeFrom'] as const

interface DueRowProps {
  item: DueItem
  today: string
  isConfirmed: boolean
  isTrying: boolean
  onConfirm: () => void
  /** The unit's own page is opened. */
  onCorrect: () => void
  onTry: (isOpen: boolean) => void
}

/** One unit that is due: what is to be confirmed, since when, and what happens if nobody does. */
export function DueRow({ item, today, isConfirmed, isTrying, onConfirm, onCorrect, onTry }: DueRowProps) {
  const t = useTranslations('manage.due')
  const words = useFieldWords()
  const format = useFormat()
  const entries = useOutbox((state) => state.entries)
  const last = entriesOf(entries, item.id).at(-1)
  const unit = isolate(item.name)
  const [worst] = item.fields
  const days = worst?.verified ? t('days', { count: worst.verified.days }) : t('never')
  const { kind, on } = item.effect
  // Seats and state lead every line; a date belongs to its state.
  const others = [
    ...STATE_DATES.flatMap((field) => (item[field] === null ? [] : [{ field, value: item[field] }])),
    ...item.fields.filter(({ field }) => field !== 'seats' && field !== 'status'),
  ]
  return (
    <li data-unit={item.id} className={isConfirmed ? 'is-confirmed' : undefined}>
      <div className="due-what">
        <FreshnessDial state={worst?.state ?? 'never'} />
        <p>
          <PageLink to={`/manage/offices/${item.id}`} onClick={onCorrect}>
            <b>
              <bdi>{item.name}</bdi>
            </b>
          </PageLink>{' '}
          {t('line', { seats: t('seats', { count: item.seats }), state: words.value('status', item.status), days })}
          {others.length > 0 && (
            <span className="due-others">
              {format.list(
                others.map(({ field, value }) =>
                  t('value', { field: words.name(field), value: isolate(words.value(field, value)) }),
                ),
                'unit',
              )}
            </span>
          )}
          <span className="note">
            {isConfirmed
              ? t(
                  last?.state === 'published'
                    ? 'confirmed'
                    : last?.state === 'conflict' || last?.state === 'refused'
                      ? 'stopped'
                      : 'kept',
                )
              : t(`effect.${kind}`, { date: on ? format.day(on) : '', today: format.day(today) })}
          </span>
          {!isConfirmed && item.attempt && (
            <span className="note">
              {t('attempt', {
                day: format.day(item.attempt.at.slice(0, 10), 'short-day'),
                reason: t(`reason.${item.attempt.reason}`),
              })}
            </span>
          )}
        </p>
      </div>
      {!isConfirmed && (
        <p className="due-acts">
          <button type="button" aria-keyshortcuts="y" onClick={onConfirm}>
            <kbd>Y</kbd> <span>{t('still')}</span> <span className="sr">{unit}</span>
          </button>
          <PageLink to={`/manage/offices/${item.id}`} aria-keyshortcuts="e" onClick={onCorrect}>
            <kbd>E</kbd> <span>{t('correct')}</span> <span className="sr">{unit}</span>
          </PageLink>
          <button type="button" aria-keyshortcuts="x" aria-expanded={isTrying} onClick={() => onTry(!isTrying)}>
            <kbd>X</kbd> <span>{t('cannot')}</span> <span className="sr">{unit}</span>
          </button>
        </p>
      )}
      {isTrying && !isConfirmed && <Attempt item={item} onDone={() => onTry(false)} />}
    </li>
  )
}

/** Why it could not be verified: kept for the next one who tries, and nothing of the unit changes. */
function Attempt({ item, onDone }: { item: DueItem; onDone: () => void }) {
  const t = useTranslations('manage.due')
  const [id] = useState(() => crypto.randomUUID())
  const [hasFailed, setHasFailed] = useState(false)
  const first = useRef<HTMLButtonElement>(null)
  useEffect(() => first.current?.focus(), [])
  const keep = async (reason: AttemptReason) => {
    setHasFailed(false)
    try {
      await keepAttempt({ id, office: item.id, fields: item.fields.map(({ field }) => field), reason })
      await refreshCatalogue()
      onDone()
    } catch {
      setHasFailed(true)
    }
  }
  return (
    <fieldset className="due-attempt">
      <legend>{t('why')}</legend>
      {REASONS.map((reason, i) => (
        <button key={reason} ref={i === 0 ? first : undefined} type="button" onClick={() => void keep(reason)}>
          {t(`reason.${reason}`)}
        </button>
      ))}
      <button type="button" className="link" onClick={onDone}>
        {t('back')}
      </button>
      {hasFailed && (
        <p role="alert" className="due-wrong">
          {t('notKept')}
        </p>
      )}
    </fieldset>
  )
}
