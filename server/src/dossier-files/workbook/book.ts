import { type FrozenShortlist, type Language, neutralised } from '@tvl/model'
import type { CellHyperlinkValue, Workbook, Worksheet } from 'exceljs'
import ExcelJS from 'exceljs'
import { PAGE_WORDS } from '../../ogc/words/page-words.ts'
import type { DossierQuestion } from '../dossier.ts'
import { type DossierWords, SHEETS, type SheetKey } from '../dossier-words.ts'
import type { Evidence } from '../evidence.ts'
import { SourceWords } from '../source-words.ts'
import { DOSSIER_WORDS } from '../words.ts'

const A4 = 9
/** Figures with their evidence and sources are read over several pages, their sites at the head of each. */
const PAGES_WIDE: Readonly<Record<SheetKey, number>> = {
  cover: 1,
  comparison: 8,
  costs: 4,
  units: 3,
  score: 2,
  criteria: 1,
  assumptions: 1,
  incentives: 2,
  sources: 1,
}
const MARGINS = { left: 0.5, right: 0.5, top: 0.7, bottom: 0.7, header: 0.3, footer: 0.3 }

/** A workbook in the making: its sheets are there, empty, so that a formula can name any of them. */
export class Book {
  readonly workbook: Workbook = new ExcelJS.Workbook()
  readonly frozen: FrozenShortlist
  readonly hash: string
  readonly language: Language
  readonly words: DossierWords
  readonly #sources: SourceWords

  constructor({ frozen, hash, issuer, language }: DossierQuestion, isInvented: boolean) {
    this.frozen = frozen
    this.hash = hash
    this.language = language
    this.words = DOSSIER_WORDS[language]
    this.#sources = new SourceWords(frozen, language)
    const day = new Date(`${frozen.catalogue.today}T00:00:00Z`)
    const title = frozen.shortlist.title || this.words.untitled
    const author = issuer ?? this.words.product
    // The day of the data, not that of the download: the same snapshot is the same file.
    Object.assign(this.workbook, { created: day, modified: day, creator: author, lastModifiedBy: author, title })
    for (const key of SHEETS) this.#addSheet(key, title, isInvented)
  }

  sheet(key: SheetKey): Worksheet {
    const sheet = this.workbook.getWorksheet(this.words.sheets[key])
    if (!sheet) throw new Error(`no sheet ${key}`)
    return sheet
  }

  /** An address on a sheet, as formulas on other sheets name it. */
  address(key: SheetKey, address: string): string {
    return `'${this.words.sheets[key].replaceAll("'", "''")}'!${address}`
  }

  link(key: SheetKey, text: string): CellHyperlinkValue {
    return { text, hyperlink: `#${this.address(key, 'A1')}` }
  }

  /** A name for cells, by which formulas and people call them: `$B$3` or `$B$3:$B$9`. */
  name(name: string, key: SheetKey, cells: string): void {
    this.workbook.definedNames.add(this.address(key, cells), name)
  }

  gradeWord(evidence: Evidence | null): string {
    return evidence === null ? '' : PAGE_WORDS[this.language].grades[evidence.grade]
  }

  /** The id of each source finds the whole of it on the last sheet. */
  sourceWords(evidence: Evidence | null): string {
    return neutralised(this.#sources.of(evidence))
  }

  #addSheet(key: SheetKey, title: string, isInvented: boolean): void {
    const { words, hash, language } = this
    const plain = (text: string) => text.replaceAll('&', '&&')
    const short = (text: string, most: number) => (text.length > most ? `${text.slice(0, most - 1)}…` : text)
    // A space after each size: digits that follow would be read as part of it.
    const mark = isInvented ? `&C&"Arial,Bold"&8 ${plain(words.illustrativeSentence.replace(/\.$/, ''))}` : ''
    this.workbook.addWorksheet(words.sheets[key], {
      properties: { defaultRowHeight: 15 },
      views: [{ rightToLeft: language === 'ar', showGridLines: false }],
      pageSetup: {
        orientation: key === 'cover' ? 'portrait' : 'landscape',
        paperSize: A4,
        fitToPage: true,
        fitToWidth: PAGES_WIDE[key],
        fitToHeight: 0,
        margins: MARGINS,
      },
      headerFooter: {
        oddHeader: `&L&8 ${plain(short(title, 60))}${mark}&R&8 ${plain(words.sheets[key])}`,
        oddFooter: `&L&7 ${hash}&R&8 ${words.pages}`,
      },
    })
  }
}
