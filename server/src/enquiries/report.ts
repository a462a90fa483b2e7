import { addDays, type EnquiryReport, type Grant, type Response, responseSums, weekOf } from '@tvl/model'
import { type Kysely, sql } from 'kysely'
import type { Database } from '../storage/database.ts'
import { statisticOf } from './erase.ts'
import { ENQUIRY_COLUMNS, type KeptEnquiry } from './rows.ts'
import { withinTerritory } from './territory.ts'

interface StatisticRow {
  week: string
  outcome: Response['outcome']
  hours: number | null
  isWithin: boolean | null
}

export interface ReportQuestion {
  /** ISO days; their whole weeks are reported. */
  from: string
  to: string
  grants: readonly Grant[]
  now: Date
}

/**
 * How fast enquiries were answered, by the week in which they came. Weeks are whole because that is all that is known of
 * an erased one: so erasing somebody changes no report.
 */
export async function reportOnEnquiries(db: Kysely<Database>, question: ReportQuestion): Promise<EnquiryReport> {
  const { grants, now } = question
  const [from, to] = [weekOf(question.from), weekOf(question.to)]
  const { rows: kept } = await sql<KeptEnquiry>`select ${ENQUIRY_COLUMNS} from enquiry
    where ${withinTerritory(grants)} and enquiry.at >= ${addDays(from, -1)}::date and enquiry.at < ${addDays(to, 9)}::date`.execute(
    db,
  )
  const { rows: erased } = await sql<StatisticRow>`select to_char(week, 'YYYY-MM-DD') as week, outcome,
      response_hours::float8 as hours, is_within as "isWithin" from enquiry_statistic
    where ${withinTerritory(grants)} and week between ${from}::date and ${to}::date`.execute(db)
  const all = [...kept.map((one) => statisticOf(one, now)), ...erased].filter(({ week }) => week >= from && week <= to)
  const weeks = [...new Set(all.map(({ week }) => week))].sort()
  return {
    from,
    to,
    ...responseSums(all),
    weeks: weeks.map((week) => ({ week, ...responseSums(all.filter((one) => one.week === week)) })),
  }
}
