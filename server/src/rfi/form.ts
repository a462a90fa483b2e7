import { type FormQuestion, type LabelMatch, matchLabel, type NamedSite, questionsOf } from '@tvl/model'
import type { ReadForm } from '../bulk/reading/workshop.ts'
import type { Snapshot } from '../catalogue/snapshot.ts'
import { referenceOf } from './reading/markup.js'

export type CellFormat = 'percent' | 'date' | null

/** A question with what it is taken for, and how the cells of its answers show numbers. */
export interface KeptQuestion extends FormQuestion {
  match: LabelMatch
  formats: CellFormat[]
}

/** What is kept of a questionnaire beside the file itself. */
export interface KeptForm {
  is1904: boolean
  sheets: { name: string; isRtl: boolean }[]
  questions: KeptQuestion[]
}

/** The questions of a workbook; `zones` are those that its heads may name. */
export function formOf(read: ReadForm, zones: readonly NamedSite[]): KeptForm {
  return {
    is1904: read.is1904,
    sheets: read.sheets.map(({ name, isRtl }) => ({ name, isRtl })),
    questions: questionsOf(read.sheets, zones).map((question) => ({
      ...question,
      match: matchLabel(question.label, question.unit),
      formats: question.answers.map(({ style }) => read.formats[style] ?? null),
    })),
  }
}

/** Every zone with its names in all languages. */
export function namedZones(snapshot: Snapshot): NamedSite[] {
  const zones = snapshot.collection('zones')
  const names = (['nameFr', 'nameAr', 'nameEn'] as const).map((property) => zones.get(property))
  return zones.ids.map((id, row) => ({ id, names: names.map((name) => String(name(row))) }))
}

/** A cell of a workbook, as the API names it: `0!C5`, the sheet from 0. */
export const cellId = (sheet: number, row: number, column: number): string => `${sheet}!${referenceOf(row, column)}`

export const questionId = ({ sheet, row, column }: FormQuestion): string => cellId(sheet, row, column)
