import {
  type EnquiriesAnswer,
  type Enquiry,
  type EnquiryLink,
  type EnquiryShow,
  type Grant,
  may,
  NOWHERE,
} from '@tvl/model'
import { type Kysely, type RawBuilder, sql } from 'kysely'
import { allPeople } from '../people/people.ts'
import type { Database } from '../storage/database.ts'
import { eventsOf } from './history.ts'
import { asRow, ENQUIRY_COLUMNS, IS_OPEN, isOverdueAt, type KeptEnquiry } from './rows.ts'
import { withinTerritory } from './territory.ts'

export interface ListQuestion {
  show: EnquiryShow
  grants: readonly Grant[]
  /** Whose “mine” are; null: a program’s, which has none. */
  personId: string | null
  /** `n` of the last one of the page before. */
  after: string | null
  limit: number
  now: Date
}

/** What is to be done stands in the order in which it falls due, what is done with the last one first. */
const isOldestFirst = (show: EnquiryShow) => show === 'open' || show === 'overdue' || show === 'mine'

/** One page of the enquiries of a territory, and how many there are of each kind. */
export async function listEnquiries(db: Kysely<Database>, question: ListQuestion): Promise<EnquiriesAnswer> {
  const { show, grants, personId, after, limit, now } = question
  const conditions: Record<EnquiryShow, RawBuilder<unknown>> = {
    open: IS_OPEN,
    overdue: isOverdueAt(now),
    mine: sql`(${IS_OPEN} and assignee = ${personId}::uuid)`,
    done: sql`status in ('answered', 'closed')`,
    all: sql`status <> 'spam'`,
    spam: sql`status = 'spam'`,
  }
  const territory = withinTerritory(grants)
  const sums = sql.join(
    Object.entries(conditions).map(
      ([name, condition]) => sql`'${sql.raw(name)}', count(*) filter (where ${condition})`,
    ),
  )
  const counted = await sql<{ counts: EnquiriesAnswer['counts'] }>`
    select json_build_object(${sums}) as counts from enquiry where ${territory}`.execute(db)
  const beyond = after === null ? sql`true` : isOldestFirst(show) ? sql`n > ${after}` : sql`n < ${after}`
  const order = isOldestFirst(show) ? sql`n` : sql`n desc`
  const { rows } = await sql<KeptEnquiry>`select ${ENQUIRY_COLUMNS} from enquiry
    where ${territory} and ${conditions[show]} and ${beyond} order by ${order} limit ${limit + 1}`.execute(db)
  const page = rows.slice(0, limit)
  return {
    now: now.toISOString(),
    counts: counted.rows[0]?.counts ?? { open: 0, overdue: 0, mine: 0, done: 0, all: 0, spam: 0 },
    enquiries: page.map((row) => asRow(row, now)),
    next: rows.length > limit ? (page.at(-1)?.n ?? null) : null,
  }
}

/** Enquiries with all that is known of them. */
export async function wholeEnquiries(
  db: Kysely<Database>,
  kept: readonly KeptEnquiry[],
  { now, organisationIds }: { now: Date; organisationIds: readonly string[] },
): Promise<Enquiry[]> {
  const events = await eventsOf(
    db,
    kept.map(({ id }) => id),
  )
  const people = await allPeople(db)
  const links = await linksOf(db, kept, organisationIds)
  return kept.map((one) => {
    const { email, message, need, askedRegion, consentText, routing, closedReason, spamReasons } = one
    return {
      ...asRow(one, now),
      now: now.toISOString(),
      ...{ email, message, need, askedRegion, consentText, routing, closedReason, spamReasons },
      share: (one.shareId !== null && links.get(one.shareId)) || null,
      consentAt: one.consentAt.toISOString(),
      closedAt: one.closedAt?.toISOString() ?? null,
      keepUntil: one.keepUntil.toISOString(),
      events: events.get(one.id) ?? [],
      officers: answerersOf(people, one).map(({ id, name }) => ({ id, name })),
    }
  })
}

/** The links that they were sent from, of these organisations alone. */
async function linksOf(db: Kysely<Database>, kept: readonly KeptEnquiry[], organisationIds: readonly string[]) {
  const ids = kept.flatMap(({ shareId }) => shareId ?? [])
  const { rows } = await sql<EnquiryLink>`
    select share.id, basis.shortlist as "shortlistId", revision.content->>'title' as title, share.recipient
    from share join shortlist_freeze basis on basis.id = share.freeze_id
      join shortlist_revision revision on revision.shortlist = basis.shortlist and revision.revision = basis.revision
    where share.id = any(${ids}::uuid[]) and share.organisation_id = any(${[...organisationIds]}::text[])`.execute(db)
  return new Map(rows.map((row) => [row.id, row]))
}

/** Persons who may answer an enquiry: to them it can be assigned. */
export const answerersOf = <P extends { grants: readonly Grant[] }>(
  people: readonly P[],
  { regions }: KeptEnquiry,
): P[] =>
  people.filter(({ grants }) =>
    (regions.length > 0 ? regions : [null]).some((regionId) =>
      may(grants, 'answer-enquiries', { ...NOWHERE, regionId }),
    ),
  )
