import { PassThrough } from 'node:stream'
import ExcelJS from 'exceljs'

/**
 * @typedef {{ head: string, width: number, format?: string, choices?: string[], isInformation?: boolean }} Column
 * @typedef {{ name: string, columns: Column[], note: string | null }} Sheet
 * @typedef {{ sheets: Sheet[], notice: { name: string, lines: string[] }, isRtl: boolean, choiceRows: number }} Layout
 */

const HEAD = { bold: true }
const HEAD_FILL = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFE7EFE9' } }
const INFORMATION_FILL = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFF1EFEA' } }

/**
 * Writes a workbook as it comes, sheet by sheet and batch by batch of rows: what is written leaves at once.
 * @param {Layout} layout @param {(chunk: Uint8Array) => void} onChunk
 */
export function workbookWriter(layout, onChunk) {
  const stream = new PassThrough()
  stream.on('data', (chunk) => onChunk(chunk))
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ stream, useStyles: true, useSharedStrings: false })
  const views = (frozen) => [{ rightToLeft: layout.isRtl, ...(frozen ? { state: 'frozen', ySplit: 1 } : {}) }]
  let index = -1
  let sheet

  const open = () => {
    index++
    const { name, columns, note } = layout.sheets[index]
    sheet = workbook.addWorksheet(name, {
      views: views(true),
      headerFooter: note ? { oddHeader: `&C${note.replaceAll('&', '&&')}` } : {},
    })
    sheet.columns = columns.map(({ width, format }) => ({ width, ...(format ? { style: { numFmt: format } } : {}) }))
    const head = sheet.addRow(columns.map((column) => column.head))
    head.eachCell((cell, number) => {
      cell.font = HEAD
      cell.fill = columns[number - 1].isInformation ? INFORMATION_FILL : HEAD_FILL
      cell.numFmt = '@'
    })
    head.commit()
    columns.forEach(({ choices }, column) => {
      if (!choices) return
      const letter = sheet.getColumn(column + 1).letter
      sheet.dataValidations.add(`${letter}2:${letter}${layout.choiceRows + 1}`, {
        type: 'list',
        allowBlank: true,
        showErrorMessage: false,
        formulae: [`"${choices.join(',')}"`],
      })
    })
  }
  const close = () => sheet?.commit()

  return {
    /** Rows of the sheet with this index; a sheet after the one before opens by itself. */
    rows(of, rows) {
      while (index < of) {
        close()
        open()
      }
      for (const row of rows) {
        sheet
          .addRow(row.map((value) => (typeof value === 'object' && value !== null ? new Date(`${value.d}Z`) : value)))
          .commit()
      }
    },
    async end() {
      while (index < layout.sheets.length - 1) {
        close()
        open()
      }
      close()
      const notice = workbook.addWorksheet(layout.notice.name, { views: views(false) })
      notice.columns = [{ width: 110 }]
      for (const line of layout.notice.lines) {
        const row = notice.addRow([line])
        row.getCell(1).alignment = { wrapText: true, vertical: 'top' }
        row.commit()
      }
      notice.commit()
      await workbook.commit()
    },
  }
}
