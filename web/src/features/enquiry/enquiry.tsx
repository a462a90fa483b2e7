import { useTranslations } from 'use-intl'
import { useApp } from '../../state/store.ts'
import { usePageTitle } from '../../ui/use-page-title.ts'
import { EnquiryForm } from './enquiry-form.tsx'

/** Page `/enquiry?sites=…`: the same form at an address of its own, for links from elsewhere. */
export function Enquiry() {
  const t = useTranslations('enquiry')
  usePageTitle(t('title'))
  const about = useApp((state) => state.compared)
  return (
    <main id="main" className="enquiry-page">
      <header>
        <h1 className="title">{t('title')}</h1>
        <p>{t('intro')}</p>
      </header>
      <EnquiryForm about={about} share={null} />
    </main>
  )
}
