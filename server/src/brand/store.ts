import { type Brand, type BrandBody, DEFAULT_COLOURS } from '@tvl/model'
import { type Kysely, sql } from 'kysely'
import { organisationName } from '../people/organisations.ts'
import type { Database } from '../storage/database.ts'

/** A brand as it is in force. */
export interface KeptBrand {
  /** 0: nothing was set, or what was set has expired. */
  revision: number
  brand: Brand
  updatedAt: Date | null
  expiresAt: Date | null
}

interface Row {
  revision: number
  brand: BrandBody
  mark_id: string | null
  updated_at: Date
  expires_at: Date | null
}

/** The brand of an organisation at an instant: the newest that has not expired, else the defaults. */
export async function keptBrand(db: Kysely<Database>, organisationId: string, now: Date): Promise<KeptBrand> {
  const { rows } = await sql<Row>`select revision, brand, mark_id, updated_at, expires_at from brand_revision
    where organisation_id = ${organisationId} and (expires_at is null or expires_at > ${now})
    order by revision desc limit 1`.execute(db)
  const [row] = rows
  if (!row) return { revision: 0, brand: await defaultBrand(db, organisationId), updatedAt: null, expiresAt: null }
  const brand = { ...row.brand, markId: row.mark_id }
  return { revision: row.revision, brand, updatedAt: row.updated_at, expiresAt: row.expires_at }
}

async function defaultBrand(db: Kysely<Database>, organisationId: string): Promise<Brand> {
  const names = await organisationName(db, organisationId)
  const contact = { email: null, phone: null, address: null, web: null }
  return { names, ...DEFAULT_COLOURS, contact, markId: null }
}

/**
 * What a dossier of this organisation is set in, with the bytes of its mark: the organisation’s own name, the product’s
 * colours and no mark where it has chosen nothing. A dossier that must stay the same keeps this answer, mark included:
 * a mark of the demonstration goes after a day.
 */
export async function brandOf(
  db: Kysely<Database>,
  organisationId: string,
  now: Date,
): Promise<Brand & { mark: Buffer | null; markType: 'image/png' }> {
  const { brand } = await keptBrand(db, organisationId, now)
  const mark = brand.markId === null ? null : await markOf(db, brand.markId, now)
  return { ...brand, mark: mark?.bytes ?? null, markType: 'image/png' }
}

/** A mark by its hash, as long as a brand that has not expired has or had it. */
export async function markOf(
  db: Kysely<Database>,
  id: string,
  now: Date,
): Promise<{ bytes: Buffer; expiresAt: Date | null } | null> {
  const { rows } = await sql<{ bytes: Buffer; expires_at: Date | null }>`select m.bytes, r.expires_at from brand_mark m
    join brand_revision r on r.mark_id = m.id
    where m.id = ${id} and (r.expires_at is null or r.expires_at > ${now})
    order by r.expires_at desc nulls first limit 1`.execute(db)
  const [row] = rows
  return row ? { bytes: row.bytes, expiresAt: row.expires_at } : null
}
