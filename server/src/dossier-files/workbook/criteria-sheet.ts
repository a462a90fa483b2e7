import { type Measure, needOf, SCALES, shareOf } from '@tvl/model'
import { criterionEvidence, LITERATE } from '../criterion-evidence.ts'
import type { DossierSite } from '../dossier-sites.ts'
import { isInvented } from '../evidence.ts'
import type { Book } from './book.ts'
import { type Content, quoted } from './content.ts'
import { boundName, scaleName, weightName } from './names.ts'
import { type Column, Table } from './table.ts'
import type { CriterionRow, Tables } from './tables.ts'

/** Where each site’s score comes from: one row a site and criterion. */
export function criteriaSheet(book: Book, sites: readonly DossierSite[], tables: () => Tables): Table<CriterionRow> {
  const { words, frozen } = book
  const { head } = words
  const unknown = quoted(words.unknown)
  const languages = needOf(frozen.shortlist).languages.map(({ language }) => language)
  const rows = sites.flatMap((site) =>
    site.totals.score.contributions.map((contribution): CriterionRow => ({ site, contribution })),
  )
  const value = (place: number) => table.here('value', place)
  const weight = (place: number) => table.here('weight', place)
  const evidence = ({ site, contribution }: CriterionRow) =>
    contribution.missing ? null : criterionEvidence(contribution.measure, frozen, site.site, site.line, languages)
  const points = (key: 'low' | 'mid' | 'high', whenUnknown: (place: number) => string): Column<CriterionRow> => ({
    ...{ key, head: head[key], width: 11, format: 'points', isStrong: key === 'mid', name: `Criteria_${key}` },
    cell: ({ contribution }, place) => ({
      formula: `IF(ISNUMBER(${value(place)}),ROUND(ROUND(${weight(place)}*${table.here('share', place)},9),2),${whenUnknown(place)})`,
      result: contribution[key],
    }),
  })
  const columns: Column<CriterionRow>[] = [
    {
      key: 'number',
      head: head.number,
      width: 5,
      format: 'whole',
      cell: ({ site }) => site.number,
      name: 'Criteria_site',
    },
    { key: 'site', head: head.site, width: 30, format: 'text', cell: ({ site }) => site.name },
    {
      ...{
        key: 'criterion',
        head: head.criterion,
        width: 24,
        format: 'text',
        isStrong: true,
        name: 'Criteria_criterion',
      },
      cell: ({ contribution }) => words.criterion[contribution.criterion],
    },
    {
      ...{ key: 'mark', head: words.mark, width: 14, format: 'text', isMark: true },
      cell: (row) => (isInvented(evidence(row)) ? words.illustrative : ''),
    },
    {
      ...{ key: 'value', head: head.value, width: 13, format: 'money' },
      cell: ({ site, contribution }): Content => ({
        formula: valueFormula(contribution.measure, site),
        result: contribution.value,
      }),
      evidence,
    },
    {
      ...{ key: 'unit', head: head.unitOf, width: 32, format: 'text' },
      cell: ({ contribution }) => words.unit[contribution.measure],
    },
    {
      ...{ key: 'share', head: head.share, width: 10, format: 'share' },
      cell: ({ contribution: { measure, value: own } }, place) => ({
        formula: `IF(ISNUMBER(${value(place)}),${shareFormula(measure, value(place))},${unknown})`,
        result: own === null ? null : shareOf(SCALES[measure].points, own).share,
      }),
    },
    {
      ...{ key: 'clipped', head: head.scale, width: 18, format: 'text' },
      cell: ({ contribution: { measure, clipped } }, place) => ({
        formula:
          `IF(ISNUMBER(${value(place)}),IF(OR(${value(place)}<${scaleName(measure, 1, 'value')},` +
          `${value(place)}>${scaleName(measure, SCALES[measure].points.length, 'value')}),${quoted(words.beyondScale)},""),"")`,
        result: clipped ? words.beyondScale : '',
      }),
    },
    {
      ...{ key: 'weight', head: head.weight, width: 10, format: 'points' },
      cell: ({ contribution }) => ({ formula: weightName(contribution.criterion), result: contribution.weight }),
    },
    points('low', () => '0'),
    points('mid', (place) => `ROUND(ROUND(${weight(place)}/2,9),2)`),
    points('high', weight),
    {
      ...{ key: 'bound', head: head.bound, width: 16, format: 'text', name: 'Criteria_bound' },
      cell: ({ site, contribution: { criterion } }, place) => {
        const [most, least] = [boundName(criterion, 'at-most'), boundName(criterion, 'at-least')]
        const isOf = (veto: { criterion: string }) => veto.criterion === criterion
        return {
          formula:
            `IF(COUNT(${most},${least})=0,"",IF(NOT(ISNUMBER(${value(place)})),${quoted(words.cannotTell)},` +
            `IF(OR(AND(ISNUMBER(${most}),${value(place)}>${most}),AND(ISNUMBER(${least}),${value(place)}<${least})),` +
            `${quoted(words.ruledOut)},"")))`,
          result: site.totals.score.vetoed.some(isOf)
            ? words.ruledOut
            : site.totals.score.vetoUnknown.some(isOf)
              ? words.cannotTell
              : '',
        }
      },
    },
  ]

  /** The value of a criterion, from the sheets that hold what it is read from. */
  function valueFormula(measure: Measure, { number, kind }: DossierSite): string {
    const place = number - 1
    const { comparison, costs } = tables()
    const fact = (key: string) => comparison.cell(key, place)
    const orUnknown = (cell: string, shown = cell) => `IF(ISNUMBER(${cell}),${shown},${unknown})`
    switch (measure) {
      case 'rent': {
        if (kind === 'zone') return orUnknown(fact('rentMadPerM2Month'))
        const rent = costs.cell('rent', place)
        return orUnknown(rent, `ROUND(${rent}/${costs.cell('area', place)},2)`)
      }
      case 'taxes':
        return orUnknown(fact('irCapPct'))
      case 'premium':
        return orUnknown(fact('territorialPremiumPct'))
      case 'talent-language': {
        const asked = languages.map((language) => fact(LITERATE[language])).join(',')
        return `IF(COUNT(${asked})=${languages.length},MIN(${asked}),${unknown})`
      }
      case 'talent-entrants':
        return orUnknown(fact('universityNewEntrants'))
      case 'availability': {
        if (kind === 'zone') return orUnknown(fact('contiguousSeats'), `${fact('contiguousSeats')}/Reference_seats`)
        return `SUMPRODUCT(MAX((Units_site=${number})*Units_run))/Reference_seats`
      }
      case 'airport':
        return orUnknown(fact('airportKm'))
      case 'station':
        return orUnknown(fact('hsrStationKm'))
      case 'growth':
        return growthFormula(fact)
    }
  }

  /** m² announced, or planned beyond what is built; a plan without what stands tells nothing, unless all is planned. */
  function growthFormula(fact: (key: string) => string): string {
    const [announced, planned, built] = [fact('officeM2Announced'), fact('officeM2PlannedTotal'), fact('officeM2Built')]
    const isPlan = `${fact('status')}=${quoted(words.status.planned)}`
    const standing = `IF(ISNUMBER(${built}),${built},0)`
    const remaining = `MAX(0,${planned}-${standing})`
    const isRemainingKnown = `AND(ISNUMBER(${planned}),OR(ISNUMBER(${built}),${isPlan}))`
    return (
      `IF(${isRemainingKnown},IF(ISNUMBER(${announced}),MAX(${announced},${remaining}),${remaining}),` +
      `IF(ISNUMBER(${announced}),${announced},${unknown}))`
    )
  }

  const isAnyInvented = rows.some((row) => isInvented(evidence(row)))
  const groupOf = ({ site }: CriterionRow) => site.number
  const table = new Table(book, { key: 'criteria', columns, rows, frozen: 3, isInvented: isAnyInvented, groupOf })
  return table
}

/** Straight lines between the points of the scale, level beyond its ends. */
function shareFormula(measure: Measure, value: string): string {
  const last = SCALES[measure].points.length
  const at = (point: number) => [scaleName(measure, point, 'value'), scaleName(measure, point, 'share')] as const
  const [lastValue, lastShare] = at(last)
  const [firstValue, firstShare] = at(1)
  let formula: string = lastShare
  for (let to = last; to > 1; to--) {
    const [[fromValue, fromShare], [toValue, toShare]] = [at(to - 1), at(to)]
    const line = `${fromShare}+(${value}-${fromValue})/(${toValue}-${fromValue})*(${toShare}-${fromShare})`
    formula = to === last ? line : `IF(${value}<=${toValue},${line},${formula})`
  }
  return `IF(${value}<=${firstValue},${firstShare},IF(${value}>=${lastValue},${lastShare},${formula}))`
}
