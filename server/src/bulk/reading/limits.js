/** How much of a file is read; what goes beyond is refused by name. The thread itself is held by `workshop.ts`. */
export const LIMITS = {
  /** Of all parts of a workbook, unpacked. */
  unpackedBytes: 100 * 1024 * 1024,
  /** Unpacked to packed, from a size on that matters. Sheets of figures come to 10 or 20. */
  ratio: 200,
  ratioFromBytes: 20 * 1024 * 1024,
  parts: 2000,
  sheets: 30,
  /** Of one sheet, its heads among them. */
  rows: 20_001,
  columns: 200,
  /** 20,000 rows of 25. */
  cells: 500_000,
  /** Written in the markup of a workbook, those that only have a style among them. */
  markedCells: 800_000,
  cellCharacters: 32_767,
}

/** A file that is not read, and why: the code of the problem document. */
export class FileRefused extends Error {
  name = 'FileRefused'

  /** @param {string} code @param {string} words for developers, in English */
  constructor(code, words) {
    super(words)
    this.code = code
  }
}

/** Counts what was read, and refuses what goes beyond. */
export class Meter {
  #cells = 0

  /** @param {number} width cells of one row that hold something */
  row(width) {
    this.#cells += width
    if (this.#cells > LIMITS.cells) throw new FileRefused('import.too-many-cells', `more than ${LIMITS.cells} cells`)
  }

  /** @param {number} count rows of one sheet, up to the last that holds something */
  static rows(count) {
    if (count > LIMITS.rows) throw new FileRefused('import.too-many-rows', `more than ${LIMITS.rows - 1} rows`)
  }

  /** @param {number} count columns, up to the last that holds something */
  static columns(count) {
    if (count > LIMITS.columns) throw new FileRefused('import.too-many-columns', `more than ${LIMITS.columns} columns`)
  }
}
