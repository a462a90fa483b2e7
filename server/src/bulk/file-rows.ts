import {
  BULK_FIELDS,
  type BulkCollection,
  type BulkFault,
  type BulkField,
  type Cell,
  cellText,
  isBlankCell,
  readCell,
} from '@tvl/model'
import type { Choices } from './choices.ts'
import type { Lookup } from './lookup.ts'
import type { ReadFile } from './reading/workshop.ts'

/** A row of a file, read but not yet compared with anything. */
export interface FileRow {
  sheet: number
  /** From 0. */
  row: number
  collection: BulkCollection
  /** What the cells say; a cell that says nothing is missing. */
  values: Map<string, string | number | null>
  /** Mapped fields whose cell is empty. */
  blanks: Set<string>
  faults: BulkFault[]
}

export interface ReadingOptions {
  file: ReadFile
  choices: Choices
}

/** The cell as the person has it now: as it was sent, or as they corrected it. */
export class Cells {
  readonly #file: ReadFile
  readonly #edits = new Map<string, string | null>()

  constructor({ file, choices }: ReadingOptions) {
    this.#file = file
    for (const { sheet, row, column, value } of choices.edits) this.#edits.set(`${sheet}/${row}/${column}`, value)
  }

  at(sheet: number, row: number, column: number): Cell {
    const edit = this.#edits.get(`${sheet}/${row}/${column}`)
    return edit === undefined ? (this.#file.sheets[sheet]?.rows[row]?.[column] ?? null) : edit
  }
}

/** The rows of the sheets that list this collection, in their order; rows without a word are passed over. */
export function* fileRows(collection: BulkCollection, options: ReadingOptions, lookup: Lookup): Generator<FileRow> {
  const { file, choices } = options
  const cells = new Cells(options)
  for (const [sheet, mapping] of choices.sheets.entries()) {
    if (mapping.collection !== collection) continue
    const columns = mappedColumns(collection, mapping.columns)
    const { rows } = file.sheets[sheet] ?? { rows: [] }
    for (let row = mapping.headRow + 1; row < rows.length; row++) {
      const own = columns.map(({ field, column }) => ({ field, cell: cells.at(sheet, row, column) }))
      if (own.every(({ cell }) => isBlankCell(cell))) continue
      yield readRow({ sheet, row, collection }, own, options, lookup)
    }
  }
}

/** Zone before building, which is looked for in the zone. */
function mappedColumns(collection: BulkCollection, columns: readonly (string | null)[]) {
  return BULK_FIELDS[collection]
    .filter(({ kind }) => kind !== 'information')
    .flatMap((field) => {
      const column = columns.indexOf(field.name)
      return column < 0 ? [] : [{ field, column }]
    })
}

function readRow(
  place: Pick<FileRow, 'sheet' | 'row' | 'collection'>,
  cells: readonly { field: BulkField; cell: Cell }[],
  { file, choices }: ReadingOptions,
  lookup: Lookup,
): FileRow {
  const row: FileRow = { ...place, values: new Map(), blanks: new Set(), faults: [] }
  const context = {
    decimal: choices.decimal,
    is1904: file.is1904,
    zoneOf: (text: string) => lookup.zoneOf(text),
    buildingOf: (text: string) => {
      const zone = row.values.get('zoneId')
      return lookup.buildingOf(text, typeof zone === 'string' ? zone : null)
    },
  }
  for (const { field, cell } of cells) {
    const reading = readCell(field, cell, context)
    if ('isBlank' in reading) row.blanks.add(field.name)
    else if ('value' in reading) row.values.set(field.name, reading.value)
    else row.faults.push({ ...reading.fault, field: field.name, value: cellText(cell) })
  }
  return row
}
