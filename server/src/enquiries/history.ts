import type { EnquiryEvent } from '@tvl/model'
import { type Kysely, sql } from 'kysely'
import { callerIdOf } from '../identity/persons.ts'
import { namesOfCallers } from '../people/people.ts'
import type { Author } from '../storage/commit.ts'
import type { Database } from '../storage/database.ts'

/** Persons by their id alone: an account that is erased leaves no name here. */
export type EventDetail = Partial<Pick<EnquiryEvent, 'status' | 'reason'>> & { assigneeId?: string | null }

export interface EventWords {
  /** Of a note: made by who sends it. */
  id?: string
  enquiry: string
  at: Date
  /** Null: the service itself. */
  by: Author | null
  kind: EnquiryEvent['kind']
  text?: string
  detail?: EventDetail
}

/** Adds to what was done with an enquiry. False: there is one with this id. */
export async function noteEvent(db: Kysely<Database>, words: EventWords): Promise<boolean> {
  const { id = null, enquiry, at, by, kind, text = null, detail = {} } = words
  const { rows } = await sql`insert into enquiry_note (id, enquiry, at, actor_id, organisation_id, kind, text, detail)
    values (coalesce(${id}::uuid, gen_random_uuid()), ${enquiry}, ${at}, ${by?.actorId ?? null},
      ${by?.organisationId ?? null}, ${kind}, ${text}, ${JSON.stringify(detail)}::jsonb)
    on conflict (id) do nothing returning id`.execute(db)
  return rows.length > 0
}

interface Row {
  id: string
  enquiry: string
  at: Date
  actorId: string | null
  kind: EnquiryEvent['kind']
  text: string | null
  detail: EventDetail
}

/** Everything that was done with these enquiries, in order. */
export async function eventsOf(
  db: Kysely<Database>,
  enquiries: readonly string[],
): Promise<ReadonlyMap<string, EnquiryEvent[]>> {
  const { rows } = await sql<Row>`select id, enquiry, at, actor_id as "actorId", kind, text, detail from enquiry_note
    where enquiry = any(${enquiries}::uuid[]) order by n`.execute(db)
  const callers = rows.flatMap(({ actorId, detail: { assigneeId } }) => [
    ...(actorId === null ? [] : [actorId]),
    ...(assigneeId ? [callerIdOf(assigneeId)] : []),
  ])
  const names = await namesOfCallers(db, [...new Set(callers)])
  const named = (id: string) => ({ id, name: names.get(id) ?? '' })
  const events = new Map<string, EnquiryEvent[]>()
  for (const { id, enquiry, at, actorId, kind, text, detail } of rows) {
    const actor = actorId === null ? null : named(actorId)
    const { status = null, reason = null, assigneeId = null } = detail
    const assignee = assigneeId === null ? null : named(callerIdOf(assigneeId))
    const event = { id, at: at.toISOString(), actor, kind, text, status, reason, assignee }
    events.set(enquiry, [...(events.get(enquiry) ?? []), event])
  }
  return events
}
