import {
  FRESHNESS_FIELDS,
  type FreshnessBoard,
  type FreshnessSums,
  type OfficeStatus,
  stateAfter,
  VERIFICATION_STATES,
  type VerificationState,
  type VerifiedField,
} from '@tvl/model'
import { UNKNOWN_DAY } from '../catalogue/column.ts'
import { hasIllustrativeOffices } from '../catalogue/illustrative.ts'
import type { Snapshot } from '../catalogue/snapshot.ts'
import { type OfficeDays, officeDays } from './office-days.ts'

type Names = Pick<FreshnessBoard['zones'][number], 'nameFr' | 'nameAr' | 'nameEn'>

/**
 * Every office of a snapshot by the age of its verification, summed by zone, region and country. An office whose zone
 * is not in the catalogue would be in no zone, and so is in no sum.
 */
export function boardOf(snapshot: Snapshot): FreshnessBoard {
  const byZone = sumsOfZones(snapshot)
  const zones = snapshot.collection('zones')
  const regionOf = zones.get('regionId')
  const zoneEntries = zones.ids.map((id, row) => ({
    id,
    regionId: String(regionOf(row)),
    ...namesOf(snapshot, 'zones', row),
    sums: byZone.get(id) ?? noSums(),
  }))
  const regions = snapshot.collection('regions')
  const regionEntries = regions.ids.flatMap((id, row) => {
    const own = zoneEntries.filter(({ regionId }) => regionId === id)
    if (own.length === 0) return []
    return [{ id, ...namesOf(snapshot, 'regions', row), zones: own.length, sums: added(own) }]
  })
  return {
    version: snapshot.changeNumber,
    today: snapshot.today,
    illustrative: hasIllustrativeOffices(snapshot),
    country: added(zoneEntries),
    regions: regionEntries,
    zones: zoneEntries,
  }
}

function sumsOfZones(snapshot: Snapshot): Map<string, FreshnessSums> {
  const days = officeDays(snapshot)
  const offices = snapshot.collection('offices')
  const zoneOf = offices.get('zoneId')
  const sums = new Map<string, FreshnessSums>()
  for (let row = 0; row < offices.count; row++) {
    const zone = String(zoneOf(row))
    const sum = sums.get(zone) ?? noSums()
    sums.set(zone, sum)
    count(sum, days, row)
  }
  return sums
}

function count(sum: FreshnessSums, days: OfficeDays, row: number): void {
  const status = days.status(row)
  const seats = days.seats(row)
  const state = stateOn(days.countedSince[row] ?? UNKNOWN_DAY, status, days.today)
  const isCounted = state !== 'never' && state !== 'expired'
  const isFree = isReached(days.availableFrom[row] ?? UNKNOWN_DAY, days.today)
  add(sum.all, 1, seats)
  add(sum.states[state], 1, seats)
  if (isCounted) add(sum.counted, 1, seats)
  if (isFree) add(isCounted ? sum.available : sum.lost, 1, seats)
  for (const field of FRESHNESS_FIELDS) {
    const of = sum.fields[field]
    if (!days.isKnown(row, field)) of.unknown += 1
    else of[stateOn(days.verified[field][row] ?? UNKNOWN_DAY, status, days.today)] += 1
  }
}

const isReached = (day: number, today: number): boolean => day !== UNKNOWN_DAY && day <= today

function stateOn(day: number, status: OfficeStatus, today: number): VerificationState {
  return day === UNKNOWN_DAY ? 'never' : stateAfter(today - day, status)
}

function add(sum: FreshnessSums['all'], offices: number, seats: number): void {
  sum.offices += offices
  sum.seats += seats
}

const none = () => ({ offices: 0, seats: 0 })
const PARTS = ['all', 'counted', 'available', 'lost'] as const

function noSums(): FreshnessSums {
  const states = Object.fromEntries(VERIFICATION_STATES.map((state) => [state, none()]))
  const counts = () => ({ ...Object.fromEntries(VERIFICATION_STATES.map((state) => [state, 0])), unknown: 0 })
  return {
    all: none(),
    states: states as FreshnessSums['states'],
    counted: none(),
    available: none(),
    lost: none(),
    fields: Object.fromEntries(FRESHNESS_FIELDS.map((field) => [field, counts()])) as FreshnessSums['fields'],
  }
}

function added(entries: readonly { sums: FreshnessSums }[]): FreshnessSums {
  const total = noSums()
  for (const { sums } of entries) {
    for (const part of PARTS) add(total[part], sums[part].offices, sums[part].seats)
    for (const state of VERIFICATION_STATES)
      add(total.states[state], sums.states[state].offices, sums.states[state].seats)
    for (const field of Object.keys(total.fields) as VerifiedField[]) {
      const [to, from] = [total.fields[field], sums.fields[field]]
      for (const state of [...VERIFICATION_STATES, 'unknown'] as const) to[state] += from[state]
    }
  }
  return total
}

function namesOf(snapshot: Snapshot, collection: 'zones' | 'regions', row: number): Names {
  const table = snapshot.collection(collection)
  const [nameFr, nameAr, nameEn] = (['nameFr', 'nameAr', 'nameEn'] as const).map((name) => String(table.get(name)(row)))
  return { nameFr: nameFr ?? '', nameAr: nameAr ?? '', nameEn: nameEn ?? '' }
}
