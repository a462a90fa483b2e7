import type { EnquiryNotice } from '@tvl/model'
import { useTranslations } from 'use-intl'
import { isolateLtr } from '../../i18n/format.ts'

/** Who takes the data, why, for how long, and what the person may ask (law 09-08). Folded, and always there. */
export function Notice({ notice }: { notice: EnquiryNotice }) {
  const t = useTranslations('enquiry.notice')
  const { controller, contact, cndpReference, retentionMonths, spamDays, demoHours } = notice
  const missing = (what: string | null) => what ?? <span className="unknown">{t('missing')}</span>
  return (
    <details className="enquiry-notice">
      <summary>{t('title')}</summary>
      <dl>
        <dt>{t('who')}</dt>
        <dd>{missing(controller)}</dd>
        <dt>{t('why')}</dt>
        <dd>{t('purpose')}</dd>
        <dt>{t('recipients')}</dt>
        <dd>{t('recipientsText')}</dd>
        <dt>{t('howLong')}</dt>
        <dd>
          {demoHours === null
            ? t('kept', { months: retentionMonths, days: spamDays })
            : t('keptDemo', { hours: demoHours })}
        </dd>
        <dt>{t('rights')}</dt>
        <dd>{t('rightsText')}</dd>
        <dt>{t('contact')}</dt>
        <dd>
          {contact === null ? (
            missing(null)
          ) : (
            <a className="link" href={`mailto:${contact}`}>
              {isolateLtr(contact)}
            </a>
          )}
        </dd>
        <dt>{t('cndp')}</dt>
        <dd>{missing(cndpReference && isolateLtr(cndpReference))}</dd>
      </dl>
    </details>
  )
}
