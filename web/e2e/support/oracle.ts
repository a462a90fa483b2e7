import type { APIRequestContext } from '@playwright/test'

interface Office {
  buildingId: string
  zoneId: string
  stackOrder: number
  seats: number
  availableFrom: string | null
  countedUntil: string | null
  verifiedOn: string | null
}

/** Everything of a collection, straight from the standard API. */
export async function wholeCollection<P>(request: APIRequestContext, collection: string): Promise<P[]> {
  const response = await request.get(`/ogc/collections/${collection}/items?f=json&limit=1000`)
  const { features } = (await response.json()) as { features: { id: string; properties: P }[] }
  return features.map(({ id, properties }) => ({ id, ...properties }))
}

/**
 * Most contiguous seats per zone, counted anew from the offices one by one: the largest sum over neighbours on the
 * declared order of a building that are free by the day and verified recently enough to count.
 */
export async function contiguousSeats(
  request: APIRequestContext,
  { by, today }: { by: string; today: string },
): Promise<Map<string, number>> {
  const offices = await wholeCollection<Office>(request, 'offices')
  const most = new Map<string, number>()
  for (const building of new Set(offices.map((office) => office.buildingId))) {
    const stack = offices.filter((office) => office.buildingId === building)
    stack.sort((a, b) => a.stackOrder - b.stackOrder)
    let run = 0
    let last = -2
    for (const { availableFrom, countedUntil, stackOrder, seats, zoneId } of stack) {
      const counts = availableFrom !== null && availableFrom <= by && countedUntil !== null && countedUntil > today
      run = counts ? (stackOrder === last + 1 ? run + seats : seats) : 0
      if (counts) last = stackOrder
      most.set(zoneId, Math.max(most.get(zoneId) ?? 0, run))
    }
  }
  return most
}
