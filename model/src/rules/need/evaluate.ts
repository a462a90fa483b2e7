import type { TalentPool } from '../../schema/territory.ts'
import { type OfficeColumns, UNKNOWN_MONEY } from '../columns.ts'
import { dayOfIso } from '../days.ts'
import {
  asksOfOffices,
  matchOffices,
  type OfficeTotals,
  officeTest,
  runStarts,
  totalsOf,
  type ZoneRows,
} from './evaluate-offices.ts'
import {
  type IncentiveVerdicts,
  type NeedTerm,
  OFFICE_TERMS,
  type RuleZone,
  talentByRegion,
  talentOf,
  termBit,
  termsOf,
  type ZoneTalent,
  zoneTest,
} from './evaluate-zones.ts'
import type { Need } from './need.ts'

/** The catalogue laid out for evaluation. Built once per catalogue version. */
export interface NeedIndex extends ZoneRows {
  zones: readonly RuleZone[]
  /** of the zone's region, per zone */
  talent: readonly ZoneTalent[]
}

export interface NeedContext {
  /** ISO day: the catalogue's date in Africa/Casablanca */
  today: string
  verdicts: IncentiveVerdicts
}

/** A run of neighbouring offices of one building that all pass the office-level terms. */
export interface Block {
  buildingId: string
  seats: number
  areaM2: number
  /** rows of the columns, both included */
  fromRow: number
  toRow: number
  /** the building's own order, both included */
  fromStackOrder: number
  toStackOrder: number
  /** day from which all of it can be had */
  availableFromDay: number
  /** latest and oldest verification of its offices: the oldest says how far the whole block can be trusted */
  verifiedDay: number
  oldestVerifiedDay: number
}

export interface ZoneEvaluation {
  zone: RuleZone
  isHit: boolean
  /** terms that fail as a set of bits (`termBit`); 0 = hit */
  failing: number
  /** offices that pass the office-level terms, and their sums */
  offices: number
  freeSeats: number
  freeAreaM2: number
  contiguousSeats: number
  contiguousAreaM2: number
  /** lowest published rent among them; null = none published */
  minRentMadPerM2Month: number | null
  /** most seats among the blocks with the asked seats and area; where there is none, most seats of all */
  block: Block | null
}

export interface Evaluation {
  need: Need
  today: string
  /** in the order of the index's zones */
  zones: readonly ZoneEvaluation[]
  hits: number
  /** one byte per row of the columns: 1 = the office passes the office-level terms (whatever its zone does) */
  officeMatch: Uint8Array
  totals: OfficeTotals
}

/** Lays out zones, their offices and their regions' talent. Rows of zones that are not given are left aside. */
export function prepare(
  columns: OfficeColumns,
  zones: readonly RuleZone[],
  talentPools: readonly TalentPool[],
): NeedIndex {
  const columnZone = new Map(columns.zoneIds.map((id, index) => [id, index]))
  const from = new Uint32Array(columns.zoneIds.length)
  const to = new Uint32Array(columns.zoneIds.length)
  for (let i = 0; i < columns.count; i++) {
    const zone = columns.zone[i] as number
    if (i === 0 || columns.zone[i - 1] !== zone) from[zone] = i
    to[zone] = i + 1
  }
  const byRegion = talentByRegion(talentPools)
  const rowsOf = (zone: RuleZone, bounds: Uint32Array) => bounds[columnZone.get(zone.id) ?? -1] ?? 0
  return {
    columns,
    zones,
    rowFrom: Uint32Array.from(zones, (zone) => rowsOf(zone, from)),
    rowTo: Uint32Array.from(zones, (zone) => rowsOf(zone, to)),
    startsRun: runStarts(columns),
    talent: zones.map((zone) => talentOf(zone, byRegion)),
  }
}

/** The terms about offices that a zone fails: presence, then seats, then area. */
export function failingOfficeTerms(need: Need, totals: OfficeTotals, zone: number): number {
  if (need.seats === null && need.areaM2 === null)
    return asksOfOffices(need) && totals.offices[zone] === 0 ? termBit('offices') : 0
  const seats = need.seats ?? 0
  const area = need.areaM2 ?? 0
  const most = need.contiguous
    ? { seats: totals.contiguousSeats[zone] as number, area: totals.contiguousAreaM2[zone] as number }
    : { seats: totals.freeSeats[zone] as number, area: totals.freeAreaM2[zone] as number }
  const failing = (most.seats < seats ? termBit('seats') : 0) | (most.area < area ? termBit('areaM2') : 0)
  // One block has the seats and another the area: each is there, together they are not.
  const isApart = need.contiguous && failing === 0 && totals.blockFits[zone] === 0 && (seats > 0 || area > 0)
  return isApart ? termBit('seats') | termBit('areaM2') : failing
}

