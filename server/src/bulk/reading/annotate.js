import { featuresOf } from './geojson.js'
import { parsed } from './separated.js'
import { loadWorkbook } from './workbook.js'
import { stringify } from './write-separated.js'

/**
 * What to write into a file that is handed back.
 * @typedef {{ sheet: number, row: number, columns: number[], text: string }} Remark rows and columns from 0
 * @typedef {{ sheet: number, row: number, column: number, value: string | number | null }} Edit
 * @typedef {{ heads: { sheet: number, row: number, column: number }[], head: string, remarks: Remark[], edits: Edit[] }} Notes
 */

const WRONG = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFBE3DC' } }

/** The workbook as it was sent, with a column of remarks and the wrong cells in colour. */
export async function annotateWorkbook(bytes, { heads, head, remarks, edits }) {
  // Lists of allowed values over whole columns would take the library minutes; all else stays as it was.
  const workbook = await loadWorkbook(bytes, ['dataValidations'])
  const remarkColumn = new Map()
  for (const { sheet, row, column } of heads) {
    remarkColumn.set(sheet, column)
    const cell = workbook.worksheets[sheet].getCell(row + 1, column + 1)
    cell.value = head
    cell.font = { bold: true }
    workbook.worksheets[sheet].getColumn(column + 1).width = 70
  }
  for (const { sheet, row, column, value } of edits) {
    workbook.worksheets[sheet].getCell(row + 1, column + 1).value = value
  }
  for (const { sheet, row, columns, text } of remarks) {
    const line = workbook.worksheets[sheet].getRow(row + 1)
    const remark = line.getCell((remarkColumn.get(sheet) ?? 0) + 1)
    remark.value = text
    for (const cell of [remark, ...columns.map((column) => line.getCell(column + 1))]) {
      // A style is shared by cells that look alike: only this one changes.
      cell.style = { ...cell.style, fill: WRONG }
    }
  }
  return Buffer.from(await workbook.xlsx.writeBuffer())
}

/** The same lines with the same separator, in UTF-8, and a column of remarks. */
export function annotateSeparated(bytes, { heads, head, remarks, edits }) {
  const { records, separator } = parsed(bytes)
  const column = heads[0]?.column ?? records.reduce((most, record) => Math.max(most, record.length), 0)
  const put = (row, at, value) => {
    const record = records[row]
    if (!record) return
    while (record.length <= at) record.push('')
    record[at] = value
  }
  for (const edit of edits) put(edit.row, edit.column, String(edit.value ?? ''))
  if (heads[0]) put(heads[0].row, column, head)
  for (const { row, text } of remarks) put(row, column, text)
  const safe = records.map((record) => record.map(masked))
  return Buffer.from(`\ufeff${stringify(safe, separator)}`)
}

const FORMULA = /^[=+\-@\t\r]/
const NUMBER = /^[+-]?[\d\s\u00a0\u202f.,]+$/

/** A text that a spreadsheet would run is masked; a number with its sign is none. */
const masked = (text = '') => (FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text)

/** The same features, each wrong one with its `remarks`. Its rows count from 1: row 0 are the names of the columns. */
export function annotateGeojson(bytes, { remarks }) {
  const { document, features } = featuresOf(bytes)
  const texts = new Map(remarks.map(({ row, text }) => [row - 1, text]))
  const marked = features.map((feature, i) =>
    texts.has(i) ? { ...feature, properties: { ...feature.properties, remarks: texts.get(i) } } : feature,
  )
  return Buffer.from(JSON.stringify({ ...document, features: marked }))
}
