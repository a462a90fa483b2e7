import type { DemandGaps } from '@tvl/model'
import { useTranslations } from 'use-intl'
import { useFormat } from '../../i18n/use-format.ts'

const OF_OFFICES = ['verification', 'dates', 'rentMadPerM2Month'] as const

/** What is missing today, whether anybody looked for it or not. */
export function Gaps({ gaps }: { gaps: DemandGaps }) {
  const t = useTranslations('demand')
  const format = useFormat()
  const open = OF_OFFICES.filter((gap) => gaps[gap] > 0)
  return (
    <section aria-labelledby="demand-gaps">
      <h2 id="demand-gaps">{t('gaps.title')}</h2>
      {open.length === 0 && gaps.zone.length === 0 && <p className="demand-none">{t('gaps.none')}</p>}
      <ul className="demand-groups">
        {open.map((gap) => (
          <li key={gap}>
            <b className="demand-count">{format.number(gaps[gap])}</b>
            <span>{t(`gaps.${gap}`, { all: format.number(gaps.offices) })}</span>
          </li>
        ))}
        {gaps.zone.length > 0 && (
          <li>
            <b className="demand-count">{format.number(gaps.zone.length)}</b>
            <span>{t('gaps.zone', { fields: format.list(gaps.zone.map((field) => t(`field.${field}`))) })}</span>
          </li>
        )}
      </ul>
    </section>
  )
}
