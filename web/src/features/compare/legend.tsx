import type { Grade } from '@tvl/model'
import { useTranslations } from 'use-intl'
import { GradeMark } from '../../ui/grade-mark.tsx'

const GRADES_USED: readonly Grade[] = ['official', 'press', 'derived', 'modelled', 'illustrative']

/** What the marks of the table mean. Printed with it. */
export function Legend({ isIllustrative }: { isIllustrative: boolean }) {
  const t = useTranslations('compare')
  const grade = useTranslations('provenance')
  const common = useTranslations('common')
  return (
    <footer className="compare-legend note">
      <span>
        <i className="is-best-sample">{t('legend.solid')}</i> {t('legend.best')}
      </span>
      <span>
        <i className="is-worst-sample">{t('legend.dotted')}</i> {t('legend.worst')}
      </span>
      {GRADES_USED.map((name) => (
        <span key={name}>
          <GradeMark grade={name} decorative /> {grade(`grade.${name}`)}
        </span>
      ))}
      {isIllustrative && <strong>{common('illustrative')}</strong>}
    </footer>
  )
}
