import { queryOptions } from '@tanstack/react-query'
import type { Language } from '@tvl/model'
import { fetchJson } from './fetch-json.ts'
import { sendJson } from './send-json.ts'
import type { Freeze, SentDifference } from './shortlists.ts'

export interface ShareState {
  kind: 'personal' | 'public' | 'private'
  language: Language
  recipient: string | null
  expiresAt: string
  needsPassphrase: boolean
}

export interface OpenedShare extends ShareState {
  /** Times that this link was opened, this one included. */
  openings: number
  lastOpenedAt: string | null
  freeze: Freeze | null
  /** What was frozen, to the byte. */
  text: string | null
  ciphertext: string | null
}

/** A link that is withdrawn while it is open on a screen leaves it within this time. */
const LOOK_AGAIN_MS = 4000

/** What a link is; looked at again and again, because it may end while it is read. */
export const shareStateQuery = (token: string) =>
  queryOptions({
    queryKey: ['share', token, 'state'],
    queryFn: ({ signal }) => fetchJson<ShareState>(`/api/shares/${encodeURIComponent(token)}`, signal),
    refetchInterval: ({ state }) => (state.error ? false : LOOK_AGAIN_MS),
    retry: false,
    staleTime: 0,
  })

/** Opens a link. It is noted, so this is asked once a visit, not again with each focus of the window. */
export const openShare = (token: string, passphrase?: string) =>
  sendJson<OpenedShare>(
    'POST',
    `/api/shares/${encodeURIComponent(token)}/open`,
    passphrase === undefined ? {} : { passphrase },
  )

export const shareDifferenceQuery = (token: string) =>
  queryOptions({
    queryKey: ['share', token, 'difference'],
    queryFn: ({ signal }) => fetchJson<SentDifference>(`/api/shares/${encodeURIComponent(token)}/difference`, signal),
    retry: false,
  })

export const addPrivateShare = (share: { ciphertext: string; language: Language; expiresAt: string }) =>
  sendJson<{ token: string; endSecret: string; expiresAt: string }>('POST', '/api/shares', share)

export const endPrivateShare = (token: string, endSecret: string) =>
  sendJson<null>('DELETE', `/api/shares/${encodeURIComponent(token)}`, { endSecret })
