import type ExcelJS from 'exceljs'
import type { DossierWords, SheetKey } from './dossier-words.ts'
import { DOSSIER_WORDS } from './words.ts'

const HEAD_ROW = 5
type Language = keyof typeof DOSSIER_WORDS

/** Reads a dossier’s workbook as a person does: by the words of its heads and of its rows. */
export class WorkbookReader {
  readonly workbook: ExcelJS.Workbook
  readonly words: DossierWords

  constructor(workbook: ExcelJS.Workbook, language: Language = 'fr') {
    this.workbook = workbook
    this.words = DOSSIER_WORDS[language]
  }

  sheet(key: SheetKey): ExcelJS.Worksheet {
    const sheet = this.workbook.getWorksheet(this.words.sheets[key])
    if (!sheet) throw new Error(`no sheet ${key}`)
    return sheet
  }

  /** The cell under a head, in the row with this index from 0. */
  cell(key: SheetKey, head: string, place: number): ExcelJS.Cell {
    const heads = this.sheet(key).getRow(HEAD_ROW)
    let column = 0
    heads.eachCell((cell, number) => {
      // A program may write a text of two scripts in two parts.
      if (cell.text === head && column === 0) column = number
    })
    if (column === 0) throw new Error(`no head ${head} on ${key}`)
    return this.sheet(key).getCell(HEAD_ROW + 1 + place, column)
  }

  /** The cell that formulas call so. */
  named(name: string): ExcelJS.Cell {
    const [range] = this.workbook.definedNames.getRanges(name).ranges
    const found = /^'?(.+?)'?!\$(\w+)\$(\d+)$/.exec(range ?? '')
    const cell = found && this.workbook.getWorksheet(String(found[1]))?.getCell(`${found[2]}${found[3]}`)
    if (!cell) throw new Error(`nothing is called ${name}`)
    return cell
  }

  /** What a cell shows: of a formula, what it came to. */
  shown(cell: ExcelJS.Cell): unknown {
    return cell.formula ? (cell.result ?? '') : typeof cell.value === 'number' ? cell.value : cell.text
  }

  /** Every cell that is computed, by its address. */
  formulas(): Map<string, { formula: string; shown: unknown }> {
    const found = new Map<string, { formula: string; shown: unknown }>()
    this.workbook.eachSheet((sheet) => {
      sheet.eachRow((row) => {
        row.eachCell((cell) => {
          if (cell.formula)
            found.set(`${sheet.name}!${cell.address}`, { formula: cell.formula, shown: this.shown(cell) })
        })
      })
    })
    return found
  }
}

/** A word in a cell for days is read as no date. Money to the centime and points to the hundredth are whole numbers of them; shares may differ by noise. */
const comparable = (shown: unknown): unknown =>
  shown instanceof Date ? String(shown) : typeof shown === 'number' ? Number(shown.toFixed(6)) : shown

/** Cells in which two workbooks with the same formulas do not show the same. */
export function differences(expected: WorkbookReader, actual: WorkbookReader): string[] {
  const others = actual.formulas()
  return [...expected.formulas()].flatMap(([address, { formula, shown }]) => {
    const other = others.get(address)
    return other && comparable(other.shown) === comparable(shown)
      ? []
      : [`${address} = ${formula}: ${String(shown)}, recalculated ${String(other?.shown)}`]
  })
}
