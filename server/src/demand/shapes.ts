import { type DemandShape, dayInMorocco, demandKey, weekOf } from '@tvl/model'
import { type Kysely, sql } from 'kysely'
import type { Database } from '../storage/database.ts'

/** Shapes of a reported week are kept this long, so that a report can be checked; then only the report is. */
const KEPT_WEEKS = 53

/** Counts one search of this shape in the present week. */
export async function countShape(db: Kysely<Database>, shape: DemandShape, now: Date): Promise<void> {
  await sql`insert into demand_shape (week, shape, searches) values (${weekOf(dayInMorocco(now))}, ${demandKey(shape)}, 1)
    on conflict (week, shape) do update set searches = demand_shape.searches + 1`.execute(db)
}

export interface CountedShape {
  shape: DemandShape
  searches: number
}

export async function shapesOf(db: Kysely<Database>, week: string): Promise<CountedShape[]> {
  const { rows } = await sql<{ shape: string; searches: number }>`
    select shape, searches from demand_shape where week = ${week} order by shape`.execute(db)
  return rows.map(({ shape, searches }) => ({ shape: JSON.parse(shape) as DemandShape, searches }))
}

/** Mondays of the closed weeks in which anything was looked for, the last one first. */
export async function closedWeeks(db: Kysely<Database>, now: Date): Promise<string[]> {
  const present = weekOf(dayInMorocco(now))
  const { rows } = await sql<{ week: string }>`
    select to_char(week, 'YYYY-MM-DD') as week from (
      select week from demand_shape union select week from demand_report
    ) as weeks where week < ${present} order by week desc limit 26`.execute(db)
  return rows.map(({ week }) => week)
}

export async function forgetOldShapes(db: Kysely<Database>, now: Date): Promise<void> {
  await sql`delete from demand_shape where week < ${weekOf(dayInMorocco(now))}::date - ${KEPT_WEEKS * 7}::int
    and exists (select from demand_report where demand_report.week = demand_shape.week)`.execute(db)
}
