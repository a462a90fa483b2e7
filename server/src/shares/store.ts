import { createHash, randomBytes, randomUUID } from 'node:crypto'
import type { Language } from '@tvl/model'
import { type Kysely, sql } from 'kysely'
import type { Database } from '../storage/database.ts'

/** 256 random bits: nothing but the link itself leads to it. */
export const TOKEN = /^[A-Za-z0-9_-]{43}$/
export const newToken = (): string => randomBytes(32).toString('base64url')
export const hashOfToken = (token: string): Buffer => createHash('sha256').update(token).digest()

export type ShareKind = 'personal' | 'public' | 'private'
export type OpeningKind = 'page' | 'pdf' | 'xlsx' | 'csv' | 'geojson'

/** A link, without what opens it. */
export interface Share {
  id: string
  kind: ShareKind
  organisationId: string | null
  freezeId: string | null
  recipient: string | null
  language: Language
  createdAt: Date
  expiresAt: Date
  revokedAt: Date | null
  /** argon2id; null: none is asked. */
  passphrase: string | null
  openings: number
  lastOpenedAt: Date | null
}

const COLUMNS = sql`id, kind, organisation_id as "organisationId", freeze_id as "freezeId", recipient, language,
  created_at as "createdAt", expires_at as "expiresAt", revoked_at as "revokedAt", passphrase,
  (select count(*)::int from share_opening where share = share.id) as openings,
  (select max(at) from share_opening where share = share.id) as "lastOpenedAt"`

export interface NewShare {
  kind: ShareKind
  organisationId: string | null
  freezeId: string | null
  recipient: string | null
  language: Language
  passphrase: string | null
  ciphertext: Buffer | null
  /** Of the secret by which its maker ends a private one. */
  endHash: Buffer | null
  at: Date
  expiresAt: Date
  by: string | null
}

/** Makes a link. The token is returned this once; only its hash is kept. */
export async function addShare(db: Kysely<Database>, one: NewShare): Promise<{ id: string; token: string }> {
  const [id, token] = [randomUUID(), newToken()]
  await sql`insert into share (id, token_hash, kind, organisation_id, freeze_id, recipient, language, passphrase, ciphertext,
      end_hash, created_at, created_by, expires_at)
    values (${id}, ${hashOfToken(token)}, ${one.kind}, ${one.organisationId}, ${one.freezeId}, ${one.recipient},
      ${one.language}, ${one.passphrase}, ${one.ciphertext}, ${one.endHash}, ${one.at}, ${one.by}, ${one.expiresAt})`.execute(
    db,
  )
  return { id, token }
}

/** The link of a token; undefined: there is none, and never was one that is still known. */
export async function shareOfToken(db: Kysely<Database>, token: string): Promise<Share | undefined> {
  if (!TOKEN.test(token)) return undefined
  const { rows } = await sql<Share>`select ${COLUMNS} from share where token_hash = ${hashOfToken(token)}`.execute(db)
  return rows[0]
}

/** The links to what was frozen of a shortlist, the newest first. */
export async function sharesOfShortlist(db: Kysely<Database>, shortlistId: string): Promise<Share[]> {
  const { rows } = await sql<Share>`select ${COLUMNS} from share
    where freeze_id in (select id from shortlist_freeze where shortlist = ${shortlistId})
    order by created_at desc, id`.execute(db)
  return rows
}

export async function shareById(db: Kysely<Database>, id: string): Promise<Share | undefined> {
  const { rows } = await sql<Share>`select ${COLUMNS} from share where id = ${id}`.execute(db)
  return rows[0]
}

/** Ends a link at once. False: it had ended. */
export async function revokeShare(db: Kysely<Database>, id: string, at: Date): Promise<boolean> {
  const { numAffectedRows } =
    await sql`update share set revoked_at = ${at} where id = ${id} and revoked_at is null`.execute(db)
  return numAffectedRows === 1n
}

export async function noteOpening(db: Kysely<Database>, id: string, what: OpeningKind, at: Date): Promise<void> {
  await sql`insert into share_opening (share, at, what) values (${id}, ${at}, ${what})`.execute(db)
}

export interface Opening {
  at: Date
  what: OpeningKind
}

const MOST_OPENINGS = 200

/** When a link was opened, the last time first. */
export async function openingsOf(db: Kysely<Database>, id: string): Promise<Opening[]> {
  const { rows } = await sql<Opening>`select at, what from share_opening where share = ${id}
    order by at desc limit ${MOST_OPENINGS}`.execute(db)
  return rows
}

/** What a private link carries. */
export async function ciphertextOf(db: Kysely<Database>, id: string): Promise<Buffer | null> {
  const { rows } = await sql<{ ciphertext: Buffer | null }>`select ciphertext from share where id = ${id}`.execute(db)
  return rows[0]?.ciphertext ?? null
}

/** Ends a private link for whoever has its secret, and forgets what it carried. False: the secret is another’s. */
export async function endPrivate(db: Kysely<Database>, id: string, secret: string, at: Date): Promise<boolean> {
  const { numAffectedRows } = await sql`update share set revoked_at = coalesce(revoked_at, ${at}), ciphertext = ''
    where id = ${id} and end_hash = ${hashOfToken(secret)}`.execute(db)
  return numAffectedRows === 1n
}
