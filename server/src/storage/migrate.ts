import { readdir, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { type Kysely, sql } from 'kysely'
import { type Database, DatabaseError } from './database.ts'

/** Any number, the same in every process: two servers that start at once migrate one after the other. */
const MIGRATION_LOCK = 7_428_001

const FOLDER = new URL('./migrations/', import.meta.url)

/**
 * Brings the database to the newest shape: each `migrations/*.sql` once, in the order of their names, all in one
 * transaction. Returns the names of those that ran. Throws a DatabaseError when the database is newer than
 * this program.
 * @param upTo name of the last one to run: the shape of an earlier release, for rehearsals of upgrades
 */
export async function migrate(db: Kysely<Database>, upTo?: string): Promise<string[]> {
  const all = (await readdir(fileURLToPath(FOLDER))).filter((name) => name.endsWith('.sql')).sort()
  const files = upTo === undefined ? all : all.filter((name) => name <= upTo)
  return db.transaction().execute(async (transaction) => {
    await sql`select pg_advisory_xact_lock(${MIGRATION_LOCK})`.execute(transaction)
    await sql`create table if not exists migration (name text primary key, at timestamptz not null default now())`.execute(
      transaction,
    )
    const { rows } = await sql<{ name: string }>`select name from migration order by name`.execute(transaction)
    const done = new Set(rows.map(({ name }) => name))
    const unknown = rows.filter(({ name }) => !files.includes(name))
    if (unknown.length > 0) {
      throw new DatabaseError(
        `The database was written by a newer release (${unknown.map(({ name }) => name).join(', ')}). Start that release, or restore a backup made by this one.`,
      )
    }
    const due = files.filter((name) => !done.has(name))
    for (const name of due) {
      await sql.raw(await readFile(new URL(name, FOLDER), 'utf8')).execute(transaction)
      await sql`insert into migration (name) values (${name})`.execute(transaction)
    }
    return due
  })
}
