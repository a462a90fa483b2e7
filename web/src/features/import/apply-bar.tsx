import { useTranslations } from 'use-intl'
import type { ImportFile } from '../../api/imports.ts'
import type { Step } from './use-import-problem.ts'

interface ApplyBarProps {
  file: ImportFile
  busy: Step | null
  /** cells written in and not compared yet */
  corrections: number
  problem: string | null
  canCompareAgain: boolean
  onAgain: () => void
  onCorrect: () => void
  onApply: () => void
}

/** What stands between a preview and the catalogue, and the button that writes. */
export function ApplyBar({ file, busy, corrections, problem, canCompareAgain, ...on }: ApplyBarProps) {
  const t = useTranslations('import.apply')
  const { counts, writes } = file
  const state = () => {
    if (busy === 'compare') return t('comparing')
    if (busy === 'apply') return t('applying', { count: writes })
    if (corrections > 0) return t('corrected', { count: corrections })
    if (counts.error > 0) return t('errors', { count: counts.error })
    return writes === 0 ? t('nothing') : t('ready', { count: writes })
  }
  return (
    <div className="import-apply">
      <p role="status">{state()}</p>
      {busy === 'apply' && <progress aria-label={t('applying', { count: writes })} />}
      {problem && (
        <p role="alert" className="import-problem">
          {problem}
        </p>
      )}
      {canCompareAgain && (
        <button type="button" className="btn" disabled={busy !== null} onClick={on.onAgain}>
          {t('again')}
        </button>
      )}
      {corrections > 0 ? (
        <button type="button" className="btn primary" disabled={busy !== null} onClick={on.onCorrect}>
          {t('check')}
        </button>
      ) : (
        <button
          type="button"
          className="btn primary"
          disabled={busy !== null || counts.error > 0 || writes === 0}
          onClick={on.onApply}
        >
          {t('title')}
        </button>
      )}
    </div>
  )
}
