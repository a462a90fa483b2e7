import type { Language } from '@tvl/model'
import type { Alignment, Cell } from 'exceljs'
import type { SheetKey } from '../dossier-words.ts'
import type { Evidence } from '../evidence.ts'
import type { Book } from './book.ts'
import { type Content, cellValue, isFormula } from './content.ts'
import { alignmentOf, BORDERS, FILLS, FONTS, FORMATS, type Format } from './style.ts'

export interface Column<Row> {
  key: string
  head: string
  width: number
  format: Format
  cell: (row: Row, place: number) => Content
  /** It may be changed by whoever has the file. */
  isInput?: boolean
  isStrong?: boolean
  /** Says that something in the row is invented. */
  isMark?: boolean
  wraps?: boolean
  /** Two more columns beside: how firm the figure is, and who says so. */
  evidence?: (row: Row) => Evidence | null
  /** Cells of the column are called so in formulas. */
  name?: string
}

interface Shape<Row> {
  key: SheetKey
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  /** Columns that stay in sight. */
  frozen: number
  /** Above the heads, where something here is invented. */
  isInvented: boolean
  /** A rule stands above the first row of each group. */
  groupOf?: (row: Row) => unknown
}

const HEAD_ROW = 5
const FIRST_ROW = HEAD_ROW + 1
const EVIDENCE_WIDTHS = [11, 16] as const

/** A sheet of rows under heads. Its addresses are known before anything is written into it. */
export class Table<Row> {
  readonly #book: Book
  readonly #shape: Shape<Row>
  readonly #at = new Map<string, number>()
  readonly #width: number

  constructor(book: Book, shape: Shape<Row>) {
    this.#book = book
    this.#shape = shape
    let at = 1
    for (const { key, evidence } of shape.columns) {
      this.#at.set(key, at)
      at += evidence ? 1 + EVIDENCE_WIDTHS.length : 1
    }
    this.#width = at - 1
    for (const { key, name } of shape.columns) if (name) book.name(name, shape.key, this.#cells(key))
  }

  /** A cell of the row with this index, from the same sheet. */
  here(key: string, place: number): string {
    return `$${this.#letter(key)}${FIRST_ROW + place}`
  }

  /** The same, from any sheet. */
  cell(key: string, place: number): string {
    return this.#book.address(this.#shape.key, `$${this.#letter(key)}$${FIRST_ROW + place}`)
  }

  fill(): void {
    this.#writeTop()
    for (const column of this.#shape.columns) this.#writeHead(column)
    this.#shape.rows.forEach((row, place) => {
      for (const column of this.#shape.columns) this.#writeCells(column, row, place)
      this.#sheet.getRow(FIRST_ROW + place).height = heightOf(
        this.#shape.columns.map((column) => (column.wraps ? linesOf(column.cell(row, place), column.width) : 1)),
      )
    })
    const sheet = this.#sheet
    const last = FIRST_ROW + Math.max(this.#shape.rows.length, 1) - 1
    sheet.autoFilter = { from: { row: HEAD_ROW, column: 1 }, to: { row: last, column: this.#width } }
    sheet.views = sheet.views.map(({ rightToLeft = false }) => ({
      ...{ rightToLeft, showGridLines: false },
      ...{ state: 'frozen', xSplit: this.#shape.frozen, ySplit: HEAD_ROW },
    }))
    sheet.pageSetup.printTitlesRow = `${HEAD_ROW}:${HEAD_ROW}`
    if (this.#shape.frozen > 0) sheet.pageSetup.printTitlesColumn = `A:${sheet.getColumn(this.#shape.frozen).letter}`
  }

  get #sheet() {
    return this.#book.sheet(this.#shape.key)
  }

  #letter(key: string): string {
    const at = this.#at.get(key)
    if (at === undefined) throw new Error(`no column ${key}`)
    return this.#sheet.getColumn(at).letter
  }

  #cells(key: string): string {
    const letter = this.#letter(key)
    return `$${letter}$${FIRST_ROW}:$${letter}$${FIRST_ROW + Math.max(this.#shape.rows.length, 1) - 1}`
  }

  #writeTop(): void {
    const { words, language, hash, frozen } = this.#book
    const { key, isInvented } = this.#shape
    const sheet = this.#sheet
    const lines = [
      { text: words.sheets[key], font: FONTS.sheetTitle(language), height: 24 },
      { text: words.notes[key], font: FONTS.note, height: 15 },
      { text: `${frozen.catalogue.today} · ${hash}`, font: FONTS.small, height: 15 },
      { text: isInvented ? words.illustrativeSentence : '', font: FONTS.mark, height: 15 },
    ]
    lines.forEach(({ text, font, height }, i) => {
      const cell = sheet.getCell(i + 1, 1)
      Object.assign(cell, { value: text, font, alignment: topAlignment(language) })
      sheet.getRow(i + 1).height = height
    })
    sheet.getRow(HEAD_ROW).height = 40
  }

  #writeHead({ key, head, width, format, evidence }: Column<Row>): void {
    const { words } = this.#book
    const at = this.#at.get(key) ?? 0
    const heads = [head, ...(evidence ? [words.evidence, words.source] : [])]
    heads.forEach((text, i) => {
      const column = this.#sheet.getColumn(at + i)
      column.width = i === 0 ? width : (EVIDENCE_WIDTHS[i - 1] ?? width)
      const cell = this.#sheet.getCell(HEAD_ROW, at + i)
      const isText = i > 0 || format === 'text'
      cell.value = text
      cell.font = i === 0 ? FONTS.head : FONTS.small
      Object.assign(cell, { fill: FILLS.head, border: BORDERS.head })
      cell.alignment = { ...alignmentOf(isText, text, true), vertical: 'bottom' }
    })
  }

