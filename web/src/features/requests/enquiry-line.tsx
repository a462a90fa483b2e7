import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { enquiryQuery } from '../../api/enquiries.ts'
import { isolate } from '../../i18n/format.ts'
import { PageLink } from '../../ui/page-link.tsx'

/** The enquiry that a questionnaire answers, with the way to it. */
export function EnquiryLine({ id }: { id: string }) {
  const t = useTranslations('requests')
  const { data } = useQuery(enquiryQuery(id))
  if (!data) return null
  return (
    <p>
      <PageLink className="link" to={`/agency/enquiries/${id}`} change={{ params: {} }}>
        {t('ofEnquiry', { reference: isolate(data.reference) })}
      </PageLink>
    </p>
  )
}
