import type { Grant, Language } from '@tvl/model'
import { type Kysely, sql } from 'kysely'
import { asGrant, GRANT_COLUMNS, type GrantRow, type KeptGrant } from '../identity/grants.ts'
import type { Database } from '../storage/database.ts'

export interface KeptPerson {
  id: string
  name: string
  email: string
  organisationId: string
  language: Language
  isDemo: boolean
  wantsReminders: boolean
  hasAuthenticator: boolean
  passkeys: number
  grants: KeptGrant[]
}

type Row = Omit<KeptPerson, 'grants'> & { grants: GrantRow[] }

const PEOPLE = sql<Row>`
  select auth_user.id, name, email, "organisationId", language, "isDemo", not "noReminders" as "wantsReminders",
    exists (select from auth_two_factor where "userId" = auth_user.id and verified) as "hasAuthenticator",
    (select count(*)::int from auth_passkey where "userId" = auth_user.id) as passkeys,
    coalesce((select json_agg(given order by given.granted_at, given.id)
      from (select ${GRANT_COLUMNS}, granted_at from person_grant where person_id = auth_user.id) given), '[]') as grants
  from auth_user`

const asPerson = ({ grants, ...row }: Row): KeptPerson => ({
  ...row,
  grants: grants.map(({ id, role, organisationId, kind, territoryId, origin }) =>
    asGrant({ id, role, organisationId, kind, territoryId, origin }),
  ),
})

/** Everybody with an account, by name. Some hundreds at most. */
export async function allPeople(db: Kysely<Database>): Promise<KeptPerson[]> {
  const { rows } = await sql<Row>`${PEOPLE} order by name, auth_user.id`.execute(db)
  return rows.map(asPerson)
}

export async function personById(db: Kysely<Database>, id: string): Promise<KeptPerson | undefined> {
  const { rows } = await sql<Row>`${PEOPLE} where auth_user.id = ${id}`.execute(db)
  return rows[0] && asPerson(rows[0])
}

export async function personByEmail(db: Kysely<Database>, email: string): Promise<KeptPerson | undefined> {
  const { rows } = await sql<Row>`${PEOPLE} where email = ${email.toLowerCase()}`.execute(db)
  return rows[0] && asPerson(rows[0])
}

/** Ends every session and every second factor: for whoever lost the telephone they were on. */
export async function removeFactors(db: Kysely<Database>, personId: string): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    await sql`delete from auth_two_factor where "userId" = ${personId}`.execute(transaction)
    await sql`delete from auth_passkey where "userId" = ${personId}`.execute(transaction)
    await sql`delete from auth_session where "userId" = ${personId}`.execute(transaction)
    await sql`update auth_user set "twoFactorEnabled" = false where id = ${personId}`.execute(transaction)
  })
}

/** Removes an account with all that is known of the person. The record of changes keeps an id that names nobody. */
export async function erasePerson(db: Kysely<Database>, { id, email }: KeptPerson): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    await sql`delete from auth_verification where value = ${id}`.execute(transaction)
    await sql`delete from invitation where email = ${email}`.execute(transaction)
    await sql`delete from auth_user where id = ${id}`.execute(transaction)
  })
}

/** Names for the record of changes, by the callers’ ids; whoever was erased has none. */
export async function namesOfCallers(db: Kysely<Database>, callerIds: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; name: string }>`
    select 'person:' || id as id, name from auth_user where 'person:' || id = any(${callerIds})
    union all select 'token:' || id, name from api_token where 'token:' || id = any(${callerIds})`.execute(db)
  return new Map(rows.map(({ id, name }) => [id, name]))
}

export const grantOnly = ({ role, organisationId, territory }: Grant): Grant => ({ role, organisationId, territory })
