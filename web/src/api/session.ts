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

/** Asks for a letter with a link to a new password. The answer is the same whether there is such an account or not. */
export const askForReset = (email: string) => sendJson<null>('POST', '/api/auth/password-reset', { email })

/** @throws ApiError `link.spent`, `password.weak` */
export const resetPassword = async (token: string, password: string): Promise<void> => {
  await sendJson<null>('POST', '/api/auth/password', { token, password })
}

/** Ends every other session. @throws ApiError `password.wrong`, `password.weak`, `demo.fixed` */
export const changePassword = async (current: string, password: string): Promise<void> => {
  await sendJson<null>('PUT', '/api/auth/password', { current, password })
}

export interface BegunAuthenticator {
  /** otpauth:// address, for a QR code */
  uri: string
  /** The same for typing: Base32. */
  secret: string
  /** Each works once. */
  backupCodes: string[]
}

/** Begins an authenticator, which a first code (`sendCode`) confirms. The password is asked again for all three. */
export const beginAuthenticator = (password: string) =>
  sendJson<BegunAuthenticator>('POST', '/api/auth/authenticator', { password })

export const newBackupCodes = async (password: string): Promise<string[]> =>
  (await sendJson<{ backupCodes: string[] }>('POST', '/api/auth/backup-codes', { password })).backupCodes

export const removeAuthenticator = (password: string) =>
  sendJson<null>('DELETE', '/api/auth/authenticator', { password })

export interface SeenInvitation {
  email: string
  organisationName: Record<Language, string>
  grants: Grant[]
  /** Whoever is invited has an account and accepts within it. */
  hasAccount: boolean
}

/** What an invitation offers. Its token travels in the body: addresses are logged along the way. */
export const invitationQuery = (token: string) =>
  queryOptions({
    queryKey: ['invitation', token],
    queryFn: ({ signal }) => sendJson<SeenInvitation>('POST', '/api/invitations/look-up', { token }, signal),
    staleTime: Number.POSITIVE_INFINITY,
  })

/** @throws ApiError `link.spent`, `password.weak`, `invitation.other` */
export const acceptInvitation = (token: string, account: { name?: string; password?: string; language?: Language }) =>
  sendJson<null>('POST', '/api/invitations/accept', { token, ...account })
