import { convert } from '@tvl/model'
import type { DossierSite } from '../dossier-sites.ts'
import { siteIsInvented } from '../figures.ts'
import type { Book } from './book.ts'
import { type Formula, quoted, serialDay } from './content.ts'
import { type Column, Table } from './table.ts'
import type { Tables } from './tables.ts'

const mad = (centimes: number | null): number | null => (centimes === null ? null : centimes / 100)

/** What each site comes to a month, summed over its units. */
export function costsSheet(book: Book, sites: readonly DossierSite[], tables: () => Tables): Table<DossierSite> {
  const { words, frozen } = book
  const { head } = words
  const unknown = quoted(words.unknown)
  const at = (key: string) => (place: number) => table.here(key, place)
  const [number, units, basis, area, seats, rent, charge, monthly] = [
    ...['number', 'units', 'basis', 'area', 'seats', 'rent', 'charge', 'monthly'],
  ].map(at) as [At, At, At, At, At, At, At, At]
  const sumOf = (range: string, place: number) => `SUMIFS(${range},Units_site,${number(place)})`
  const knownOf = (range: string, place: number) => `SUMPRODUCT((Units_site=${number(place)})*ISNUMBER(${range}))`
  const published = (place: number) => `${basis(place)}=${quoted(words.basis['published-rent'])}`
  const extremeDay = (range: string, extreme: 'MAX' | 'MIN', place: number) =>
    `IF(AND(${units(place)}>0,${knownOf(range, place)}=${units(place)}),` +
    `${extreme}(IF(Units_site=${number(place)},IF(ISNUMBER(${range}),${range}))),${unknown})`
  const times = (base: string, by: string): string => `IF(ISNUMBER(${base}),ROUND(${base}${by},2),${unknown})`
  const money = ({ evidence }: DossierSite) => evidence.money
  const columns: Column<DossierSite>[] = [
    { key: 'number', head: head.number, width: 5, format: 'whole', cell: (site) => site.number },
    { key: 'site', head: head.site, width: 30, format: 'text', cell: ({ name }) => name, isStrong: true },
    {
      ...{ key: 'mark', head: words.mark, width: 14, format: 'text', isMark: true },
      cell: (site) => (siteIsInvented(site) ? words.illustrative : ''),
    },
    {
      ...{ key: 'units', head: head.units, width: 9, format: 'whole' },
      cell: ({ site }, place) => ({ formula: `COUNTIF(Units_site,${number(place)})`, result: site.units.length }),
    },
    {
      ...{ key: 'basis', head: head.basis, width: 20, format: 'text' },
      cell: ({ totals }, place) => ({
        formula:
          `IF(${units(place)}>0,${quoted(words.basis.units)},IF(AND(NOT(ISNUMBER(` +
          `${tables().comparison.cell('contiguousSeats', place)})),ISNUMBER(${tables().comparison.cell('rentMadPerM2Month', place)}),` +
          `ISNUMBER(Asked_seats)),${quoted(words.basis['published-rent'])},${quoted(words.basis.none)}))`,
        result: words.basis[totals.basis],
      }),
    },
    {
      ...{ key: 'seats', head: head.seats, width: 9, format: 'whole' },
      cell: ({ totals }, place) => ({
        formula: `IF(${units(place)}>0,${sumOf('Units_seats', place)},IF(${published(place)},Asked_seats,${unknown}))`,
        result: totals.seats,
      }),
      evidence: ({ evidence }) => evidence.units,
    },
    {
      ...{ key: 'area', head: head.area, width: 10, format: 'whole' },
      cell: ({ totals }, place) => ({
        formula:
          `IF(${units(place)}>0,${sumOf('Units_area', place)},` +
          `IF(${published(place)},ROUND(Asked_seats*Area_m2_per_seat,0),${unknown}))`,
        result: totals.areaM2,
      }),
      evidence: ({ evidence }) => evidence.units,
    },
    {
      ...{ key: 'rent', head: head.monthlyRent, width: 14, format: 'money' },
      cell: ({ totals }, place) => ({
        formula:
          `IF(${units(place)}>0,IF(${knownOf('Units_monthly_rent', place)}=${units(place)},` +
          `ROUND(${sumOf('Units_monthly_rent', place)},2),${unknown}),IF(${published(place)},` +
          `ROUND(${tables().comparison.cell('rentMadPerM2Month', place)}*${area(place)},2),${unknown}))`,
        result: mad(totals.rentCentimes),
      }),
      evidence: money,
    },
    {
      ...{ key: 'charge', head: head.monthlyCharge, width: 14, format: 'money' },
      cell: ({ totals }, place) => ({
        formula:
          `IF(AND(${units(place)}>0,${knownOf('Units_monthly_charge', place)}=${units(place)}),` +
          `ROUND(${sumOf('Units_monthly_charge', place)},2),${unknown})`,
        result: mad(totals.serviceChargeCentimes),
      }),
      evidence: money,
    },
    {
      ...{ key: 'monthly', head: head.monthly, width: 15, format: 'money', isStrong: true },
      cell: ({ totals }, place) => ({
        formula: `IF(COUNT(${rent(place)},${charge(place)})=2,ROUND(${rent(place)}+${charge(place)},2),${unknown})`,
        result: mad(totals.monthlyCentimes),
      }),
      evidence: money,
    },
    {
      ...{ key: 'known', head: head.knownMonthly, width: 15, format: 'money' },
      cell: ({ totals }, place) => ({
        formula:
          `IF(${units(place)}>0,IF(${knownOf('Units_monthly_rent', place)}+${knownOf('Units_monthly_charge', place)}=0,` +
          `${unknown},ROUND(${sumOf('Units_monthly_rent', place)}+${sumOf('Units_monthly_charge', place)},2)),${rent(place)})`,
        result: mad(totals.knownMonthlyCentimes),
      }),
      evidence: money,
    },
    {
      ...{ key: 'unpriced', head: head.unpriced, width: 11, format: 'whole' },
      cell: ({ totals }, place) => ({
        formula: `SUMPRODUCT((Units_site=${number(place)})*(1-ISNUMBER(Units_monthly_rent)*ISNUMBER(Units_monthly_charge)))`,
        result: totals.unpriced,
      }),
    },
    {
      ...{ key: 'perSeat', head: head.perSeat, width: 13, format: 'money' },
      cell: ({ totals }, place) => ({
        formula: times(monthly(place), `/${seats(place)}`),
        result: mad(totals.perSeatCentimes),
      }),
      evidence: money,
    },
    {
      ...{ key: 'term', head: head.term, width: 17, format: 'money' },
      cell: ({ totals }, place) => ({
        formula: times(monthly(place), '*Term_months'),
        result: mad(totals.termCentimes),
      }),
      evidence: money,
    },
    ...frozen.rates.flatMap((rate) =>
      (['monthly', 'perSeat', 'term'] as const).map((key): Column<DossierSite> => {
        const { currency } = rate
        const centimes = ({ totals }: DossierSite) =>
          ({ monthly: totals.monthlyCentimes, perSeat: totals.perSeatCentimes, term: totals.termCentimes })[key]
        return {
          ...{ key: `${key}${currency}`, head: words.inCurrency(head[key], currency), width: 14, format: 'money' },
          cell: (site, place): Formula => {
            const own = centimes(site)
            return {
              formula: times(table.here(key, place), `/Rate_${currency}`),
              result: own === null ? null : convert(own, rate) / 100,
            }
          },
          evidence: ({ evidence: { money: own } }) =>
            own && { ...own, sources: [...new Set([...own.sources, ...rate.sources])], asOf: rate.asOf },
        }
      }),
    ),
    {
      ...{ key: 'availableOn', head: head.availableFrom, width: 13, format: 'day' },
      cell: ({ totals }, place) => ({
        ...{ formula: extremeDay('Units_available', 'MAX', place), result: serialDay(totals.availableOn) },
        isArray: true,
      }),
      evidence: ({ evidence }) => evidence.days,
    },
    {
      ...{ key: 'countedUntil', head: head.countedUntil, width: 13, format: 'day' },
      cell: ({ totals }, place) => ({
        ...{ formula: extremeDay('Units_counted_until', 'MIN', place), result: serialDay(totals.countedUntil) },
        isArray: true,
      }),
      evidence: ({ evidence }) => evidence.days,
    },
  ]
  const isInvented = sites.some(siteIsInvented)
  const table = new Table(book, { key: 'costs', columns, rows: sites, frozen: 2, isInvented })
  return table
}

type At = (place: number) => string
