import { queryOptions } from '@tanstack/react-query'
import type { Building, Office } from '@tvl/model'
import type { Feature } from './features.ts'
import { fetchJson } from './fetch-json.ts'

interface Page<P> {
  features: Feature<P>[]
  links: { rel: string; href: string }[]
}

/** Every page of a collection. Only path and query of `next` are taken, so that all stays on this origin. */
async function readAll<P>(first: string, signal: AbortSignal): Promise<Feature<P>[]> {
  const all: Feature<P>[] = []
  let path: string | null = first
  while (path !== null) {
    const page: Page<P> = await fetchJson<Page<P>>(path, signal)
    all.push(...page.features)
    const next = page.links.find(({ rel }) => rel === 'next')
    const url = next ? new URL(next.href, location.href) : null
    path = url && page.features.length > 0 ? `${url.pathname}${url.search}` : null
  }
  return all
}

export interface ZoneInventory {
  buildings: readonly Feature<Building>[]
  /** by id of the building */
  offices: ReadonlyMap<string, readonly Feature<Office>[]>
}

/** Buildings and offices of one zone, complete. */
export const zoneInventoryQuery = (zoneId: string) =>
  queryOptions({
    queryKey: ['zone-inventory', zoneId],
    queryFn: async ({ signal }): Promise<ZoneInventory> => {
      const ask = `zoneId=${encodeURIComponent(zoneId)}&limit=1000&f=json`
      const [buildings, offices] = await Promise.all([
        readAll<Building>(`/ogc/collections/buildings/items?${ask}`, signal),
        readAll<Office>(`/ogc/collections/offices/items?${ask}`, signal),
      ])
      const byBuilding = new Map<string, Feature<Office>[]>()
      for (const office of offices) {
        const { buildingId } = office.properties
        const others = byBuilding.get(buildingId)
        if (others) others.push(office)
        else byBuilding.set(buildingId, [office])
      }
      return { buildings, offices: byBuilding }
    },
    // A Map has no structure that two versions could share.
    structuralSharing: false,
  })
