import type { Language } from '@tvl/model'

export const LANGUAGES = ['fr', 'ar', 'en'] as const satisfies readonly Language[]
export const DEFAULT_LANGUAGE: Language = 'fr'

/** BCP 47 tags given to `Intl`: Arabic as written in Morocco, so months are شتنبر and digits are 0–9. */
export const LOCALES: Record<Language, string> = { fr: 'fr', ar: 'ar-MA', en: 'en-GB' }

/** Each language in its own words, for the switch. */
export const LANGUAGE_NAMES: Record<Language, { short: string; full: string }> = {
  fr: { short: 'FR', full: 'Français' },
  ar: { short: 'ع', full: 'العربية' },
  en: { short: 'EN', full: 'English' },
}

export const isLanguage = (value: unknown): value is Language => LANGUAGES.some((language) => language === value)

export const directionOf = (language: Language): 'ltr' | 'rtl' => (language === 'ar' ? 'rtl' : 'ltr')

/** The first language of the reader's list that we speak; French when there is none. */
export function preferredLanguage(wanted: readonly string[]): Language {
  for (const tag of wanted) {
    const language = tag.toLowerCase().split('-')[0]
    if (isLanguage(language)) return language
  }
  return DEFAULT_LANGUAGE
}
