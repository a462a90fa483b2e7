import {
  BEFORE_ALL_DAYS,
  dayOfIso,
  matchOffices,
  NEVER_DAY,
  score,
  siteForScore,
  type TalentPool,
  UNKNOWN_MONEY,
  type Zone,
} from '@tvl/model'
import type { Snapshot } from '../../catalogue/snapshot.ts'
import type { Scoring } from './question.ts'
import type { ZoneTotals } from './zone-functions.ts'

/**
 * The neutral score of each zone, in the order of the collection: fixed reference scales and default weights, the
 * middle of the interval where something is unknown. The same rules as on the page, so the same order.
 */
export function zoneScores(snapshot: Snapshot, totals: ZoneTotals, scoring: Scoring): Float64Array {
  const zones = snapshot.collection('zones')
  const pools = new Map<string, TalentPool>()
  const talent = snapshot.collection('talent-pools')
  for (let row = 0; row < talent.count; row++) {
    const properties = talent.record(row).properties as TalentPool
    if (properties.regionId) pools.set(properties.regionId, properties)
  }
  const contiguous = contiguousOn(snapshot, totals, scoring.day)
  const { columns } = snapshot
  const withOffices = new Set([...new Set(columns.zone)].map((zone) => columns.zoneIds[zone]))
  return Float64Array.from(zones.ids, (id, row) => {
    const properties = zones.record(row).properties as Zone
    const site = siteForScore(
      { id, ...properties },
      pools.get(properties.regionId) ?? null,
      // No office on record is not "none free": what stands there is unknown.
      withOffices.has(id) ? { contiguousSeats: contiguous[row] ?? 0 } : null,
      { languages: scoring.languages },
    )
    return score(site, { byLanguage: scoring.languages.length > 0 }).mid
  })
}

/** Most contiguous seats of each zone among the offices to be had on a day. */
function contiguousOn({ columns, today }: Snapshot, totals: ZoneTotals, day: number): ArrayLike<number> {
  const match = new Uint8Array(columns.count)
  matchOffices(
    columns,
    {
      availableByDay: day,
      todayDay: dayOfIso(today),
      verifiedAfterDay: BEFORE_ALL_DAYS,
      doubtfulAfterDay: NEVER_DAY,
      maxRentCentimes: UNKNOWN_MONEY,
      fitOutMask: 0xff,
    },
    match,
  )
  return totals.of(match).contiguousSeats
}
