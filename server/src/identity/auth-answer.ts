import type { FastifyReply, FastifyRequest } from 'fastify'
import { ProblemError } from '../http/problem.ts'
import { type Auth, OWN_ORIGIN } from './auth.ts'

/** What better-auth answered to one of its own operations. */
export interface AuthAnswer {
  body: Record<string, unknown>
  /** Where it sends the browser. */
  location: string | null
  cookies: readonly string[]
}

/** What an account may be told is wrong, by better-auth’s name for it. */
const PROBLEMS: Readonly<Record<string, readonly [status: number, code: string, detail: string]>> = {
  INVALID_EMAIL: [401, 'sign-in.wrong', 'Address or password is wrong.'],
  INVALID_EMAIL_OR_PASSWORD: [401, 'sign-in.wrong', 'Address or password is wrong.'],
  PASSWORD_TOO_LONG: [401, 'sign-in.wrong', 'Address or password is wrong.'],
  INVALID_CODE: [401, 'second-factor.wrong', 'This code is wrong, or was used before.'],
  INVALID_BACKUP_CODE: [401, 'second-factor.wrong', 'This code is wrong, or was used before.'],
  TOTP_NOT_ENABLED: [401, 'second-factor.wrong', 'This code is wrong, or was used before.'],
  INVALID_TWO_FACTOR_COOKIE: [401, 'sign-in.again', 'The sign-in took too long; begin anew.'],
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: [401, 'sign-in.again', 'Too many wrong codes; begin anew.'],
  ACCOUNT_TEMPORARILY_LOCKED: [429, 'sign-in.locked', 'Too many wrong codes; try again later.'],
  TOTP_ALREADY_ENABLED: [409, 'second-factor.exists', 'An authenticator is set up already.'],
  INVALID_PASSWORD: [403, 'password.wrong', 'The password is wrong.'],
  SESSION_NOT_FRESH: [403, 'session.stale', 'Sign in again to do this.'],
  BACKUP_CODES_NOT_ENABLED: [401, 'second-factor.wrong', 'This code is wrong, or was used before.'],
  TWO_FACTOR_NOT_ENABLED: [409, 'second-factor.missing', 'No authenticator is set up.'],
  CREDENTIAL_ACCOUNT_NOT_FOUND: [409, 'password.none', 'This account signs in elsewhere.'],
  CHALLENGE_NOT_FOUND: [400, 'passkey.refused', 'The passkey was refused; begin anew.'],
  FAILED_TO_VERIFY_REGISTRATION: [400, 'passkey.refused', 'The passkey was refused; begin anew.'],
  AUTHENTICATION_FAILED: [401, 'passkey.refused', 'The passkey was refused; begin anew.'],
  PASSKEY_NOT_FOUND: [401, 'passkey.refused', 'The passkey was refused; begin anew.'],
  INVALID_TOKEN: [400, 'link.spent', 'This link is wrong, too old or was used before.'],
  USER_NOT_FOUND: [400, 'link.spent', 'This link is wrong, too old or was used before.'],
}

/**
 * Has better-auth do one of its operations for a request. Its addresses are open to nobody: what goes in was checked by
 * the route that calls, what comes out is chosen by it.
 * @throws ProblemError when it refuses
 */
export async function askAuth(
  auth: Auth,
  request: FastifyRequest,
  operation: { method?: 'GET' | 'POST'; path: string; body?: unknown },
): Promise<AuthAnswer> {
  const { method = 'POST', path, body } = operation
  const own = typeof auth.options.baseURL === 'string' ? auth.options.baseURL : OWN_ORIGIN
  const headers = new Headers({ origin: request.headers.origin ?? own })
  if (request.headers.cookie) headers.set('cookie', request.headers.cookie)
  if (method === 'POST') headers.set('content-type', 'application/json')
  const init = { method, headers, ...(method === 'POST' ? { body: JSON.stringify(body ?? {}) } : {}) }
  const response = await auth.handler(new Request(`${own}/api/auth${path}`, init))
  const text = await response.text()
  const answer = text ? (JSON.parse(text) as Record<string, unknown>) : {}
  if (response.status >= 400) throw problemOf(response.status, answer)
  return { body: answer, location: response.headers.get('location'), cookies: response.headers.getSetCookie() }
}

/** Cookies of an answer, on their way to the browser; the answer itself is for nobody else. */
export function sendCookies(reply: FastifyReply, { cookies }: AuthAnswer): FastifyReply {
  for (const cookie of cookies) reply.header('set-cookie', cookie)
  return reply.header('cache-control', 'no-store')
}

function problemOf(status: number, { code }: Record<string, unknown>): Error {
  const known = typeof code === 'string' ? PROBLEMS[code] : undefined
  if (known) return new ProblemError(known[1], known[0], known[2])
  if (status === 401) return new ProblemError('sign-in.required', 401, 'Sign in first.')
  if (status < 500) return new ProblemError('sign-in.refused', status, 'This was refused.')
  return new Error(`better-auth failed with ${status} ${String(code ?? '')}`)
}
