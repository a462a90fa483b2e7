import type { CatalogueRecord } from '@tvl/model'
import type { Kysely } from 'kysely'
import type { Log } from '../catalogue/live.ts'
import type { Settings } from '../settings.ts'
import { addressOf, connect, type Database, DatabaseError } from './database.ts'
import { startEmbedded } from './embedded.ts'
import { migrate } from './migrate.ts'
import { type Origin, originOf, seed } from './store.ts'

/** The store, open. */
export interface Store {
  db: Kysely<Database>
  connectionString: string
  /** How the database came to run; `given` for DATABASE_URL. */
  how: 'given' | 'created' | 'started' | 'adopted'
  /**
   * Seeds an empty store. Returns the number of records written, 0 when it was seeded before with the same settings.
   * @throws DatabaseError when it was seeded with others
   */
  seedIfEmpty(origin: Origin, now: Date, records: () => readonly CatalogueRecord[]): Promise<number>
  close(): Promise<void>
}

/** Opens the given database, or starts the built-in one, and brings it to the newest shape. */
export async function openStore(settings: Pick<Settings, 'databaseUrl' | 'dataDir'>, log: Log): Promise<Store> {
  const embedded = settings.databaseUrl === null ? await startEmbedded(settings.dataDir) : undefined
  const connectionString = embedded?.connectionString ?? settings.databaseUrl ?? ''
  try {
    const { db } = await connect(connectionString, (error) => log.warn({ err: error }, 'a database connection broke'))
    const ran = await migrate(db).catch(async (error: unknown) => {
      await db.destroy()
      if (error instanceof DatabaseError || !(error instanceof Error)) throw error
      throw new DatabaseError(
        `The tables cannot be made in ${addressOf(connectionString)} (${error.message}). Give a user who may create tables in its schema, or an empty database.`,
        { cause: error },
      )
    })
    if (ran.length > 0) log.info({ migrations: ran }, 'the database was brought to the newest shape')
    return {
      db,
      connectionString,
      how: embedded?.how ?? 'given',
      seedIfEmpty: async (origin, now, records) => {
        const known = await originOf(db)
        if (!known) return seed(db, records(), origin, now)
        refuseOther(known, origin, settings)
        return 0
      },
      close: async () => {
        await db.destroy()
        await embedded?.stop()
      },
    }
  } catch (error) {
    await embedded?.stop()
    throw error
  }
}

function refuseOther(known: Origin, asked: Origin, settings: Pick<Settings, 'databaseUrl' | 'dataDir'>): void {
  // The inventory's size says nothing about a catalogue of facts alone.
  const isSame =
    known.catalogue === asked.catalogue && (known.catalogue === 'facts' || known.inventory === asked.inventory)
  if (isSame) return
  const where = settings.databaseUrl ? 'The database in DATABASE_URL' : `The folder ${settings.dataDir} (DATA_DIR)`
  const words = ({ catalogue, inventory }: Origin) =>
    catalogue === 'facts' ? 'CATALOGUE=facts' : `CATALOGUE=${catalogue} INVENTORY=${inventory}`
  throw new DatabaseError(
    `${where} holds a catalogue seeded with ${words(known)}, but ${words(asked)} is set. Start with ${words(known)}, or give an empty ${settings.databaseUrl ? 'database' : 'DATA_DIR'}: what was written there would be mixed with another catalogue.`,
  )
}
