import {
  addDays,
  dayInMorocco,
  type Grant,
  instantInMorocco,
  may,
  type ProductVisits,
  type VisitReport,
  weekOf,
  type ZoneVisits,
} from '@tvl/model'
import { type Kysely, sql } from 'kysely'
import type { Snapshot } from '../catalogue/snapshot.ts'
import { reportOnEnquiries } from '../enquiries/report.ts'
import { placeOfZone } from '../identity/places.ts'
import { keptFor } from '../shortlists/access.ts'
import type { Database } from '../storage/database.ts'
import { type Sum, sumsOf } from './counts.ts'

interface Question {
  /** 0: the week that has begun. */
  weeks: number
  grants: readonly Grant[]
  snapshot: Snapshot
  now: Date
}

/** What was counted in closed weeks, beside as many before; or in the week that has begun, beside nothing. */
export async function reportOnVisits(db: Kysely<Database>, question: Question): Promise<VisitReport> {
  const { weeks, grants, snapshot, now } = question
  const running = weekOf(dayInMorocco(now))
  const from = addDays(running, -7 * weeks)
  const last = weeks === 0 ? running : addDays(running, -7)
  const present = await periodOf(db, question, from, last)
  const former = weeks === 0 ? null : await periodOf(db, question, addDays(from, -7 * weeks), addDays(from, -7))
  const ids = snapshot.collection('zones').ids.filter((id) => may(grants, 'keep-shortlists', placeOfZone(snapshot, id)))
  const own = new Set(ids)
  const inLanguage = (language: Sum['language']) =>
    total(present.sums.filter((one) => one.language === language && one.kind === 'zone' && own.has(one.zone)))
  return {
    weeks,
    from,
    to: addDays(last, 6),
    total: present.product,
    totalBefore: former?.product ?? null,
    zones: ids.map((id) => ({ id, counts: ofZone(present.sums, id), before: former && ofZone(former.sums, id) })),
    languages: { fr: inLanguage('fr'), ar: inLanguage('ar'), en: inLanguage('en') },
  }
}

const total = (sums: readonly Sum[]): number => sums.reduce((sum, { visits }) => sum + visits, 0)

function ofZone(sums: readonly Sum[], zone: string): ZoneVisits {
  const count = (kind: Sum['kind']) => total(sums.filter((one) => one.zone === zone && one.kind === kind))
  return { zone: count('zone'), compare: count('compare'), keep: count('keep'), ask: count('ask') }
}

/** The weeks of the Mondays `from` to `to`. */
async function periodOf(db: Kysely<Database>, { grants, now }: Question, from: string, to: string) {
  const sums = await sumsOf(db, from, to)
  const { received } = await reportOnEnquiries(db, { from, to, grants, now })
  const product: ProductVisits = {
    explore: total(sums.filter(({ kind }) => kind === 'explore')),
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
