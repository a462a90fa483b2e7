import { passkey } from '@better-auth/passkey'
import { betterAuth } from 'better-auth'
import { APIError } from 'better-auth/api'
import { genericOAuth } from 'better-auth/plugins/generic-oauth'
import { twoFactor } from 'better-auth/plugins/two-factor'
import type { FastifyBaseLogger } from 'fastify'
import type { Kysely } from 'kysely'
import type { SignOnSettings } from '../settings-sign-on.ts'
import type { Database } from '../storage/database.ts'
import { hashPassword, isPassword, LONGEST_PASSWORD, SHORTEST_PASSWORD } from './password.ts'
import { renewSession, type SessionWords, secondFactorOf, takeCode } from './second-factor.ts'
import { renewSignOnGrants, signOnClaims, signOnProvider } from './sign-on.ts'

export interface AuthOptions {
  db: Kysely<Database>
  /** Signs sessions and locks second factors. */
  secret: string
  /** Origin under which people reach the server; null: this machine alone. */
  publicUrl: string | null
  log: FastifyBaseLogger
  letters: AuthLetters
  /** Null: nobody signs in elsewhere. */
  signOn: SignOnSettings | null
}

type Person = Parameters<AuthLetters['reset']>[0]

/** What better-auth has to tell a person by mail. */
export interface AuthLetters {
  reset(person: { id: string; email: string; language: string }, token: string): Promise<void>
  passwordChanged(person: { id: string; email: string; language: string }): Promise<void>
}

const NO_RIGHTS = { code: 'no_rights', message: 'No group of this person has a right here.' }

const MINUTE = 60
const DAY = 24 * 60 * MINUTE

/** Where better-auth believes it stands when no public address is set: passkeys work on this name alone then. */
export const OWN_ORIGIN = 'http://localhost'

export const COOKIE_PREFIX = 'tvl'

/** What the pages show of the product in an authenticator. */
const PRODUCT = 'Tech Valley Locator'

/**
 * Accounts, sessions and second factors, as better-auth keeps them. Nothing reaches it but by the routes of this folder:
 * it has its own guard against rates and none of its own addresses are open.
 */
export function createAuth({ db, secret, publicUrl, log, letters, signOn }: AuthOptions) {
  return betterAuth({
    appName: PRODUCT,
    secret,
    baseURL: publicUrl ?? OWN_ORIGIN,
    basePath: '/api/auth',
    // `same-site.ts` has compared it with the address asked before the request comes here.
    trustedOrigins: (request) => [request?.headers.get('origin')],
    database: { db, type: 'postgres', transaction: true },
    telemetry: { enabled: false },
    rateLimit: { enabled: false },
    logger: {
      level: 'warn',
      disableColors: true,
      log: (level, message) => log[level === 'error' ? 'warn' : 'debug']({ from: 'better-auth' }, message),
    },
    user: {
      modelName: 'auth_user',
      additionalFields: {
        // The table wants all three; `required` would have better-auth ask the provider of a sign-on for them.
        organisationId: { type: 'string', required: false, input: false },
        isDemo: { type: 'boolean', required: false, defaultValue: false, input: false },
        language: { type: 'string', required: false, defaultValue: 'fr', input: false },
      },
    },
    session: {
      modelName: 'auth_session',
      expiresIn: 30 * DAY,
      updateAge: DAY,
      freshAge: DAY,
      additionalFields: { secondFactor: { type: 'string', required: false, input: false } },
    },
    account: { modelName: 'auth_account', updateAccountOnSignIn: false },
    verification: { modelName: 'auth_verification', storeIdentifier: 'hashed' },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: SHORTEST_PASSWORD,
      maxPasswordLength: LONGEST_PASSWORD,
      revokeSessionsOnPasswordReset: true,
      resetPasswordTokenExpiresIn: 60 * MINUTE,
      sendResetPassword: ({ user, token }) => letters.reset(user as unknown as Person, token),
      onPasswordReset: ({ user }) => letters.passwordChanged(user as unknown as Person),
      password: { hash: hashPassword, verify: ({ hash, password }) => isPassword(password, hash) },
    },
    hooks: { after: renewSession },
    databaseHooks: {
      user: {
        create: {
          // Only a sign-on makes accounts by better-auth; whoever no group gives a right has none.
          before: async (user) => {
            const { claims } = signOnClaims.getStore() ?? {}
            const [grant] = claims?.grants ?? []
            if (!claims || !grant) throw APIError.from('FORBIDDEN', NO_RIGHTS)
            const { organisationId } = grant
            return { data: { ...user, organisationId, isDemo: false, language: claims.language } }
          },
        },
      },
      account: {
        create: {
          // Nothing here acts in the person’s name elsewhere, so nothing is kept that could.
          before: async (account) => ({ data: { ...account, accessToken: null, refreshToken: null, idToken: null } }),
        },
      },
      session: {
        create: {
          before: async (session, context) => {
            const { claims } = signOnClaims.getStore() ?? {}
            if (claims) {
              if (!(await renewSignOnGrants(db, session.userId, claims.grants)))
                throw APIError.from('FORBIDDEN', NO_RIGHTS)
              return { data: { ...session, secondFactor: claims.hasSecondFactor ? 'sign-on' : null } }
            }
            const { path = '', body, session: former } = { ...context, session: context?.context.session }
            const words: SessionWords = { path, former: former?.session.secondFactor ?? null }
            if (words.path === '/two-factor/verify-totp' && !(await takeCode(db, session.userId, body.code))) {
              throw APIError.from('UNAUTHORIZED', { code: 'INVALID_CODE', message: 'This code was used before.' })
            }
            return { data: { ...session, secondFactor: secondFactorOf(words) } }
          },
        },
      },
    },
    advanced: {
      cookiePrefix: COOKIE_PREFIX,
      useSecureCookies: publicUrl?.startsWith('https:') ?? false,
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', path: '/' },
      // Nothing needs it on the way in from another site: the pages ask who is signed in after they have loaded.
      cookies: { session_token: { attributes: { sameSite: 'strict' } } },
      database: { generateId: 'uuid' },
      // The address of who asks is no one’s business after the request: the limits of rates have their own.
      ipAddress: { disableIpTracking: true },
      disableCSRFCheck: false,
      disableOriginCheck: false,
    },
    plugins: [
      ...(signOn ? [genericOAuth({ config: [signOnProvider(signOn)] })] : []),
      twoFactor({
        issuer: PRODUCT,
        // Who signs in elsewhere has no password to repeat.
        allowPasswordless: true,
        twoFactorTable: 'auth_two_factor',
        accountLockout: { enabled: true, maxFailedAttempts: 10, durationSeconds: 15 * MINUTE },
      }),
      passkey({
        rpName: PRODUCT,
        rpID: new URL(publicUrl ?? OWN_ORIGIN).hostname,
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
        schema: { passkey: { modelName: 'auth_passkey' } },
        authentication: {
          // The package lets a mere touch pass; without a finger, a face or a PIN it is one factor, not two.
          afterVerification: async ({ verification }) => {
            if (!verification.authenticationInfo.userVerified) {
              throw APIError.from('UNAUTHORIZED', { code: 'AUTHENTICATION_FAILED', message: 'No user verification.' })
            }
          },
        },
      }),
    ],
  })
}

export type Auth = ReturnType<typeof createAuth>
