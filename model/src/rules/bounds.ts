import { isIsoDay } from './days.ts'

/** The most that the catalogue holds of a figure: the columns of seats hold 16 bits, those of areas and rents 32. */
export const MOST = {
  seats: 65_535,
  areaM2: 1_000_000,
  rentMadPerM2Month: 100_000,
  serviceChargeMadPerM2Month: 100_000,
} as const

/** A date outside is a slip of the keyboard, and years of four digits sort as texts do. */
export const YEARS = { first: 1950, last: 2100 } as const

export const isYear = (year: number): boolean => year >= YEARS.first && year <= YEARS.last

/** True for a day that exists, written YYYY-MM-DD, in a year that the catalogue takes. */
export const isCatalogueDay = (text: string): boolean => isIsoDay(text) && isYear(Number(text.slice(0, 4)))
