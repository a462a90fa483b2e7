import type { Language } from '@tvl/model'

interface Named {
  nameFr: string
  nameAr: string
  nameEn: string
}
interface WithCity {
  cityFr: string
  cityAr: string
  cityEn: string
}

/** A record's name in the reader's language. */
export const nameOf = (record: Named, language: Language): string =>
  ({ fr: record.nameFr, ar: record.nameAr, en: record.nameEn })[language]

/** The name without what stands in brackets, where room is short; the zone's own page has it whole. */
export const shortNameOf = (record: Named, language: Language): string =>
  nameOf(record, language).replace(/\s*\([^)]*\)/g, '')

/** The town of a zone, without the quarter or direction that stands in brackets. */
export const cityOf = (record: WithCity, language: Language): string =>
  ({ fr: record.cityFr, ar: record.cityAr, en: record.cityEn })[language].replace(/\s*\([^)]*\)/g, '')
