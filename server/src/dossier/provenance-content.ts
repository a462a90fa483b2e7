import {
  CRITERIA,
  formatAsOf,
  formatDay,
  formatPercent,
  type Grade,
  isolate,
  normaliseWeights,
  SCALES,
} from '@tvl/model'
import { runs } from './citations.ts'
import type { Figure, FigurePrinter } from './figures.ts'
import type { DossierOrder } from './order.ts'
import { printableLine } from './printable.ts'
import { valueIn } from './site-content.ts'

export interface ProvenanceContent {
  basis: { label: string; text: string; sources: Figure['sources'] }[]
  weights: { label: string; weight: string; scale: string; reason: string; sources: Figure['sources'] }[]
  grades: { grade: Grade; word: string; meaning: string }[]
  sources: { number: number; publisher: string; title: string; published: string | null; url: string | null }[]
}

const GRADES: readonly Grade[] = ['official', 'press', 'declared', 'measured', 'modelled', 'derived', 'illustrative']

/** What everything rests on. Made last: it lists what the pages before have cited. */
export function provenanceContent({ frozen, language }: DossierOrder, print: FigurePrinter): ProvenanceContent {
  const basis = basisOf(frozen, print)
  const weights = weightsOf(frozen, print)
  // What was frozen and no page has cited is listed too: the snapshot holds it.
  print.citations.cite(frozen.sources.map(({ id }) => id))
  const sources = print.citations.list(frozen.sources).map(({ number, id, source }) => ({
    number,
    publisher: isolate(printableLine(source?.publisher ?? print.words.unknown)),
    title: isolate(printableLine(source?.title ?? id)),
    published: source?.publishedOn ? isolate(printableLine(formatAsOf(language, source.publishedOn))) : null,
    url: source?.url ?? null,
  }))
  const { grade, meaning } = print.words
  return {
    basis,
    weights,
    grades: GRADES.map((each) => ({ grade: each, word: grade[each], meaning: meaning[each] })),
    sources,
  }
}

function basisOf({ catalogue, rules, shortlist, rates, incentives }: DossierOrder['frozen'], print: FigurePrinter) {
  const { words, language } = print
  const { termMonths, areaM2PerSeat } = shortlist.assumptions
  const comma = language === 'ar' ? '، ' : ', '
  const packs = [...new Set(incentives.map(({ properties }) => properties.packVersion))]
  const vetoes = shortlist.vetoes.map(({ criterion, bound, value }) => {
    const said = bound === 'at-most' ? words.atMost : words.atLeast
    return `${words.criterion[criterion]} : ${said(print.number(value, 2))}`
  })
  const line = (label: string, text: string, sources: readonly string[] = []) => ({
    label,
    text,
    sources: runs(print.citations.cite(sources)),
  })
  return [
    line(words.catalogueDay, [formatDay(language, catalogue.today), words.catalogueKind[catalogue.kind]].join(comma)),
    line(words.rules, rules),
    ...(packs.length > 0 ? [line(words.rulesPack, packs.join(comma))] : []),
    line(
      words.assumptions,
      [
        words.assumedTerm(termMonths),
        words.assumedArea(`${print.number(areaM2PerSeat, 2)}\u00a0${words.measured.m2}`),
      ].join(comma),
    ),
    ...(rates.length === 0 ? [line(words.rates, words.noRates)] : []),
    ...rates.map(({ currency, madPerUnit, asOf, sources }) => {
      const mad = language === 'en' ? madPerUnit : madPerUnit.replace('.', ',')
      return line(
        words.rates,
        words.rate(currency, mad, asOf === null ? words.undated : formatDay(language, asOf)),
        sources,
      )
    }),
    line(words.vetoes, vetoes.length === 0 ? words.noVetoes : vetoes.join(comma)),
  ]
}

function weightsOf({ shortlist, totals }: DossierOrder['frozen'], print: FigurePrinter): ProvenanceContent['weights'] {
  const weights = normaliseWeights(shortlist.weights)
  const measures = new Map(totals[0]?.score.contributions.map(({ criterion, measure }) => [criterion, measure]))
  return CRITERIA.map((criterion) => {
    const scale = SCALES[measures.get(criterion) ?? (criterion === 'talent' ? 'talent-entrants' : criterion)]
    // The arrow runs as the line does.
    const arrow = print.language === 'ar' ? '←' : '→'
    const points = scale.points.map(([value, share]) => {
      const said = formatPercent(print.language, share * 100, { maxDigits: 0 })
      return `${valueIn(scale.measure, value, print)} ${arrow} ${said}`
    })
    return {
      label: print.words.criterion[criterion],
      weight: print.number(weights[criterion], 2),
      scale: points.join(print.language === 'ar' ? '، ' : ', '),
      reason: printableLine(scale.reason[print.language]),
      sources: runs(print.citations.cite(scale.sources)),
    }
  })
}
