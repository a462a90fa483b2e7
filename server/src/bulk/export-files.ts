import { setImmediate as breathe } from 'node:timers/promises'
import {
  BULK_FIELDS,
  type BulkCollection,
  type BulkField,
  type CatalogueRecord,
  CHOICES,
  type ChoiceKind,
  choiceWords,
  type Language,
  writtenFields,
} from '@tvl/model'
import type { Snapshot } from '../catalogue/snapshot.ts'
import { type CellOut, ExportValues, isIllustrative } from './export-values.ts'
import type { FileType, Layout, Workshop } from './reading/workshop.ts'
import { stringify } from './reading/write-separated.js'
import { BULK_WORDS } from './words.ts'

/** Rows to be written, in an order, of one version of the catalogue. */
export interface ExportQuestion {
  collection: BulkCollection
  snapshot: Snapshot
  rows: readonly number[]
  language: Language
}

const BATCH = 500
const CHOICE_ROWS = 2000

const exported = (collection: BulkCollection): readonly BulkField[] =>
  BULK_FIELDS[collection].filter(({ name }) => name !== 'remarks')

export const MEDIA_TYPES: Readonly<Record<FileType, string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
  geojson: 'application/geo+json; charset=utf-8',
}

/** Where French and Moroccan spreadsheets expect a semicolon and a decimal comma, text has them. */
export const separatorIn = (language: Language): string => (language === 'en' ? ',' : ';')

function* batches({ collection, snapshot, rows }: ExportQuestion): Generator<CatalogueRecord<BulkCollection>[]> {
  const table = snapshot.collection(collection)
  for (let from = 0; from < rows.length; from += BATCH) {
    yield rows.slice(from, from + BATCH).map((row) => table.record(row) as CatalogueRecord<BulkCollection>)
  }
}

/** Whether anything in it is invented: the file says so in its name and in its first lines. */
export function holdsIllustrative(question: ExportQuestion): boolean {
  for (const records of batches(question)) if (records.some(isIllustrative)) return true
  return false
}

export async function* csvOf(question: ExportQuestion): AsyncGenerator<string> {
  const { collection, snapshot, language } = question
  const fields = exported(collection)
  const separator = separatorIn(language)
  const values = new ExportValues(snapshot, language)
  yield `\ufeff${stringify([fields.map(({ words }) => words[language])], separator)}`
  for (const records of batches(question)) {
    const lines = records.map((record) => fields.map((field) => asText(values.cell(field, record), language)))
    yield stringify(lines, separator)
    await breathe()
  }
}

function asText(value: CellOut, language: Language): string {
  if (value === null) return ''
  if (typeof value === 'number') return language === 'en' ? String(value) : String(value).replace('.', ',')
  if (typeof value === 'string') return value
  return value.d.endsWith('T00:00') ? value.d.slice(0, 10) : value.d.replace('T', ' ')
}

/** Properties by the catalogue’s own names and codes: programs read this one. */
export async function* geojsonOf(question: ExportQuestion): AsyncGenerator<string> {
  const { collection, snapshot } = question
  const fields = writtenFields(collection).map(({ name }) => name)
  yield `{"type":"FeatureCollection","timeStamp":${JSON.stringify(snapshot.today)},"version":${snapshot.changeNumber},"features":[`
  let isFirst = true
  for (const records of batches(question)) {
    const features = records.map((record) => {
      const stored = record.properties as unknown as Record<string, unknown>
      const known = fields.filter((name) => name in stored).map((name) => [name, stored[name] ?? null])
      const whole = record.properties.provenance['*']
      const properties = {
        ...Object.fromEntries(known),
        ...('verifiedOn' in stored
          ? {
              verifiedOn: stored.verifiedOn,
              verifiedBy: stored.verifiedBy,
              verificationMethod: stored.verificationMethod,
            }
          : {}),
        grade: whole?.grade ?? null,
        sources: whole?.sources.join('; ') ?? null,
        asOf: whole?.asOf ?? null,
        illustrative: isIllustrative(record),
        provenance: record.properties.provenance,
      }
      return JSON.stringify({ type: 'Feature', id: record.id, geometry: record.geometry, properties })
    })
    yield `${isFirst ? '' : ','}${features.join(',')}`
    isFirst = false
    await breathe()
  }
  yield ']}'
}

export function workbookOf(question: ExportQuestion, workshop: Workshop): AsyncGenerator<Uint8Array> {
  const { collection, snapshot, rows, language } = question
  const words = BULK_WORDS[language]
  const isInvented = holdsIllustrative(question)
  const lines = words.exportLines(snapshot.today, snapshot.changeNumber, rows.length)
  const layout: Layout = {
    sheets: [{ ...sheetOf(collection, exported(collection), language), note: isInvented ? words.illustrative : null }],
    notice: { name: words.notice, lines: isInvented ? [words.illustrative, ...lines] : [...lines] },
    isRtl: language === 'ar',
    choiceRows: Math.min(Math.max(rows.length, 1) + 200, CHOICE_ROWS * 10),
  }
  return workshop.write(layout, rowsOf(question))
}

async function* rowsOf(question: ExportQuestion) {
  const fields = exported(question.collection)
  const values = new ExportValues(question.snapshot, question.language)
  for (const records of batches(question)) {
    yield { sheet: 0, rows: records.map((record) => fields.map((field) => values.cell(field, record))) }
    await breathe()
  }
}

/** An empty workbook with the heads of both lists in one language. */
export function templateOf(language: Language, workshop: Workshop): AsyncGenerator<Uint8Array> {
  const words = BULK_WORDS[language]
  const sheets = (['offices', 'buildings'] as const).map((collection) =>
    sheetOf(collection, writtenFields(collection), language),
  )
  const layout: Layout = {
    sheets,
    notice: { name: words.notice, lines: [...words.templateLines] },
    isRtl: language === 'ar',
    choiceRows: CHOICE_ROWS,
  }
  return workshop.write(layout, (async function* () {})())
}

export const csvTemplate = (language: Language): string =>
  `\ufeff${stringify([writtenFields('offices').map(({ words }) => words[language])], separatorIn(language))}`

function sheetOf(
  collection: BulkCollection,
  fields: readonly BulkField[],
  language: Language,
): Layout['sheets'][number] {
  return {
    name: BULK_WORDS[language].sheets[collection],
    note: null,
    columns: fields.map(({ kind, name, words }) => ({
      head: words[language],
      width: Math.min(Math.max(words[language].length + 2, name === 'id' ? 26 : 12), 34),
      ...(kind === 'day' || name === 'verifiedOn' ? { format: 'yyyy-mm-dd' } : {}),
      ...(kind === 'instant' ? { format: 'yyyy-mm-dd hh:mm' } : {}),
      ...(kind in CHOICES ? { choices: choiceWords(kind as ChoiceKind, language) } : {}),
      ...(kind === 'information' ? { isInformation: true } : {}),
    })),
  }
}
