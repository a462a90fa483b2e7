import type { DossierSite } from '../dossier-sites.ts'
import { FIGURES, type FigureFormat, siteIsInvented } from '../figures.ts'
import type { Book } from './book.ts'
import { type Content, serialDay } from './content.ts'
import { type Column, Table } from './table.ts'
import type { Tables } from './tables.ts'

/** Figures that another sheet computes: what stands here follows it. */
const COMPUTED: Readonly<Record<string, readonly [sheet: 'costs' | 'score', column: string]>> = {
  scoreLow: ['score', 'low'],
  scoreMid: ['score', 'mid'],
  scoreHigh: ['score', 'high'],
  placeByScore: ['score', 'neutralPlace'],
  seats: ['costs', 'seats'],
  areaM2: ['costs', 'area'],
  monthlyMad: ['costs', 'monthly'],
  knownMonthlyMad: ['costs', 'known'],
  rentMad: ['costs', 'rent'],
  serviceChargeMad: ['costs', 'charge'],
  perSeatMad: ['costs', 'perSeat'],
  termMad: ['costs', 'term'],
  availableOn: ['costs', 'availableOn'],
  countedUntil: ['costs', 'countedUntil'],
}

/** Figures of the catalogue that the score or the costs read: changing one here changes them. */
const READ = new Set([
  ...['contiguousSeats', 'rentMadPerM2Month', 'irCapPct', 'territorialPremiumPct', 'literateFrenchPct'],
  ...['literateEnglishPct', 'literateSpanishPct', 'universityNewEntrants', 'airportKm', 'hsrStationKm'],
  ...['officeM2Built', 'officeM2Announced', 'officeM2PlannedTotal', 'status'],
])

const WIDTHS: Readonly<Record<FigureFormat, number>> = {
  text: 18,
  whole: 12,
  tenths: 12,
  money: 15,
  points: 10,
  year: 9,
  day: 13,
  degrees: 11,
}

/** One site a row, all that is said of it. */
export function comparisonSheet(book: Book, sites: readonly DossierSite[], tables: () => Tables): Table<DossierSite> {
  const { words, language } = book
  const columns: Column<DossierSite>[] = [
    { key: 'number', head: words.head.number, width: 5, format: 'whole', cell: ({ number }) => number },
    { key: 'site', head: words.head.site, width: 30, format: 'text', cell: ({ name }) => name, isStrong: true },
    {
      ...{ key: 'mark', head: words.mark, width: 14, format: 'text', isMark: true },
      cell: (site) => (siteIsInvented(site) ? words.illustrative : ''),
    },
    ...FIGURES.map(({ key, format, head, value, evidence }): Column<DossierSite> => {
      const computed = COMPUTED[key]
      return {
        ...{ key, head: head[language], format, isInput: READ.has(key) },
        width: key === 'note' ? 60 : WIDTHS[format],
        cell: (site, place): Content => {
          const own = value(site, language)
          const result = format === 'day' && typeof own === 'string' ? serialDay(own) : own
          return computed ? { formula: tables()[computed[0]].cell(computed[1], place), result } : result
        },
        ...(evidence === 'none' ? {} : { evidence }),
      }
    }),
    { key: 'lineId', head: words.head.lineId, width: 38, format: 'text', cell: ({ line }) => line.id },
  ]
  return new Table(book, { key: 'comparison', columns, rows: sites, frozen: 2, isInvented: sites.some(siteIsInvented) })
}
