import { queryOptions } from '@tanstack/react-query'
import type { VisitKind, VisitReport } from '@tvl/model'
import { isCounted } from './counted.ts'
import { fetchJson } from './fetch-json.ts'

/** Told already since the page was loaded: looking twice is one look. */
const told = new Set<string>()

/** Tells that a reader looked at, compared, kept or asked about zones. Nobody waits for it. */
export function tellVisit(kind: VisitKind, zones: readonly string[] = []): void {
  const fresh = zones.filter((zone) => !told.has(`${kind} ${zone}`))
  const isNew = zones.length === 0 ? !told.has(kind) : fresh.length > 0
  if (!isNew || !isCounted()) return
  for (const key of zones.length === 0 ? [kind] : fresh.map((zone) => `${kind} ${zone}`)) told.add(key)
  void fetch('/api/visits', {
    method: 'POST',
    // So that the server knows those who are signed in, and leaves them out. Others have no cookie.
    credentials: 'same-origin',
    keepalive: true,
    referrerPolicy: 'no-referrer',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ kind, zones: fresh }),
    // One that is lost is one less: no reader is told, and nothing is tried again.
  }).catch(() => undefined)
}

/** What was counted in so many weeks that are over, of one’s own territory. */
export const visitsQuery = (weeks: number) =>
  queryOptions({
    queryKey: ['visits', weeks],
    queryFn: ({ signal }) => fetchJson<VisitReport>(`/api/visits?weeks=${weeks}`, signal),
  })
