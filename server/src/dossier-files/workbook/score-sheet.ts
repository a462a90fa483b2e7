import { CRITERIA } from '@tvl/model'
import type { DossierSite } from '../dossier-sites.ts'
import { isInvented } from '../evidence.ts'
import type { Book } from './book.ts'
import { type Formula, quoted } from './content.ts'
import { type Column, Table } from './table.ts'

/** The score of each site out of 100, its place, and what each criterion adds. */
export function scoreSheet(book: Book, sites: readonly DossierSite[]): Table<DossierSite> {
  const { words, frozen } = book
  const { head } = words
  const isAgency = frozen.shortlist.order === 'agency'
  const number = (place: number) => table.here('number', place)
  const tie = (place: number) => table.here('tie', place)
  const isOut = (site: DossierSite) => site.totals.score.vetoed.length > 0
  const sumOf = (range: string, place: number) => `ROUND(SUMIFS(${range},Criteria_site,${number(place)}),2)`
  const total = (key: 'low' | 'mid' | 'high'): Column<DossierSite> => ({
    ...{ key, head: head[key], width: 11, format: 'points', isStrong: key === 'mid', name: `Score_${key}` },
    cell: ({ totals }, place) => ({ formula: sumOf(`Criteria_${key}`, place), result: totals.score[key] }),
    evidence: ({ evidence }) => evidence.score,
  })
  /** 1 and those that are before: sites ruled out last, then the middle of the score, then the order of ids. */
  const neutralPlace = (place: number): string => {
    const [out, mid] = [table.here('out', place), table.here('mid', place)]
    const earlier = `(Score_mid>${mid})+(Score_mid=${mid})*(Score_tie<${tie(place)})`
    return `1+SUMPRODUCT((Score_out<${out})+(Score_out=${out})*(${earlier}))`
  }
  /** Best, or worst, place by score whatever the unknown turns out to be; a site that is ruled out has none. */
  const rank = (site: DossierSite, place: number, which: 'best' | 'worst'): Formula => {
    const [theirs, own] = which === 'best' ? ['Score_low', 'high'] : ['Score_high', 'low']
    const mine = table.here(own, place)
    const others = `(Score_out=0)*(Score_tie<>${tie(place)})`
    const before = `((${theirs}>${mine})+(${theirs}=${mine})*(Score_tie<${tie(place)}))`
    return {
      formula: `IF(${table.here('out', place)}=1,${quoted(words.ruledOut)},1+SUMPRODUCT(${others}*${before}))`,
      result: site.totals.rank ? site.totals.rank[which] : words.ruledOut,
    }
  }
  const columns: Column<DossierSite>[] = [
    { key: 'number', head: head.number, width: 5, format: 'whole', cell: (site) => site.number },
    { key: 'site', head: head.site, width: 30, format: 'text', cell: ({ name }) => name, isStrong: true },
    {
      ...{ key: 'mark', head: words.mark, width: 14, format: 'text', isMark: true },
      cell: ({ evidence }) => (isInvented(evidence.score) ? words.illustrative : ''),
    },
    {
      ...{ key: 'place', head: head.place, width: 9, format: 'whole', isStrong: true, isInput: isAgency },
      cell: (site, place) =>
        isAgency ? site.number : { formula: table.here('neutralPlace', place), result: site.number },
    },
    {
      ...{ key: 'neutralPlace', head: head.neutralPlace, width: 9, format: 'whole' },
      cell: (site, place) => ({ formula: neutralPlace(place), result: site.neutralPlace }),
    },
    total('low'),
    total('mid'),
    total('high'),
    {
      ...{ key: 'best', head: head.best, width: 11, format: 'whole' },
      cell: (site, place) => rank(site, place, 'best'),
    },
    {
      ...{ key: 'worst', head: head.worst, width: 11, format: 'whole' },
      cell: (site, place) => rank(site, place, 'worst'),
    },
    {
      ...{ key: 'out', head: `${head.ruledOut} (1 = ${words.yes})`, width: 12, format: 'whole', name: 'Score_out' },
      cell: (site, place) => ({
        formula: `IF(COUNTIFS(Criteria_site,${number(place)},Criteria_bound,${quoted(words.ruledOut)})>0,1,0)`,
        result: isOut(site) ? 1 : 0,
      }),
    },
    { key: 'tie', head: head.tie, width: 12, format: 'whole', cell: (site) => site.tie, name: 'Score_tie' },
    ...CRITERIA.map(
      (criterion, i): Column<DossierSite> => ({
        ...{ key: criterion, head: words.criterion[criterion], width: 12, format: 'points' },
        cell: ({ totals }, place) => ({
          formula: `ROUND(SUMIFS(Criteria_mid,Criteria_site,${number(place)},Criteria_criterion,${quoted(words.criterion[criterion])}),2)`,
          result: totals.score.contributions[i]?.mid ?? null,
        }),
      }),
    ),
  ]
  const isAnyInvented = sites.some(({ evidence }) => isInvented(evidence.score))
  const table = new Table(book, { key: 'score', columns, rows: sites, frozen: 2, isInvented: isAnyInvented })
  return table
}
