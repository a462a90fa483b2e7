import { useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { navigate } from 'wouter/use-browser-location'
import { sendWorkbook } from '../../api/requests.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useApp } from '../../state/store.ts'
import { addressOf } from '../../state/url.ts'
import { EnquiryLine } from './enquiry-line.tsx'
import { SiteChoice, useChosenSites } from './site-choice.tsx'
import { useAttemptAt } from './use-attempt-at.ts'

/** The sites that are offered, and the workbook that asks about them. */
export function Start() {
  const t = useTranslations('requests.start')
  const { language } = useFormat()
  const { isBusy, problem, attempt } = useAttemptAt()
  const [isOver, setIsOver] = useState(false)
  const [isSiteMissing, setIsSiteMissing] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  const zoneIds = useChosenSites()
  const enquiryId = useApp((state) => state.params.enquiry) ?? null

  const send = async (files: FileList | null) => {
    const file = files?.[0]
    if (!file || isBusy) return
    setIsSiteMissing(zoneIds.length === 0)
    if (zoneIds.length === 0) return
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
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is for the pointer; the button does the same */}
      <div
        className={`rfi-drop${isOver ? ' is-over' : ''}`}
        aria-busy={isBusy}
        onDragOver={(event) => {
          event.preventDefault()
          setIsOver(true)
        }}
        onDragLeave={() => setIsOver(false)}
        onDrop={(event) => {
          event.preventDefault()
          setIsOver(false)
          void send(event.dataTransfer.files)
        }}
      >
        <p className="rfi-lead">{t('drop')}</p>
        <p className="note">{t('kinds')}</p>
        <input
          ref={input}
          type="file"
          className="sr"
          tabIndex={-1}
          aria-label={t('choose')}
          accept=".xlsx"
          onChange={({ target }) => {
            void send(target.files)
            target.value = ''
          }}
        />
        <button
          type="button"
          className="btn primary"
          disabled={isBusy}
          onClick={() => {
            setIsSiteMissing(zoneIds.length === 0)
            if (zoneIds.length > 0) input.current?.click()
          }}
        >
          {t('choose')}
        </button>
        <p role="status">{isBusy && t('reading')}</p>
        {problem && (
          <p role="alert" className="rfi-problem">
            {problem}
          </p>
        )}
      </div>
    </section>
  )
}
