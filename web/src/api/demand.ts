import { queryOptions } from '@tanstack/react-query'
import type { DemandAnswer, DemandShape } from '@tvl/model'
import { fetchJson } from './fetch-json.ts'

/** What was looked for in a closed week (its Monday; null: the last one), for one zone. */
export const demandQuery = (zoneId: string, week: string | null) =>
  queryOptions({
    queryKey: ['demand', zoneId, week],
    queryFn: ({ signal }) => {
      const query = new URLSearchParams({ zone: zoneId, ...(week === null ? {} : { week }) })
      return fetchJson<DemandAnswer>(`/api/demand?${query}`, signal)
    },
  })

/** Tells the shape of a search. Without cookies, and without an answer that anybody waits for. */
export const tellDemand = (shape: DemandShape): Promise<boolean> =>
  fetch('/api/demand', {
    method: 'POST',
    credentials: 'omit',
    keepalive: true,
    referrerPolicy: 'no-referrer',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(shape),
  }).then(
    ({ ok }) => ok,
    () => false,
  )
