import { mkdir } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { DatabaseError } from './database.ts'
import { postgresAccount } from './postgres-account.ts'
import {
  type ClusterFolder,
  clusterFolder,
  createCluster,
  hasCluster,
  POSTGRES_USER,
  passwordOf,
  removeDrafts,
} from './postgres-cluster.ts'
import { isAlive, launchPostmaster, type Postmaster, postmasterOf, stopPostmaster } from './postmaster.ts'

const DATABASE = 'catalogue'
/** Held by the one server that owns the folder, on a connection that dies with it: no stale lock after a crash. */
const OWNER_LOCK = 7_428_002
/** A killed server’s connections are noticed at once, but not in the same instant. */
const OWNER_PATIENCE_MS = 3000
/** Between two attempts to bring back a database that was killed. */
const REVIVAL_MS = 100

/** The built-in PostgreSQL, running for this process alone. */
export interface EmbeddedPostgres {
  connectionString: string
  /** `created`: first start on the folder; `adopted`: it was left running by a server that was killed. */
  how: 'created' | 'started' | 'adopted'
  /** The address of another database on it, for tests. */
  addressOf(database: string): string
  /** Stops it cleanly. Close all connections before: open ones are cut. */
  stop(): Promise<void>
}

/**
 * Starts PostgreSQL in `<dataDir>/postgres`, made there at the first start, on loopback alone and with a random
 * password that only this user can read. One that a killed server left running is taken over.
 * @throws DatabaseError when another server uses the folder, or PostgreSQL does not start, with the reason
 */
export async function startEmbedded(dataDir: string): Promise<EmbeddedPostgres> {
  const folder = clusterFolder(dataDir)
  await mkdir(folder.root, { recursive: true }).catch((cause: NodeJS.ErrnoException) => {
    throw new DatabaseError(
      `DATA_DIR: ${folder.root} cannot be made (${cause.code}). Give a folder that can be written.`,
      { cause },
    )
  })
  const account = await postgresAccount()
  const isNew = !(await hasCluster(folder)) && (await createCluster(folder, account))
  const password = await passwordOf(folder)
  const left = isNew ? undefined : await leftRunning(folder, password)
  let postmaster = left ?? (await launchPostmaster(folder, account))
  let owner = await own(folder, postmaster, password)
  await removeDrafts(folder)
  await ensureDatabase(owner)

  let isStopping = false
  let reviving: Promise<void> | undefined
  // A database that is killed alone comes back under the same address; whoever waits for it connects anew.
  const revive = async (): Promise<void> => {
    await owner.end().catch(() => undefined)
    for (; !isStopping; await wait(REVIVAL_MS)) {
      try {
        if (!isAlive(postmaster.pid)) postmaster = await launchPostmaster(folder, account, postmaster.port)
        owner = await own(folder, postmaster, password)
        watch()
        return
      } catch {
        // What the killed one left behind is not gone yet, or it is still recovering; its log says more.
      }
    }
  }
  const watch = (): void => {
    owner.once('end', () => {
      if (isStopping) return
      reviving = revive()
    })
  }
  watch()
  return {
    connectionString: address(postmaster, password, DATABASE),
    how: isNew ? 'created' : left ? 'adopted' : 'started',
    addressOf: (database) => address(postmaster, password, database),
    stop: async () => {
      isStopping = true
      await reviving
      await owner.end().catch(() => undefined)
      await stopPostmaster(postmaster.pid)
    },
  }
}

/**
 * For a command beside the server: the database of the server that runs on the folder, left as it is when the command
 * is done, or else one started for the command alone.
 */
export async function visitEmbedded(
  dataDir: string,
): Promise<Pick<EmbeddedPostgres, 'connectionString' | 'stop'> & { isServed: boolean }> {
  const folder = clusterFolder(dataDir)
  if (await hasCluster(folder)) {
    const password = await passwordOf(folder)
    const running = await leftRunning(folder, password)
    if (running && (await isOwned(running, password))) {
      const connectionString = address(running, password, DATABASE)
      return { connectionString, isServed: true, stop: async () => undefined }
    }
  }
  return { ...(await startEmbedded(dataDir)), isServed: false }
}

/** Whether a server holds the folder’s lock. */
async function isOwned(postmaster: Postmaster, password: string): Promise<boolean> {
  const client = await tryConnect(address(postmaster, password, 'postgres'))
  if (!client) return false
  const { rowCount } = await client.query(
    "select from pg_locks where locktype = 'advisory' and classid = 0 and objid = $1 and granted",
    [OWNER_LOCK],
  )
  await client.end()
  return (rowCount ?? 0) > 0
}

function address({ port }: Postmaster, password: string, database: string): string {
  return `postgres://${POSTGRES_USER}:${password}@127.0.0.1:${port}/${database}`
}

/**
 * The PostgreSQL that still runs on the folder, if it is one: known by its password and its folder, not by a process
 * id that another program may have by now.
 */
async function leftRunning(folder: ClusterFolder, password: string): Promise<Postmaster | undefined> {
  for (const until = Date.now() + OWNER_PATIENCE_MS; Date.now() < until; await wait(50)) {
    const found = await postmasterOf(folder)
    if (!found || !isAlive(found.pid)) return undefined
    const client = await tryConnect(address(found, password, 'postgres'))
    if (!client) continue
    const { rows } = await client.query<{ folder: string }>("select current_setting('data_directory') as folder")
    await client.end()
    return rows[0]?.folder === folder.cluster ? { pid: found.pid, port: found.port } : undefined
  }
  return undefined
}

async function tryConnect(connectionString: string): Promise<pg.Client | undefined> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 2000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    return client
  } catch {
    return undefined
  }
}

/** Takes the folder’s lock for the life of this process. */
async function own(folder: ClusterFolder, postmaster: Postmaster, password: string): Promise<pg.Client> {
  const client = await tryConnect(address(postmaster, password, 'postgres'))
  if (!client)
    throw new DatabaseError(`PostgreSQL in ${folder.cluster} refuses its own password (${folder.passwordFile}).`)
  for (const until = Date.now() + OWNER_PATIENCE_MS; ; await wait(50)) {
    const { rows } = await client.query<{ owned: boolean }>('select pg_try_advisory_lock($1) as owned', [OWNER_LOCK])
    if (rows[0]?.owned) return client
    if (Date.now() >= until) break
  }
  await client.end()
  throw new DatabaseError(
    `Another server already runs on ${folder.root}. Stop it first, or give this one another DATA_DIR (and PORT).`,
  )
}

async function ensureDatabase(client: pg.Client): Promise<void> {
  const { rowCount } = await client.query('select from pg_database where datname = $1', [DATABASE])
  if (rowCount === 0) await client.query(`create database ${DATABASE}`)
}
