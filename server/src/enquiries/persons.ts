import type { EnquiryErasure, EnquiryPersonExport, Grant } from '@tvl/model'
import { type Kysely, sql } from 'kysely'
import { keptFor } from '../shortlists/access.ts'
import type { Database } from '../storage/database.ts'
import { eraseEnquiries } from './erase.ts'
import { wholeEnquiries } from './read.ts'
import { ENQUIRY_COLUMNS, type KeptEnquiry } from './rows.ts'
import { mayAnswer } from './territory.ts'

/** What a person sent, spam or not, and how much of it is not in the caller’s hands. */
async function ofPerson(db: Kysely<Database>, email: string, grants: readonly Grant[]) {
  const { rows } = await sql<KeptEnquiry>`select ${ENQUIRY_COLUMNS} from enquiry
    where lower(enquiry.email) = ${email.toLowerCase()} order by n`.execute(db)
  const own = rows.filter((row) => mayAnswer(grants, row))
  return { own, elsewhere: rows.length - own.length }
}

/** All that is kept of a person, to be given to them (law 09-08, article 7). */
export async function exportPerson(
  db: Kysely<Database>,
  { email, grants, now }: { email: string; grants: readonly Grant[]; now: Date },
): Promise<EnquiryPersonExport> {
  const { own, elsewhere } = await ofPerson(db, email, grants)
  return {
    email,
    madeAt: now.toISOString(),
    elsewhere,
    enquiries: await wholeEnquiries(db, own, { now, organisationIds: keptFor(grants) }),
  }
}

/** Erases a person: statistics alone stay. */
export async function erasePersonsEnquiries(
  db: Kysely<Database>,
  { email, grants, now }: { email: string; grants: readonly Grant[]; now: Date },
): Promise<EnquiryErasure> {
  const { own, elsewhere } = await ofPerson(db, email, grants)
  const erased = await eraseEnquiries(
    db,
    own.map(({ id }) => id),
    now,
  )
  return { erased, elsewhere }
}
