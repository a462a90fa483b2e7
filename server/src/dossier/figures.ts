import {
  formatAsOf,
  formatDay,
  formatNumber,
  type Grade,
  type Language,
  METHODS,
  type Provenance,
  type ProvenanceByProperty,
  provenanceOf,
} from '@tvl/model'
import { type Citations, runs } from './citations.ts'
import { printableLine } from './printable.ts'
import type { DossierWords } from './words/words.ts'

/** A figure as it is printed: never without what it rests on, and a word where it is not known. */
export interface Figure {
  text: string
  unit: string | null
  isUnknown: boolean
  grade: Grade | null
  sources: { from: number; to: number }[]
  /** Its date, or what else has to be said of it. */
  note: string | null
}

const FIRMEST_FIRST: readonly Grade[] = [
  'official',
  'press',
  'declared',
  'measured',
  'modelled',
  'derived',
  'illustrative',
]

/** The grade of a sum: that of its weakest part. */
export const weakest = (grades: readonly (Grade | null)[]): Grade | null =>
  grades.reduce<Grade | null>(
    (worst, grade) =>
      grade !== null && (worst === null || FIRMEST_FIRST.indexOf(grade) > FIRMEST_FIRST.indexOf(worst)) ? grade : worst,
    null,
  )

type Graded = { provenance: ProvenanceByProperty }

/** Prints figures in one language, citing as it goes. */
export class FigurePrinter {
  readonly language: Language
  readonly words: DossierWords
  readonly citations: Citations

  constructor(language: Language, words: DossierWords, citations: Citations) {
    this.language = language
    this.words = words
    this.citations = citations
  }

  number = (value: number, maxDigits = 1): string => formatNumber(this.language, value, { maxDigits })

  /** Centimes as dirhams: whole where they are whole, else to the centime. */
  money = (centimes: number): string => {
    const digits = centimes % 100 === 0 ? 0 : 2
    return formatNumber(this.language, centimes / 100, { minDigits: digits, maxDigits: digits })
  }

  /** A rent or charge: as many decimals as it has, up to the centime. */
  price = (mad: number): string => {
    const digits = Number.isInteger(mad) ? 0 : 2
    return formatNumber(this.language, mad, { minDigits: digits, maxDigits: digits })
  }

  day = (iso: string): string => formatDay(this.language, iso, 'short-day')

  /** When a figure is of, in short; null: its source does not say. */
  asOf(provenance: Provenance | null): string | null {
    const asOf = provenance?.asOf ?? null
    if (asOf === null) return null
    if (/^\d{4}-\d{2}-\d{2}$/.test(asOf)) return formatDay(this.language, asOf, 'short-day')
    if (/^\d{4}-\d{2}$/.test(asOf)) return formatDay(this.language, `${asOf}-01`, 'short-month')
    return printableLine(formatAsOf(this.language, asOf))
  }

  /** How a derived figure was obtained, in words. */
  method(provenance: Provenance | null): string | null {
    const method = provenance?.method
    return method !== undefined && method in METHODS ? METHODS[method as keyof typeof METHODS][this.language] : null
  }

  /** A figure of a record. Without a provenance it is not believed: it is unknown, whatever the record says. */
  of<R extends Graded>(
    record: R | null,
    property: string & keyof R,
    text: string | null,
    { unit = null, note }: { unit?: string | null; note?: string | null } = {},
  ): Figure {
    const provenance = record ? provenanceOf(record, property) : null
    if (text === null || provenance === null) return this.unknown(note)
    return {
      text,
      unit,
      isUnknown: false,
      grade: provenance.grade,
      sources: runs(this.citations.cite(provenance.sources)),
      note: note === undefined ? this.asOf(provenance) : note,
    }
  }

  /** A figure summed or reckoned here, of the grade of its weakest part. */
  reckoned(
    text: string | null,
    grade: Grade | null,
    { unit = null, note = null, sources = [] }: { unit?: string | null; note?: string | null; sources?: string[] } = {},
  ): Figure {
    if (text === null) return this.unknown(note)
    return { text, unit, isUnknown: false, grade, sources: runs(this.citations.cite(sources)), note }
  }

  unknown(note: string | null = null): Figure {
    return { text: this.words.unknown, unit: null, isUnknown: true, grade: null, sources: [], note }
  }
}
