import {
  addDays,
  dayInMorocco,
  type Grant,
  instantInMorocco,
  may,
  type ProductVisits,
  type ToldVisits,
  type VisitReport,
  weekOf,
  type ZoneVisits,
} from '@tvl/model'
import { LEAST_VISITS } from '@tvl/model/schema'
import { type Kysely, sql } from 'kysely'
import type { Snapshot } from '../catalogue/snapshot.ts'
import { reportOnEnquiries } from '../enquiries/report.ts'
import { placeOfZone } from '../identity/places.ts'
import { keptFor } from '../shortlists/access.ts'
import type { Database } from '../storage/database.ts'
import { sumsOf, type WeekSum } from './counts.ts'

interface Question {
  weeks: number
  grants: readonly Grant[]
  snapshot: Snapshot
  now: Date
}

/**
 * What was counted in the last weeks that are over, beside as many before. Every figure is a sum of weekly sums that are
 * told themselves, of five or more: neither two periods nor two readers’ answers can be subtracted to a smaller one. The
 * week that has begun is not told, since watching it grow would tell the minute.
 */
export async function reportOnVisits(db: Kysely<Database>, question: Question): Promise<VisitReport> {
  const { weeks, grants, snapshot, now } = question
  const running = weekOf(dayInMorocco(now))
  const from = addDays(running, -7 * weeks)
  const last = addDays(running, -7)
  const present = await periodOf(db, question, from, last)
  const former = await periodOf(db, question, addDays(from, -7 * weeks), addDays(from, -7))
  const ids = snapshot.collection('zones').ids.filter((id) => may(grants, 'keep-shortlists', placeOfZone(snapshot, id)))
  return {
    least: LEAST_VISITS,
    weeks,
    from,
    to: addDays(last, 6),
    total: present.product,
    totalBefore: former.product,
    zones: ids.map((id) => ({ id, counts: ofZone(present.sums, id), before: ofZone(former.sums, id) })),
  }
}

function told(sums: readonly WeekSum[], kind: WeekSum['kind'], zone: string): ToldVisits {
  const own = sums.filter((one) => one.kind === kind && one.zone === zone)
  const enough = own.filter(({ visits }) => visits >= LEAST_VISITS)
  return { visits: enough.reduce((sum, { visits }) => sum + visits, 0), hasFew: enough.length < own.length }
}

const ofZone = (sums: readonly WeekSum[], zone: string): ZoneVisits => ({
  zone: told(sums, 'zone', zone),
  compare: told(sums, 'compare', zone),
  ask: told(sums, 'ask', zone),
})

/** The weeks of the Mondays `from` to `to`. */
async function periodOf(db: Kysely<Database>, { grants, now }: Question, from: string, to: string) {
  const sums = await sumsOf(db, from, to)
  const { received } = await reportOnEnquiries(db, { from, to, grants, now })
  const product: ProductVisits = {
    explore: told(sums, 'explore', ''),
    ...(await openingsBetween(db, keptFor(grants), from, to)),
    enquiries: received,
  }
  return { sums, product }
}

/** A week begins with its Monday in Morocco. */
const beginOf = (monday: string): string => instantInMorocco(monday, '00:00') ?? `${monday}T00:00Z`

async function openingsBetween(db: Kysely<Database>, organisationIds: readonly string[], from: string, to: string) {
  const { rows } = await sql<{ openings: number; downloads: number }>`
    select count(*) filter (where what = 'page')::int as openings, count(*) filter (where what <> 'page')::int as downloads
    from share_opening join share on share.id = share_opening.share
    where organisation_id = any(${[...organisationIds]}::text[]) and at >= ${beginOf(from)}::timestamptz
      and at < ${beginOf(addDays(to, 7))}::timestamptz`.execute(db)
  return rows[0] ?? { openings: 0, downloads: 0 }
}
