import { createHash, randomBytes, randomUUID } from 'node:crypto'
import type { Grant, Language } from '@tvl/model'
import { type Kysely, sql } from 'kysely'
import type { Database } from '../storage/database.ts'

export const INVITATION_DAYS = 7

export interface InvitationWords {
  email: string
  organisationId: string
  grants: readonly Grant[]
  language: Language
  /** Caller’s id; null: the operator, by command. */
  invitedBy: string | null
  at: Date
}

export interface KeptInvitation {
  id: string
  email: string
  organisationId: string
  grants: Grant[]
  language: Language
  invitedBy: string | null
  invitedAt: Date
  expiresAt: Date
}

const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest()

const COLUMNS = sql`invitation.id, email, organisation_id as "organisationId", grants, language, invited_by as "invitedBy",
  invited_at as "invitedAt", expires_at as "expiresAt"`
const IS_OPEN = sql`accepted_at is null and revoked_at is null`

/** Makes an invitation. Its token is in the mail alone: only a hash is kept. A former one to the same address ends. */
export async function invite(db: Kysely<Database>, words: InvitationWords): Promise<{ id: string; token: string }> {
  const { organisationId, grants, language, invitedBy, at } = words
  const email = words.email.toLowerCase()
  const made = { id: randomUUID(), token: randomBytes(32).toString('base64url') }
  const expiresAt = new Date(at.getTime() + INVITATION_DAYS * 86_400_000)
  await db.transaction().execute(async (transaction) => {
    await sql`update invitation set revoked_at = ${at} where email = ${email} and invited_by is not distinct from ${invitedBy}
      and ${IS_OPEN}`.execute(transaction)
    await sql`insert into invitation (id, hash, email, organisation_id, grants, language, invited_by, invited_at, expires_at)
      values (${made.id}, ${hashOf(made.token)}, ${email}, ${organisationId}, ${JSON.stringify(grants)}::jsonb, ${language},
        ${invitedBy}, ${at}, ${expiresAt})`.execute(transaction)
  })
  return made
}

/** The invitation that a token opens; undefined when it was used, revoked, or is too old. */
export async function invitationOf(
  db: Kysely<Database>,
  token: string,
  now: Date,
): Promise<KeptInvitation | undefined> {
  const { rows } = await sql<KeptInvitation>`select ${COLUMNS} from invitation
    where hash = ${hashOf(token)} and ${IS_OPEN} and expires_at > ${now}`.execute(db)
  return rows[0]
}

/** Takes an invitation, once: of two who send it at the same time, one gets it. */
export async function takeInvitation(db: Kysely<Database>, id: string, at: Date): Promise<boolean> {
  const { numAffectedRows } =
    await sql`update invitation set accepted_at = ${at} where id = ${id} and ${IS_OPEN}`.execute(db)
  return numAffectedRows === 1n
}

export async function openInvitations(db: Kysely<Database>, now: Date): Promise<KeptInvitation[]> {
  const { rows } = await sql<KeptInvitation>`select ${COLUMNS} from invitation where ${IS_OPEN} and expires_at > ${now}
    order by invited_at desc, id`.execute(db)
  return rows
}

export async function revokeInvitation(db: Kysely<Database>, id: string, at: Date): Promise<boolean> {
  const { numAffectedRows } =
    await sql`update invitation set revoked_at = ${at} where id = ${id} and ${IS_OPEN}`.execute(db)
  return numAffectedRows === 1n
}
