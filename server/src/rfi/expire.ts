import type { Kysely } from 'kysely'
import type { Clock } from '../catalogue/clock.ts'
import type { Log } from '../catalogue/live.ts'
import { periodically } from '../periodic.ts'
import type { Database } from '../storage/database.ts'
import { eraseExpired } from './rfi-store.ts'

const LOOK_MS = 10 * 60_000

/** Erases questionnaires whose ninety days are over, for as long as it runs. They are shown to nobody in the meantime. */
export const watchExpiry = ({ db, clock, log }: { db: Kysely<Database>; clock: Clock; log: Log }) =>
  periodically({
    everyMs: LOOK_MS,
    log,
    failed: 'questionnaires could not be erased; tried again',
    work: async () => {
      const erased = await eraseExpired(db, clock.now())
      if (erased > 0) log.info({ erased }, 'questionnaires were erased after their days')
    },
  })
