import { isSameContent, mergeEdits, type Shortlist, type ShortlistConflict } from '@tvl/model'
import { type Kysely, sql } from 'kysely'
import type { Database } from '../storage/database.ts'

/** A shortlist as its organisation has it now. */
export interface StoredShortlist {
  id: string
  organisationId: string
  revision: number
  content: Shortlist
  /** ISO instant of the last change. */
  at: string
  /** Name of who made it; null: the person was erased. */
  by: string | null
  isArchived: boolean
}

interface Row extends Omit<StoredShortlist, 'at'> {
  at: Date
}

const COLUMNS = sql`shortlist.id, organisation_id as "organisationId", shortlist.revision, content, at,
  coalesce((select name from auth_user where 'person:' || auth_user.id = shortlist_revision.by), null) as by,
  archived_at is not null as "isArchived"`
const LAST = sql`join shortlist_revision on shortlist = shortlist.id and shortlist_revision.revision = shortlist.revision`

const asStored = ({ at, ...row }: Row): StoredShortlist => ({ ...row, at: at.toISOString() })

/** Of these organisations, the last changed first. */
export async function shortlistsOf(
  db: Kysely<Database>,
  organisationIds: readonly string[],
): Promise<StoredShortlist[]> {
  const { rows } = await sql<Row>`select ${COLUMNS} from shortlist ${LAST}
    where organisation_id = any(${organisationIds}) order by at desc, shortlist.id`.execute(db)
  return rows.map(asStored)
}

/** The shortlist, if it is of one of these organisations. */
export async function shortlistById(
  db: Kysely<Database>,
  id: string,
  organisationIds: readonly string[],
): Promise<StoredShortlist | undefined> {
  const { rows } = await sql<Row>`select ${COLUMNS} from shortlist ${LAST}
    where shortlist.id = ${id} and organisation_id = any(${organisationIds})`.execute(db)
  return rows[0] && asStored(rows[0])
}

export type Saved = { revision: number; content: Shortlist; conflicts: readonly ShortlistConflict[] }

/**
 * Keeps what somebody made of a shortlist they had read at `base` (null: it is new). What others wrote meanwhile is
 * merged in; where both changed one thing nothing is written and the conflicts are returned. Undefined: there is none
 * with this id in these organisations, or none at `base`.
 */
export async function saveShortlist(
  db: Kysely<Database>,
  one: { id: string; organisationId: string; base: number | null; content: Shortlist; at: Date; by: string | null },
): Promise<Saved | undefined> {
  const { id, organisationId, base, content, at, by } = one
  return db.transaction().execute(async (transaction) => {
    if (base === null) {
      await sql`insert into shortlist (id, organisation_id, revision) values (${id}, ${organisationId}, 0)
        on conflict (id) do nothing`.execute(transaction)
    }
    const { rows } = await sql<{ revision: number; archived: Date | null }>`
      select revision, archived_at as archived from shortlist
      where id = ${id} and organisation_id = ${organisationId} for update`.execute(transaction)
    const [row] = rows
    if (!row) return undefined
    const current = row.revision > 0 ? await contentAt(transaction, id, row.revision) : undefined
    // The same new shortlist sent again, because the first answer was lost.
    if (base === null && current) return { revision: row.revision, content: current, conflicts: [] }
    const read = base === null || base === row.revision ? current : await contentAt(transaction, id, base)
    if (base !== null && (!read || !current)) return undefined
    const merged = read && current ? mergeEdits(read, current, content) : { shortlist: content, conflicts: [] }
    if (merged.conflicts.length > 0) {
      return { revision: row.revision, content: current ?? content, conflicts: merged.conflicts }
    }
    if (current && isSameContent(merged.shortlist, current)) {
      return { revision: row.revision, content: current, conflicts: [] }
    }
    const revision = row.revision + 1
    await sql`insert into shortlist_revision (shortlist, revision, content, at, by)
      values (${id}, ${revision}, ${JSON.stringify(merged.shortlist)}::json, ${at}, ${by})`.execute(transaction)
    await sql`update shortlist set revision = ${revision} where id = ${id}`.execute(transaction)
    return { revision, content: merged.shortlist, conflicts: [] }
  })
}

async function contentAt(db: Kysely<Database>, id: string, revision: number): Promise<Shortlist | undefined> {
  const { rows } = await sql<{ content: Shortlist }>`select content from shortlist_revision
    where shortlist = ${id} and revision = ${revision}`.execute(db)
  return rows[0]?.content
}

/** Puts a shortlist away, or takes it back. Its links live on. */
export async function archiveShortlist(db: Kysely<Database>, id: string, at: Date | null): Promise<void> {
  await sql`update shortlist set archived_at = ${at} where id = ${id}`.execute(db)
}
