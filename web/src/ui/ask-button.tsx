import { useTranslations } from 'use-intl'
import { useAsked } from '../state/enquiry.ts'

/** Opens the form by which the agency is asked about these zones. `share`: token of the link that is being read. */
export function AskButton({ about, share }: { about: readonly string[]; share?: string }) {
  const t = useTranslations('common')
  return (
    <button type="button" className="btn" aria-haspopup="dialog" onClick={() => useAsked.getState().open(about, share)}>
      {t('ask')}
    </button>
  )
}
