import './freshness-bar.css'
import { type Office, officeFreshness, VERIFICATION_STATES } from '@tvl/model'
import { useTranslations } from 'use-intl'
import type { Feature } from '../api/features.ts'
import { useFormat } from '../i18n/use-format.ts'
import { FreshnessDial } from './freshness.tsx'

interface FreshnessBarProps {
  offices: readonly Feature<Office>[]
  today: string
  /** Numbers alone, for a row. */
  isBrief?: boolean
}

/** Units by the age of their verification, as long as they are many; told by number, dial and words, not by colour. */
export function FreshnessBar({ offices, today, isBrief = false }: FreshnessBarProps) {
  const t = useTranslations('manage')
  const { number } = useFormat()
  const states = offices.map(({ properties }) => officeFreshness(properties, today).state)
  const counts = VERIFICATION_STATES.map((state) => ({ state, count: states.filter((each) => each === state).length }))
  return (
    <ul className={isBrief ? 'age-bar is-brief' : 'age-bar'} aria-label={t('states')}>
      {counts
        .filter(({ count }) => count > 0)
        .map(({ state, count }) => (
          <li key={state} className={`age-${state}`} style={{ flexGrow: count }}>
            <span>
              <FreshnessDial state={state} />
              <b>{number(count)}</b>
            </span>
            <span className={isBrief ? 'sr' : 'note'}>{t(`state.${state}`)}</span>
          </li>
        ))}
    </ul>
  )
}
