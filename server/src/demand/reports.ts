import { addDays, instantInMorocco } from '@tvl/model'
import { type Kysely, sql } from 'kysely'
import type { PastCatalogue } from '../catalogue/past.ts'
import { ProblemError } from '../http/problem.ts'
import type { Database } from '../storage/database.ts'
import { type DemandGroups, demandGroups } from './report.ts'
import { forgetOldShapes, shapesOf } from './shapes.ts'

/**
 * The report of a closed week: made from the catalogue of the week’s last millisecond when it is first asked for, and
 * kept. Of two servers that make it at once, both make the same.
 */
export async function reportOf(
  on: { db: Kysely<Database>; past: PastCatalogue },
  week: string,
  now: Date,
): Promise<DemandGroups> {
  const known = await keptReport(on.db, week)
  if (known) return known
  const snapshot = await on.past.at(lastMillisecond(week)).catch((error: unknown) => {
    // The catalogue is younger than the searches: nothing could be shown, so nothing is told.
    if (error instanceof ProblemError && error.code === 'as-of.before') return null
    throw error
  })
  const groups = snapshot ? await demandGroups(snapshot, await shapesOf(on.db, week)) : {}
  await sql`insert into demand_report (week, version, made_at, groups)
    values (${week}, ${snapshot?.changeNumber ?? 0}, ${now}, ${JSON.stringify(groups)}::jsonb)
    on conflict (week) do nothing`.execute(on.db)
  await forgetOldShapes(on.db, now)
  return (await keptReport(on.db, week)) ?? groups
}

async function keptReport(db: Kysely<Database>, week: string): Promise<DemandGroups | undefined> {
  const { rows } = await sql<{ groups: DemandGroups }>`select groups from demand_report where week = ${week}`.execute(
    db,
  )
  return rows[0]?.groups
}

function lastMillisecond(week: string): string {
  const next = instantInMorocco(addDays(week, 7), '00:00') ?? `${addDays(week, 7)}T00:00Z`
  return new Date(Date.parse(next) - 1).toISOString()
}
