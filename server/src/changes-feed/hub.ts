import type { Kysely } from 'kysely'
import type { LiveCatalogue, Log } from '../catalogue/live.ts'
import type { Snapshot } from '../catalogue/snapshot.ts'
import type { Database } from '../storage/database.ts'
import { type ChangeEntry, readEntries } from './entries.ts'

/** Changes that travel in one event, at the most: some hundred kilobytes. */
export const BATCH = 100

export type Told =
  | { type: 'changes'; entries: readonly ChangeEntry[]; head: number }
  | { type: 'day'; today: string; head: number }

export interface Hub {
  /** Number of the last change that was told. */
  readonly head: number
  subscribe(listener: (told: Told) => void): () => void
  stop(): void
}

/**
 * Reads each change once a process, when the snapshot holds it, and tells it to all who listen: five hundred open pages
 * cost one query a change. Whoever hears of a change finds it in every answer already.
 */
export function startHub(db: Kysely<Database>, live: LiveCatalogue, log: Log): Hub {
  let head = live.snapshot().changeNumber
  let today = live.snapshot().today
  let isReading = false
  let isStopped = false
  const listeners = new Set<(told: Told) => void>()
  const tell = (told: Told) => {
    for (const listener of listeners) listener(told)
  }

  const readOn = async (): Promise<void> => {
    if (isReading || isStopped) return
    isReading = true
    try {
      for (;;) {
        const snapshot: Snapshot = live.snapshot()
        if (snapshot.today !== today) {
          today = snapshot.today
          tell({ type: 'day', today, head })
        }
        if (snapshot.changeNumber <= head) break
        const entries = await readEntries(db, { since: head, limit: BATCH, until: snapshot.changeNumber })
        if (isStopped) return
        head = entries.at(-1)?.n ?? snapshot.changeNumber
        tell({ type: 'changes', entries, head })
      }
    } catch (error) {
      log.error({ err: error }, 'the changes could not be read for the feed; the next change tries again')
    } finally {
      isReading = false
    }
    // A snapshot that came while the last query ended.
    if (!isStopped && live.snapshot().changeNumber > head) setTimeout(() => void readOn(), 250).unref()
  }
  const unsubscribe = live.subscribe(() => void readOn())
  return {
    get head() {
      return head
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    stop: () => {
      isStopped = true
      unsubscribe()
      listeners.clear()
    },
  }
}
