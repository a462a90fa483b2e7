import { sql } from 'kysely'
import { periodically } from '../periodic.ts'
import { eraseEnquiries } from './erase.ts'
import { noteEvent } from './history.ts'
import { enquiryById } from './intake.ts'
import { tellOverdue } from './letters.ts'
import type { EnquiryOptions } from './options.ts'
import { isOverdueAt } from './rows.ts'

const LOOK_MS = 30_000
const AT_ONCE = 200

/**
 * Escalates what has no answer at its time, once, whichever server looks first; and erases what has been kept long
 * enough. Returns how many of both.
 */
export async function tendEnquiries(options: EnquiryOptions): Promise<{ escalated: number; erased: number }> {
  const now = new Date(options.clock.now())
  return { escalated: await escalate(options, now), erased: await forget(options, now) }
}

/** Before the letters are sent: one that is lost with its server is missed, and none comes twice. */
async function escalate(options: EnquiryOptions, now: Date): Promise<number> {
  const ids = await options.db.transaction().execute(async (transaction) => {
    const { rows } = await sql<{ id: string }>`update enquiry set escalated_at = ${now}, revision = revision + 1
      where escalated_at is null and ${isOverdueAt(now)} returning id`.execute(transaction)
    for (const { id } of rows) await noteEvent(transaction, { enquiry: id, at: now, by: null, kind: 'escalated' })
    return rows.map(({ id }) => id)
  })
  for (const id of ids) {
    const kept = await enquiryById(options.db, id)
    if (kept) await tellOverdue(options, kept)
  }
  return ids.length
}

async function forget({ db }: EnquiryOptions, now: Date): Promise<number> {
  const { rows } = await sql<{
    id: string
  }>`select id from enquiry where keep_until <= ${now} limit ${AT_ONCE}`.execute(db)
  return eraseEnquiries(
    db,
    rows.map(({ id }) => id),
    now,
  )
}

/** Looks after enquiries for as long as it runs. */
export const watchEnquiries = (options: EnquiryOptions) =>
  periodically({
    everyMs: LOOK_MS,
    log: options.log,
    failed: 'enquiries could not be looked after; tried again soon',
    work: async () => {
      const done = await tendEnquiries(options)
      if (done.escalated + done.erased > 0) options.log.info(done, 'enquiries were looked after')
    },
  })
