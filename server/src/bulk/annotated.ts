import { BULK_FIELDS, type BulkCollection, faultWords, type Language } from '@tvl/model'
import type { Choices } from './choices.ts'
import type { Preview, PreviewRow } from './preview-shape.ts'
import type { Notes, ReadFile } from './reading/workshop.ts'

/** Signs that keep two directions apart on a page; a spreadsheet may draw them as boxes. */
const ISOLATES = /[\u2066-\u2069]/g

/** What to write into a file that is handed back: beside each wrong row, what is wrong and what to do. */
export function notesFor(file: ReadFile, choices: Choices, preview: Preview, language: Language): Notes {
  const heads = choices.sheets.flatMap(({ collection, headRow, columns }, sheet) => {
    if (!collection) return []
    const rows = file.sheets[sheet]?.rows ?? []
    const width = rows.reduce((most, row) => Math.max(most, row.length), 0)
    const own = columns.indexOf('remarks')
    return [{ sheet, row: headRow, column: own >= 0 ? own : width }]
  })
  return {
    heads,
    head: BULK_FIELDS.offices.find(({ name }) => name === 'remarks')?.words[language] ?? 'remarks',
    remarks: preview.rows
      .filter(({ faults }) => faults.length > 0)
      .map((row) => ({
        sheet: row.sheet,
        row: row.row,
        columns: columnsOf(row, choices),
        text: row.faults.map((fault) => remark(fault, row.collection, language)).join('\n'),
      })),
    edits: [...choices.edits],
  }
}

function columnsOf({ sheet, faults }: PreviewRow, choices: Choices): number[] {
  const columns = choices.sheets[sheet]?.columns ?? []
  return faults.flatMap(({ field }) => {
    const column = field === null ? -1 : columns.indexOf(field)
    return column < 0 ? [] : [column]
  })
}

function remark(fault: PreviewRow['faults'][number], collection: BulkCollection, language: Language): string {
  const { reason, remedy } = faultWords(fault, collection, language)
  return `${reason} ${remedy}`.replace(ISOLATES, '')
}
