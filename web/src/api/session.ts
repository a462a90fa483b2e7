import { queryOptions } from '@tanstack/react-query'
import type { Grant, Language, Role, Territory } from '@tvl/model'
import { fetchJson } from './fetch-json.ts'
import { sendJson } from './send-json.ts'

export interface Person {
  id: string
  name: string
  email: string
  language: Language
  organisationId: string
  organisationName: Record<Language, string>
  grants: Grant[]
  /** This session was opened with a second factor: writers need one. */
  hasSecondFactor: boolean
  /** An account of the demonstration: it needs no second factor. */
  isDemo: boolean
}

export interface DemoAccount {
  email: string
  password: string
  roleKey: Role
  territory: Territory
  /** null: the whole country. */
  territoryName: Record<Language, string> | null
}

export interface Session {
  /** null: nobody is signed in. */
  person: Person | null
  demoAccounts: DemoAccount[]
  /** Name of the sign-on that one’s own organisation has; null: none is set up. */
  signOn: string | null
  /** folder: no mail server is set, and mails stay in a folder of the server. */
  mail: 'smtp' | 'folder'
}

/** Who is signed in. Pages that only read never ask: before signing in there is no cookie at all. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: ({ signal }) => fetchJson<Session>('/api/session', signal),
  staleTime: 60_000,
})

/** `second-factor`: a code of the authenticator is asked next. */
export const signIn = (email: string, password: string) =>
  sendJson<{ next: 'signed-in' | 'second-factor' }>('POST', '/api/auth/sign-in', { email, password })

export const signOut = () => sendJson<null>('POST', '/api/auth/sign-out')

/** The second step of a sign-in, or within a session: a code of the authenticator, or a backup code. */
export const sendCode = (code: string) => sendJson<null>('POST', '/api/auth/code', { code })

/** Where the browser goes to sign in by one’s own organisation; it comes back to the page `to`. */
export const beginSignOn = (to: string) => sendJson<{ url: string }>('POST', '/api/auth/sign-on', { to })
