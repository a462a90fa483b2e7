import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { link, mkdir, readFile, unlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Kysely, sql } from 'kysely'
import type { Settings } from '../settings.ts'
import { type Database, DatabaseError } from '../storage/database.ts'

const FILE = 'auth.secret'

/**
 * The secret that signs sessions and locks second factors: AUTH_SECRET, else the one in the data folder, made at the
 * first start.
 * @throws DatabaseError when the database was used with another one: all second factors would be lost unsaid
 */
export async function authSecret(
  settings: Pick<Settings, 'authSecret' | 'dataDir'>,
  db: Kysely<Database>,
): Promise<string> {
  const secret = settings.authSecret ?? (await keptSecret(settings.dataDir))
  const mark = createHash('sha256').update('tech-valley-locator secret\0').update(secret).digest()
  await sql`insert into auth_secret_mark (mark) values (${mark}) on conflict do nothing`.execute(db)
  const { rows } = await sql<{ mark: Buffer }>`select mark from auth_secret_mark`.execute(db)
  if (rows[0]?.mark.equals(mark)) return secret
  const given = settings.authSecret ? 'AUTH_SECRET' : `The secret in ${join(settings.dataDir, FILE)}`
  throw new DatabaseError(
    `${given} is not the one that this database was used with: sessions and second factors could not be read. Give the former one as AUTH_SECRET (every server on one database has the same), or empty the tables auth_secret_mark, auth_two_factor and auth_session to begin anew.`,
  )
}

async function keptSecret(dataDir: string): Promise<string> {
  const path = join(dataDir, FILE)
  const kept = await readFile(path, 'utf8').catch(() => null)
  if (kept) return kept.trim()
  const draft = `${path}.${randomUUID()}`
  await mkdir(dataDir, { recursive: true })
  await writeFile(draft, randomBytes(48).toString('base64url'), { mode: 0o600 })
  try {
    // A link is there whole or not at all: of two servers that start at once, one makes it and both read it.
    await link(draft, path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    await unlink(draft)
  }
  return (await readFile(path, 'utf8')).trim()
}
