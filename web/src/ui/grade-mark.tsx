import type { Grade } from '@tvl/model'
import { useTranslations } from 'use-intl'

/** The sign of a grade, with its word as accessible name. `decorative` where the word stands beside it. */
export function GradeMark({ grade, decorative = false }: { grade: Grade; decorative?: boolean }) {
  const t = useTranslations('provenance')
  const shape = <use href={`#g-${grade}`} />
  const className = `grade grade-${grade}`
  if (decorative) {
    return (
      <svg className={className} viewBox="0 0 10 10" aria-hidden="true" focusable="false">
        {shape}
      </svg>
    )
  }
  return (
    <svg className={className} viewBox="0 0 10 10" role="img" aria-label={t(`grade.${grade}`)} focusable="false">
      {shape}
    </svg>
  )
}
