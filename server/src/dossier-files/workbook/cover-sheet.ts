import { GRADES } from '@tvl/model/schema'
import type { Row } from 'exceljs'
import { PAGE_WORDS } from '../../ogc/words/page-words.ts'
import { needInWords } from '../../shortlists/need-in-words.ts'
import type { DossierQuestion } from '../dossier.ts'
import type { DossierSite } from '../dossier-sites.ts'
import { SHEETS } from '../dossier-words.ts'
import { siteIsInvented } from '../figures.ts'
import type { Book } from './book.ts'
import { type Content, cellValue } from './content.ts'
import { alignmentOf, BORDERS, FILLS, FONTS, FORMATS } from './style.ts'
import type { Tables } from './tables.ts'

const WIDTHS = [24, 34, 15, 15, 18, 16]

/** What the dossier is, its sites in order, and what the other sheets hold. */
export function coverSheet(
  book: Book,
  { issuer }: DossierQuestion,
  sites: readonly DossierSite[],
  tables: Tables,
): void {
  const { words, language, frozen, hash } = book
  const { cover } = words
  const sheet = book.sheet('cover')
  WIDTHS.forEach((width, i) => {
    sheet.getColumn(i + 1).width = width
  })
  let at = 2
  const next = (height = 18): Row => Object.assign(sheet.getRow(at++), { height })
  /** A text over the whole width, as high as its lines need. */
  const across = (text: string, font: object, height: number, from = 1) => {
    const row = next(height)
    sheet.mergeCells(row.number, from, row.number, WIDTHS.length)
    Object.assign(row.getCell(from), { value: cellValue(text, words.unknown, ''), font })
    // On an Arabic cover a Latin title begins at the right too.
    const side = language === 'ar' ? ({ horizontal: 'right' } as const) : {}
    row.getCell(from).alignment = { ...alignmentOf(true, text, true), ...side, vertical: 'middle' }
    return row
  }
  const fact = (label: string, value: string, height = 18) => {
    const row = across(value, FONTS.text, height, 2)
    Object.assign(row.getCell(1), { value: label, font: FONTS.small, alignment: alignmentOf(true, label) })
    for (let column = 1; column <= WIDTHS.length; column++) row.getCell(column).border = BORDERS.row
  }
  const section = (text: string) => {
    at++
    Object.assign(next(24).getCell(1), { value: text, font: FONTS.section, alignment: alignmentOf(true, text) })
  }

  across(words.product, FONTS.small, 16)
  const title = frozen.shortlist.title || words.untitled
  across(title, FONTS.title(language), 28 * Math.ceil(title.length / 58))
  if (frozen.catalogue.kind === 'demo' || sites.some(siteIsInvented)) {
    across(words.illustrativeSentence, FONTS.mark, 18)
  }
  at++
  const need = needInWords(frozen, language)
  fact(cover.need, need, 15 * Math.ceil(need.length / 88) + 3)
  fact(cover.day, frozen.catalogue.today)
  fact(cover.catalogue, words.catalogue[frozen.catalogue.kind])
  fact(cover.order, words.order[frozen.shortlist.order])
  if (issuer !== null) fact(cover.issuer, issuer)
  fact(cover.snapshot, hash)
  fact(cover.rules, frozen.rules)

  section(words.sheets.comparison)
  siteRows(book, sites, tables, next)
  section(cover.sheets)
  for (const key of SHEETS.filter((sheetKey) => sheetKey !== 'cover')) {
    const row = across(words.notes[key], FONTS.note, words.notes[key].length > 108 ? 30 : 18, 2)
    Object.assign(row.getCell(1), { value: book.link(key, words.sheets[key]), font: FONTS.link })
    row.getCell(1).alignment = alignmentOf(true, words.sheets[key])
  }
  section(cover.reading)
  across(words.reading.input, FONTS.input, 18).getCell(1).fill = FILLS.input
  for (const text of [words.reading.formula, words.reading.unknown]) across(text, FONTS.note, 18)
  across(words.reading.grade, FONTS.note, 18)
  for (const grade of GRADES) across(PAGE_WORDS[language].grades[grade], FONTS.grade(grade), 15)
}

/** The few figures by which sites are told apart, each following the sheet that computes it. */
function siteRows({ words }: Book, sites: readonly DossierSite[], tables: Tables, next: (height?: number) => Row) {
  const { head } = words
  const heads = [head.place, head.site, `${words.sheets.score} / 100`, head.seats, head.monthly, words.mark]
  const row = next(30)
  heads.forEach((text, i) => {
    Object.assign(row.getCell(i + 1), { value: text, font: FONTS.head, fill: FILLS.head, border: BORDERS.head })
    row.getCell(i + 1).alignment = { ...alignmentOf(!isFigure(i), text, true), vertical: 'bottom' }
  })
  sites.forEach((site, place) => {
    const { score, seats, monthlyCentimes: monthly } = site.totals
    const cells: [Content, string][] = [
      [{ formula: tables.score.cell('place', place), result: site.number }, FORMATS.whole],
      [site.name, FORMATS.text],
      [{ formula: tables.score.cell('mid', place), result: score.mid }, FORMATS.points],
      [{ formula: tables.costs.cell('seats', place), result: seats }, FORMATS.whole],
      [
        { formula: tables.costs.cell('monthly', place), result: monthly === null ? null : monthly / 100 },
        FORMATS.money,
      ],
      [siteIsInvented(site) ? words.illustrative : '', FORMATS.text],
    ]
    const line = next()
    cells.forEach(([content, numFmt], i) => {
      const cell = line.getCell(i + 1)
      const isUnknown = typeof content === 'object' && content?.result === null
      const font = i === 5 ? FONTS.mark : isUnknown ? FONTS.unknown : i === 1 ? FONTS.strong : FONTS.text
      Object.assign(cell, { value: cellValue(content, words.unknown, cell.address), numFmt, border: BORDERS.row, font })
      cell.alignment = alignmentOf(!isFigure(i), content)
    })
  })
}

const isFigure = (column: number): boolean => column >= 2 && column <= 4
