import { type DueOutlook, dueWithin, type Grant, type Language, may } from '@tvl/model'
import type { Snapshot } from '../catalogue/snapshot.ts'
import { byCodeUnit } from '../catalogue/table.ts'
import { factsOf } from '../due/due-list.ts'
import { officeDays } from '../freshness/office-days.ts'
import { placeOfBuilding } from '../identity/places.ts'

/** How far a letter looks ahead: to the next one. */
export const AHEAD_DAYS = 7

export interface Tally {
  offices: number
  seats: number
}

/** What is due of a zone or a building, each office once. */
export type Outlook = Partial<Record<DueOutlook, Tally>>

export interface ZoneOutlook {
  zoneId: string
  outlook: Outlook
}

/** Of every building of which anything is or falls due. Looked at once, however many managers are written to. */
export function outlooksOfBuildings(snapshot: Snapshot): ReadonlyMap<string, Outlook> {
  const offices = snapshot.collection('offices')
  const days = officeDays(snapshot)
  const buildingOf = offices.get('buildingId')
  const found = new Map<string, Outlook>()
  for (let row = 0; row < offices.count; row++) {
    const kind = dueWithin(factsOf(days, row), AHEAD_DAYS)
    if (kind === null) continue
    const building = String(buildingOf(row))
    const outlook = found.get(building) ?? {}
    add(outlook, kind, { offices: 1, seats: days.seats(row) })
    found.set(building, outlook)
  }
  return found
}

/** What is due where the grants allow to verify it, zone by zone in the order of their names. */
export function outlooksOf(
  snapshot: Snapshot,
  buildings: ReadonlyMap<string, Outlook>,
  grants: readonly Grant[],
): ZoneOutlook[] {
  const zones = new Map<string, Outlook>()
  for (const [building, outlook] of buildings) {
    const place = placeOfBuilding(snapshot, building)
    if (place.zoneId === null || !may(grants, 'verify', place)) continue
    const sum = zones.get(place.zoneId) ?? {}
    for (const [kind, tally] of Object.entries(outlook)) add(sum, kind as DueOutlook, tally)
    zones.set(place.zoneId, sum)
  }
  return [...zones].map(([zoneId, outlook]) => ({ zoneId, outlook })).sort((a, b) => byCodeUnit(a.zoneId, b.zoneId))
}

/** The zones under their names in a language. */
export function namedZones(snapshot: Snapshot, zones: readonly ZoneOutlook[], language: Language) {
  const table = snapshot.collection('zones')
  const nameOf = table.get('name', language)
  return zones.map(({ zoneId, outlook }) => ({ name: String(nameOf(table.rowOf(zoneId)) ?? zoneId), outlook }))
}

function add(outlook: Outlook, kind: DueOutlook, { offices, seats }: Tally): void {
  const tally = outlook[kind] ?? { offices: 0, seats: 0 }
  outlook[kind] = { offices: tally.offices + offices, seats: tally.seats + seats }
}
