import { written } from './fill-sheet.js'
import { referenceOf } from './markup.js'

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'

/**
 * The sheet that says of every answer where it comes from.
 * @typedef {{ name: string, isRtl: boolean, widths: number[], frozenRows: number, rows: (string | number | null)[][] }} Sources
 * @param {Sources} sources
 */
export function sourcesMarkup({ isRtl, widths, frozenRows, rows }) {
  const columns = widths.map((width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`)
  const pane = `<pane ySplit="${frozenRows}" topLeftCell="A${frozenRows + 1}" activePane="bottomLeft" state="frozen"/>`
  const data = rows.map((row, number) => {
    const cells = row.flatMap((value, column) =>
      value === null || value === '' ? [] : [written({ value }, '', ` r="${referenceOf(number, column)}"`)],
    )
    return `<row r="${number + 1}">${cells.join('')}</row>`
  })
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
    `<worksheet xmlns="${MAIN}">`,
    `<sheetViews><sheetView workbookViewId="0"${isRtl ? ' rightToLeft="1"' : ''}>${pane}</sheetView></sheetViews>`,
    `<cols>${columns.join('')}</cols><sheetData>${data.join('')}</sheetData></worksheet>`,
  ].join('')
}
