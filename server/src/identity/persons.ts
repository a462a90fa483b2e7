import { randomUUID } from 'node:crypto'
import type { Language } from '@tvl/model'
import type { FastifyRequest } from 'fastify'
import { type Kysely, sql } from 'kysely'
import type { Database } from '../storage/database.ts'
import { type Auth, COOKIE_PREFIX } from './auth.ts'
import type { Caller } from './caller.ts'
import { grantsOf } from './grants.ts'
import { hashPassword } from './password.ts'

const PERSON = 'person:'

/** Id of a person as a caller: what the record of changes keeps. */
export const callerIdOf = (personId: string): string => PERSON + personId

/** The other way round; null for tokens and the system. */
export const personIdOf = (callerId: string): string | null =>
  callerId.startsWith(PERSON) ? callerId.slice(PERSON.length) : null

export interface PersonWords {
  email: string
  name: string
  organisationId: string
  language: Language
  isDemo?: boolean
  /** Null: the person signs in elsewhere (sign-on). */
  password: string | null
}

/** Makes an account, whose address was proven by whoever calls. Null: there is one with this address. */
export async function createPerson(db: Kysely<Database>, words: PersonWords): Promise<string | null> {
  const { email, name, organisationId, language, isDemo = false } = words
  const password = words.password === null ? null : await hashPassword(words.password)
  const id = randomUUID()
  const make = async (transaction: Kysely<Database>) => {
    const { rows } = await sql`insert into auth_user
        (id, name, email, "emailVerified", "organisationId", "isDemo", language, "twoFactorEnabled")
      values (${id}, ${name}, ${email.toLowerCase()}, true, ${organisationId}, ${isDemo}, ${language}, false)
      on conflict (email) do nothing returning id`.execute(transaction)
    if (rows.length === 0) return null
    if (password !== null) {
      await sql`insert into auth_account (id, "accountId", "providerId", "userId", password, "updatedAt")
        values (${randomUUID()}, ${id}, 'credential', ${id}, ${password}, now())`.execute(transaction)
    }
    return id
  }
  return db.isTransaction ? make(db) : db.transaction().execute(make)
}

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
    return {
      kind: 'person',
      id: callerIdOf(user.id),
      name: user.name,
      organisationId: user.organisationId,
      grants: (await grantsOf(db, user.id)).map(({ role, organisationId, territory }) => ({
        role,
        organisationId,
        territory,
      })),
      hasSecondFactor: session.secondFactor !== null && session.secondFactor !== undefined,
      isDemo: user.isDemo,
    }
  }
}
