import { queryOptions } from '@tanstack/react-query'
import type { Building, Office } from '@tvl/model'
import { atThatTime } from '../state/as-of.ts'
import type { Feature } from './features.ts'
import { fetchVersioned } from './fetch-json.ts'

interface Page<P> {
  features: Feature<P>[]
  links: { rel: string; href: string }[]
}

interface Read<P> {
  features: Feature<P>[]
  /** of the oldest page */
  version: number
}

/** Every page of a collection. Only path and query of `next` are taken, so that all stays on this origin. */
async function readAll<P>(first: string, signal: AbortSignal): Promise<Read<P>> {
  const features: Feature<P>[] = []
  let version = Number.POSITIVE_INFINITY
  let path: string | null = first
  while (path !== null) {
    const read: { body: Page<P>; version: number } = await fetchVersioned<Page<P>>(path, signal)
    const page = read.body
    features.push(...page.features)
    version = Math.min(version, read.version)
    const next = page.links.find(({ rel }) => rel === 'next')
    const url = next ? new URL(next.href, location.href) : null
    path = url && page.features.length > 0 ? `${url.pathname}${url.search}` : null
  }
  return { features, version }
}

export interface ZoneInventory {
  /** The version of the catalogue that this is of at least: a change of what is read here is based on it. */
  version: number
  buildings: readonly Feature<Building>[]
  /** by id of the building */
  offices: ReadonlyMap<string, readonly Feature<Office>[]>
}

/** Buildings and offices of one zone, complete. */
export const zoneInventoryQuery = (zoneId: string) =>
  queryOptions({
    queryKey: ['zone-inventory', zoneId],
    queryFn: async ({ signal }): Promise<ZoneInventory> => {
      const ask = atThatTime(`?zoneId=${encodeURIComponent(zoneId)}&limit=1000&f=json`)
      const [buildings, offices] = await Promise.all([
        readAll<Building>(`/ogc/collections/buildings/items${ask}`, signal),
        readAll<Office>(`/ogc/collections/offices/items${ask}`, signal),
      ])
      const byBuilding = new Map<string, Feature<Office>[]>()
      for (const office of offices.features) {
        const { buildingId } = office.properties
        const others = byBuilding.get(buildingId)
        if (others) others.push(office)
        else byBuilding.set(buildingId, [office])
      }
      return {
        version: Math.min(buildings.version, offices.version),
        buildings: buildings.features,
        offices: byBuilding,
      }
    },
    // A Map has no structure that two versions could share.
    structuralSharing: false,
  })
