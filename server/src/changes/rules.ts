import { type Fault, REFERENCES, type Report, recordFaults } from '@tvl/data'
import { type CollectionId, isEndlessHold, MOST } from '@tvl/model'
import type { Kysely } from 'kysely'
import type { Content, Database } from '../storage/database.ts'
import { recordOf } from '../storage/store.ts'
import type { Draft } from './draft.ts'
import { datesOf, STATUS_DATES } from './fields.ts'
import { keyOf, readUser } from './records.ts'
import { isSame } from './same.ts'
import { photoIds, type View } from './view.ts'

/** A fault that the writer may confirm: unusual, not impossible. */
export interface Doubt extends Fault {
  isConfirmable: true
}

/** More or less than this times the former value is a slip of the keyboard until it is confirmed. */
const UNUSUAL_FACTOR = 20
export const FIGURES = ['rentMadPerM2Month', 'serviceChargeMadPerM2Month', 'seats', 'areaM2'] as const
/** No building of offices goes beyond; the column of floors holds 8 bits with a sign. */
const LARGEST: Readonly<Record<string, number>> = { ...MOST, grossLeasableAreaM2: 10_000_000, floors: 128 }
const LOWEST_FLOOR = -10
/** Collections whose records are drawn on the map. */
const PLACED: ReadonlySet<CollectionId> = new Set(['zones', 'buildings', 'offices'])

export interface Moment {
  /** ISO day in Morocco. */
  today: string
  /** ISO instant to the minute, UTC. */
  minute: string
}

/** What is wrong with the record that a draft leaves behind. `moment` null: dates may lie in the past. */
export function draftFaults(draft: Draft, view: View, moment: Moment | null): Fault[] {
  const { collection, id, after, before } = draft
  const faults: Fault[] = []
  if (!after) return faults
  const report: Report = (fault) => void faults.push(fault)
  geometryFaults(collection, after, report)
  if (faults.length === 0) recordFaults(recordOf(collection, id, after), view.has, report)
  else recordFaults(recordOf(collection, id, { ...after, geometry: null }), view.has, report)
  boundFaults(after, report)
  photoFaults(after, view, report)
  const isSound = (field: string) => !faults.some((fault) => fault.field === field)
  if (collection === 'offices' && ['status', 'floor', 'stackOrder', 'buildingId', 'zoneId'].every(isSound)) {
    officeFaults(draft, after, view, moment, report)
  }
  if (collection === 'buildings' && isSound('floors') && isSound('zoneId')) buildingFaults(id, after, view, report)
  if (before && collection === 'offices') {
    for (const doubt of doubts(before, after)) if (!draft.confirm.has(doubt.field)) faults.push(doubt)
  }
  return faults
}

function geometryFaults(collection: CollectionId, { geometry }: Content, report: Report): void {
  const value: unknown = geometry
  const field = 'geometry'
  if (value === null) {
    if (PLACED.has(collection)) report({ field, code: 'required', words: 'a Point is needed' })
    return
  }
  if (isPoint(value)) return
  const type = typeof value === 'object' && value !== null && 'type' in value ? value.type : value
  report({ field, code: 'geometry.type', value: type, limit: 'Point', words: 'geometry is no Point of two numbers' })
}

function isPoint(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false
  const { type, coordinates, ...rest } = value as Record<string, unknown>
  return (
    type === 'Point' &&
    Array.isArray(coordinates) &&
    coordinates.length === 2 &&
    coordinates.every((one) => typeof one === 'number' && Number.isFinite(one)) &&
    Object.keys(rest).length === 0
  )
}

function boundFaults({ properties }: Content, report: Report): void {
  for (const [field, limit] of Object.entries(LARGEST)) {
    const value = properties[field]
    if (typeof value === 'number' && value > limit) {
      report({ field, code: 'maximum', value, limit, words: `${field} is over ${limit}` })
    }
  }
}

/** A picture is sent first, then named: one that nobody sent would be a hole in every page of the unit. */
function photoFaults({ properties }: Content, view: View, report: Report): void {
  const unknown = photoIds(properties).find((id) => !view.hasMedia(id))
  if (unknown === undefined) return
  report({ field: 'photos', code: 'photo.unknown', value: unknown, words: `there is no picture ${unknown}` })
}

