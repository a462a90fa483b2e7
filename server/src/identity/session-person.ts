import type { FastifyRequest } from 'fastify'
import type { Kysely } from 'kysely'
import type { Database } from '../storage/database.ts'
import { type Auth, COOKIE_PREFIX } from './auth.ts'
import type { Caller } from './caller.ts'
import { grantsOf } from './grants.ts'
import { callerIdOf } from './persons.ts'

const SESSION_COOKIE = new RegExp(`(?:^|;\\s*)(?:__Secure-)?${COOKIE_PREFIX}\\.session_token=`)

/**
 * The person whose session a request carries. Reading the open catalogue asks nothing: the answer is the same for
 * everybody, and a page of tiles is a hundred requests.
 */
export function personOf(auth: Auth, db: Kysely<Database>) {
  return async ({ headers, method, url }: FastifyRequest): Promise<Caller | undefined> => {
    const { cookie } = headers
    const isOpen = (method === 'GET' || method === 'HEAD') && !url.startsWith('/api/')
    if (isOpen || !cookie || !SESSION_COOKIE.test(cookie)) return undefined
    const found = await auth.api.getSession({ headers: new Headers({ cookie }), query: { disableRefresh: true } })
    if (!found) return undefined
    const { user, session } = found
    const { organisationId, isDemo } = user
    if (typeof organisationId !== 'string') return undefined
    return {
      kind: 'person',
      id: callerIdOf(user.id),
      name: user.name,
      organisationId,
      grants: (await grantsOf(db, user.id)).map(({ role, organisationId, territory }) => ({
        role,
        organisationId,
        territory,
      })),
      hasSecondFactor: session.secondFactor !== null && session.secondFactor !== undefined,
      isDemo: isDemo === true,
    }
  }
}
