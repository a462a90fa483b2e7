import type { Building, Office, Provenance, RfiRecord } from '@tvl/model'
import { matchOffices, NO_NEED, officeTest } from '@tvl/model'
import type { Snapshot } from '../catalogue/snapshot.ts'
import { combined } from './combined.ts'

/**
 * The buildings of a zone taken together: what they have in all, and what each of them has at the least. A sum with an
 * unknown part is unknown.
 */
export function buildingFacts(snapshot: Snapshot, zoneId: string): RfiRecord | null {
  const table = snapshot.collection('buildings')
  const zoneOf = table.get('zoneId')
  const buildings = table.ids.flatMap((_, row) =>
    zoneOf(row) === zoneId ? [table.record(row).properties as Building] : [],
  )
  const standing = buildings.filter(({ status }) => status === 'operational')
  return summed(standing, {
    powerKva: ['powerKva', ofAll(total)],
    backupPowerHours: ['backupPowerHours', ofAll(least)],
    fibrePaths: ['fibrePaths', ofAll(least)],
    grossLeasableAreaM2: ['grossLeasableAreaM2', ofAll(total)],
  })
}

/** The offices of a zone that are to be had today and verified recently enough to be counted, as its free seats are. */
export function offerFacts(snapshot: Snapshot, zoneId: string): RfiRecord | null {
  const { columns, columnRows } = snapshot
  const zone = columns.zoneIds.indexOf(zoneId)
  if (zone < 0) return null
  const match = new Uint8Array(columns.count)
  matchOffices(columns, officeTest(NO_NEED, snapshot.today), match)
  const offices = snapshot.collection('offices')
  const free: Office[] = []
  for (let i = 0; i < columns.count; i++) {
    if (match[i] && columns.zone[i] === zone) free.push(offices.record(columnRows[i] as number).properties as Office)
  }
  return summed(free, {
    freeAreaM2: ['areaM2', ofAll(total)],
    rentFrom: ['rentMadPerM2Month', ofKnown(least)],
    rentTo: ['rentMadPerM2Month', ofKnown(most)],
    serviceChargeFrom: ['serviceChargeMadPerM2Month', ofKnown(least)],
    serviceChargeTo: ['serviceChargeMadPerM2Month', ofKnown(most)],
  })
}

type Figure = number | null
type Sum = (values: readonly number[]) => number
type Sums = (values: readonly Figure[]) => Figure

const total: Sum = (values) => values.reduce((sum, value) => sum + value, 0)
const least: Sum = (values) => Math.min(...values)
const most: Sum = (values) => Math.max(...values)

const knownOf = (values: readonly Figure[]): number[] => values.filter((value) => value !== null)
const ofAll =
  (sum: Sum): Sums =>
  (values) =>
    knownOf(values).length === values.length ? sum(knownOf(values)) : null
/** Of what is asked for some and unknown for others, such as rents. */
const ofKnown =
  (sum: Sum): Sums =>
  (values) =>
    knownOf(values).length > 0 ? sum(knownOf(values)) : null

/** Sums over records by name, each with the provenance of what it sums. */
function summed<T extends Building | Office>(
  records: readonly T[],
  sums: Readonly<Record<string, readonly [keyof T & string, Sums]>>,
): RfiRecord | null {
  if (records.length === 0) return null
  const properties: Record<string, number | null> = {}
  const provenance: Record<string, Provenance> = {}
  for (const [name, [property, sum]] of Object.entries(sums)) {
    properties[name] = sum(records.map((record) => record[property] as Figure))
    const from = combined(records.flatMap((one) => one.provenance[property] ?? one.provenance['*'] ?? []))
    if (from) provenance[name] = from
  }
  return { properties, provenance }
}
