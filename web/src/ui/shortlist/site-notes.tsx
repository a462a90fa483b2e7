import type { ShortlistSite } from '@tvl/model'
import { useTranslations } from 'use-intl'
import { LANGUAGE_NAMES, LANGUAGES } from '../../i18n/languages.ts'
import { useFormat } from '../../i18n/use-format.ts'

/** What the agency says of a site: in the reader’s language, else in those there are, each named. */
export function SiteNotes({ notes }: { notes: ShortlistSite['notes'] }) {
  const t = useTranslations('dossier')
  const { language } = useFormat()
  const own = notes[language]
  const shown = own ? [language] : LANGUAGES.filter((one) => notes[one])
  if (shown.length === 0) return null
  return (
    <div className="dossier-notes">
      <h3>{t('notes')}</h3>
      {shown.map((one) => (
        <p key={one} lang={one} dir={one === 'ar' ? 'rtl' : 'ltr'}>
          {one !== language && <span className="note">{LANGUAGE_NAMES[one].full} </span>}
          {notes[one]}
        </p>
      ))}
    </div>
  )
}
