import { type Action, type Grant, grantFor, type Place, WRITING } from '@tvl/model'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Kysely } from 'kysely'
import type { Clock } from '../catalogue/clock.ts'
import { ProblemError } from '../http/problem.ts'
import type { Author } from '../storage/commit.ts'
import type { Database } from '../storage/database.ts'
import { callerOfToken, type TokenHolder } from './tokens.ts'

/** Who asks. Nothing is allowed to the anonymous but what is public. */
export type Caller =
  | { kind: 'anonymous' }
  | TokenHolder
  | {
      kind: 'person'
      id: string
      name: string
      organisationId: string
      grants: readonly Grant[]
      /** Signed in with a second factor in this session. */
      hasSecondFactor: boolean
      /** One of the demonstration’s accounts, which sign in without a second factor. */
      isDemo: boolean
    }

declare module 'fastify' {
  interface FastifyRequest {
    caller: Caller
  }
}

const ANONYMOUS: Caller = { kind: 'anonymous' }

export interface CallerOptions {
  db: Kysely<Database>
  clock: Clock
  /** The person of the request’s session, if it has one. */
  personOf?: (request: FastifyRequest) => Promise<Caller | undefined>
}

/**
 * Says of each request who asks (`request.caller`): by its bearer token, else by its session, else anonymous. A token
 * that is not good is refused and never counts as anonymous.
 */
export function recogniseCallers(app: FastifyInstance, { db, clock, personOf }: CallerOptions): void {
  app.decorateRequest('caller')
  app.addHook('onRequest', async (request) => {
    const { authorization } = request.headers
    if (authorization === undefined) {
      request.caller = (await personOf?.(request)) ?? ANONYMOUS
      return
    }
    const [, secret] = /^Bearer +(\S+)$/i.exec(authorization) ?? []
    const caller = secret && (await callerOfToken(db, secret, clock.now()))
    if (!caller) {
      throw new ProblemError('token.invalid', 401, 'This token is unknown, revoked or expired.', {
        'www-authenticate': 'Bearer error="invalid_token"',
      })
    }
    request.caller = caller
  })
}

/**
 * Refuses what the caller has no right to. Returns in whose name it is done.
 * @throws ProblemError 401 `sign-in.required`, 403 `right.missing` (logged) or `second-factor.required`
 */
export function requireRight(request: FastifyRequest, action: Action, place: Place): Author {
  const { caller } = request
  if (caller.kind === 'anonymous') {
    throw new ProblemError('sign-in.required', 401, 'Sign in, or send an API token.', { 'www-authenticate': 'Bearer' })
  }
  const grant = grantFor(caller.grants, action, place)
  if (!grant) {
    request.log.warn({ caller: caller.id, action, place }, 'refused: no right')
    throw new ProblemError('right.missing', 403, `No right to ${action} here.`)
  }
  if (caller.kind === 'person' && WRITING.has(action) && !caller.hasSecondFactor && !caller.isDemo) {
    throw new ProblemError('second-factor.required', 403, 'Sign in with your second factor first.')
  }
  return { actorId: caller.id, role: grant.role, organisationId: grant.organisationId }
}
