import { useQueries, useQuery } from '@tanstack/react-query'
import { type FreezeCatalogue, type FrozenRecord, storedRecord } from '@tvl/model'
import { useMemo } from 'react'
import { catalogueQuery } from './catalogue.ts'
import { collectionQuery, type Feature } from './features.ts'
import { type ZoneInventory, zoneInventoryQuery } from './zone-inventory.ts'

const stored = <P extends object>(
  collection: Parameters<typeof storedRecord>[0],
  features: readonly Feature<P>[],
): FrozenRecord<P>[] => features.map((feature) => storedRecord(collection, feature))

/**
 * The catalogue as freezing reads it, for these zones: the figures of a shortlist are then worked out in the page, and
 * nothing of it is sent. Null until everything is there.
 */
export function useFreezeCatalogue(zoneIds: readonly string[]): {
  catalogue: FreezeCatalogue | null
  error: Error | null
  retry: () => void
} {
  const [zones, regions, pools, incentives, sources] = useQueries({
    queries: [
      collectionQuery('zones'),
      collectionQuery('regions'),
      collectionQuery('talent-pools'),
      collectionQuery('incentives'),
      collectionQuery('sources'),
    ],
  })
  const about = useQuery(catalogueQuery)
  const key = [...new Set(zoneIds)].sort().join(',')
  const inventories = useQueries({
    queries: key === '' ? [] : key.split(',').map((id) => zoneInventoryQuery(id)),
    combine: (results) => ({
      data: results.map(({ data }) => data),
      error: results.find(({ error }) => error)?.error ?? null,
      retry: () => {
        for (const result of results) if (result.isError) void result.refetch()
      },
    }),
  })
  const catalogue = useMemo<FreezeCatalogue | null>(() => {
    const found = inventories.data.filter((one): one is ZoneInventory => one !== undefined)
    if (found.length < inventories.data.length) return null
    if (!about.data || !zones.data || !regions.data || !pools.data || !incentives.data || !sources.data) return null
    const listed = new Set(key.split(','))
    return {
      kind: about.data.catalogue === 'facts' ? 'facts' : 'demo',
      today: about.data.today,
      zones: stored('zones', zones.data).filter(({ id }) => listed.has(id)),
      regions: stored('regions', regions.data),
      pools: stored('talent-pools', pools.data),
      buildings: found.flatMap(({ buildings }) => stored('buildings', buildings)),
      offices: found.flatMap(({ offices }) => stored('offices', [...offices.values()].flat())),
      incentives: stored('incentives', incentives.data),
      sources: stored('sources', sources.data),
      rates: about.data.rates.map(({ currency, madPerUnit, asOf, sources: cited }) => ({
        ...{ currency, asOf, sources: cited },
        // With the four decimals in which rates are published.
        madPerUnit: madPerUnit.toFixed(4),
      })),
    }
  }, [about.data, zones.data, regions.data, pools.data, incentives.data, sources.data, inventories.data, key])
  const all = [about, zones, regions, pools, incentives, sources]
  return {
    catalogue,
    error: all.find((query) => query.error)?.error ?? inventories.error,
    retry: () => {
      for (const query of all) if (query.isError) void query.refetch()
      inventories.retry()
    },
  }
}
