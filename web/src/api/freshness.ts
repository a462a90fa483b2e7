import { queryOptions } from '@tanstack/react-query'
import type { FreshnessBoard } from '@tvl/model'
import { fetchJson } from './fetch-json.ts'

/** The public board: offices and seats by the age of their verification. */
export const freshnessQuery = queryOptions({
  queryKey: ['freshness'],
  queryFn: ({ signal }) => fetchJson<FreshnessBoard>('/api/freshness', signal),
})
