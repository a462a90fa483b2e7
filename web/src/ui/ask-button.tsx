import { useTranslations } from 'use-intl'
import { useAsked } from '../state/enquiry.ts'

/** Opens the form by which the agency is asked about these zones. */
export function AskButton({ about }: { about: readonly string[] }) {
  const t = useTranslations('common')
  return (
    <button type="button" className="btn" aria-haspopup="dialog" onClick={() => useAsked.getState().open(about)}>
      {t('ask')}
    </button>
  )
}
