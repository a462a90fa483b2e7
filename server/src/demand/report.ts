import { setImmediate } from 'node:timers/promises'
import {
  type CatalogueRecord,
  type DemandCause,
  type DemandGroup,
  demandCauses,
  demandIndex,
  incentiveVerdicts,
  needOfShape,
  type RuleZone,
} from '@tvl/model'
import { LEAST_SEARCHES } from '@tvl/model/schema'
import type { Snapshot } from '../catalogue/snapshot.ts'
import type { CountedShape } from './shapes.ts'

/** Groups of searches by zone. No search is in two groups of a zone, so no two groups can be subtracted. */
export type DemandGroups = Record<string, DemandGroup[]>

/**
 * Why each zone did or did not answer the searches of a week, by the rules that answer every search, in the catalogue
 * as it was. Groups of fewer than five are not in it, and no sum over all groups either: it would give them away.
 */
export async function demandGroups(snapshot: Snapshot, shapes: readonly CountedShape[]): Promise<DemandGroups> {
  const { index, context, zones } = rulesOf(snapshot)
  const counts = new Map<string, { zone: string; group: DemandGroup }>()
  for (const { shape, searches } of shapes) {
    const causes = demandCauses(index, needOfShape(shape), context)
    for (const [i, cause] of causes.entries()) {
      const { seats, contiguous } = shape
      const zone = zones[i]?.id ?? ''
      const key = JSON.stringify([zone, seats, contiguous, cause])
      const known = counts.get(key) ?? { zone, group: { seats, contiguous, cause, searches: 0 } }
      known.group.searches += searches
      counts.set(key, known)
    }
    // A week of a large catalogue takes seconds: others are answered in between.
    await setImmediate()
  }
  const groups: DemandGroups = {}
  for (const { zone, group } of counts.values()) {
    if (group.searches < LEAST_SEARCHES) continue
    const own = groups[zone] ?? []
    own.push(group)
    groups[zone] = own
  }
  for (const own of Object.values(groups)) own.sort(byWeight)
  return groups
}

const rank = (cause: DemandCause) => (cause === 'shown' ? 2 : cause === 'offer' ? 1 : 0)

/** What can be put right first, then what cannot, then what was shown; the most searches first. */
const byWeight = (a: DemandGroup, b: DemandGroup) =>
  rank(a.cause) - rank(b.cause) ||
  b.searches - a.searches ||
  (b.seats ?? 0) - (a.seats ?? 0) ||
  Number(b.contiguous) - Number(a.contiguous) ||
  a.cause.localeCompare(b.cause)

function rulesOf(snapshot: Snapshot) {
  const read = <C extends 'zones' | 'talent-pools' | 'incentives' | 'provinces'>(id: C) => {
    const table = snapshot.collection(id)
    return table.ids.map((_, row) => table.record(row) as CatalogueRecord<C>)
  }
  const zones = read('zones').map(({ id, geometry, properties }): RuleZone => {
    const [lon = Number.NaN, lat = Number.NaN] = geometry?.type === 'Point' ? geometry.coordinates : []
    return { id, lon, lat, properties }
  })
  const withId = <C extends 'incentives' | 'provinces'>(id: C) =>
    read(id).map((record) => ({ id: record.id, ...record.properties }))
  const { today } = snapshot
  const verdicts = incentiveVerdicts(withId('incentives'), withId('provinces'), today)
  const pools = read('talent-pools').map(({ properties }) => properties)
  return { index: demandIndex(snapshot.columns, zones, pools, today), context: { today, verdicts }, zones }
}
