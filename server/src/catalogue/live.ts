import { dayInMorocco } from '@tvl/model'
import type { Kysely } from 'kysely'
import pg from 'pg'
import { CHANNEL } from '../storage/commit.ts'
import type { Database } from '../storage/database.ts'
import { loadSnapshot } from '../storage/load.ts'
import { asRecordChange, changesSince, checksums, restoreFromRecord } from '../storage/store.ts'
import type { Clock } from './clock.ts'
import { advanced, checksumsOf, type Snapshot } from './snapshot.ts'

export interface Log {
  info(fields: object, message: string): void
  warn(fields: object, message: string): void
  error(fields: object, message: string): void
}

export interface LiveCatalogue {
  /** The newest snapshot, on the clock’s day. Take it once a request and keep it to its end. */
  snapshot(): Snapshot
  /** The snapshot that holds change `n`: a writer answers from it. @throws Error when it does not come in time */
  waitFor(n: number): Promise<Snapshot>
  /** Tells of every new snapshot, changed or of a new day, as soon as it is the newest. Returns how to stop listening. */
  subscribe(listener: (snapshot: Snapshot) => void): () => void
  /** Compares the snapshot with the store and puts right what differs. Returns whether anything did. */
  checkDrift(): Promise<boolean>
  stop(): Promise<void>
}

const DRIFT_MS = 5 * 60_000
/** A lost notification is made up for after this time. */
const POLL_MS = 10_000
/** A day that begins while nobody asks is seen after this time. */
const DAY_MS = 500
const WAIT_MS = 10_000
const BATCH = 2000

/**
 * Keeps a snapshot in step with the record of changes: woken by the store, at the latest every ten seconds; with the
 * day of the clock, from its first millisecond on; and compared with the store every five minutes.
 */
export async function followCatalogue(options: {
  db: Kysely<Database>
  connectionString: string
  clock: Clock
  log: Log
}): Promise<LiveCatalogue> {
  const { db, connectionString, clock, log } = options
  const today = todayOf(clock)
  let isStopped = false
  let snapshot = await loadSnapshot(db, today())
  const waiting = new Set<() => void>()
  const listeners = new Set<(snapshot: Snapshot) => void>()

  const replace = (next: Snapshot) => {
    snapshot = next
    for (const wake of waiting) wake()
    for (const listener of listeners) listener(next)
  }

  // No answer of a day counts what no longer counts on it: the day is looked at whenever a snapshot is taken, and it
  // needs no reading of the store.
  const current = (): Snapshot => {
    const day = today()
    if (day !== snapshot.today) {
      replace(advanced(snapshot, [], { changeNumber: snapshot.changeNumber, today: day }))
    }
    return snapshot
  }

  const readOn = async () => {
    for (;;) {
      const changes = await changesSince(db, snapshot.changeNumber, BATCH)
      const last = changes.at(-1)
      const moment = { changeNumber: last?.n ?? snapshot.changeNumber, today: today() }
      if (last || moment.today !== snapshot.today) replace(advanced(snapshot, changes.map(asRecordChange), moment))
      if (changes.length < BATCH) return
    }
  }

  // One after the other: two readings at once would apply the same change twice.
  let work: Promise<void> = Promise.resolve()
  const next = (task: () => Promise<void>): Promise<void> => {
    const done = work.then(() => (isStopped ? undefined : task()))
    work = done.catch((error) => log.error({ err: error }, 'the catalogue could not be read'))
    return done
  }
  // Ten writers that wait at once need one reading, not ten one after the other.
  let coming: Promise<void> | undefined
  const catchUp = (): Promise<void> => {
    coming ??= next(() => {
      coming = undefined
      return readOn()
    })
    return coming
  }

  const checkDrift = async (): Promise<boolean> => {
    let hasDrifted = false
    await next(async () => {
      await readOn()
      const at = snapshot.changeNumber
      const stored = await checksums(db)
      if (!differs(stored, snapshot)) return
      // A change written between the two readings is no drift.
      await readOn()
      if (snapshot.changeNumber !== at && !differs(await checksums(db), snapshot)) return
      hasDrifted = true
      const restored = await restoreFromRecord(db)
      replace(await loadSnapshot(db, today()))
      log.error({ restored, version: snapshot.version }, 'the catalogue had drifted and was put right')
    })
    return hasDrifted
  }

  // `next` has logged what goes wrong; the following call tries again.
  const listener = await listen(connectionString, () => void catchUp().catch(() => undefined), log)
  const poll = setInterval(() => void catchUp().catch(() => undefined), POLL_MS)
  const drift = setInterval(() => void checkDrift().catch(() => undefined), DRIFT_MS)
  const dayWatch = setInterval(current, DAY_MS)
  dayWatch.unref()
  poll.unref()
  drift.unref()
  await catchUp()

  return {
    snapshot: current,
    waitFor: async (n) => {
      void catchUp().catch(() => undefined)
      const until = Date.now() + WAIT_MS
      while (snapshot.changeNumber < n) {
        if (Date.now() >= until) throw new Error(`Change ${n} did not reach the catalogue in ${WAIT_MS / 1000} s`)
        await new Promise<void>((done) => {
          const wake = () => {
            waiting.delete(wake)
            clearTimeout(timer)
            done()
          }
          const timer = setTimeout(wake, 250)
          waiting.add(wake)
        })
      }
      return current()
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    checkDrift,
    stop: async () => {
      isStopped = true
      clearInterval(poll)
      clearInterval(dayWatch)
      clearInterval(drift)
      await listener.stop()
      await work
    },
  }
}

/** The day in Morocco, worked out once a minute: days begin on whole minutes, and every request asks. */
function todayOf(clock: Clock): () => string {
  let minute = Number.NaN
  let day = ''
  return () => {
    const now = clock.now()
    const current = Math.floor(now.getTime() / 60_000)
    if (current !== minute) {
      minute = current
      day = dayInMorocco(now)
    }
    return day
  }
}

function differs(stored: Awaited<ReturnType<typeof checksums>>, snapshot: Snapshot): boolean {
  return [...checksumsOf(snapshot)].some(([id, own]) => {
    const theirs = stored.get(id)
    return own.count !== theirs?.count || own.sum !== theirs.sum
  })
}

/** A connection that waits for notifications, opened anew when it breaks. */
async function listen(connectionString: string, onChange: () => void, log: Log): Promise<{ stop(): Promise<void> }> {
  let isStopped = false
  let client: pg.Client | undefined
  let retry: NodeJS.Timeout | undefined
  const open = async () => {
    const opened = new pg.Client({ connectionString, application_name: 'tech-valley-locator' })
    client = opened
    opened.on('notification', onChange)
    opened.on('error', (error) => {
      if (isStopped || client !== opened) return
      client = undefined
      log.warn({ err: error }, 'the connection that listens for changes broke; it is opened again')
      again()
    })
    await opened.connect()
    await opened.query(`listen ${CHANNEL}`)
    onChange()
  }
  const again = () => {
    if (isStopped) return
    retry = setTimeout(() => void open().catch(again), 1000)
    retry.unref()
  }
  await open()
  return {
    stop: async () => {
      isStopped = true
      clearTimeout(retry)
      await client?.end().catch(() => undefined)
    },
  }
}
