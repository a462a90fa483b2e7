import type { Row } from 'exceljs'
import type { SheetKey } from '../dossier-words.ts'
import type { Book } from './book.ts'
import type { Content } from './content.ts'
import { alignmentOf, BORDERS, FILLS, FONTS, type Format } from './style.ts'
import { heightOf, linesOf, writeContent } from './table.ts'

export interface Part {
  content: Content
  format: Format
  isInput?: boolean
  isSmall?: boolean
  isStrong?: boolean
  wraps?: boolean
  /** What formulas call the cell. */
  name?: string
}

export const text = (content: string): Part => ({ content, format: 'text' })
export const small = (content: string): Part => ({ content, format: 'text', isSmall: true })

/** Blocks of rows below one another on a sheet that is no table. */
export class Sections {
  readonly #book: Book
  readonly #key: SheetKey
  #at: number

  constructor(book: Book, key: SheetKey, firstRow: number) {
    this.#book = book
    this.#key = key
    this.#at = firstRow
  }

  /** The row that is written next. */
  get row(): number {
    return this.#at
  }

  heading(text: string): void {
    this.#at++
    const row = this.#next()
    row.height = 20
    Object.assign(row.getCell(1), { value: text, font: FONTS.section, alignment: alignmentOf(true, text) })
  }

  heads(texts: readonly string[], isText: (column: number) => boolean): void {
    const row = this.#next()
    row.height = 30
    texts.forEach((text, i) => {
      const alignment = { ...alignmentOf(isText(i), text, true), vertical: 'bottom' }
      Object.assign(row.getCell(i + 1), {
        value: text,
        font: FONTS.head,
        fill: FILLS.head,
        border: BORDERS.head,
        alignment,
      })
    })
  }

  /** Null leaves a cell empty. */
  line(parts: readonly (Part | null)[]): void {
    const at = this.#at
    const row = this.#next()
    const widths = parts.map((_, i) => this.#book.sheet(this.#key).getColumn(i + 1).width ?? 10)
    row.height = heightOf(parts.map((part, i) => (part?.wraps ? linesOf(part.content, widths[i] ?? 10) : 1)))
    parts.forEach((part, i) => {
      const cell = row.getCell(i + 1)
      cell.border = BORDERS.row
      if (part === null) return
      writeContent(cell, part.content, part, this.#book.words.unknown)
      if (part.isSmall) cell.font = FONTS.small
      if (part.name) this.#book.name(part.name, this.#key, `$${cell.address.replace(/\d+$/, '')}$${at}`)
    })
  }

  #next(): Row {
    return this.#book.sheet(this.#key).getRow(this.#at++)
  }
}
