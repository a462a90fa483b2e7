import { type BrandBody, DEMO_BRAND_HOURS } from '@tvl/model'
import { type Kysely, sql } from 'kysely'
import { ProblemError } from '../http/problem.ts'
import type { Database } from '../storage/database.ts'
import type { Mark } from './mark.ts'
import { type KeptBrand, keptBrand } from './store.ts'

/** Any number, the same in every process: brands are written one after the other, which is often enough. */
const BRAND_LOCK = 7_428_044
const HOUR_MS = 3_600_000

export type BrandChange =
  | { action: 'set'; body: BrandBody }
  | { action: 'set-mark'; mark: Mark }
  | { action: 'remove-mark' }

export interface BrandWrite {
  organisationId: string
  actorId: string | null
  /** Whether the writer has seen the revision in force. @throws ProblemError when not */
  check: (current: KeptBrand) => void
  change: BrandChange
  at: Date
  /** Everybody may sign in as who writes this: it is in force for a day and then gone. */
  isDemo: boolean
}

/**
 * Puts a change of a brand in force and notes who made it. Marks and texts of the demonstration that are no longer
 * in force are removed with it, so that nobody fills the disk with them.
 * @throws ProblemError 422 `organisation.unknown`, and what `check` throws
 */
export async function writeBrand(db: Kysely<Database>, write: BrandWrite): Promise<KeptBrand> {
  const { organisationId, actorId, check, change, at, isDemo } = write
  return db.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(${BRAND_LOCK})`.execute(tx)
    const { rows: known } = await sql`select 1 from organisation where id = ${organisationId}`.execute(tx)
    if (known.length === 0) throw new ProblemError('organisation.unknown', 422, `There is no ${organisationId}.`)
    const before = await keptBrand(tx, organisationId, at)
    check(before)
    const { markId: formerMark, ...former } = before.brand
    const body = change.action === 'set' ? change.body : former
    const markId = change.action === 'set' ? formerMark : change.action === 'set-mark' ? change.mark.id : null
    if (change.action === 'set-mark') await keepMark(tx, change.mark, at)
    const { rows } = await sql<{ next: number }>`select coalesce(max(revision), 0) + 1 as next from brand_event
      where organisation_id = ${organisationId}`.execute(tx)
    const revision = rows[0]?.next ?? 1
    const expiresAt = isDemo ? new Date(at.getTime() + DEMO_BRAND_HOURS * HOUR_MS) : null
    await sql`delete from brand_revision where organisation_id = ${organisationId} and expires_at is not null`.execute(
      tx,
    )
    await sql`insert into brand_revision (organisation_id, revision, brand, mark_id, updated_at, updated_by, expires_at)
      values (${organisationId}, ${revision}, ${JSON.stringify(body)}::jsonb, ${markId}, ${at}, ${actorId}, ${expiresAt})`.execute(
      tx,
    )
    await sql`delete from brand_mark m where not exists (select from brand_revision r where r.mark_id = m.id)`.execute(
      tx,
    )
    const detail = { fields: changedFields(former, body), markId, isDemo }
    await sql`insert into brand_event (at, organisation_id, revision, actor_id, action, detail)
      values (${at}, ${organisationId}, ${revision}, ${actorId}, ${change.action}, ${JSON.stringify(detail)}::jsonb)`.execute(
      tx,
    )
    return { revision, brand: { ...body, markId }, updatedAt: at, expiresAt }
  })
}

const keepMark = (db: Kysely<Database>, { id, bytes, widthPx, heightPx }: Mark, at: Date) =>
  sql`insert into brand_mark (id, bytes, width_px, height_px, added_at)
    values (${id}, ${bytes}, ${widthPx}, ${heightPx}, ${at}) on conflict (id) do nothing`.execute(db)

function changedFields(before: BrandBody, after: BrandBody): string[] {
  const flat = ({ names, contact, ...colours }: BrandBody): Record<string, string | null> => ({
    ...colours,
    ...Object.fromEntries(Object.entries(names).map(([key, value]) => [`names.${key}`, value])),
    ...Object.fromEntries(Object.entries(contact).map(([key, value]) => [`contact.${key}`, value])),
  })
  const [was, is] = [flat(before), flat(after)]
  return Object.keys(is).filter((field) => was[field] !== is[field])
}
