import { useQueries } from '@tanstack/react-query'
import {
  type Incentive,
  type IncentiveVerdicts,
  type Need,
  type NeedContext,
  type NeedIndex,
  prepare,
  type RuleZone,
  type SiteVerdict,
  scoreZones,
  type TalentPool,
  verdictsFor,
  type Zone,
  type ZoneScore,
} from '@tvl/model'
import { useMemo } from 'react'
import { useApp } from '../state/store.ts'
import { type Catalogue, catalogueQuery } from './catalogue.ts'
import { officeColumnsQuery } from './columns.ts'
import { collectionQuery, type Feature } from './features.ts'
import { queryClient } from './query-client.ts'

/** Everything the rules need, laid out once per version of the catalogue. */
export interface ZoneIndex {
  catalogue: Catalogue
  index: NeedIndex
  context: NeedContext
  pools: readonly Feature<TalentPool>[]
  incentives: readonly Feature<Incentive>[]
  /** by id of the region */
  poolOf: ReadonlyMap<string, TalentPool>
  /** Scores of all zones; the same function as long as they stay the same. */
  scoresOf: (need: Pick<Need, 'availableBy' | 'languages'>) => ReadonlyMap<string, ZoneScore>
}

/** Reads what every answer rests on. Never rejects: a failure is kept, and said by the page that asks for it. */
export const readCatalogue = (): Promise<unknown> =>
  Promise.all([
    queryClient.prefetchQuery(catalogueQuery),
    queryClient.prefetchQuery(officeColumnsQuery),
    queryClient.prefetchQuery(collectionQuery('zones')),
    queryClient.prefetchQuery(collectionQuery('talent-pools')),
    queryClient.prefetchQuery(collectionQuery('regions')),
  ])

export function ruleZone({ id, geometry, properties }: Feature<Zone>): RuleZone {
  const [lon = Number.NaN, lat = Number.NaN] = geometry?.type === 'Point' ? geometry.coordinates : []
  return { id, lon, lat, properties }
}

const poolsByRegion = (pools: readonly Feature<TalentPool>[]) =>
  new Map(pools.flatMap(({ properties }) => (properties.regionId === null ? [] : [[properties.regionId, properties]])))

/** The rules' answers for a site, for a project known by its trade and its seats, starting today. */
function verdictsOf(incentives: readonly Feature<Incentive>[], today: string): IncentiveVerdicts {
  const records = incentives.map(({ id, properties }) => ({ id, ...properties }))
  const known = new Map<string, ReadonlyMap<string, SiteVerdict>>()
  return (zone, need) => {
    const key = `${zone.id} ${need.trade} ${need.seats}`
    const before = known.get(key)
    if (before) return before
    const project = { trade: need.trade, jobs: need.seats, startsOn: today }
    const answers = verdictsFor({ id: zone.id, ...zone.properties }, null, records, project)
    const verdicts = new Map(answers.map(({ incentiveId, answer }) => [incentiveId, answer]))
    // A slider of seats would otherwise leave an entry for each value it passed.
    if (known.size > 5000) known.clear()
    known.set(key, verdicts)
    return verdicts
  }
}

/**
 * The catalogue as the rules read it. `index` is null until its parts are there (the incentives may follow, unless the
 * need asks for one); `error` is the first failure, and the
 * last good index stays while a refetch fails (`failedSince`).
 */
export function useZoneIndex(): {
  index: ZoneIndex | null
  error: Error | null
  /** ms: when the data on screen was read */
  readAt: number
  retry: () => void
} {
  const asksIncentives = useApp((state) => state.need.incentives.length > 0)
  const [catalogue, zones, pools, incentives, columns] = useQueries({
    queries: [
      catalogueQuery,
      collectionQuery('zones'),
      collectionQuery('talent-pools'),
      collectionQuery('incentives'),
      officeColumnsQuery,
    ],
  })
  const all = [catalogue, zones, pools, incentives, columns]
  const prepared = useMemo(() => {
    if (!catalogue.data || !zones.data || !pools.data || !columns.data) return null
    const { today } = catalogue.data
    const talent = pools.data.map((pool) => pool.properties)
    const index = prepare(columns.data, zones.data.map(ruleZone), talent)
    const poolOf = poolsByRegion(pools.data)
    const scoresOf: ZoneIndex['scoresOf'] = (need) => scoreZones(index, today, poolOf, need)
    return { catalogue: catalogue.data, index, pools: pools.data, poolOf, scoresOf }
  }, [catalogue.data, zones.data, pools.data, columns.data])
  const index = useMemo<ZoneIndex | null>(() => {
    if (!prepared || (asksIncentives && !incentives.data)) return null
    const { today } = prepared.catalogue
    const known = incentives.data ?? []
    return { ...prepared, context: { today, verdicts: verdictsOf(known, today) }, incentives: known }
  }, [prepared, incentives.data, asksIncentives])
  return {
    index,
    error: all.find((query) => query.error)?.error ?? null,
    readAt: Math.min(...all.map((query) => query.dataUpdatedAt)),
    retry: () => {
      for (const query of all) if (query.isError) void query.refetch()
    },
  }
}

/** Scores of all zones for the terms of the need that move one; null before the catalogue is there. */
export function useScores(
  zoneIndex: ZoneIndex | null,
  { availableBy, languages }: Need,
): ReadonlyMap<string, ZoneScore> | null {
  const scoresOf = zoneIndex?.scoresOf
  return useMemo(() => scoresOf?.({ availableBy, languages }) ?? null, [scoresOf, availableBy, languages])
}
