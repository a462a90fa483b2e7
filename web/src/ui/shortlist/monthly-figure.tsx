import type { Provenance, SiteTotals } from '@tvl/model'
import { useTranslations } from 'use-intl'
import { Figure } from '../figure.tsx'
import { useDirhams } from './frozen-words.ts'

/** Rent and service charge a month; where offices lack a price, what is known of it and how many those are. */
export function MonthlyFigure({
  totals,
  provenance,
  unit,
}: {
  totals: SiteTotals
  provenance: Provenance | null
  /** Beside the amount, where no head of a column says it. */
  unit?: string
}) {
  const t = useTranslations('dossier')
  const dirhams = useDirhams()
  const { monthlyCentimes, knownMonthlyCentimes, unpriced, basis } = totals
  const label = t('table.monthly')
  if (monthlyCentimes !== null) {
    return <Figure label={label} value={dirhams(monthlyCentimes)} unit={unit} provenance={provenance} />
  }
  if (knownMonthlyCentimes === null) return <Figure label={label} value={null} provenance={null} />
  return (
    <>
      <Figure
        label={label}
        value={t('atLeast', { amount: dirhams(knownMonthlyCentimes) })}
        unit={unit}
        provenance={provenance}
      />
      <span className="note dossier-under">
        {basis === 'published-rent' ? t('rentAlone') : t('unpriced', { count: unpriced })}
      </span>
    </>
  )
}