function officeFaults(
  { id, before }: Draft,
  { properties }: Content,
  view: View,
  moment: Moment | null,
  report: Report,
): void {
  const { buildingId, zoneId, floor, stackOrder } = properties
  const building = view.get('buildings', String(buildingId))
  if (building && building.zoneId !== zoneId) {
    const words = `${buildingId} lies in ${building.zoneId}`
    report({ field: 'buildingId', code: 'building.other-zone', value: buildingId, limit: building.zoneId, words })
  }
  const top = typeof building?.floors === 'number' ? building.floors - 1 : Number.POSITIVE_INFINITY
  if (typeof floor === 'number' && (floor > top || floor < LOWEST_FLOOR)) {
    const limit = { lowest: LOWEST_FLOOR, highest: top }
    report({ field: 'floor', code: 'floor.outside', value: floor, limit, words: `${buildingId} has no floor ${floor}` })
  }
  const taken = view
    .officesOf(String(buildingId))
    .find((other) => other.id !== id && other.properties.stackOrder === stackOrder)
  if (taken) {
    const words = `${taken.id} has this place in the stack`
    report({ field: 'stackOrder', code: 'stack-order.taken', value: stackOrder, limit: taken.id, words })
  }
  statusFaults(before, properties, moment, report)
}

/** Dates belong to a status; an end, a hold or a delivery that is entered lies ahead, and a hold that begins has an end. */
function statusFaults(
  before: Content | null,
  properties: Content['properties'],
  moment: Moment | null,
  report: Report,
): void {
  const status = String(properties.status)
  for (const field of STATUS_DATES) {
    const value = properties[field]
    if (typeof value !== 'string') continue
    if (!datesOf(status).includes(field)) {
      report({ field, code: 'date.status', value, limit: status, words: `an office that is ${status} has no ${field}` })
    } else if (moment && field !== 'freeFrom' && !isSame(value, before?.properties[field])) {
      const limit = field === 'holdEndsAt' ? moment.minute : moment.today
      const isPast = field === 'holdEndsAt' ? value <= limit : value < limit
      if (isPast) report({ field, code: 'date.past', value, limit, words: `${field} ${value} is past` })
    }
  }
  if (moment && isEndlessHold(properties) && !(before && isEndlessHold(before.properties))) {
    report({ field: 'holdEndsAt', code: 'hold.endless', value: null, words: 'a hold says when it ends' })
  }
}

function buildingFaults(id: string, { properties }: Content, view: View, report: Report): void {
  for (const office of view.officesOf(id)) {
    if (office.properties.zoneId !== properties.zoneId) {
      const words = `${office.id} of this building is in ${office.properties.zoneId}`
      report({ field: 'zoneId', code: 'building.other-zone', value: properties.zoneId, limit: office.id, words })
      return
    }
    if (Number(office.properties.floor) >= Number(properties.floors)) {
      const words = `${office.id} is on floor ${office.properties.floor}`
      report({ field: 'floors', code: 'floor.outside', value: properties.floors, limit: office.id, words })
      return
    }
  }
}

function doubts({ properties: was }: Content, { properties: now }: Content): Doubt[] {
  return FIGURES.flatMap((field) => {
    const [former, value] = [was[field], now[field]]
    if (typeof former !== 'number' || typeof value !== 'number' || former <= 0) return []
    const factor = value / former
    if (factor < UNUSUAL_FACTOR && factor > 1 / UNUSUAL_FACTOR) return []
    const words = `${field} was ${former}`
    return [{ field, code: 'figure.unusual', value, limit: former, words, isConfirmable: true as const }]
  })
}

/** What is taken away must be used by nothing that stays. */
export async function removalFaults(
  db: Kysely<Database>,
  drafts: readonly Draft[],
): Promise<{ draft: Draft; fault: Fault }[]> {
  const found: { draft: Draft; fault: Fault }[] = []
  const removed = drafts.filter(({ before, after }) => before && !after)
  const touched = new Set(drafts.map(keyOf))
  for (const draft of removed) {
    const { collection, id } = draft
    for (const property of REFERENCES.flatMap(([name, target]) => (target === collection ? [name] : []))) {
      const user =
        drafts.find(({ after }) => after?.properties[property] === id) ?? (await readUser(db, property, id, touched))
      if (!user) continue
      const limit = typeof user === 'string' ? user : keyOf(user)
      const words = `${limit} names it as its ${property}`
      found.push({ draft, fault: { field: 'id', code: 'reference.used', value: id, limit, words } })
      break
    }
  }
  return found
}
