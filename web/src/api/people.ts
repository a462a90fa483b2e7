import { queryOptions } from '@tanstack/react-query'
import type { Grant, Language } from '@tvl/model'
import { fetchJson } from './fetch-json.ts'
import { sendJson } from './send-json.ts'

export interface KeptPerson {
  id: string
  name: string
  email: string
  organisationId: string
  hasAuthenticator: boolean
  passkeys: number
  isDemo: boolean
  /** Those within the caller’s territory. */
  grants: (Grant & { id: string; origin: 'given' | 'sign-on' })[]
  /** All of the person’s grants are within the caller’s territory. */
  isWhole: boolean
}

export interface OpenInvitation {
  id: string
  email: string
  organisationId: string
  grants: Grant[]
  invitedAt: string
  expiresAt: string
}

export interface Organisation {
  id: string
  kind: 'national' | 'agency' | 'operator'
  name: Record<Language, string>
}

export const PEOPLE_KEY = ['people'] as const

/** Who has an account in the caller’s territory. */
export const peopleQuery = queryOptions({
  queryKey: [...PEOPLE_KEY, 'all'],
  queryFn: async ({ signal }) => (await fetchJson<{ people: KeptPerson[] }>('/api/people', signal)).people,
})

export const openInvitationsQuery = queryOptions({
  queryKey: [...PEOPLE_KEY, 'invitations'],
  queryFn: async ({ signal }) =>
    (await fetchJson<{ invitations: OpenInvitation[] }>('/api/invitations', signal)).invitations,
})

export const organisationsQuery = queryOptions({
  queryKey: ['organisations'],
  queryFn: async ({ signal }) =>
    (await fetchJson<{ organisations: Organisation[] }>('/api/organisations', signal)).organisations,
})

/** Sends an invitation by mail; a former one to the same address ends. */
export const invite = (invitation: { email: string; organisationId: string; grants: Grant[]; language: Language }) =>
  sendJson<OpenInvitation>('POST', '/api/invitations', invitation)

export const withdrawInvitation = (id: string) => sendJson<null>('DELETE', `/api/invitations/${encodeURIComponent(id)}`)

export const withdrawGrant = (person: string, grant: string) =>
  sendJson<null>('DELETE', `/api/people/${encodeURIComponent(person)}/grants/${encodeURIComponent(grant)}`)

/** For a person whose telephone is lost: they sign in by password and add new factors. */
export const removeFactors = (person: string) =>
  sendJson<null>('DELETE', `/api/people/${encodeURIComponent(person)}/factors`)

/** Takes an account away; what the person changed stays in the record, without their name. */
export const erasePerson = (person: string) => sendJson<null>('DELETE', `/api/people/${encodeURIComponent(person)}`)
