import { isoOfDay, type Provenance, type ProvenanceByProperty } from '@tvl/model'
import type { useTranslations } from 'use-intl'
import type { Format } from '../../i18n/use-format.ts'
import type { Money } from '../../i18n/use-money.ts'
import { provenanceOf } from '../../ui/provenance.ts'
import type { Cell, Missing } from './rows.ts'

/** Everything rows need to speak the reader's language. */
export interface RowWords {
  t: ReturnType<typeof useTranslations<'compare.row'>>
  need: ReturnType<typeof useTranslations<'need'>>
  format: Format
  money: Money
  /** ISO day of the catalogue */
  today: string
  /** evidence of figures summed from offices */
  inventory: Provenance
  /** code or short name of an airport or a station */
  placeName: (id: string | null) => string | undefined
}

export const missingCell = (missing: Missing): Cell => ({ text: null, order: null, provenance: null, missing })

/** A published figure of a record, with the date its source gives it. */
export function factCell<K extends string>(
  record: { readonly [key in K]: number | null } & { provenance: ProvenanceByProperty },
  property: K,
  { format }: RowWords,
  print: (value: number) => string,
): Cell {
  const value: number | null = record[property]
  if (value === null) return missingCell('not-published')
  const provenance = provenanceOf(record.provenance, property)
  return {
    text: print(value),
    order: value,
    provenance,
    ...(provenance?.asOf ? { note: shortDate(format, provenance.asOf) } : {}),
  }
}

/** A source's date where room is short: months and days without their long names. */
export function shortDate(format: Format, asOf: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(asOf)) return format.day(asOf, 'short-day')
  if (/^\d{4}-\d{2}$/.test(asOf)) return format.day(`${asOf}-01`, 'short-month')
  return format.asOf(asOf)
}

/** A day from which something is free: "now" once it has come. */
export function freeFromText(day: number, today: number, { t, format }: RowWords): string {
  return day <= today ? t('now') : format.day(isoOfDay(day), 'short-day')
}
