/**
 * A cell as a reader found it. Plain values stand for themselves; what a spreadsheet knows more about is an object:
 * a date (`d`: wall time, ISO without zone), a formula with the outcome that the program stored (`f`, `v`), an error (`e`).
 */
export type Cell = CellValue | FormulaCell
export type CellValue = null | string | number | boolean | DateCell | ErrorCell
export interface DateCell {
  d: string
}
export interface ErrorCell {
  e: string
}
export interface FormulaCell {
  f: string
  v: CellValue
}

export const isDateCell = (cell: Cell): cell is DateCell => isObject(cell) && 'd' in cell
export const isErrorCell = (cell: Cell): cell is ErrorCell => isObject(cell) && 'e' in cell
export const isFormulaCell = (cell: Cell): cell is FormulaCell => isObject(cell) && 'f' in cell

const isObject = (cell: Cell): cell is DateCell | ErrorCell | FormulaCell => typeof cell === 'object' && cell !== null

/** What a person sees in the cell, as far as it matters for telling them. */
export function cellText(cell: Cell): string {
  if (cell === null) return ''
  if (isFormulaCell(cell)) return cellText(cell.v)
  if (isDateCell(cell)) return cell.d.endsWith('T00:00') ? cell.d.slice(0, 10) : cell.d.replace('T', ' ')
  if (isErrorCell(cell)) return cell.e
  return String(cell)
}

export const isBlankCell = (cell: Cell): boolean =>
  /^[\s\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]*$/.test(cellText(cell))
