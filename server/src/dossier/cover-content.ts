import { formatDay, formatPercent, type Grade, isolateLtr, provenanceOf } from '@tvl/model'
import { needInWords } from '../shortlists/need-in-words.ts'
import { type Figure, type FigurePrinter, weakest } from './figures.ts'
import { type DossierOrder, type Line, linesInOrder, nameIn } from './order.ts'
import { breakable, printableLine } from './printable.ts'

export interface CoverContent {
  title: string
  lead: string
  order: string
  heads: string[]
  rows: { place: string; name: string; under: string; cells: Figure[] }[]
}

/** The first page: what was asked, and every site on one line. */
export function coverContent({ frozen, language }: DossierOrder, print: FigurePrinter): CoverContent {
  const { words } = print
  const { column } = words
  const { shortlist, catalogue } = frozen
  return {
    title: breakable(printableLine(shortlist.title).trim()) || words.untitled,
    lead: printableLine(needInWords(frozen, language)),
    order: [
      shortlist.order === 'neutral' ? words.orderNeutral : words.orderAgency,
      words.dataOf(formatDay(language, catalogue.today)),
    ].join(' '),
    heads: [
      ...[column.site, column.score, column.seats, column.monthly],
      ...[column.rent, column.irCap, column.premium, column.airport],
    ],
    rows: linesInOrder(frozen).map((line) => ({
      place: String(line.totals.place),
      name: withoutBrackets(printableLine(nameIn(line.site.zone.properties, language))),
      under: underName(line, language),
      cells: [scoreOf(line, print), seatsOf(line, print), monthlyOf(line, print, atLeast), ...zoneCells(line, print)],
    })),
  }
}

/** What a name says beside itself is told on the page of the site. */
export const withoutBrackets = (name: string): string => name.replace(/\s*\([^)]*\)/g, '').trim() || name

function underName({ line, site }: Line, language: DossierOrder['language']): string {
  const { cityFr, cityAr, cityEn } = site.zone.properties
  const city = withoutBrackets(printableLine({ fr: cityFr, ar: cityAr, en: cityEn }[language]))
  if (line.officeIds.length === 0) return city
  const names = site.units.map(({ properties }) => printableLine(properties.name))
  const shown = names.length > 3 ? [...names.slice(0, 2), `+${names.length - 2}`] : names
  return [city, ...shown].join(language === 'ar' ? '، ' : ', ')
}

/** The grade of what is summed over units. */
export const gradeOfUnits = ({ site }: Line, properties: readonly string[]): Grade | null =>
  weakest(
    site.units.flatMap(({ properties: unit }) =>
      properties.map((property) => provenanceOf(unit, property)?.grade ?? null),
    ),
  )

/** The sources of what is summed over units. */
export const sourcesOfUnits = ({ site }: Line): string[] => [
  ...new Set(site.units.flatMap(({ properties }) => provenanceOf(properties, 'seats')?.sources ?? [])),
]

/** The score, and between what it lies. */
export function scoreOf({ totals }: Line, print: FigurePrinter): Figure {
  const { low, mid, high } = totals.score
  const note = low === high ? null : print.words.between(print.number(low, 2), print.number(high, 2))
  return print.reckoned(print.number(mid, 2), 'modelled', { note })
}

/** The seats that the sums are of. */
export function seatsOf(line: Line, print: FigurePrinter): Figure {
  const { basis, seats, availableOn } = line.totals
  if (basis !== 'units') return print.unknown()
  return print.reckoned(seats === null ? null : print.number(seats), gradeOfUnits(line, ['seats', 'status']), {
    note: availableOn === null ? null : print.day(availableOn),
    sources: sourcesOfUnits(line),
  })
}

/** The known parts of a sum are the least that it can be. */
const atLeast = (amount: string): string => isolateLtr(`≥\u00a0${amount}`)

/** What a month costs: all of it, or what of it is known. */
export function monthlyOf(line: Line, print: FigurePrinter, said: (amount: string) => string): Figure {
  const { basis, monthlyCentimes, knownMonthlyCentimes } = line.totals
  const grade =
    basis === 'units' ? gradeOfUnits(line, ['areaM2', 'rentMadPerM2Month', 'serviceChargeMadPerM2Month']) : 'derived'
  const sources = basis === 'units' ? sourcesOfUnits(line) : []
  if (monthlyCentimes !== null) return print.reckoned(print.money(monthlyCentimes), grade, { sources })
  if (knownMonthlyCentimes === null) return print.unknown()
  // What is known of an unknown sum is a figure too, and has its mark.
  return { ...print.unknown(said(print.money(knownMonthlyCentimes))), grade }
}

function zoneCells({ site }: Line, print: FigurePrinter): Figure[] {
  const zone = site.zone.properties
  const percent = (value: number, sign = false) => formatPercent(print.language, value, { sign })
  const { territorialPremium: premium, territorialPremiumPct: pct } = zone
  const category = premium === null || premium === 'none' ? print.words.noPremium : categoryIn(premium, print.language)
  const premiumText =
    premium === null
      ? null
      : pct === null || premium === 'none'
        ? category
        : `${category}${print.language === 'ar' ? '،' : ','} ${percent(pct, true)}`
  const iata = zone.airportId?.split('-').at(-1)?.toUpperCase() ?? ''
  const airport = zone.airportKm === null ? null : `${iata} ${print.number(zone.airportKm)}`.trim()
  return [
    print.of(zone, 'rentMadPerM2Month', zone.rentMadPerM2Month === null ? null : print.price(zone.rentMadPerM2Month)),
    print.of(zone, 'irCapPct', zone.irCapPct === null ? null : percent(zone.irCapPct)),
    print.of(zone, 'territorialPremium', premiumText),
    print.of(zone, 'airportKm', airport, { note: radiusOf(print, provenanceOf(zone, 'airportKm')?.radiusM) }),
  ]
}

export const categoryIn = (premium: 'A' | 'B', language: DossierOrder['language']): string =>
  language === 'ar' ? { A: 'أ', B: 'ب' }[premium] : premium

/** How far a derived distance may be off. */
export function radiusOf(print: FigurePrinter, radiusM: number | undefined): string | null {
  if (radiusM === undefined || radiusM === 0) return null
  return print.words.within(`${print.number(radiusM / 1000)}\u00a0${print.words.measured.km}`)
}
