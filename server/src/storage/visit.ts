import type { Kysely } from 'kysely'
import type { Log } from '../catalogue/live.ts'
import type { Settings } from '../settings.ts'
import { connect, type Database } from './database.ts'
import { visitEmbedded } from './embedded.ts'
import { migrate } from './migrate.ts'

export interface Visit {
  db: Kysely<Database>
  close(): Promise<void>
}

/**
 * Opens the store for a command, whether a server runs on it or not. Under a running server its shape stays as that
 * server knows it.
 */
export async function visitStore(settings: Pick<Settings, 'databaseUrl' | 'dataDir'>, log: Log): Promise<Visit> {
  const embedded = settings.databaseUrl === null ? await visitEmbedded(settings.dataDir) : undefined
  const connectionString = embedded?.connectionString ?? settings.databaseUrl ?? ''
  try {
    const { db } = await connect(connectionString, (error) => log.warn({ err: error }, 'a database connection broke'))
    const close = async () => {
      await db.destroy()
      await embedded?.stop()
    }
    if (!embedded?.isServed) {
      await migrate(db).catch(async (error: unknown) => {
        await db.destroy()
        throw error
      })
    }
    return { db, close }
  } catch (error) {
    await embedded?.stop()
    throw error
  }
}