/** Totals of the offices that pass a need, per zone of the index. `match` receives one byte per office. */
export function totalsFor(index: NeedIndex, need: Need, today: string, match: Uint8Array): OfficeTotals {
  matchOffices(index.columns, officeTest(need, today), match)
  return totalsOf(index, match, need.seats ?? 0, need.areaM2 ?? 0)
}

/** The zone-level terms that each zone of the index fails. */
export function failingZoneTerms(index: NeedIndex, need: Need, context: NeedContext): Uint32Array {
  const test = zoneTest(need, context.verdicts)
  return Uint32Array.from(index.zones, (zone, i) => test(zone, index.talent[i] as ZoneTalent))
}

/** The block of a zone found by the totals; null = no office passes. Days since 1970-01-01. */
export function blockOf({ columns }: ZoneRows, totals: OfficeTotals, zone: number): Block | null {
  const from = totals.blockFrom[zone] as number
  const to = totals.blockTo[zone] as number
  if (from === to) return null
  const block: Block = {
    buildingId: columns.buildingIds[columns.building[from] as number] as string,
    seats: totals.blockSeats[zone] as number,
    areaM2: 0,
    fromRow: from,
    toRow: to - 1,
    fromStackOrder: columns.stackOrder[from] as number,
    toStackOrder: columns.stackOrder[to - 1] as number,
    availableFromDay: columns.availableFromDay[from] as number,
    verifiedDay: columns.verifiedDay[from] as number,
    oldestVerifiedDay: columns.verifiedDay[from] as number,
  }
  for (let i = from; i < to; i++) {
    block.areaM2 += columns.areaM2[i] as number
    block.availableFromDay = Math.max(block.availableFromDay, columns.availableFromDay[i] as number)
    block.verifiedDay = Math.max(block.verifiedDay, columns.verifiedDay[i] as number)
    block.oldestVerifiedDay = Math.min(block.oldestVerifiedDay, columns.verifiedDay[i] as number)
  }
  return block
}

/**
 * The one meaning of "answers the need": list, map, counts, query and sentence all come back to this. Throws a
 * RangeError for a day that is not one.
 */
export function evaluate(index: NeedIndex, need: Need, context: NeedContext): Evaluation {
  dayOfIso(context.today)
  const officeMatch = new Uint8Array(index.columns.count)
  const totals = totalsFor(index, need, context.today, officeMatch)
  const zoneFailing = failingZoneTerms(index, need, context)
  let hits = 0
  const zones = index.zones.map((zone, i): ZoneEvaluation => {
    const failing = (zoneFailing[i] as number) | failingOfficeTerms(need, totals, i)
    if (failing === 0) hits++
    const rent = totals.minRentCentimes[i] as number
    return {
      zone,
      isHit: failing === 0,
      failing,
      offices: totals.offices[i] as number,
      freeSeats: totals.freeSeats[i] as number,
      freeAreaM2: totals.freeAreaM2[i] as number,
      contiguousSeats: totals.contiguousSeats[i] as number,
      contiguousAreaM2: totals.contiguousAreaM2[i] as number,
      minRentMadPerM2Month: rent === UNKNOWN_MONEY ? null : rent / 100,
      block: blockOf(index, totals, i),
    }
  })
  return { need, today: context.today, zones, hits, officeMatch, totals }
}

/** The names of the terms that a zone fails, in the order of NEED_TERMS. */
export const failingTerms = (zone: ZoneEvaluation): NeedTerm[] => termsOf(zone.failing)

/** True if only what is asked of the offices stands between the zone and a hit. */
export const failsOnOfficesOnly = (zone: ZoneEvaluation): boolean =>
  zone.failing !== 0 && (zone.failing & ~OFFICE_TERMS) === 0

/** The number of zones that answer a need. */
export function countHits(index: NeedIndex, need: Need, context: NeedContext): number {
  const totals = totalsFor(index, need, context.today, new Uint8Array(index.columns.count))
  const zoneFailing = failingZoneTerms(index, need, context)
  let hits = 0
  for (let i = 0; i < index.zones.length; i++)
    if (((zoneFailing[i] as number) | failingOfficeTerms(need, totals, i)) === 0) hits++
  return hits
}
