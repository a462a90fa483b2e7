import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { LiveChange } from '../state/live.ts'
import { fetchJson } from './fetch-json.ts'

/** A change as those who answer for a territory read it: with who wrote it. */
export interface RecordEntry extends LiveChange {
  commit: string
  building: string | null
  /** null: the system itself; its name null: erased, or not shown to this reader */
  author: { id: string; name: string | null } | null
  note: string | null
  /** the commit that this one takes back */
  undoes: string | null
  undoneBy: string | null
}

interface RecordPage {
  entries: RecordEntry[]
  /** `before` of the next page; null: this was the last */
  next: number | null
  head: number
}

export interface RecordFilter {
  zone?: string | undefined
  building?: string | undefined
  office?: string | undefined
  person?: string | undefined
  kind?: string | undefined
  /** ISO day in Morocco */
  day?: string | undefined
}

const searchOf = (filter: RecordFilter, more: Record<string, string> = {}): string => {
  const asked = Object.entries({ ...filter, ...more }).filter((pair): pair is [string, string] => Boolean(pair[1]))
  return asked.length > 0 ? `?${new URLSearchParams(asked)}` : ''
}

/** The record, the last change first, a page at a time. */
export const recordQuery = (filter: RecordFilter, limit = 50) =>
  infiniteQueryOptions({
    queryKey: ['record', filter, limit],
    queryFn: ({ pageParam, signal }) => {
      const before: Record<string, string> = pageParam === null ? {} : { before: String(pageParam) }
      return fetchJson<RecordPage>(`/api/record${searchOf(filter, { limit: String(limit), ...before })}`, signal)
    },
    initialPageParam: null as number | null,
    getNextPageParam: (page) => page.next,
  })

/** Where the same is read as a file for spreadsheets. */
export const recordCsvPath = (filter: RecordFilter): string => `/api/record.csv${searchOf(filter)}`

export interface RecordVerification {
  isWhole: boolean
  isPresentRight: boolean
  commits: number
  changes: number
  /** the last link of the chain, hex */
  head: string | null
  broken: { commit: string; reason: string } | null
  strays: number
  /** RFC 3339 */
  at: string
}

/** Whether the record is whole: recomputed by the server from its rows. */
export const recordVerificationQuery = queryOptions({
  queryKey: ['record-verification'],
  queryFn: ({ signal }) => fetchJson<RecordVerification>('/api/record/verification', signal),
  staleTime: 60_000,
})
