import { createHash, randomBytes, randomUUID } from 'node:crypto'
import type { Grant, Role, Territory } from '@tvl/model'
import { type Kysely, sql } from 'kysely'
import type { Database } from '../storage/database.ts'

/** Tells a token from other secrets at sight, so that one left in a file is found by scanners. */
const PREFIX = 'tvl_'
const SECRET = /^tvl_[A-Za-z0-9_-]{43}$/

export interface TokenWords {
  name: string
  grant: Grant
  at: Date
  /** Null: until it is revoked. */
  expiresAt: Date | null
  /** Id of the person who makes it; null: the operator, by command. */
  createdBy: string | null
}

/** The program that sends a good token. */
export interface TokenHolder {
  kind: 'token'
  id: string
  name: string
  organisationId: string
  grants: readonly Grant[]
}

export interface IssuedToken {
  id: string
  /** Shown once: only its hash is kept. */
  secret: string
}

const hashOf = (secret: string): Buffer => createHash('sha256').update(secret).digest()

/** Makes a key for a program. The secret has 256 random bits, so its plain hash tells nothing of it. */
export async function issueToken(db: Kysely<Database>, words: TokenWords): Promise<IssuedToken> {
  const { name, grant, at, expiresAt, createdBy } = words
  const issued = { id: randomUUID(), secret: PREFIX + randomBytes(32).toString('base64url') }
  const territoryId = grant.territory.kind === 'national' ? null : grant.territory.id
  await sql`insert into api_token (id, name, hash, role, organisation_id, territory_kind, territory_id, created_at, created_by, expires_at)
    values (${issued.id}, ${name}, ${hashOf(issued.secret)}, ${grant.role}, ${grant.organisationId}, ${grant.territory.kind},
      ${territoryId}, ${at}, ${createdBy}, ${expiresAt})`.execute(db)
  return issued
}

/** Ends a token at once. Returns false when there is none with this id, or it had ended. */
export async function revokeToken(db: Kysely<Database>, id: string, at: Date): Promise<boolean> {
  const { numAffectedRows } =
    await sql`update api_token set revoked_at = ${at} where id = ${id} and revoked_at is null`.execute(db)
  return numAffectedRows === 1n
}

/** The program that a secret stands for; undefined when it is none, revoked or expired. */
export async function callerOfToken(db: Kysely<Database>, secret: string, now: Date): Promise<TokenHolder | undefined> {
  if (!SECRET.test(secret)) return undefined
  const { rows } = await sql<{
    id: string
    name: string
    role: Role
    organisationId: string
    kind: Territory['kind']
    territoryId: string | null
  }>`select id, name, role, organisation_id as "organisationId", territory_kind as kind, territory_id as "territoryId"
    from api_token
    where hash = ${hashOf(secret)} and revoked_at is null and (expires_at is null or expires_at > ${now})`.execute(db)
  const row = rows[0]
  if (!row) return undefined
  const { id, name, role, organisationId, kind, territoryId } = row
  const territory: Territory = kind === 'national' ? { kind } : { kind, id: territoryId ?? '' }
  return { kind: 'token', id: `token:${id}`, name, organisationId, grants: [{ role, organisationId, territory }] }
}
