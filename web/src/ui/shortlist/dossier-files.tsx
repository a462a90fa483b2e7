import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { DOSSIER_FORMATS, dossierPath } from '../../api/shortlists.ts'
import { LANGUAGE_NAMES, LANGUAGES } from '../../i18n/languages.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { DownloadLink, type DownloadState } from '../download-link.tsx'

const KNOWN = [
  'dossier.busy',
  'dossier.too-slow',
  'frozen.altered',
  'share.revoked',
  'share.expired',
  'share.passphrase',
  'rate.exceeded',
  'sign-in.required',
  'offline',
] as const

/** What was frozen as files: in the reader’s language, the PDF in the other two as well. */
export function DossierFiles({ of }: { of: { freezeId: string } | { token: string } }) {
  const t = useTranslations('dossier.files')
  const { language } = useFormat()
  const [preparing, setPreparing] = useState(0)
  const [problem, setProblem] = useState<string | null>(null)
  const onState = (state: DownloadState) => {
    setPreparing((count) => count + (state.is === 'preparing' ? 1 : -1))
    setProblem(state.is === 'failed' ? state.code : null)
  }
  const known = KNOWN.find((code) => code === problem)
  return (
    <>
      <p className="dossier-files">
        {DOSSIER_FORMATS.map((format) => (
          <DownloadLink
            key={format}
            className={format === 'pdf' ? 'btn primary' : 'btn'}
            href={dossierPath(of, format, language)}
            onState={onState}
          >
            {t(format)}
          </DownloadLink>
        ))}
        {LANGUAGES.filter((other) => other !== language).map((other) => (
          <DownloadLink
            key={other}
            className="link"
            lang={other}
            href={dossierPath(of, 'pdf', other)}
            onState={onState}
          >
            {t('pdfIn', { language: LANGUAGE_NAMES[other].full })}
          </DownloadLink>
        ))}
        <button type="button" className="link" onClick={() => print()}>
          {t('print')}
        </button>
      </p>
      <p role="status" className="note">
        {preparing > 0 && t('preparing')}
      </p>
      {problem !== null && (
        <p role="alert" className="dossier-problem">
          {t(known ? `problem.${known}` : 'problem.other')}
        </p>
      )}
    </>
  )
}
