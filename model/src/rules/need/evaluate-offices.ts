import { BEFORE_ALL_DAYS, COLUMN_FIT_OUTS, NEVER_DAY, type OfficeColumns, UNKNOWN_MONEY } from '../columns.ts'
import { dayOfIso } from '../days.ts'
import { DEFAULT_VERIFIED_WITHIN_DAYS, type Need } from './need.ts'

/** The office-level part of a need as numbers to compare columns with. */
export interface OfficeTest {
  availableByDay: number
  /** countedUntilDay must be later: the catalogue's own law of freshness */
  todayDay: number
  /** verifiedDay must be later; BEFORE_ALL_DAYS = the law alone */
  verifiedAfterDay: number
  /** an office past the law still passes if verifiedDay is later; NEVER_DAY = none does */
  doubtfulAfterDay: number
  maxRentCentimes: number
  /** bit k: COLUMN_FIT_OUTS[k] is accepted */
  fitOutMask: number
}

const ALL_FIT_OUTS = (1 << COLUMN_FIT_OUTS.length) - 1

/** The highest whole number of centimes that is not above a ceiling in MAD. */
export function ceilingCentimes(mad: number): number {
  const nearest = Math.round(mad * 100)
  return Math.min(nearest / 100 > mad ? nearest - 1 : nearest, UNKNOWN_MONEY - 1)
}

/** The mask of accepted fit-outs; none asked = all accepted. */
export function fitOutMask(fitOuts: Need['fitOuts']): number {
  if (fitOuts.length === 0) return ALL_FIT_OUTS
  return fitOuts.reduce((mask, fitOut) => mask | (1 << COLUMN_FIT_OUTS.indexOf(fitOut)), 0)
}

/**
 * The office-level terms of a need on a day (ISO, the catalogue's date). `verifiedWithinDays` below 120 narrows the
 * law of freshness; above, it also admits offices that the law no longer counts (doubtful, and shown as such).
 */
export function officeTest(need: Need, today: string): OfficeTest {
  const todayDay = dayOfIso(today)
  const within = need.verifiedWithinDays
  return {
    availableByDay: need.availableBy === null ? todayDay : dayOfIso(need.availableBy),
    todayDay,
    verifiedAfterDay: within < DEFAULT_VERIFIED_WITHIN_DAYS ? todayDay - within : BEFORE_ALL_DAYS,
    doubtfulAfterDay: within > DEFAULT_VERIFIED_WITHIN_DAYS ? todayDay - within : NEVER_DAY,
    maxRentCentimes: need.maxRentMadPerM2Month === null ? UNKNOWN_MONEY : ceilingCentimes(need.maxRentMadPerM2Month),
    fitOutMask: fitOutMask(need.fitOuts),
  }
}

/** True if the need asks anything of single offices: then a zone without any such office is no hit. */
export function asksOfOffices(need: Need): boolean {
  return (
    need.availableBy !== null ||
    need.fitOuts.length > 0 ||
    need.maxRentMadPerM2Month !== null ||
    need.verifiedWithinDays < DEFAULT_VERIFIED_WITHIN_DAYS
  )
}

/** One byte per row from `from` to before `to`: 1 = the office passes. Allocates nothing. */
export function matchOffices(
  columns: OfficeColumns,
  test: OfficeTest,
  match: Uint8Array,
  from = 0,
  to = columns.count,
): void {
  const { availableFromDay, countedUntilDay, verifiedDay, rentCentimes, fitOut } = columns
  const { availableByDay, todayDay, verifiedAfterDay, doubtfulAfterDay, maxRentCentimes } = test
  const accepted = test.fitOutMask
  for (let i = from; i < to; i++) {
    const verified = verifiedDay[i] as number
    match[i] =
      (availableFromDay[i] as number) <= availableByDay &&
      (((countedUntilDay[i] as number) > todayDay && verified > verifiedAfterDay) || verified > doubtfulAfterDay) &&
      (rentCentimes[i] as number) <= maxRentCentimes &&
      ((accepted >> (fitOut[i] as number)) & 1) === 1
        ? 1
        : 0
  }
}

/**
 * One byte per row: the bit of the office's fit-out if it passes every other office-level term, else 0. One pass then
 * answers for each fit-out alone (`totalsOf` with that bit as `accept`).
 */
export function matchFitOuts(columns: OfficeColumns, test: OfficeTest, match: Uint8Array): void {
  matchOffices(columns, { ...test, fitOutMask: ALL_FIT_OUTS }, match)
  const { fitOut } = columns
  for (let i = 0; i < columns.count; i++) match[i] = (match[i] as number) << (fitOut[i] as number)
}

/** The rows of the columns by zone: what aggregation walks over. */
export interface ZoneRows {
  columns: OfficeColumns
  /** first row of each zone, and the row after its last; equal = no offices */
  rowFrom: Uint32Array
  rowTo: Uint32Array
  /** 1 = the row does not continue the row before it (another building, or a gap in the declared order) */
  startsRun: Uint8Array
}

