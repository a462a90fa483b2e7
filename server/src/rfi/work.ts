import { coverageOf, dayOfIso, type Language, rfiField } from '@tvl/model'
import type { FormWork } from '../bulk/reading/workshop.ts'
import { PAGE_WORDS } from '../ogc/words/page-words.ts'
import type { Item } from './items.ts'
import { RFI_WORDS } from './words.ts'

/** A source as the sheet of sources names it. */
export interface NamedSource {
  title: string
  publisher: string
  publishedOn: string | null
  url: string | null
}

export interface WorkContext {
  language: Language
  sheets: readonly { name: string; isRtl: boolean }[]
  is1904: boolean
  today: string
  version: number
  sourceOf: (id: string) => NamedSource | undefined
  zoneName: (id: string) => string
  /** Sources of the exchange rates. */
  rateSources: (currency: string) => readonly string[]
}

/** Day 0 of the two calendars of spreadsheets, in days since 1970. */
const EPOCH_1900 = -25_569
const EPOCH_1904 = -24_107

/** What is written into a questionnaire: its cells, and the sheet that says where each answer comes from. */
export function workOf(items: readonly Item[], context: WorkContext): FormWork {
  const answered = items.filter(({ value }) => value !== null)
  return {
    fills: answered.map(({ sheet, row, column, ...item }) => ({
      sheet,
      row,
      column,
      value: written(item, context.is1904),
    })),
    sources: {
      name: RFI_WORDS[context.language].sheet,
      isRtl: context.language === 'ar',
      widths: [18, 9, 44, 24, 30, 16, 14, 70, 14, 10, 34, 50],
      ...sourceRows(items, context),
    },
  }
}

/** A value as a cell of this format has to hold it. A figure that the format would show as another is written as a text. */
function written({ value, field, format }: Pick<Item, 'value' | 'field' | 'format'>, is1904: boolean): string | number {
  const dimension = field === null ? null : rfiField(field)?.dimension
  if (typeof value === 'number') {
    if (format === 'percent') return dimension === 'percent' ? Number((value / 100).toPrecision(12)) : String(value)
    return format === 'date' ? String(value) : value
  }
  if (format === 'date' && dimension === 'date' && value !== null) {
    return dayOfIso(value) - (is1904 ? EPOCH_1904 : EPOCH_1900)
  }
  return value ?? ''
}

function sourceRows(items: readonly Item[], context: WorkContext) {
  const words = RFI_WORDS[context.language]
  const { questions, filled, declared, pct } = coverageOf(items.map(({ state }) => state))
  const isIllustrative = items.some(({ value, provenance }) => value !== null && provenance?.grade === 'illustrative')
  const top: (string | number | null)[][] = [
    [words.title],
    [words.read(context.today, context.version)],
    [words.coverage(pct, filled + declared, questions)],
    [words.empty],
    ...(isIllustrative ? [[words.illustrative]] : []),
    [],
    [...words.heads],
  ]
  return { frozenRows: top.length, rows: [...top, ...items.map((item) => sourceRow(item, context))] }
}

function sourceRow(item: Item, context: WorkContext): (string | number | null)[] {
  const { language } = context
  const words = RFI_WORDS[language]
  const grade = item.state === 'declared' ? 'declared' : item.provenance?.grade
  const sources = [...(item.provenance?.sources ?? []), ...(item.rate ? context.rateSources(item.rate.currency) : [])]
  const field = item.field === null ? undefined : rfiField(item.field)
  return [
    context.sheets[item.sheet]?.name ?? null,
    item.reference,
    item.label,
    context.zoneName(item.zoneId),
    item.value,
    unitWords(item.unit, language),
    grade ? PAGE_WORDS[language].grades[grade] : item.state === 'kept' ? null : words.unknown,
    sources.map((id) => sourceWords(context.sourceOf(id), id)).join('\n'),
    item.state === 'declared' ? (item.gap?.answeredOn ?? null) : (item.provenance?.asOf ?? null),
    item.value === null ? null : typeof item.value === 'string' && item.state === 'filled' ? language : null,
    field?.words[language] ?? null,
    remark(item, language),
  ]
}

const sourceWords = (source: NamedSource | undefined, id: string): string =>
  source ? [source.title, source.publisher, source.publishedOn, source.url].filter(Boolean).join(' · ') : id

/** A unit in words of the language: `MAD/m²/month` → MAD/m²/mois. */
export const unitWords = (unit: string | null, language: Language): string | null =>
  unit?.replace('month', RFI_WORDS[language].month).replace('year', RFI_WORDS[language].year) ?? null

function remark(item: Item, language: Language): string | null {
  const words = RFI_WORDS[language]
  const { state, gap, rate, format, field } = item
  if (state === 'declared' && gap) {
    return words.declared(words.roles[gap.answeredByRole ?? ''] ?? gap.answeredByRole ?? '', gap.answeredOn ?? '')
  }
  if (state === 'ambiguous' || state === 'unmatched') return words.notMatched
  if (state === 'left-empty') return words.leftEmpty
  if (state === 'kept') return words.byOther
  if (state === 'unknown') return item.reason && words.reasons[item.reason]
  const said = [
    rate && words.rate(rate.currency, rate.madPerUnit, rate.asOf ?? ''),
    field && words.sums[field.split('.')[0] as keyof typeof words.sums],
    format === 'percent' && item.unit === '%' ? words.percent : null,
  ]
  return said.filter(Boolean).join(' ; ') || null
}
