import type { SiteTotals } from '@tvl/model'
import { useTranslations } from 'use-intl'
import { useFormat } from '../../i18n/use-format.ts'

/** A score, with its interval where something is not known. */
export function ScoreFigure({ totals: { score }, unit }: { totals: Pick<SiteTotals, 'score'>; unit?: string }) {
  const t = useTranslations('dossier')
  const { number } = useFormat()
  const points = (value: number) => number(value, { minDigits: 1, maxDigits: 1 })
  if (score.vetoed.length > 0) return <span className="dossier-veto">{t('vetoed')}</span>
  return (
    <>
      <span className="figure">{points(score.mid)}</span>
      {unit && <span className="note"> {unit}</span>}
      {score.low !== score.high && (
        <span className="note dossier-under">
          {t('interval', { low: points(score.low), high: points(score.high) })}
        </span>
      )}
    </>
  )
}