/** Totals over the matching offices, one entry per zone. A block is a run of matching rows of one building. */
export interface OfficeTotals {
  offices: Uint32Array
  freeSeats: Uint32Array
  freeAreaM2: Float64Array
  /** most seats, and most m², in one block: not always the same block */
  contiguousSeats: Uint32Array
  contiguousAreaM2: Float64Array
  /** most seats in one block of at least the asked area, and most m² in one block of at least the asked seats */
  seatsWithArea: Uint32Array
  areaWithSeatsM2: Float64Array
  /** lowest published rent; UNKNOWN_MONEY = none published */
  minRentCentimes: Uint32Array
  /**
   * the block with most seats among those of at least the asked seats and area; where none is, the one with most
   * seats of all; ties go to the first. Rows blockFrom to before blockTo; equal = no block
   */
  blockFrom: Uint32Array
  blockTo: Uint32Array
  blockSeats: Uint32Array
  /** 1 = that block has the asked seats and area */
  blockFits: Uint8Array
}

/** For each row, whether a run starts there. */
export function runStarts({ count, building, stackOrder }: OfficeColumns): Uint8Array {
  const starts = new Uint8Array(count)
  for (let i = 0; i < count; i++)
    starts[i] = i === 0 || building[i] !== building[i - 1] || stackOrder[i] !== (stackOrder[i - 1] ?? 0) + 1 ? 1 : 0
  return starts
}

/**
 * Totals of the matching rows per zone, for the seats and area asked of one block (0 = not asked). A row matches if
 * its byte has a bit of `accept`.
 */
export function totalsOf(rows: ZoneRows, match: Uint8Array, minSeats = 0, minAreaM2 = 0, accept = 0xff): OfficeTotals {
  const zones = rows.rowFrom.length
  const totals = emptyTotals(zones)
  for (let zone = 0; zone < zones; zone++) zoneTotals(rows, match, accept, minSeats, minAreaM2, zone, totals)
  return totals
}

/** Totals of so many zones, all zero. */
export function emptyTotals(zones: number): OfficeTotals {
  return {
    offices: new Uint32Array(zones),
    freeSeats: new Uint32Array(zones),
    freeAreaM2: new Float64Array(zones),
    contiguousSeats: new Uint32Array(zones),
    contiguousAreaM2: new Float64Array(zones),
    seatsWithArea: new Uint32Array(zones),
    areaWithSeatsM2: new Float64Array(zones),
    minRentCentimes: new Uint32Array(zones).fill(UNKNOWN_MONEY),
    blockFrom: new Uint32Array(zones),
    blockTo: new Uint32Array(zones),
    blockSeats: new Uint32Array(zones),
    blockFits: new Uint8Array(zones),
  }
}

/** The totals of one zone, as `totalsOf` has them, written to its place. */
export function zoneTotals(
  rows: ZoneRows,
  match: Uint8Array,
  accept: number,
  minSeats: number,
  minAreaM2: number,
  zone: number,
  totals: OfficeTotals,
): void {
  const { seats, areaM2, rentCentimes } = rows.columns
  const { startsRun } = rows
  const to = rows.rowTo[zone] as number
  let offices = 0
  let freeSeats = 0
  let freeArea = 0
  let mostSeats = 0
  let mostArea = 0
  let seatsWithArea = 0
  let areaWithSeats = 0
  let minRent = UNKNOWN_MONEY
  let runFrom = 0
  let runSeats = 0
  let runArea = 0
  let blockFrom = 0
  let blockTo = 0
  let blockSeats = 0
  let blockFits = 0
  // One step past the last row closes the last run.
  for (let i = rows.rowFrom[zone] as number; i <= to; i++) {
    const isMatch = i < to && ((match[i] as number) & accept) !== 0
    if (runSeats > 0 && (!isMatch || startsRun[i] === 1)) {
      if (runSeats > mostSeats) mostSeats = runSeats
      if (runArea > mostArea) mostArea = runArea
      if (runArea >= minAreaM2 && runSeats > seatsWithArea) seatsWithArea = runSeats
      if (runSeats >= minSeats && runArea > areaWithSeats) areaWithSeats = runArea
      const fits = runSeats >= minSeats && runArea >= minAreaM2 ? 1 : 0
      if (fits > blockFits || (fits === blockFits && runSeats > blockSeats)) {
        blockFrom = runFrom
        blockTo = i
        blockSeats = runSeats
        blockFits = fits
      }
      runSeats = 0
      runArea = 0
    }
    if (!isMatch) continue
    if (runSeats === 0) runFrom = i
    const rent = rentCentimes[i] as number
    if (rent < minRent) minRent = rent
    runSeats += seats[i] as number
    runArea += areaM2[i] as number
    freeSeats += seats[i] as number
    freeArea += areaM2[i] as number
    offices++
  }
  totals.offices[zone] = offices
  totals.freeSeats[zone] = freeSeats
  totals.freeAreaM2[zone] = freeArea
  totals.contiguousSeats[zone] = mostSeats
  totals.contiguousAreaM2[zone] = mostArea
  totals.seatsWithArea[zone] = seatsWithArea
  totals.areaWithSeatsM2[zone] = areaWithSeats
  totals.minRentCentimes[zone] = minRent
  totals.blockFrom[zone] = blockFrom
  totals.blockTo[zone] = blockTo
  totals.blockSeats[zone] = blockSeats
  totals.blockFits[zone] = blockFits
}
