import { queryOptions } from '@tanstack/react-query'
import type { Effect, FieldChange, Language, Shortlist, SiteTotals, SumChange } from '@tvl/model'
import { v4 as newId } from 'uuid'
import { fetchJson } from './fetch-json.ts'
import { queryClient } from './query-client.ts'
import { sendJson } from './send-json.ts'

/** Everything about shortlists that is kept on the server. */
export const SHORTLISTS_KEY = ['shortlists'] as const

export interface ShortlistSummary {
  id: string
  organisationId: string
  title: string
  sites: number
  revision: number
  at: string
  by: string | null
  isArchived: boolean
  frozenAt: string | null
  hash: string | null
  links: number
  openings: number
  openedAt: string | null
}

export interface KeptShortlist {
  id: string
  organisationId: string
  revision: number
  content: Shortlist
  at: string
  by: string | null
  isArchived: boolean
}

export interface Freeze {
  id: string
  shortlistId: string
  revision: number
  hash: string
  version: number
  at: string
}

export interface Link {
  id: string
  kind: 'personal' | 'public'
  freezeId: string | null
  recipient: string | null
  language: Language
  createdAt: string
  expiresAt: string
  revokedAt: string | null
  hasPassphrase: boolean
  openings: number
  lastOpenedAt: string | null
}

/** A difference as it travels: effects as a list. */
export interface SentDifference {
  checkedAt: string
  today: string
  version: number
  changes: number
  fields: (Omit<FieldChange, 'effects'> & { effects: { siteId: string; effect: Effect }[] })[]
  sums: SumChange[]
  now: (SiteTotals | null)[]
}

export const shortlistsQuery = queryOptions({
  queryKey: [...SHORTLISTS_KEY, 'list'],
  queryFn: async ({ signal }) =>
    (await fetchJson<{ shortlists: ShortlistSummary[] }>('/api/shortlists', signal)).shortlists,
})

export const shortlistQuery = (id: string) =>
  queryOptions({
    queryKey: [...SHORTLISTS_KEY, 'one', id],
    queryFn: ({ signal }) => fetchJson<KeptShortlist>(`/api/shortlists/${id}`, signal),
  })

export const freezesQuery = (id: string) =>
  queryOptions({
    queryKey: [...SHORTLISTS_KEY, 'freezes', id],
    queryFn: async ({ signal }) =>
      (await fetchJson<{ freezes: Freeze[] }>(`/api/shortlists/${id}/freezes`, signal)).freezes,
  })

export const linksQuery = (id: string) =>
  queryOptions({
    queryKey: [...SHORTLISTS_KEY, 'links', id],
    queryFn: async ({ signal }) => (await fetchJson<{ links: Link[] }>(`/api/shortlists/${id}/links`, signal)).links,
    // Openings come while one looks.
    refetchInterval: 15_000,
  })

export const freezeDifferenceQuery = (freezeId: string) =>
  queryOptions({
    queryKey: [...SHORTLISTS_KEY, 'difference', freezeId],
    queryFn: ({ signal }) => fetchJson<SentDifference>(`/api/freezes/${freezeId}/difference`, signal),
  })

/** Keeps what one made of a shortlist read at `base`. @throws ApiError 412 with both sides in its problem */
export const saveShortlist = (id: string, base: number | null, content: Shortlist) =>
  sendJson<{ revision: number; content: Shortlist }>('PUT', `/api/shortlists/${id}`, { base, content })

/** Makes a shortlist of one’s organisation. Returns its id. */
export async function makeShortlist(content: Shortlist): Promise<string> {
  const id = newId()
  await saveShortlist(id, null, content)
  await queryClient.invalidateQueries({ queryKey: shortlistsQuery.queryKey })
  return id
}

export const archiveShortlist = (id: string, isArchived: boolean) =>
  sendJson<null>('PATCH', `/api/shortlists/${id}`, { isArchived })

export const freezeShortlist = (id: string, revision: number) =>
  sendJson<Freeze>('POST', `/api/shortlists/${id}/freezes`, { revision })

export interface NewLink {
  kind: 'personal' | 'public'
  recipient?: string
  language: Language
  expiresAt: string
  passphrase?: string
}

export const addLink = (freezeId: string, link: NewLink) =>
  sendJson<{ link: Link; token: string }>('POST', `/api/freezes/${freezeId}/links`, link)

export const revokeLink = (id: string) => sendJson<null>('DELETE', `/api/links/${id}`)

/** Files of what was frozen. */
export const DOSSIER_FORMATS = ['pdf', 'xlsx', 'csv', 'geojson'] as const
export type DossierFormat = (typeof DOSSIER_FORMATS)[number]

/** Where a file of what was frozen lies, for its makers or for who has a link. */
export const dossierPath = (
  of: { freezeId: string } | { token: string },
  format: DossierFormat,
  language: Language,
): string =>
  'token' in of
    ? `/api/shares/${of.token}/dossier.${format}?lang=${language}`
    : `/api/freezes/${of.freezeId}/dossier.${format}?lang=${language}`