  #writeCells(column: Column<Row>, row: Row, place: number): void {
    const { rows, groupOf } = this.#shape
    const at = this.#at.get(column.key) ?? 0
    const before = rows[place - 1]
    const isNewGroup = groupOf !== undefined && before !== undefined && groupOf(before) !== groupOf(row)
    const border = isNewGroup ? BORDERS.group : BORDERS.row
    const cell = this.#sheet.getCell(FIRST_ROW + place, at)
    const content = column.cell(row, place)
    writeContent(cell, content, column, this.#book.words.unknown)
    cell.border = border
    // Beside a text of several lines all begin with its first.
    const vertical = this.#shape.columns.some(({ wraps }) => wraps) ? 'top' : 'middle'
    cell.alignment = { ...cell.alignment, vertical }
    if (!column.evidence) return
    const evidence = column.evidence(row)
    const beside = [
      { value: this.#book.gradeWord(evidence), font: evidence === null ? FONTS.small : FONTS.grade(evidence.grade) },
      { value: this.#book.sourceWords(evidence), font: FONTS.small },
    ]
    beside.forEach(({ value, font }, i) => {
      const next = this.#sheet.getCell(FIRST_ROW + place, at + 1 + i)
      Object.assign(next, { value, font, border, alignment: { ...alignmentOf(true, value), vertical } })
    })
  }
}

/** Lines above a table begin where the sheet does, whatever their script: in a narrow column they run over the next. */
export const topAlignment = (language: Language): Partial<Alignment> => ({
  vertical: 'middle',
  horizontal: language === 'ar' ? 'right' : 'left',
  readingOrder: language === 'ar' ? 'rtl' : 'ltr',
})

const LINE = 12.5

/** How many lines a text takes in a column: programs do not all look by themselves. */
export const linesOf = (content: Content, width: number): number =>
  typeof content === 'string' ? Math.ceil((content.length * 0.95) / width) : 1

/** In points, of a row whose cells take so many lines. */
export const heightOf = (lines: readonly number[]): number => Math.max(1, ...lines) * LINE + 4

/** Writes a content as what it is: an input, a figure, a word for the unknown. */
export function writeContent(
  cell: Cell,
  content: Content,
  {
    format,
    isInput,
    isStrong,
    isMark,
    wraps,
  }: Pick<Column<never>, 'format' | 'isInput' | 'isStrong' | 'isMark' | 'wraps'>,
  unknown: string,
): void {
  const isUnknown = content === null || (isFormula(content) && content.result === null)
  cell.value = cellValue(content, unknown, cell.address)
  cell.numFmt = isFormula(content) && format === 'text' ? 'General' : FORMATS[format]
  cell.font = isMark
    ? FONTS.mark
    : isUnknown
      ? FONTS.unknown
      : isInput
        ? FONTS.input
        : isStrong
          ? FONTS.strong
          : FONTS.text
  if (isInput) cell.fill = FILLS.input
  const shown = isFormula(content) ? content.result : content
  cell.alignment = alignmentOf(format === 'text', shown, wraps)
}
