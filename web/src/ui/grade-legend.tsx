import type { Grade } from '@tvl/model'
import { useTranslations } from 'use-intl'
import { GradeMark } from './grade-mark.tsx'

/** From the firmest to the invented. */
const ORDER = [
  'official',
  'press',
  'declared',
  'measured',
  'modelled',
  'derived',
  'illustrative',
] as const satisfies readonly Grade[]

/** What the evidence marks mean: sign, word and sentence. */
export function GradeLegend() {
  const t = useTranslations('provenance')
  return (
    <section className="grade-legend" aria-label={t('legend')}>
      <h2>{t('legend')}</h2>
      <ul>
        {ORDER.map((grade) => (
          <li key={grade}>
            <GradeMark grade={grade} decorative />
            <span>
              {t(`grade.${grade}`)} <span className="muted">{t(`meaning.${grade}`)}</span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
