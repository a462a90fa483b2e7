import { useTranslations } from 'use-intl'
import { useLocation } from 'wouter'
import { changeLanguage } from '../../i18n/change-language.ts'
import { LANGUAGE_NAMES, LANGUAGES } from '../../i18n/languages.ts'
import { useApp } from '../../state/store.ts'
import { addressOf } from '../../state/url.ts'

/** Real links, so that a language can be opened beside another; a plain click switches in place. */
export function LanguageLinks() {
  const t = useTranslations('common')
  const [path] = useLocation()
  const current = useApp((state) => state.language)
  const hrefs = useApp((state) =>
    LANGUAGES.map((language) => addressOf(path, state, { language, isLanguageChosen: true })).join('\n'),
  ).split('\n')
  return (
    <nav className="languages" aria-label={t('languages')}>
      {LANGUAGES.map((language, i) => (
        // React carries these into the head; readers of this relation want whole addresses.
        <link key={language} rel="alternate" hrefLang={language} href={new URL(hrefs[i] ?? '', location.href).href} />
      ))}
      {LANGUAGES.map((language, i) => (
        <a
          key={language}
          href={hrefs[i]}
          hrefLang={language}
          lang={language}
          aria-label={`${LANGUAGE_NAMES[language].short} ${LANGUAGE_NAMES[language].full}`}
          aria-current={current === language ? 'true' : undefined}
          onClick={(event) => {
            if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return
            event.preventDefault()
            void changeLanguage(language)
          }}
        >
          {LANGUAGE_NAMES[language].short}
        </a>
      ))}
    </nav>
  )
}
