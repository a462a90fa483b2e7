import type { EnquiryReceipt } from '@tvl/model'
import { useEffect, useRef } from 'react'
import { useTranslations } from 'use-intl'
import { isolate, isolateLtr } from '../../i18n/format.ts'
import { useFormat } from '../../i18n/use-format.ts'

interface ReceivedProps {
  receipt: EnquiryReceipt
  email: string
  contact: string | null
  isDemo: boolean
  onAgain: () => void
}

/** It is received: its reference, and what happens next. */
export function Received({ receipt, email, contact, isDemo, onAgain }: ReceivedProps) {
  const t = useTranslations('enquiry.received')
  const { language, instant } = useFormat()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const { reference, dueAt, owner } = receipt
  return (
    <section className="enquiry-received" aria-labelledby="enquiry-received">
      <h2 id="enquiry-received" ref={heading} tabIndex={-1}>
        {t('title')}
      </h2>
      <p className="enquiry-reference">
        {t('reference')} <bdi>{reference}</bdi>
      </p>
      <ol>
        <li>{t('letter', { email: isolateLtr(email) })}</li>
        <li>{t('answer', { owner: isolate(owner[language]), time: instant(new Date(dueAt)) })}</li>
        {isDemo && <li>{t('demo')}</li>}
      </ol>
      <p className="note">
        {contact === null ? t('noLetter') : t('noLetterContact', { contact: isolateLtr(contact) })}
      </p>
      <button type="button" className="link" onClick={onAgain}>
        {t('again')}
      </button>
    </section>
  )
}
