import { useId } from 'react'
import { useTranslations } from 'use-intl'
import { useFormat } from '../../i18n/use-format.ts'
import type { AskedNeed, Effect } from './effect.ts'

interface EffectTableProps {
  effect: Effect
  today: string
  /** ISO day that is looked at beside today */
  later: string
  onLater: (day: string) => void
}

/** What investors will see: blocks and free seats on two days, and which searches the zone answers from then on. */
export function EffectTable({ effect, today, later, onLater }: EffectTableProps) {
  const t = useTranslations('grid.effect')
  const { number, day, list } = useFormat()
  const title = useId()
  const { before, after } = effect
  const needs = (asked: readonly AskedNeed[]) =>
    list(asked.map(({ seats, by }) => t('need', { seats, day: day(by, 'short-day') })))
  const rows = [
    [t('block'), before.today.contiguousSeats, after.today.contiguousSeats],
    [t('free'), before.today.freeSeats, after.today.freeSeats],
    [t('blockBy'), before.later.contiguousSeats, after.later.contiguousSeats],
    [t('freeBy'), before.later.freeSeats, after.later.freeSeats],
    [t('answered', { asked: effect.asked }), effect.answeredBefore, effect.answeredAfter],
  ] as const
  return (
    <section className="grid-panel" aria-labelledby={title}>
      <h2 id={title}>{t('title')}</h2>
      <dl className="grid-effect">
        {rows.map(([label, was, becomes]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              <Figures was={was} becomes={becomes} />
            </dd>
          </div>
        ))}
      </dl>
      {effect.gained.length > 0 && <p className="is-gain">{t('gained', { needs: needs(effect.gained) })}</p>}
      {effect.lost.length > 0 && <p className="is-bad">{t('lost', { needs: needs(effect.lost) })}</p>}
      <label className="grid-field is-inline">
        <span>{t('by')}</span>
        <input type="date" value={later} min={today} required onChange={(event) => onLater(event.target.value)} />
      </label>
      <p className="note">{t('rule', { asked: number(effect.asked) })}</p>
    </section>
  )
}

function Figures({ was, becomes }: { was: number; becomes: number }) {
  const t = useTranslations('grid')
  const { number } = useFormat()
  if (was === becomes) return <b>{number(becomes)}</b>
  return (
    <>
      <s>
        <span className="sr">{t('was')}</span> {number(was)}
      </s>{' '}
      <span aria-hidden="true" className="arrow" />{' '}
      <b>
        <span className="sr">{t('becomes')}</span> {number(becomes)}
      </b>
    </>
  )
}
