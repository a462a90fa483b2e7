import { availability, choiceWord, type FrozenShortlist, moneyOf, needOf, runsOf } from '@tvl/model'
import { inLanguage } from '../dossier.ts'
import type { DossierSite } from '../dossier-sites.ts'
import { computedFrom, evidenceOf, isInvented } from '../evidence.ts'
import type { Book } from './book.ts'
import { type Formula, quoted, serialDay } from './content.ts'
import { type Column, Table } from './table.ts'
import type { UnitRow } from './tables.ts'

const mad = (centimes: number | null): number | null => (centimes === null ? null : centimes / 100)

/** Every unit that the costs of a site are summed over. */
export function unitsSheet(book: Book, sites: readonly DossierSite[]): Table<UnitRow> {
  const { words, language, frozen } = book
  const { head } = words
  const rows = sites.flatMap((site) => site.site.units.map((unit): UnitRow => ({ site, unit })))
  const free = freeUnits(frozen, sites)
  const unknown = quoted(words.unknown)
  const times = (place: number, price: string, result: number | null): Formula => {
    const [area, per] = [table.here('area', place), table.here(price, place)]
    return { formula: `IF(AND(ISNUMBER(${area}),ISNUMBER(${per})),ROUND(${area}*${per},2),${unknown})`, result }
  }
  const total = ({ unit }: UnitRow): number | null => {
    const { rentCentimes: rent, serviceChargeCentimes: charge } = moneyOf(unit.properties)
    return rent === null || charge === null ? null : rent + charge
  }
  const of = (property: string) => (row: UnitRow) => evidenceOf(row.unit, property)
  const known = (property: 'rentMadPerM2Month' | 'serviceChargeMadPerM2Month') => (row: UnitRow) =>
    row.unit.properties[property] === null ? null : evidenceOf(row.unit, property)
  const priced =
    (...properties: readonly string[]) =>
    (row: UnitRow) =>
      computedFrom(['areaM2', ...properties].map((property) => evidenceOf(row.unit, property)))
  const follows = (place: number): string =>
    place === 0
      ? '0'
      : `IF(AND(${['number', 'building']
          .map((key) => `${table.here(key, place)}=${table.here(key, place - 1)}`)
          .join(
            ',',
          )},${table.here('rank', place)}=${table.here('rank', place - 1)}+1),${table.here('run', place - 1)},0)`
  const columns: Column<UnitRow>[] = [
    {
      key: 'number',
      head: head.number,
      width: 5,
      format: 'whole',
      cell: ({ site }) => site.number,
      name: 'Units_site',
    },
    { key: 'site', head: head.site, width: 26, format: 'text', cell: ({ site }) => site.name },
    {
      ...{ key: 'building', head: head.building, width: 18, format: 'text' },
      cell: ({ site, unit }) => {
        const building = site.site.buildings.find(({ id }) => id === unit.properties.buildingId)
        return building ? inLanguage(building.properties, 'name', language) : unit.properties.buildingId
      },
    },
    {
      key: 'unit',
      head: head.unit,
      width: 12,
      format: 'text',
      cell: ({ unit }) => unit.properties.name,
      isStrong: true,
    },
    {
      ...{ key: 'mark', head: words.mark, width: 14, format: 'text', isMark: true },
      cell: ({ unit }) => (Object.values(unit.properties.provenance).some(isInvented) ? words.illustrative : ''),
    },
    { key: 'floor', head: head.floor, width: 7, format: 'whole', cell: ({ unit }) => unit.properties.floor },
    { key: 'rank', head: head.rank, width: 10, format: 'whole', cell: ({ unit }) => unit.properties.stackOrder },
    {
      ...{ key: 'area', head: head.area, width: 10, format: 'whole', isInput: true, name: 'Units_area' },
      cell: ({ unit }) => unit.properties.areaM2,
      evidence: of('areaM2'),
    },
    {
      ...{ key: 'seats', head: head.seats, width: 9, format: 'whole', isInput: true, name: 'Units_seats' },
      cell: ({ unit }) => unit.properties.seats,
      evidence: of('seats'),
    },
    {
      ...{ key: 'fitOut', head: head.fitOut, width: 14, format: 'text' },
      cell: ({ unit }) => choiceWord('fit-out', unit.properties.fitOut, language),
      evidence: of('fitOut'),
    },
    {
      ...{ key: 'state', head: head.state, width: 12, format: 'text' },
      cell: ({ unit }) => choiceWord('office-status', unit.properties.status, language),
      evidence: of('status'),
    },
    {
      ...{ key: 'rent', head: head.rent, width: 12, format: 'money', isInput: true },
      cell: ({ unit }) => unit.properties.rentMadPerM2Month,
      evidence: known('rentMadPerM2Month'),
    },
    {
      ...{ key: 'charge', head: head.charge, width: 12, format: 'money', isInput: true },
      cell: ({ unit }) => unit.properties.serviceChargeMadPerM2Month,
      evidence: known('serviceChargeMadPerM2Month'),
    },
    {
      ...{ key: 'monthlyRent', head: head.monthlyRent, width: 14, format: 'money', name: 'Units_monthly_rent' },
      cell: ({ unit }, place) => times(place, 'rent', mad(moneyOf(unit.properties).rentCentimes)),
      evidence: priced('rentMadPerM2Month'),
    },
    {
      ...{ key: 'monthlyCharge', head: head.monthlyCharge, width: 14, format: 'money', name: 'Units_monthly_charge' },
      cell: ({ unit }, place) => times(place, 'charge', mad(moneyOf(unit.properties).serviceChargeCentimes)),
      evidence: priced('serviceChargeMadPerM2Month'),
    },
    {
      ...{ key: 'monthly', head: head.monthly, width: 14, format: 'money', isStrong: true },
      cell: (row, place) => {
        const [rent, charge] = [table.here('monthlyRent', place), table.here('monthlyCharge', place)]
        return {
          formula: `IF(COUNT(${rent},${charge})=2,ROUND(${rent}+${charge},2),${unknown})`,
          result: mad(total(row)),
        }
      },
      evidence: priced('rentMadPerM2Month', 'serviceChargeMadPerM2Month'),
    },
    {
      ...{ key: 'available', head: head.availableFrom, width: 13, format: 'day', isInput: true },
      cell: ({ unit }) => serialDay(availability(unit.properties).availableFrom),
      evidence: of('status'),
      name: 'Units_available',
    },
    {
      ...{ key: 'verified', head: head.verifiedOn, width: 13, format: 'day' },
      cell: ({ unit }) => serialDay(availability(unit.properties).countedSince),
    },
    {
      ...{
        key: 'until',
        head: head.countedUntil,
        width: 13,
        format: 'day',
        isInput: true,
        name: 'Units_counted_until',
      },
      cell: ({ unit }) => serialDay(availability(unit.properties).countedUntil),
      evidence: of('status'),
    },
    {
      ...{ key: 'counts', head: head.counts, width: 12, format: 'whole' },
      cell: ({ site, unit }, place) => {
        const [from, until] = [table.here('available', place), table.here('until', place)]
        const isFree = `AND(${from}<=Need_day,${until}>Data_day)`
        return {
          formula: `IF(COUNT(${from},${until})=2,IF(${isFree},1,0),0)`,
          result: free.get(site)?.has(unit.id) ? 1 : 0,
        }
      },
    },
    {
      ...{ key: 'run', head: head.run, width: 12, format: 'whole', name: 'Units_run' },
      cell: ({ site, unit }, place) => ({
        formula: `IF(${table.here('counts', place)}=1,${table.here('seats', place)}+${follows(place)},0)`,
        result: free.get(site)?.get(unit.id) ?? 0,
      }),
      evidence: (row) => computedFrom([evidenceOf(row.unit, 'seats'), evidenceOf(row.unit, 'status')]),
    },
  ]
  const isAnyInvented = rows.some(({ unit }) => Object.values(unit.properties.provenance).some(isInvented))
  const groupOf = ({ site }: UnitRow) => site.number
  const table = new Table(book, { key: 'units', columns, rows, frozen: 5, isInvented: isAnyInvented, groupOf })
  return table
}

/** Units that can be had on the day of the need, with the seats in one piece from the first neighbour up to them. */
function freeUnits(
  { shortlist, catalogue }: FrozenShortlist,
  sites: readonly DossierSite[],
): Map<DossierSite, Map<string, number>> {
  const day = needOf(shortlist).availableBy ?? catalogue.today
  return new Map(
    sites.map((site) => {
      const free = site.site.units.filter(({ properties }) => {
        const { availableFrom, countedUntil } = availability(properties)
        return availableFrom !== null && availableFrom <= day && countedUntil !== null && countedUntil > catalogue.today
      })
      const seats = new Map<string, number>()
      for (const run of runsOf(free)) {
        let sum = 0
        for (const { id, properties } of run) {
          sum += properties.seats
          seats.set(id, sum)
        }
      }
      return [site, seats]
    }),
  )
}
