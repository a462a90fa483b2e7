import './start.css'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { navigate } from 'wouter/use-browser-location'
import { sendWorkbook } from '../../api/requests.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useApp } from '../../state/store.ts'
import { addressOf } from '../../state/url.ts'
import { DropArea } from '../../ui/drop-area.tsx'
import { EnquiryLine } from './enquiry-line.tsx'
import { SiteChoice, useChosenSites } from './site-choice.tsx'
import { useAttemptAt } from './use-attempt-at.ts'

/** The sites that are offered, and the workbook that asks about them. */
export function Start() {
  const t = useTranslations('requests.start')
  const { language } = useFormat()
  const { isBusy, problem, attempt } = useAttemptAt()
  const [isSiteMissing, setIsSiteMissing] = useState(false)
  const zoneIds = useChosenSites()
  const enquiryId = useApp((state) => state.params.enquiry) ?? null

  const send = async (file: File) => {
    const found = await attempt(() => sendWorkbook(file, { name: file.name, zoneIds, language, enquiryId }))
    if (found) navigate(addressOf(`/agency/requests/${found.id}`, useApp.getState(), { params: {} }))
  }

  return (
    <section className="rfi-part rfi-start" aria-labelledby="rfi-start">
      <h2 id="rfi-start">{t('title')}</h2>
      {enquiryId !== null && (
        <div className="rfi-enquiry">
          <EnquiryLine id={enquiryId} />
          <button type="button" className="link" onClick={() => useApp.getState().setParam('enquiry', null)}>
            {t('untie')}
          </button>
        </div>
      )}
      <SiteChoice isMissing={isSiteMissing && zoneIds.length === 0} />
      <DropArea
        words={{ lead: t('drop'), kinds: t('kinds'), choose: t('choose'), busy: t('reading') }}
        accept=".xlsx"
        isBusy={isBusy}
        problem={problem}
        onFile={(file) => void send(file)}
        mayChoose={() => {
          setIsSiteMissing(zoneIds.length === 0)
          return zoneIds.length > 0
        }}
      />
    </section>
  )
}
