import type { DemandShape } from '../schema/demand.ts'
import { addDays, addMonths, dayOfIso, isoOfDay, quarterOf } from './days.ts'
import { DEFAULT_LANGUAGE_PCT, type Need, NO_NEED } from './need/need.ts'
import { NEED_FIT_OUTS, NEED_LANGUAGES, NEED_PREMIUMS } from './need/values.ts'

/** The bands of the schema, repeated so that the page does not load the schema library. Lower ends, ascending. */
export const DEMAND_SEAT_BANDS = [
  1, 20, 50, 100, 200, 300, 500, 1000,
] as const satisfies readonly DemandShape['seats'][]
const AREAS_M2 = [1, 250, 500, 1000, 2500, 5000, 10_000] as const satisfies readonly DemandShape['areaM2'][]
/** Upper ends, ascending: what asks for more than the last asks for nothing that could be told. */
const KM = [5, 10, 25, 50, 100] as const satisfies readonly DemandShape['airportKm'][]
const RENTS = [60, 80, 100, 120, 150, 200, 300] as const satisfies readonly DemandShape['maxRent'][]
const DAYS = [30, 60, 90, 120, 150, 180] as const satisfies readonly DemandShape['verifiedWithin'][]
const CAPS = [10, 20, null] as const
/** Quarters told of; what is wanted later is told as the last. */
const MOST_QUARTERS = 12

const floorOf = <T extends number>(bands: readonly T[], value: number | null): T | null =>
  value === null ? null : (bands.findLast((band) => band <= value) ?? null)
const ceilingOf = <T extends number>(bands: readonly T[], value: number | null): T | null =>
  value === null ? null : (bands.find((band) => band >= value) ?? null)

/**
 * The coarse shape of a need, or null when there is none: nothing is asked, or something that cannot be told coarsely
 * (a drawn area, one operator, named incentives …). Every band is the wider one, so a shape asks less than its need.
 */
export function demandShape(need: Need, today: string): DemandShape | null {
  const { provinces, statuses, techValley, operators, incentives, area, trade } = need
  const isFine = [provinces, statuses, techValley, operators, incentives].some((list) => list.length > 0)
  if (isFine || area !== null || trade !== null) return null
  const { verifiedWithinDays, irCaps } = need
  const verifiedWithin = ceilingOf(DAYS, verifiedWithinDays)
  if (verifiedWithin === null || irCaps.some((cap) => !CAPS.some((known) => known === cap))) return null
  const shape: DemandShape = {
    seats: floorOf(DEMAND_SEAT_BANDS, need.seats),
    contiguous: need.contiguous,
    areaM2: floorOf(AREAS_M2, need.areaM2),
    by: need.availableBy === null || need.availableBy <= today ? null : quarterName(need.availableBy, today),
    maxRent: ceilingOf(RENTS, need.maxRentMadPerM2Month),
    verifiedWithin,
    fitOuts: NEED_FIT_OUTS.filter((one) => need.fitOuts.includes(one)),
    regions: [...new Set(need.regions)].sort(),
    languages: NEED_LANGUAGES.filter((one) => need.languages.some(({ language }) => language === one)),
    irCaps: CAPS.filter((one) => irCaps.includes(one)),
    premiums: NEED_PREMIUMS.filter((one) => need.territorialPremiums.includes(one)),
    skillsCity: need.skillsCity,
    airportKm: ceilingOf(KM, need.airportKm),
    hsrStationKm: ceilingOf(KM, need.hsrStationKm),
    railStationKm: ceilingOf(KM, need.railStationKm),
  }
  return isEmpty(shape) ? null : shape
}

function quarterName(day: string, today: string): string {
  const last = quarterOf(today, MOST_QUARTERS)
  const { year, quarter } = day < last.startsOn ? quarterOf(day) : last
  return `${year}-Q${quarter}`
}

const NOTHING: DemandShape = {
  seats: null,
  contiguous: true,
  areaM2: null,
  by: null,
  maxRent: null,
  verifiedWithin: 120,
  fitOuts: [],
  regions: [],
  languages: [],
  irCaps: [],
  premiums: [],
  skillsCity: false,
  airportKm: null,
  hsrStationKm: null,
  railStationKm: null,
}

/** The one text of a shape: members and lists in one order, so that equal shapes are counted together. */
export function demandKey(shape: DemandShape): string {
  const { fitOuts, regions, languages, irCaps, premiums } = shape
  const canonical: DemandShape = {
    ...NOTHING,
    ...shape,
    fitOuts: NEED_FIT_OUTS.filter((one) => fitOuts.includes(one)),
    regions: [...new Set(regions)].sort(),
    languages: NEED_LANGUAGES.filter((one) => languages.includes(one)),
    irCaps: CAPS.filter((one) => irCaps.includes(one)),
    premiums: NEED_PREMIUMS.filter((one) => premiums.includes(one)),
  }
  return JSON.stringify(canonical)
}

const isEmpty = (shape: DemandShape): boolean =>
  demandKey(shape) === demandKey({ ...NOTHING, contiguous: shape.contiguous })

/** The shape as a need of its own: what is evaluated when demand is reported. A quarter asks for its last day. */
export function needOfShape(shape: DemandShape): Need {
  return {
    ...NO_NEED,
    seats: shape.seats,
    contiguous: shape.contiguous,
    areaM2: shape.areaM2,
    availableBy: shape.by === null ? null : lastDayOf(shape.by),
    maxRentMadPerM2Month: shape.maxRent,
    verifiedWithinDays: shape.verifiedWithin,
    fitOuts: shape.fitOuts,
    regions: shape.regions,
    languages: shape.languages.map((language) => ({ language, minPct: DEFAULT_LANGUAGE_PCT })),
    irCaps: shape.irCaps,
    territorialPremiums: shape.premiums,
    skillsCity: shape.skillsCity,
    airportKm: shape.airportKm,
    hsrStationKm: shape.hsrStationKm,
    railStationKm: shape.railStationKm,
  }
}

function lastDayOf(quarter: string): string {
  const first = `${quarter.slice(0, 4)}-${String(Number(quarter.slice(6)) * 3 - 2).padStart(2, '0')}-01`
  return addDays(addMonths(first, 3), -1)
}

/** The Monday of the week in which a day lies. */
export function weekOf(day: string): string {
  // 1 January 1970 was a Thursday.
  const number = dayOfIso(day)
  return isoOfDay(number - ((number + 3) % 7))
}
