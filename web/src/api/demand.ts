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

/** Tells the shape of a search. Nobody waits for the answer. */
export const tellDemand = (shape: DemandShape): Promise<boolean> =>
  fetch('/api/demand', {
    method: 'POST',
    // So that the server knows those who are signed in, and leaves them out. Others have no cookie.
    credentials: 'same-origin',
    keepalive: true,
    referrerPolicy: 'no-referrer',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(shape),
  }).then(
    ({ ok }) => ok,
    () => false,
  )
