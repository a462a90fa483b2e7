import { useTranslations } from 'use-intl'
import { useAsked } from '../../state/enquiry.ts'
import { Sheet } from '../../ui/sheet.tsx'
import { EnquiryForm } from './enquiry-form.tsx'

/** The form over the page it was opened from. */
export function EnquirySheet() {
  const t = useTranslations('enquiry')
  const { about, share, close } = useAsked()
  return (
    <Sheet isOpen={about !== null} onClose={close} title={t('title')}>
      <EnquiryForm about={about ?? []} share={share} />
    </Sheet>
  )
}
