import type {
  IncentiveVerdicts,
  OfficeColumns,
  ProvenanceByProperty,
  TalentPool,
  Zone,
  ZoneInventory,
} from '@tvl/model'
import {
  BEFORE_ALL_DAYS,
  isoOfDay,
  matchOffices,
  NEVER_DAY,
  NO_NEED,
  officeTest,
  runStarts,
  totalsOf,
} from '@tvl/model'
import type { Position } from 'geojson'
import type { Table } from './table.ts'

export interface ZoneContext {
  /** Number of buildings of each zone. */
  buildings: ReadonlyMap<string, number>
  inventories: ReadonlyMap<string, ZoneInventory>
  talentByRegion: ReadonlyMap<string, TalentPool>
  verdicts: IncentiveVerdicts
  /** Provenance of one office: the inventory’s figures are graded as what they sum. */
  inventoryProvenance: ProvenanceByProperty[string] | undefined
}

const NO_OFFICE_KNOWN: ZoneInventory = {
  buildings: 0,
  offices: 0,
  seats: null,
  freeSeats: null,
  contiguousSeats: null,
  firstAvailableOn: null,
  verifiedOn: null,
}

/**
 * What each zone with offices has on `today`, by the same rules as a need that asks nothing: free means to be had
 * today and verified recently enough to be counted; contiguous means in one run of a building’s declared order.
 */
export function zoneInventories(columns: OfficeColumns, today: string): Map<string, ZoneInventory> {
  const zones = columns.zoneIds.length
  const test = officeTest(NO_NEED, today)
  const match = new Uint8Array(columns.count)
  matchOffices(columns, test, match)
  const rowFrom = new Uint32Array(zones)
  const rowTo = new Uint32Array(zones)
  const seats = new Float64Array(zones)
  const first = new Float64Array(zones).fill(NEVER_DAY)
  const verified = new Float64Array(zones).fill(BEFORE_ALL_DAYS)
  for (let i = 0; i < columns.count; i++) {
    const zone = columns.zone[i] as number
    if (i === 0 || columns.zone[i - 1] !== zone) rowFrom[zone] = i
    rowTo[zone] = i + 1
    seats[zone] = (seats[zone] as number) + (columns.seats[i] as number)
    verified[zone] = Math.max(verified[zone] as number, columns.verifiedDay[i] as number)
    const isCounted = (columns.countedUntilDay[i] as number) > test.todayDay
    const from = Math.max(columns.availableFromDay[i] as number, test.todayDay)
    if (isCounted) first[zone] = Math.min(first[zone] as number, from)
  }
  const totals = totalsOf({ columns, rowFrom, rowTo, startsRun: runStarts(columns) }, match)
  return new Map(
    columns.zoneIds.map((id, zone) => [
      id,
      {
        buildings: 0,
        offices: (rowTo[zone] as number) - (rowFrom[zone] as number),
        seats: seats[zone] as number,
        freeSeats: totals.freeSeats[zone] as number,
        contiguousSeats: totals.contiguousSeats[zone] as number,
        firstAvailableOn: first[zone] === NEVER_DAY ? null : isoOfDay(first[zone] as number),
        verifiedOn: verified[zone] === BEFORE_ALL_DAYS ? null : isoOfDay(verified[zone] as number),
      },
    ]),
  )
}

/**
 * What a zone is served with beside what is stored of it: its inventory, its region’s people, and the incentives that
 * nothing about the place refuses today (what depends on the project is not asked here). With their provenance.
 */
export function zoneFigures(
  zone: { id: string; position: Position; properties: Zone },
  context: ZoneContext,
): Record<string, unknown> {
  const { id, properties } = zone
  const inventory = context.inventories.get(id)
  const talent = context.talentByRegion.get(properties.regionId)
  const [lon = Number.NaN, lat = Number.NaN] = zone.position
  const verdicts = context.verdicts({ id, lon, lat, properties }, NO_NEED)
  const figures = {
    ...(inventory ?? NO_OFFICE_KNOWN),
    buildings: context.buildings.get(id) ?? 0,
    literateFrenchPct: talent?.literateFrenchPct ?? null,
    literateEnglishPct: talent?.literateEnglishPct ?? null,
    literateSpanishPct: talent?.literateSpanishPct ?? null,
    skillsCity: talent != null && talent.cmcFr !== null,
    universityNewEntrants: talent?.universityNewEntrants ?? null,
    incentives: [...verdicts].flatMap(([incentive, answer]) => (answer === 'no' ? [] : [incentive])),
  }
  return { ...figures, provenance: provenanceOf(figures, talent, inventory && context.inventoryProvenance) }
}

/** Whether the zone at a row of the table says of its inventory what the context says. */
export function hasSameInventory(zones: Table, row: number, context: ZoneContext): boolean {
  const id = zones.ids[row] ?? ''
  const figures: Record<string, unknown> = {
    ...(context.inventories.get(id) ?? NO_OFFICE_KNOWN),
    buildings: context.buildings.get(id) ?? 0,
  }
  return FROM_OFFICES.every((name) => zones.get(name)(row) === figures[name])
}

const FROM_TALENT = ['literateFrenchPct', 'literateEnglishPct', 'literateSpanishPct', 'universityNewEntrants'] as const
const FROM_OFFICES = [
  'buildings',
  'offices',
  'seats',
  'freeSeats',
  'contiguousSeats',
  'firstAvailableOn',
  'verifiedOn',
] as const

function provenanceOf(
  figures: Record<string, unknown>,
  talent: TalentPool | undefined,
  inventory: ProvenanceByProperty[string] | undefined,
): ProvenanceByProperty {
  const provenance: ProvenanceByProperty = {}
  for (const name of FROM_OFFICES) if (inventory && figures[name] !== null) provenance[name] = inventory
  for (const name of FROM_TALENT) {
    const source = talent?.provenance[name] ?? talent?.provenance['*']
    if (source && figures[name] !== null) provenance[name] = source
  }
  const skills = talent?.provenance.cmcFr ?? talent?.provenance['*']
  if (skills && figures.skillsCity) provenance.skillsCity = skills
  return provenance
}
