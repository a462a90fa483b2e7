import { dayInMorocco, responseOf, sizeBandOf, weekOf } from '@tvl/model'
import { type Kysely, sql } from 'kysely'
import type { Database } from '../storage/database.ts'
import { ENQUIRY_COLUMNS, type KeptEnquiry } from './rows.ts'

/** What statistics say of an enquiry. */
export function statisticOf(kept: KeptEnquiry, now: Date) {
  const times = {
    status: kept.status,
    at: kept.at.getTime(),
    dueAt: kept.dueAt.getTime(),
    firstAnsweredAt: kept.firstAnsweredAt?.getTime() ?? null,
    closedAt: kept.closedAt?.getTime() ?? null,
  }
  return {
    week: weekOf(dayInMorocco(kept.at)),
    owner: kept.owner,
    regions: kept.regions,
    trade: kept.trade,
    sizeBand: sizeBandOf(kept.seats),
    ...responseOf(times, now.getTime()),
  }
}

/**
 * Takes these enquiries out with their notes; a line of statistics that names nobody stays of each. Of two servers that
 * do it at once, each enquiry is taken by one. Returns how many this one took.
 */
export async function eraseEnquiries(db: Kysely<Database>, ids: readonly string[], now: Date): Promise<number> {
  return db.transaction().execute(async (transaction) => {
    const { rows } = await sql<KeptEnquiry>`select ${ENQUIRY_COLUMNS} from enquiry
      where enquiry.id = any(${ids}::uuid[]) for update of enquiry skip locked`.execute(transaction)
    for (const kept of rows) {
      const { week, owner, regions, trade, sizeBand, outcome, hours, isWithin } = statisticOf(kept, now)
      await sql`insert into enquiry_statistic (week, owner, regions, trade, size_band, outcome, response_hours, is_within)
        values (${week}, ${owner}, ${regions}::text[], ${trade}, ${sizeBand}, ${outcome}, ${hours}, ${isWithin})`.execute(
        transaction,
      )
    }
    await sql`delete from enquiry where id = any(${rows.map(({ id }) => id)}::uuid[])`.execute(transaction)
    return rows.length
  })
}
