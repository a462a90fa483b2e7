import { type Office, officeFreshness } from '@tvl/model'
import { useId } from 'react'
import { useTranslations } from 'use-intl'
import type { PublicFigures } from '../../api/public-figures.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { FreshnessDial } from '../../ui/freshness.tsx'

interface Seen {
  zone: PublicFigures
  /** largest block of the building */
  block: number
}

interface EffectProps {
  before: Seen
  after: Seen
  /** as it will be */
  office: Office
  today: string
}

/** What everybody will see, by the rules that every list and map goes by. */
export function Effect({ before, after, office, today }: EffectProps) {
  const t = useTranslations('manage.effect')
  const format = useFormat()
  const id = useId()
  const { state, age } = officeFreshness(office, today)
  return (
    <section className="unit-effect" aria-labelledby={id}>
      <h2 id={id} className="unit-label">
        {t('title')}
      </h2>
      <dl>
        <Figure label={t('block')} before={before.block} after={after.block} />
        <Figure label={t('zoneSeats')} before={before.zone.freeSeats} after={after.zone.freeSeats} />
        <div>
          <dt>{t('freshness')}</dt>
          <dd className="unit-fresh-today">
            <FreshnessDial state={state} />
            {t('today')}
          </dd>
        </div>
        {age && (
          <div>
            <dt>{t('due')}</dt>
            <dd>{format.day(age.dueOn, 'short-day')}</dd>
          </div>
        )}
        <div>
          <dt>{t('undo')}</dt>
          <dd>{t('undoDays', { count: 30 })}</dd>
        </div>
      </dl>
    </section>
  )
}

function Figure({ label, before, after }: { label: string; before: number; after: number }) {
  const t = useTranslations('manage.effect')
  const { number } = useFormat()
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        {before === after ? (
          number(after)
        ) : (
          <>
            <s>
              <span className="sr">{t('was')}</span> {number(before)}
            </s>{' '}
            <span aria-hidden="true" className="unit-arrow">
              →
            </span>{' '}
            <span className="sr">{t('becomes')}</span> {number(after)}
          </>
        )}
      </dd>
    </div>
  )
}
