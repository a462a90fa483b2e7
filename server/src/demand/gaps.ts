import type { DemandGaps } from '@tvl/model'
import { UNKNOWN_DAY } from '../catalogue/column.ts'
import type { Snapshot } from '../catalogue/snapshot.ts'
import { officeDays } from '../freshness/office-days.ts'

const ZONE_FIELDS = ['irCapPct', 'territorialPremium', 'airportKm', 'hsrStationKm', 'railStationKm'] as const

/** What is unknown or too old in each of these zones today. */
export function gapsOf(snapshot: Snapshot, zoneIds: readonly string[]): Map<string, DemandGaps> {
  const zones = snapshot.collection('zones')
  const gaps = new Map(
    zoneIds.map((id): [string, DemandGaps] => {
      const row = zones.rowOf(id)
      const zone = row < 0 ? [] : ZONE_FIELDS.filter((field) => zones.get(field)(row) === null)
      return [id, { offices: 0, verification: 0, dates: 0, rentMadPerM2Month: 0, zone }]
    }),
  )
  const offices = snapshot.collection('offices')
  const days = officeDays(snapshot)
  const zoneOf = offices.get('zoneId')
  for (let row = 0; row < offices.count; row++) {
    const gap = gaps.get(String(zoneOf(row)))
    if (!gap) continue
    const until = days.countedUntil[row] ?? UNKNOWN_DAY
    gap.offices += 1
    if (until === UNKNOWN_DAY || until <= days.today) gap.verification += 1
    if (days.availableFrom[row] === UNKNOWN_DAY) gap.dates += 1
    if (!days.isKnown(row, 'rentMadPerM2Month')) gap.rentMadPerM2Month += 1
  }
  return gaps
}
