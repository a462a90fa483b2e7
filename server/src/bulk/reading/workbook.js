import ExcelJS from 'exceljs'
import { checkWorkbook } from './check-workbook.js'
import { FileRefused, LIMITS, Meter } from './limits.js'

/** What of a sheet is not needed to read its cells; some of it takes the library minutes for whole columns. */
const IGNORED = [
  'dataValidations',
  'mergeCells',
  'cols',
  'hyperlinks',
  'conditionalFormatting',
  'drawing',
  'legacyDrawing',
  'picture',
  'tableParts',
  'extLst',
  'autoFilter',
  'rowBreaks',
  'colBreaks',
  'pageSetup',
  'headerFooter',
]

/** @param {Buffer} bytes @param {string[]} ignoreNodes */
export async function loadWorkbook(bytes, ignoreNodes = IGNORED) {
  await checkWorkbook(bytes)
  const workbook = new ExcelJS.Workbook()
  try {
    await workbook.xlsx.load(bytes, { ignoreNodes })
  } catch (error) {
    throw new FileRefused('import.unreadable', error.message)
  }
  if (workbook.worksheets.length > LIMITS.sheets) {
    throw new FileRefused('import.too-many-sheets', `more than ${LIMITS.sheets} sheets`)
  }
  return workbook
}

/** The cells of a workbook, sheet by sheet. @param {Buffer} bytes */
export async function readWorkbook(bytes) {
  const workbook = await loadWorkbook(bytes)
  const meter = new Meter()
  const sheets = workbook.worksheets.map((sheet) => ({
    name: sheet.name,
    isHidden: sheet.state !== 'visible',
    rows: rowsOf(sheet, meter),
  }))
  return { sheets, is1904: workbook.properties?.date1904 === true }
}

function rowsOf(sheet, meter) {
  const rows = []
  sheet.eachRow({ includeEmpty: false }, (row, number) => {
    const cells = []
    let filled = 0
    row.eachCell({ includeEmpty: false }, (cell, column) => {
      const value = cellOf(cell.value)
      if (value === null) return
      Meter.columns(column)
      while (cells.length < column - 1) cells.push(null)
      cells[column - 1] = value
      filled++
    })
    if (filled === 0) return
    Meter.rows(number)
    meter.row(filled)
    while (rows.length < number - 1) rows.push([])
    rows[number - 1] = cells
  })
  return rows
}

/** @returns {import('@tvl/model').Cell} */
function cellOf(value) {
  if (value === null || value === undefined) return null
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : { d: minuteOf(value) }
  if (typeof value === 'string') return value === '' ? null : value.slice(0, LIMITS.cellCharacters)
  if (typeof value === 'number') return Number.isFinite(value) ? value : null
  if (typeof value === 'boolean') return value
  if (typeof value !== 'object') return null
  if ('error' in value) return { e: String(value.error) }
  if ('formula' in value || 'sharedFormula' in value) {
    const inner = cellOf(value.result)
    return { f: String(value.formula ?? value.sharedFormula ?? ''), v: inner && inner.f !== undefined ? null : inner }
  }
  if (Array.isArray(value.richText)) return cellOf(value.richText.map(({ text }) => text ?? '').join(''))
  if ('text' in value) return cellOf(value.text)
  return null
}

/** Cells hold fractions of a day, which come out a few milliseconds off. */
function minuteOf(date) {
  const rounded = new Date(Math.round(date.getTime() / 60_000) * 60_000)
  return rounded.toISOString().slice(0, 16)
}
