import { type EnquiryChange, isOpenEnquiry, nextSteps } from '@tvl/model'
import { type Kysely, sql } from 'kysely'
import { ProblemError } from '../http/problem.ts'
import { personById } from '../people/people.ts'
import type { Author } from '../storage/commit.ts'
import type { Database } from '../storage/database.ts'
import { noteEvent } from './history.ts'
import { enquiryById, keepUntil } from './intake.ts'
import type { NoticeSettings } from './notice.ts'
import { answerersOf, wholeEnquiries } from './read.ts'
import type { KeptEnquiry } from './rows.ts'

export interface ChangeOptions {
  db: Kysely<Database>
  settings: NoticeSettings
  by: Author
  now: Date
  /** Whose links the one who changes it may be told of. */
  organisationIds: readonly string[]
}

/**
 * Takes a step with an enquiry, if it still is as it was looked at.
 * @throws ProblemError 412 `enquiry.changed` with `current` and `yours`; 409 `enquiry.step`; 422 `enquiry.reason` or
 * `enquiry.assignee`
 */
export async function changeEnquiry(
  options: ChangeOptions,
  kept: KeptEnquiry,
  change: EnquiryChange,
): Promise<KeptEnquiry> {
  const { db, by, now, settings } = options
  const status = change.status ?? kept.status
  // Told before what is wrong with the step: it was chosen for another state.
  if (kept.revision !== change.revision) throw await changedMeanwhile(options, kept, change)
  const isStep = status !== kept.status
  if (isStep && !nextSteps(kept.status).includes(status)) {
    throw new ProblemError('enquiry.step', 409, `What is ${kept.status} cannot become ${status}.`)
  }
  if (isStep && status === 'closed' && change.reason === undefined) {
    throw new ProblemError('enquiry.reason', 422, 'Say how it ended.')
  }
  const assignee = change.assignee === undefined ? kept.assigneeId : change.assignee
  if (assignee !== null && assignee !== kept.assigneeId) await requireAssignable(db, assignee, kept)
  const reason = status === 'closed' ? (isStep ? change.reason : kept.closedReason) : null
  const isAnswered = isStep && status === 'answered'
  const isClosed = isStep && status === 'closed'
  const isChanged = await db.transaction().execute(async (transaction) => {
    const { rows } = await sql`update enquiry set revision = revision + 1, status = ${status},
        closed_reason = ${reason ?? null}, assignee = ${assignee}::uuid,
        first_answered_at = coalesce(first_answered_at, ${isAnswered ? now : null}::timestamptz),
        closed_at = ${isClosed ? now : status === 'closed' ? kept.closedAt : null}::timestamptz,
        keep_until = ${keepUntil(settings, status === 'spam', kept.at, now)}
      where id = ${kept.id} and revision = ${change.revision} returning id`.execute(transaction)
    if (rows.length === 0) return false
    const event = { enquiry: kept.id, at: now, by }
    if (isStep) {
      const detail = { status, ...(reason ? { reason } : {}) }
      await noteEvent(transaction, { ...event, kind: 'status', detail })
    }
    if (assignee !== kept.assigneeId) {
      await noteEvent(transaction, { ...event, kind: 'assigned', detail: { assigneeId: assignee } })
    }
    return true
  })
  const after = await enquiryById(db, kept.id)
  if (!after) throw new ProblemError('enquiry.unknown', 404, 'It was erased meanwhile.')
  if (!isChanged) throw await changedMeanwhile(options, after, change)
  return after
}

/** Both sides, so that the page can show what the other did beside what was about to be done. */
async function changedMeanwhile(
  { db, now, organisationIds }: ChangeOptions,
  kept: KeptEnquiry,
  yours: EnquiryChange,
): Promise<ProblemError> {
  const [current] = await wholeEnquiries(db, [kept], { now, organisationIds })
  const detail = 'Somebody else took a step since.'
  return new ProblemError('enquiry.changed', 412, detail, {}, { current, yours })
}

async function requireAssignable(db: Kysely<Database>, personId: string, kept: KeptEnquiry): Promise<void> {
  const person = await personById(db, personId)
  if (person && answerersOf([person], kept).length > 0) return
  throw new ProblemError('enquiry.assignee', 422, 'This person may not answer it.')
}

/** Adds a note. A note is activity: it is kept longer for it. */
export async function addNote(
  { db, settings, by, now }: ChangeOptions,
  kept: KeptEnquiry,
  { id, text }: { id: string; text: string },
): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    if (!(await noteEvent(transaction, { id, enquiry: kept.id, at: now, by, kind: 'note', text }))) {
      const { rows } = await sql`select from enquiry_note where id = ${id} and enquiry = ${kept.id} and kind = 'note'
        and text = ${text} and actor_id is not distinct from ${by.actorId}`.execute(transaction)
      if (rows.length === 0) throw new ProblemError('enquiry.note-taken', 409, 'There is another note with this id.')
      return
    }
    if (isOpenEnquiry(kept.status) || kept.status === 'answered') {
      await sql`update enquiry set keep_until = ${keepUntil(settings, false, kept.at, now)} where id = ${kept.id}`.execute(
        transaction,
      )
    }
  })
}
