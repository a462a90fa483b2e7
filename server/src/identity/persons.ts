import { randomUUID } from 'node:crypto'
import type { Language } from '@tvl/model'
import { type Kysely, sql } from 'kysely'
import type { Database } from '../storage/database.ts'
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
