import type { CellAt, Selection } from './selection.ts'
import { cornersOf } from './selection.ts'

export type Table = readonly (readonly string[])[]

/** A table as spreadsheets put it on the clipboard: tabs between cells; quotes around what has tabs or lines in it. */
export function tableText(table: Table): string {
  const cell = (text: string) => (/[\t\r\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
  return table.map((line) => line.map(cell).join('\t')).join('\n')
}

/** Reads what a spreadsheet has put on the clipboard. The line end after the last row is no row. */
export function readTable(text: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let cell = ''
  let isQuoted = false
  const closeRow = () => {
    rows.push([...row, cell])
    row = []
    cell = ''
  }
  for (let i = 0; i < text.length; i++) {
    const sign = text[i] as string
    if (isQuoted) {
      if (sign !== '"') cell += sign
      else if (text[i + 1] === '"') cell += text[i++]
      else isQuoted = false
    } else if (sign === '"' && cell === '') isQuoted = true
    else if (sign === '\t') {
      row.push(cell)
      cell = ''
    } else if (sign === '\n') closeRow()
    else if (sign !== '\r') cell += sign
  }
  if (cell !== '' || row.length > 0) closeRow()
  return rows
}

export interface PastedCell {
  at: CellAt
  text: string
}

/**
 * Which text goes into which cell. A table begins at the first corner of the selection; where the selection is a
 * multiple of it, as with one value for many cells, it is repeated. What reaches beyond the last row or column is told
 * in `beyond` and goes nowhere.
 */
export function pasted(
  table: Table,
  selection: Selection,
  size: { rows: number; columns: number },
): { cells: PastedCell[]; beyond: number } {
  const { from, to } = cornersOf(selection)
  const height = table.length
  const width = Math.max(...table.map((line) => line.length), 0)
  if (height === 0 || width === 0) return { cells: [], beyond: 0 }
  const selected = { height: to.row - from.row + 1, width: to.column - from.column + 1 }
  const isRepeated = selected.height % height === 0 && selected.width % width === 0
  const area = isRepeated ? selected : { height, width }
  const cells: PastedCell[] = []
  let beyond = 0
  for (let i = 0; i < area.height; i++) {
    for (let j = 0; j < area.width; j++) {
      const text = table[i % height]?.[j % width]
      if (text === undefined) continue
      const at = { row: from.row + i, column: from.column + j }
      if (at.row < size.rows && at.column < size.columns) cells.push({ at, text })
      else beyond += 1
    }
  }
  return { cells, beyond }
}
