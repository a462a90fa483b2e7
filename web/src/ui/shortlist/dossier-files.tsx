import { useTranslations } from 'use-intl'
import { DOSSIER_FORMATS, dossierPath } from '../../api/shortlists.ts'
import { LANGUAGE_NAMES, LANGUAGES } from '../../i18n/languages.ts'
import { useFormat } from '../../i18n/use-format.ts'

/** What was frozen as files: in the reader’s language, the PDF in the other two as well. */
export function DossierFiles({ of }: { of: { freezeId: string } | { token: string } }) {
  const t = useTranslations('dossier.files')
  const { language } = useFormat()
  return (
    <p className="dossier-files">
      {DOSSIER_FORMATS.map((format) => (
        <a
          key={format}
          className={format === 'pdf' ? 'btn primary' : 'btn'}
          href={dossierPath(of, format, language)}
          download
        >
          {t(format)}
        </a>
      ))}
      {LANGUAGES.filter((other) => other !== language).map((other) => (
        <a key={other} className="link" lang={other} href={dossierPath(of, 'pdf', other)} download>
          {t('pdfIn', { language: LANGUAGE_NAMES[other].full })}
        </a>
      ))}
      <button type="button" className="link" onClick={() => print()}>
        {t('print')}
      </button>
    </p>
  )
}
