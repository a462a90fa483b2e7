import { type Language, neutralised } from '@tvl/model'
import { separatorIn } from '../bulk/export-files.ts'
import { stringify } from '../bulk/reading/write-separated.js'
import { PAGE_WORDS } from '../ogc/words/page-words.ts'
import type { DossierQuestion } from './dossier.ts'
import { type DossierSite, dossierSites } from './dossier-sites.ts'
import { FIGURES, type Figure, saidOf, siteIsInvented } from './figures.ts'
import { SourceWords } from './source-words.ts'
import { DOSSIER_WORDS } from './words.ts'

/**
 * A frozen shortlist as separated text, one row a site in the order shown: UTF-8 with its mark, heads in the language,
 * each figure followed by its grade and its sources. The unknown is an empty cell, never 0; what is invented carries
 * its mark in its row. Spreadsheets in French and Arabic expect a semicolon and a decimal comma.
 */
export function dossierCsv({ frozen, hash, issuer, language }: DossierQuestion): string {
  const words = DOSSIER_WORDS[language]
  const sources = new SourceWords(frozen, language)
  const { head, cover } = words
  const heads = [
    ...[head.number, head.site, words.mark],
    ...FIGURES.flatMap((figure) => {
      const own = figure.head[language]
      return figure.evidence === 'none' ? [own] : [own, `${words.evidence} – ${own}`, `${words.source} – ${own}`]
    }),
    ...[head.lineId, cover.catalogue, cover.day, cover.order, cover.issuer, cover.snapshot],
  ]
  const rows = dossierSites(frozen, language).map((site) => [
    ...[String(site.number), neutralised(site.name), siteIsInvented(site) ? words.illustrativeSentence : ''],
    ...FIGURES.flatMap((figure) => cellsOf(figure, site, language, sources)),
    ...[site.line.id, words.catalogue[frozen.catalogue.kind], frozen.catalogue.today],
    ...[words.order[frozen.shortlist.order], neutralised(issuer ?? ''), hash],
  ])
  return `\ufeff${stringify([heads.map(neutralised), ...rows], separatorIn(language))}`
}

function cellsOf(figure: Figure, site: DossierSite, language: Language, sources: SourceWords): string[] {
  const { value, evidence } = saidOf(figure, site, language)
  const own = textOf(value, language)
  if (figure.evidence === 'none') return [own]
  const grade = evidence === null ? '' : PAGE_WORDS[language].grades[evidence.grade]
  return [own, grade, neutralised(sources.of(evidence))]
}

function textOf(value: string | number | null, language: Language): string {
  if (value === null) return ''
  if (typeof value === 'string') return neutralised(value)
  return language === 'en' ? String(value) : String(value).replace('.', ',')
}
