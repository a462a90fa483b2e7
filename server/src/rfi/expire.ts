import type { Kysely } from 'kysely'
import type { Clock } from '../catalogue/clock.ts'
import type { Log } from '../catalogue/live.ts'
import type { Database } from '../storage/database.ts'
import { eraseExpired } from './rfi-store.ts'

const LOOK_MS = 10 * 60_000

/** Erases questionnaires whose ninety days are over, for as long as it runs. They are shown to nobody in the meantime. */
export function watchExpiry({ db, clock, log }: { db: Kysely<Database>; clock: Clock; log: Log }): {
  stop(): Promise<void>
} {
  let isStopped = false
  let timer: NodeJS.Timeout
  let work = Promise.resolve()
  const look = async () => {
    try {
      const erased = await eraseExpired(db, clock.now())
      if (erased > 0) log.info({ erased }, 'questionnaires were erased after their days')
    } catch (error) {
      if (!isStopped) log.error({ err: error }, 'questionnaires could not be erased; tried again')
    }
    if (isStopped) return
    timer = setTimeout(next, LOOK_MS)
    timer.unref()
  }
  const next = () => {
    work = look()
  }
  next()
  return {
    stop: async () => {
      isStopped = true
      clearTimeout(timer)
      await work
    },
  }
}
