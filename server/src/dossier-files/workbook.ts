import type { DossierQuestion } from './dossier.ts'
import { dossierSites } from './dossier-sites.ts'
import { siteIsInvented } from './figures.ts'
import { assumptionsSheet } from './workbook/assumptions-sheet.ts'
import { Book } from './workbook/book.ts'
import { comparisonSheet } from './workbook/comparison-sheet.ts'
import { costsSheet } from './workbook/costs-sheet.ts'
import { coverSheet } from './workbook/cover-sheet.ts'
import { criteriaSheet } from './workbook/criteria-sheet.ts'
import { incentivesSheet } from './workbook/incentives-sheet.ts'
import { scoreSheet } from './workbook/score-sheet.ts'
import { sourcesSheet } from './workbook/sources-sheet.ts'
import type { Tables } from './workbook/tables.ts'
import { unitsSheet } from './workbook/units-sheet.ts'
import { withoutDates } from './workbook/zip-dates.ts'

/**
 * A frozen shortlist as a workbook in which everything that is computed is a live formula: whoever changes a rent, a
 * weight, a rate or a term sees what the product itself would say. What the formulas came to is written beside them,
 * so that a viewer that computes nothing shows the same. Amounts are in MAD, to the centime, unless their head names
 * another currency; the unknown is a word, never 0. The same question gives the same bytes.
 */
export async function dossierWorkbook(question: DossierQuestion): Promise<Buffer> {
  const { frozen, language } = question
  const sites = dossierSites(frozen, language)
  const book = new Book(question, frozen.catalogue.kind === 'demo' || sites.some(siteIsInvented))
  const laidOut: { tables?: Tables } = {}
  const tables = (): Tables => {
    if (!laidOut.tables) throw new Error('a cell was asked for before its sheet was laid out')
    return laidOut.tables
  }
  laidOut.tables = {
    comparison: comparisonSheet(book, sites, tables),
    costs: costsSheet(book, sites, tables),
    units: unitsSheet(book, sites),
    score: scoreSheet(book, sites),
    criteria: criteriaSheet(book, sites, tables),
  }
  for (const table of Object.values(laidOut.tables)) table.fill()
  coverSheet(book, question, sites, tables())
  assumptionsSheet(book)
  incentivesSheet(book, sites).fill()
  sourcesSheet(book).fill()
  return withoutDates(Buffer.from(await book.workbook.xlsx.writeBuffer()))
}
