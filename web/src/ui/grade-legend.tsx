import { useTranslations } from 'use-intl'
import { GradeMark } from './grade-mark.tsx'
import { GRADES } from './grades.ts'

/** What the evidence marks mean: sign, word and sentence. */
export function GradeLegend() {
  const t = useTranslations('provenance')
  return (
    <section className="grade-legend" aria-label={t('legend')}>
      <h2>{t('legend')}</h2>
      <ul>
        {GRADES.map((grade) => (
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
