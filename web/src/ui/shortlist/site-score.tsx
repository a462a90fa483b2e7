import type { SiteTotals } from '@tvl/model'
import { useTranslations } from 'use-intl'
import { useFormat } from '../../i18n/use-format.ts'

/** Where a score comes from: points earned of points to be had, criterion by criterion. */
export function SiteScore({ totals: { score, rank } }: { totals: SiteTotals }) {
  const t = useTranslations('dossier')
  const { number } = useFormat()
  const points = (value: number) => number(value, { minDigits: 2, maxDigits: 2 })
  return (
    <section>
      <h3>{t('scoreTitle')}</h3>
      <table className="dossier-score">
        <tbody>
          {score.contributions.map(({ criterion, weight, low, high, mid, missing }) => (
            <tr key={criterion}>
              <th scope="row">{t(`criterion.${criterion}`)}</th>
              <td>
                {missing ? (
                  <span className="unknown">{t('between', { low: points(low), high: points(high) })}</span>
                ) : (
                  points(mid)
                )}
              </td>
              <td className="note">{t('ofPoints', { points: points(weight) })}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('total')}</th>
            <td>{points(score.mid)}</td>
            <td className="note">
              {rank && rank.best !== rank.worst
                ? t('ranks', { best: number(rank.best), worst: number(rank.worst) })
                : t('ofPoints', { points: points(100) })}
            </td>
          </tr>
        </tfoot>
      </table>
    </section>
  )
}
