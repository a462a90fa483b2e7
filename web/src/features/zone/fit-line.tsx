import { useTranslations } from 'use-intl'
import { useFormat } from '../../i18n/use-format.ts'
import type { Fit } from './fit.ts'

/** One line: whether the zone answers the need, at which rank, and how sure that rank is. */
export function FitLine({ fit }: { fit: Fit | null }) {
  const t = useTranslations('zone')
  const format = useFormat()
  if (!fit) return null
  if (!fit.isHit) {
    const { have, asked, contiguous } = fit
    const seats = (most: number) =>
      t(contiguous ? 'fit.seats' : 'fit.freeSeats', { have: format.number(most), asked: format.number(asked ?? 0) })
    const terms = fit.terms.map((term) => {
      if (term !== 'seats' && term !== 'areaM2' && term !== 'offices') return t(`term.${term}`)
      if (have === null) return t('fit.noInventory')
      return term === 'seats' && asked !== null ? seats(have) : t(`term.${term}`)
    })
    return <p className="zone-fit">{t('fit.no', { terms: format.list([...new Set(terms)]) })}</p>
  }
  const { best, worst, missing } = fit
  return (
    <p className="zone-fit">
      {t.rich('fit.yes', {
        rank: t('fit.ordinal', { rank: fit.rank }),
        total: format.number(fit.total),
        b: (chunks) => <b>{chunks}</b>,
      })}
      {best !== worst && (
        <>
          {t('comma')}
          {t('fit.interval', {
            best: format.number(best),
            worst: format.number(worst),
            missing: format.list(missing.map((criterion) => t(`criterion.${criterion}`))),
          })}
        </>
      )}
    </p>
  )
}
