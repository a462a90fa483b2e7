import { availability, type Grade, moneyOf, type Office, provenanceOf } from '@tvl/model'
import { gradeOfUnits, sourcesOfUnits } from './cover-content.ts'
import type { Figure, FigurePrinter } from './figures.ts'
import { type Line, nameIn } from './order.ts'
import { printableLine } from './printable.ts'

export interface UnitsContent {
  title: string
  /** The building, and what is known of it. */
  buildings: { name: string; facts: string; grade: Grade | null }[]
  heads: string[]
  rows: { cells: Figure[]; grade: Grade | null }[]
  total: Figure[]
}

/** The offices of a line as a table; null: it has none. */
export function unitsContent(line: Line, print: FigurePrinter): UnitsContent | null {
  const { units, buildings } = line.site
  if (units.length === 0) return null
  const { unit: heads, units: title, block } = print.words
  return {
    title: line.line.officeIds.length === 0 ? block : title,
    buildings: buildings.map(({ properties }) => ({
      name: printableLine(nameIn(properties, print.language)),
      facts: buildingFacts(properties, print),
      grade: provenanceOf(properties, 'floors')?.grade ?? null,
    })),
    heads: [
      ...[heads.name, heads.floor, heads.seats, heads.area, heads.rent, heads.charge],
      ...[heads.monthly, heads.free, heads.verified],
    ],
    rows: units.map(({ properties }) => unitRow(properties, print)),
    total: totalRow(line, print),
  }
}

function buildingFacts(building: Line['site']['buildings'][number]['properties'], print: FigurePrinter): string {
  const { building: words, measured, unknown } = print.words
  const value = (amount: number | null, unit = '') =>
    amount === null ? unknown : unit ? `${print.number(amount)}\u00a0${unit}` : print.number(amount)
  return [
    words.floors(building.floors),
    `${words.power}\u00a0${value(building.powerKva, measured.kva)}`,
    `${words.backup}\u00a0${value(building.backupPowerHours, measured.hours)}`,
    `${words.fibre}\u00a0${value(building.fibrePaths)}`,
  ].join(print.language === 'ar' ? '، ' : ', ')
}

/** One office. Where all of it is of one grade, one mark stands for the row; else each figure has its own. */
function unitRow(office: Office, print: FigurePrinter): { cells: Figure[]; grade: Grade | null } {
  const { rentMadPerM2Month: rent, serviceChargeMadPerM2Month: charge } = office
  const { rentCentimes, serviceChargeCentimes } = moneyOf(office)
  const monthly = rentCentimes === null || serviceChargeCentimes === null ? null : rentCentimes + serviceChargeCentimes
  const { availableFrom } = availability(office)
  const { verifiedOn, verificationMethod: method, floor } = office
  const of = (property: keyof Office, text: string | null, note: string | null = null) =>
    print.of(office, property, text, { note })
  const cells = [
    of('name', printableLine(office.name), print.words.fitOut[office.fitOut]),
    of('floor', floor === 0 ? print.words.ground : print.number(floor)),
    of('seats', print.number(office.seats)),
    of('areaM2', print.number(office.areaM2)),
    of('rentMadPerM2Month', rent === null ? null : print.price(rent)),
    of('serviceChargeMadPerM2Month', charge === null ? null : print.price(charge)),
    of('rentMadPerM2Month', monthly === null ? null : print.money(monthly)),
    of('status', availableFrom === null ? null : print.day(availableFrom)),
    verifiedOn === null
      ? print.unknown(print.words.never)
      : of('status', print.day(verifiedOn), method === null ? null : print.words.verification[method]),
  ]
  const grades = new Set(cells.filter(({ isUnknown }) => !isUnknown).map(({ grade }) => grade))
  const [grade = null] = grades
  return grades.size === 1 ? { cells: cells.map((cell) => ({ ...cell, grade: null })), grade } : { cells, grade: null }
}

function totalRow(line: Line, print: FigurePrinter): Figure[] {
  const { seats, areaM2, rentCentimes, serviceChargeCentimes, monthlyCentimes, availableOn } = line.totals
  const grade = gradeOfUnits(line, ['seats', 'areaM2', 'rentMadPerM2Month', 'serviceChargeMadPerM2Month'])
  const sources = sourcesOfUnits(line)
  const sum = (text: string | null) => print.reckoned(text, grade, { sources })
  const money = (centimes: number | null) => sum(centimes === null ? null : print.money(centimes))
  return [
    sum(seats === null ? null : print.number(seats)),
    sum(areaM2 === null ? null : print.number(areaM2)),
    money(rentCentimes),
    money(serviceChargeCentimes),
    money(monthlyCentimes),
    sum(availableOn === null ? null : print.day(availableOn)),
  ]
}
