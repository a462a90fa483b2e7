import { type Kysely, sql } from 'kysely'
import type { Database } from '../storage/database.ts'

/** The ids of these that are of kept pictures: a change that names another is refused. */
export async function knownMedia(db: Kysely<Database>, ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set()
  const { rows } = await sql<{ id: string }>`select id from media where id = any(${[...ids]})`.execute(db)
  return new Set(rows.map(({ id }) => id))
}
