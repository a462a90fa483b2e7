import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { DOSSIER_FORMATS, dossierPath } from '../../api/shortlists.ts'
import { LANGUAGE_NAMES, LANGUAGES } from '../../i18n/languages.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { DownloadLink } from '../download-link.tsx'

const KNOWN = [
  'dossier.busy',
  'dossier.too-slow',
  'frozen.altered',
  'share.revoked',
  'share.expired',
  'share.passphrase',
  'rate.exceeded',
  'offline',
] as const

/** What was frozen as files: in the reader’s language, the PDF in the other two as well. */
export function DossierFiles({ of }: { of: { freezeId: string } | { token: string } }) {
  const t = useTranslations('dossier.files')
  const { language } = useFormat()
  const [problem, setProblem] = useState<string | null>(null)
  const known = KNOWN.find((code) => code === problem)
  return (
    <>
      <p className="dossier-files">
        {DOSSIER_FORMATS.map((format) => (
          <DownloadLink
            key={format}
            className={format === 'pdf' ? 'btn primary' : 'btn'}
            href={dossierPath(of, format, language)}
            onProblem={setProblem}
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
            onProblem={setProblem}
          >
            {t('pdfIn', { language: LANGUAGE_NAMES[other].full })}
          </DownloadLink>
        ))}
        <button type="button" className="link" onClick={() => print()}>
          {t('print')}
        </button>
      </p>
      {problem !== null && (
        <p role="alert" className="dossier-problem">
          {t(known ? `problem.${known}` : 'problem.other')}
        </p>
      )}
    </>
  )
}
