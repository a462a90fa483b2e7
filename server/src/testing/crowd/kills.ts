import type { Kysely } from 'kysely'
import type { Log } from '../../catalogue/live.ts'
import { type RecordReport, verifyRecord } from '../../record/verification.ts'
import type { Database } from '../../storage/database.ts'
import { clusterFolder } from '../../storage/postgres-cluster.ts'
import { isAlive, postmasterOf } from '../../storage/postmaster.ts'
import { visitStore } from '../../storage/visit.ts'
import { tokenHeader } from '../caller.ts'
import { writeFaults } from './crowd.ts'
import { importRents } from './importer.ts'
import { freePort, type ServerProcess, startProcess, untilReady } from './process.ts'
import { changesAfter, copyAt, followChanges, hashOf, headOf } from './readers.ts'
import { writeRents } from './writers.ts'

export const VICTIMS = ['server', 'database', 'both'] as const
export type Victim = (typeof VICTIMS)[number]

export interface KillOptions {
  entry: readonly string[]
  dataDir: string
  rounds: number
  writers?: number
  readers?: number
  onRound?: (round: number, victim: Victim, readyMs: number) => void
}

export interface KillOutcome {
  /** Milliseconds until ready again, round by round. */
  readyMs: number[]
  acknowledged: number
  /** Files whose applying was acknowledged. */
  imports: number
  /** Sets that had to be sent again because no answer came. */
  silences: number
  faults: string[]
  record: RecordReport
}

/** Records that one commit writes: half of them would show. */
const PER_COMMIT = 3
const PATIENCE_MS = 30_000

/**
 * Kills the server, its database or both, round by round, while writers write, somebody imports files and readers follow. Afterwards every
 * acknowledged commit must be there whole, and every reader’s copy be the server’s.
 */
export async function killRounds(options: KillOptions): Promise<KillOutcome> {
  const { entry, dataDir, rounds, writers = 4, readers: many = 3, onRound } = options
  const process_ = { entry, port: await freePort(), settings: { DATA_DIR: dataDir, CATALOGUE: 'demo', INVENTORY: 'S' } }
  let server: ServerProcess = startProcess(process_)
  const { url } = server
  try {
    await untilReady(server)
    const headers = await withStore(dataDir, (db) => tokenHeader(db, 'manager'))
    const since = await headOf(url)
    const base = await copyAt(url, since)
    // One zone is the importer's, what lies elsewhere the writers'.
    const zoneId = String([...base.values()].at(-1)?.zoneId)
    const ids = [...base].flatMap(([id, office]) => (office.zoneId === zoneId ? [] : [id])).slice(0, 40)
    const readers = Array.from({ length: many }, () => followChanges(() => url, since, base))
    let isOver = false
    let commits = 0
    const writing = Array.from({ length: writers }, (_, number) =>
      writeRents({
        url: () => url,
        headers,
        number,
        count: Number.POSITIVE_INFINITY,
        // Distinct within a commit, shared between writers.
        pick: (k) => Array.from({ length: PER_COMMIT }, (_, i) => ids[(k + number + i * 11) % ids.length] ?? ''),
        pause: async () => {
          commits += 1
        },
        isOver: () => isOver,
      }),
    )
    let applying = 0
    const importing = importRents({
      url,
      headers,
      zoneId,
      isOver: () => isOver,
      onApply: () => {
        applying += 1
      },
    })
    const working = [...writing, importing]
    // A writer that fails ends the rehearsal, not the process.
    for (const one of working) one.catch(() => undefined)

    const readyMs: number[] = []
    for (let round = 0; round < rounds; round++) {
      const victim = VICTIMS[round % VICTIMS.length] ?? 'both'
      await untilMore(() => commits, writers * 2, working)
      // Half of the kills come while a file is being applied.
      if (round % 2 === 1) await untilMore(() => applying, 1, working)
      await new Promise((done) => setTimeout(done, Math.random() * (round % 2 === 1 ? 40 : 150)))
      if (victim !== 'server') await killDatabase(dataDir)
      if (victim !== 'database') {
        await server.kill()
        server = startProcess(process_)
      }
      readyMs.push(await untilReady(server))
      onRound?.(round, victim, readyMs.at(-1) ?? 0)
    }
    await untilMore(() => commits, writers * 2, working)
    isOver = true
    const outcomes = await Promise.all(writing)
    const files = await importing
    const acknowledged = outcomes.flatMap((outcome) => outcome.acknowledged)
    const head = await headOf(url)
    const until = Date.now() + PATIENCE_MS
    while (readers.some(({ at }) => at < head) && Date.now() < until) await new Promise((done) => setTimeout(done, 50))
    for (const reader of readers) await reader.stop()
    const present = hashOf(await copyAt(url, head))
    const changes = await changesAfter(url, since)
    const faults = [
      ...writeFaults(acknowledged, changes),
      ...halves(
        changes.map(({ commit }) => commit),
        files.begun,
      ),
      ...files.acknowledged.flatMap((commit) =>
        changes.some((change) => change.commit === commit) ? [] : [`the file ${commit} is lost`],
      ),
      ...readers.flatMap((reader, i) => [
        ...reader.faults.map((fault) => `reader ${i}: ${fault}`),
        ...(hashOf(reader.copy) === present ? [] : [`reader ${i} (${reader.at} of ${head}) has another copy`]),
      ]),
    ]
    const record = await withStore(dataDir, (db) => verifyRecord(db))
    const silences = outcomes.reduce((sum, one) => sum + one.silences, 0)
    return { readyMs, acknowledged: acknowledged.length, imports: files.acknowledged.length, silences, faults, record }
  } finally {
    await server.stop()
  }
}

/** Commits that have more or less changes than were put into them, acknowledged or not. */
function halves(commits: readonly string[], files: ReadonlyMap<string, number>): string[] {
  const counts = new Map<string, number>()
  for (const commit of commits) counts.set(commit, (counts.get(commit) ?? 0) + 1)
  return [...counts].flatMap(([commit, count]) =>
    count === (files.get(commit) ?? PER_COMMIT) ? [] : [`${commit} has ${count} changes`],
  )
}

async function untilMore(count: () => number, more: number, writing: readonly Promise<unknown>[]): Promise<void> {
  const aim = count() + more
  // A writer that has failed says why.
  const failed = Promise.race(writing.map((one) => one.then(() => new Promise(() => undefined))))
  while (count() < aim) await Promise.race([failed, new Promise((done) => setTimeout(done, 20))])
}

async function killDatabase(dataDir: string): Promise<void> {
  const found = await postmasterOf(clusterFolder(dataDir))
  if (!found || !isAlive(found.pid)) throw new Error('there is no database to kill')
  process.kill(found.pid, 'SIGKILL')
}

const SILENT: Log = { info: () => undefined, warn: () => undefined, error: () => undefined }

/** Beside the running server, on its own database. */
export async function withStore<T>(dataDir: string, work: (db: Kysely<Database>) => Promise<T>): Promise<T> {
  const store = await visitStore({ databaseUrl: null, dataDir }, SILENT)
  try {
    return await work(store.db)
  } finally {
    await store.close()
  }
}
