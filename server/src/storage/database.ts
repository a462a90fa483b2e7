import type { Geometry } from 'geojson'
import { CompiledQuery, type Generated, Kysely, PostgresDialect, sql } from 'kysely'
import pg from 'pg'

/** The tables, as the queries see them. */
export interface Database {
  origin: { single: Generated<boolean>; catalogue: string; inventory: string; seeded_at: Date }
  change: {
    n: string
    at: Date
    operation: 'seed' | 'create' | 'update' | 'delete'
    collection: string
    feature_id: string
    before: Content | null
    after: Content | null
    commit: string
  }
  feature: {
    collection: string
    id: string
    version: string
    geometry: Geometry | null
    lon: number | null
    lat: number | null
    min_lon: number | null
    min_lat: number | null
    max_lon: number | null
    max_lat: number | null
    properties: Record<string, unknown>
    hash: string
  }
}

/** What a change says of a record before and after it. */
export interface Content {
  geometry: Geometry | null
  properties: Record<string, unknown>
}

export const OLDEST_SERVER = 15

/** The database cannot be used as it is; the message says what to do. */
export class DatabaseError extends Error {
  override name = 'DatabaseError'
}

export interface Connection {
  db: Kysely<Database>
  pool: pg.Pool
}

/**
 * Opens a pool on a PostgreSQL server and checks that it answers and is new enough.
 * @throws DatabaseError with the address (never the password) and what is wrong
 */
export async function connect(connectionString: string, onError: (error: Error) => void): Promise<Connection> {
  const pool = new pg.Pool({
    connectionString,
    max: 10,
    connectionTimeoutMillis: 10_000,
    application_name: 'tech-valley-locator',
  })
  pool.on('error', (error) => {
    if (!pool.ending) onError(error)
  })
  // One that breaks between two queries of a transaction has nobody else to tell: unheard, it would end the process. The
  // next query of the transaction fails, and the pool lets go of it.
  pool.on('connect', (client) => client.on('error', () => undefined))
  const db = new Kysely<Database>({
    dialect: new PostgresDialect({
      pool,
      // Filters differ in how much they select: one plan kept for all was three times slower. JIT costs more than it saves.
      onCreateConnection: async (connection) => {
        await connection.executeQuery(
          CompiledQuery.raw("set plan_cache_mode = force_custom_plan; set jit = off; set timezone = 'UTC'"),
        )
      },
    }),
  })
  try {
    const { rows } = await sql<{ version: string }>`select current_setting('server_version_num') as version`.execute(db)
    const major = Math.floor(Number(rows[0]?.version) / 10_000)
    if (!(major >= OLDEST_SERVER)) {
      throw new DatabaseError(
        `${addressOf(connectionString)} is PostgreSQL ${major}; at least ${OLDEST_SERVER} is needed. Use a newer server, or leave DATABASE_URL unset for the built-in one.`,
      )
    }
  } catch (error) {
    await db.destroy()
    if (error instanceof DatabaseError) throw error
    throw new DatabaseError(
      `DATABASE_URL: ${addressOf(connectionString)} does not answer (${messageOf(error)}). Start it, correct the address, or leave DATABASE_URL unset for the built-in one.`,
      { cause: error },
    )
  }
  return { db, pool }
}

/** The address without user and password, for messages. */
export function addressOf(connectionString: string): string {
  try {
    const { host, pathname } = new URL(connectionString)
    return `${host}${pathname}`
  } catch {
    return 'the given address'
  }
}

function messageOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(messageOf).join('; ')
  return error instanceof Error ? error.message : String(error)
}
