import { addDays, dayInMorocco, type Visit, weekOf } from '@tvl/model'
import { type Kysely, sql } from 'kysely'
import type { Clock } from '../catalogue/clock.ts'
import type { Log } from '../catalogue/live.ts'
import { periodically } from '../periodic.ts'
import type { Database } from '../storage/database.ts'

/** Two years: this year’s weeks beside last year’s. */
const KEPT_WEEKS = 104
const LOOK_MS = 6 * 3_600_000

/** Counts what a page told, once for each zone that it is about. */
export async function countVisit(db: Kysely<Database>, { kind, zones }: Visit, now: Date): Promise<void> {
  const week = weekOf(dayInMorocco(now))
  const about = zones.length === 0 ? [''] : [...zones].sort()
  await sql`insert into visit_count (week, kind, zone, visits)
    select ${week}::date, ${kind}, zone, 1 from unnest(${about}::text[]) zone
    on conflict (week, kind, zone) do update set visits = visit_count.visits + 1`.execute(db)
}

/** A sum of one week. */
export interface WeekSum {
  kind: Visit['kind']
  zone: string
  visits: number
}

/** Sums of each week, the Mondays `from` to `to`. */
export async function sumsOf(db: Kysely<Database>, from: string, to: string): Promise<WeekSum[]> {
  const { rows } = await sql<WeekSum>`select kind, zone, visits from visit_count
    where week between ${from}::date and ${to}::date`.execute(db)
  return rows
}

/** Forgets what is older than is kept. Returns the number of sums. */
export async function forgetOldVisits(db: Kysely<Database>, now: Date): Promise<number> {
  const oldest = addDays(weekOf(dayInMorocco(now)), -7 * KEPT_WEEKS)
  const { numAffectedRows } = await sql`delete from visit_count where week < ${oldest}::date`.execute(db)
  return Number(numAffectedRows ?? 0)
}

/** Forgets for as long as it runs. */
export const watchVisits = ({ db, clock, log }: { db: Kysely<Database>; clock: Clock; log: Log }) =>
  periodically({
    everyMs: LOOK_MS,
    log,
    failed: 'old sums of visits could not be forgotten; tried again',
    work: async () => {
      const forgotten = await forgetOldVisits(db, clock.now())
      if (forgotten > 0) log.info({ forgotten }, 'sums of visits were forgotten after their two years')
    },
  })
