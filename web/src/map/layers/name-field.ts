import type { Language } from '@tvl/model'
import type { ExpressionSpecification } from 'maplibre-gl'

const NAME: Record<Language, string> = { fr: 'nameFr', ar: 'nameAr', en: 'nameEn' }

/** The feature's name in the reader's language. */
export const nameIn = (language: Language): ExpressionSpecification => ['get', NAME[language]]

/** Arabic letters join: spacing would tear them, and the same size reads smaller. */
export const spacing = (language: Language, em: number) => (language === 'ar' ? 0 : em)
export const textSize = (language: Language, px: number) => (language === 'ar' ? px + 1.5 : px)
