import { type ChildProcess, spawn } from 'node:child_process'
import { open, readFile, rename, stat } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { DatabaseError } from './database.ts'
import { type Account, commandAs } from './postgres-account.ts'
import { postgresBinaries } from './postgres-binaries.ts'
import type { ClusterFolder } from './postgres-cluster.ts'

/** The main process of a running PostgreSQL. */
export interface Postmaster {
  pid: number
  port: number
}

const LARGEST_LOG = 5_000_000
/** Recovery after a crash replays what was written since the last checkpoint: seconds, on slow disks minutes. */
const START_MS = 180_000
const STOP_MS = 30_000

/** What `postmaster.pid` says: process id on line 1, port on line 4, `ready` on line 8. */
export async function postmasterOf(folder: ClusterFolder): Promise<(Postmaster & { isReady: boolean }) | undefined> {
  const text = await readFile(join(folder.cluster, 'postmaster.pid'), 'utf8').catch(() => undefined)
  const lines = text?.split('\n') ?? []
  const pid = Number(lines[0])
  const port = Number(lines[3])
  if (!Number.isInteger(pid) || pid <= 0 || !Number.isInteger(port) || port <= 0) return undefined
  return { pid, port, isReady: lines[7]?.trim() === 'ready' }
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/**
 * Starts PostgreSQL on loopback and waits until it takes connections.
 * @param former the port it had, for those who know it under that; undefined: any free one
 */
export async function launchPostmaster(
  folder: ClusterFolder,
  account: Account | undefined,
  former?: number,
): Promise<Postmaster> {
  const { postgres } = await postgresBinaries()
  const port = former ?? (await freePort())
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '40',
    shared_buffers: '64MB',
    plan_cache_mode: 'force_custom_plan',
    jit: 'off',
    // Shared memory for parallel plans is scarce in containers, and the hot path asks nothing of the database.
    max_parallel_workers_per_gather: '0',
    max_wal_size: '512MB',
    log_timezone: 'UTC',
    log_line_prefix: '%m [%p] ',
  }
  const args = [
    '-D',
    folder.cluster,
    '-p',
    String(port),
    ...Object.entries(settings).flatMap(([key, value]) => ['-c', `${key}=${value}`]),
  ]
  const command = await commandAs(account, postgres, args, [folder.cluster])
  const log = await openLog(folder.log)
  try {
    // Its own process group: Ctrl-C reaches this process alone, which stops the database after its last answer.
    const child = spawn(command.file, command.args, {
      ...command.account,
      cwd: '/',
      detached: true,
      stdio: ['ignore', log.fd, log.fd],
    })
    child.unref()
    return await untilReady(folder, child)
  } finally {
    await log.close()
  }
}

async function untilReady(folder: ClusterFolder, child: ChildProcess): Promise<Postmaster> {
  let ended: string | undefined
  child.on('error', (error) => {
    ended = error.message
  })
  child.on('exit', (code, signal) => {
    ended = `ended with ${signal ?? code}`
  })
  const until = Date.now() + START_MS
  while (Date.now() < until) {
    if (ended !== undefined)
      throw new DatabaseError(`PostgreSQL did not start in ${folder.cluster} (${ended}): ${await lastLog(folder)}`)
    const postmaster = await postmasterOf(folder)
    if (postmaster?.isReady && postmaster.pid === child.pid) return { pid: postmaster.pid, port: postmaster.port }
    await wait(15)
  }
  throw new DatabaseError(
    `PostgreSQL in ${folder.cluster} was not ready after ${START_MS / 1000} s: ${await lastLog(folder)}`,
  )
}

/** Stops cleanly (connections are cut, nothing is lost); at once when that takes too long, which recovery repairs. */
export async function stopPostmaster(pid: number): Promise<void> {
  if (!isAlive(pid)) return
  for (const signal of ['SIGINT', 'SIGQUIT'] as const) {
    try {
      process.kill(pid, signal)
    } catch {
      return
    }
    for (const until = Date.now() + STOP_MS; Date.now() < until; await wait(10)) if (!isAlive(pid)) return
  }
}

async function openLog(path: string) {
  const size = await stat(path).then(
    (found) => found.size,
    () => 0,
  )
  if (size > LARGEST_LOG) await rename(path, `${path}.1`)
  return open(path, 'a', 0o600)
}

async function lastLog({ log }: ClusterFolder): Promise<string> {
  const text = await readFile(log, 'utf8').catch(() => '')
  return text.trim().split('\n').slice(-3).join(' | ')
}

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer()
    probe.on('error', fail)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => done(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
