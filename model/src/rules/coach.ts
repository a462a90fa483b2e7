import type { DemandGroup } from '../schema/demand.ts'
import type { Building, Office } from '../schema/inventory.ts'
import type { Zone } from '../schema/zone.ts'
import { availability } from './availability.ts'

/** What may be missing of a zone, its buildings and its offices, in the order in which equals are told. */
export const COACH_GAPS = [
  'dates',
  'rentMadPerM2Month',
  'irCapPct',
  'territorialPremium',
  'airportKm',
  'hsrStationKm',
  'railStationKm',
  'serviceChargeMadPerM2Month',
  'photos',
  'plans',
  'powerKva',
  'backupPowerHours',
  'fibrePaths',
] as const
export type CoachGap = (typeof COACH_GAPS)[number]

/** What investors do with a field, by what a gap costs: it hides from lists, it leaves a hole in comparisons or pages. */
export const COACH_USES = ['filter', 'compare', 'page'] as const
export type CoachUse = (typeof COACH_USES)[number]

interface One<P> {
  id: string
  properties: P
}

export interface CoachInput {
  /** Null: only buildings and offices are looked at, of one building say. */
  zone: One<Zone> | null
  buildings: readonly One<Building>[]
  offices: readonly One<Office>[]
  /** Of the last week told of the zone; empty: nothing is known of searches. */
  groups: readonly DemandGroup[]
}

/** One thing that is missing, and what it would change to fill it in. */
export interface CoachItem {
  gap: CoachGap
  of: 'offices' | 'buildings' | 'zone'
  use: CoachUse
  /** Searches that this alone kept the zone out of. Null: none was told of, which is not none. */
  searches: number | null
  /** Seats of the offices that it is about. */
  seats: number
  /** Where it is missing, the most seats first. */
  missing: readonly { id: string; seats: number }[]
  /** How many there are, with and without it. */
  all: number
}

interface Kind<P> {
  use: CoachUse
  isMissing: (properties: P) => boolean
}

const hasNone =
  (kind: 'photo' | 'plan') =>
  ({ photos }: Office): boolean =>
    !photos?.some((one) => one.kind === kind)

const OF_OFFICES: Readonly<Partial<Record<CoachGap, Kind<Office>>>> = {
  // A free office is free from its verification on: one never verified is for the list of what is due.
  dates: {
    use: 'filter',
    isMissing: (office) => office.status !== 'free' && availability(office).availableFrom === null,
  },
  rentMadPerM2Month: { use: 'filter', isMissing: ({ rentMadPerM2Month }) => rentMadPerM2Month === null },
  serviceChargeMadPerM2Month: {
    use: 'compare',
    isMissing: ({ serviceChargeMadPerM2Month }) => serviceChargeMadPerM2Month === null,
  },
  photos: { use: 'page', isMissing: hasNone('photo') },
  plans: { use: 'page', isMissing: hasNone('plan') },
}

const OF_BUILDINGS: Readonly<Partial<Record<CoachGap, Kind<Building>>>> = {
  powerKva: { use: 'page', isMissing: ({ powerKva }) => powerKva === null },
  backupPowerHours: { use: 'page', isMissing: ({ backupPowerHours }) => backupPowerHours === null },
  fibrePaths: { use: 'page', isMissing: ({ fibrePaths }) => fibrePaths === null },
}

const OF_ZONE = ['irCapPct', 'territorialPremium', 'airportKm', 'hsrStationKm', 'railStationKm'] as const

/**
 * What is missing that investors filter by, compare or look at, ranked by what it would change: what kept the zone out
 * of the most searches first; then what they filter by, compare, look at; then what is about the most seats.
 */
export function coach({ zone, buildings, offices, groups }: CoachInput): CoachItem[] {
  const seatsOf = new Map<string, number>()
  for (const { properties } of offices) {
    seatsOf.set(properties.buildingId, (seatsOf.get(properties.buildingId) ?? 0) + properties.seats)
  }
  const seats = sum(seatsOf.values())
  const withSeats = (id: string) => ({ id, seats: seatsOf.get(id) ?? 0 })
  const items: CoachItem[] = [
    ...gapsIn('offices', OF_OFFICES, offices, ({ id, properties }) => ({ id, seats: properties.seats })),
    ...gapsIn('buildings', OF_BUILDINGS, buildings, ({ id }) => withSeats(id)),
    ...OF_ZONE.flatMap((gap): CoachItem[] => {
      if (zone?.properties[gap] !== null) return []
      return [{ gap, of: 'zone', use: 'filter', searches: null, seats, missing: [{ id: zone.id, seats }], all: 1 }]
    }),
  ]
  return items.map((item) => ({ ...item, searches: searchesOf(item.gap, groups) })).sort(byEffect)
}

function gapsIn<P>(
  of: CoachItem['of'],
  kinds: Readonly<Partial<Record<CoachGap, Kind<P>>>>,
  records: readonly One<P>[],
  seated: (record: One<P>) => { id: string; seats: number },
): CoachItem[] {
  return Object.entries(kinds).flatMap(([gap, { use, isMissing }]) => {
    const missing = records
      .filter(({ properties }) => isMissing(properties))
      .map(seated)
      .sort((a, b) => b.seats - a.seats || (a.id < b.id ? -1 : 1))
    if (missing.length === 0) return []
    const seats = sum(missing.map((one) => one.seats))
    return [{ gap: gap as CoachGap, of, use, searches: null, seats, missing, all: records.length }]
  })
}

/** No search is in two groups, so their sum is of searches. */
function searchesOf(gap: CoachGap, groups: readonly DemandGroup[]): number | null {
  const own = groups.filter(({ cause }) => cause === gap)
  return own.length === 0 ? null : sum(own.map(({ searches }) => searches))
}

const byEffect = (a: CoachItem, b: CoachItem): number =>
  (b.searches ?? 0) - (a.searches ?? 0) ||
  COACH_USES.indexOf(a.use) - COACH_USES.indexOf(b.use) ||
  b.seats - a.seats ||
  COACH_GAPS.indexOf(a.gap) - COACH_GAPS.indexOf(b.gap)

const sum = (numbers: Iterable<number>): number => [...numbers].reduce((total, one) => total + one, 0)
