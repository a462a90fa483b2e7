import type { Attempt, AttemptBody } from '@tvl/model'
import { type Kysely, sql } from 'kysely'
import type { Author } from '../storage/commit.ts'
import type { Database } from '../storage/database.ts'

type Row = Omit<Attempt, 'at'> & { at: Date; office: string }

const COLUMNS = sql`id, at, office_id as office, actor_role as role, fields, reason, note`

const asAttempt = ({ at, office: _office, ...row }: Row): Attempt => ({ ...row, at: at.toISOString() })

/** Keeps an attempt. The same id again keeps nothing; false when it was another’s. */
export async function keepAttempt(
  db: Kysely<Database>,
  { id, office, fields, reason, note }: AttemptBody,
  author: Author,
  at: Date,
): Promise<Attempt | undefined> {
  await sql`insert into verification_attempt (id, at, office_id, fields, reason, note, actor_id, actor_role, organisation_id)
    values (${id}, ${at}, ${office}, ${fields}, ${reason}, ${note ?? null}, ${author.actorId}, ${author.role}, ${author.organisationId})
    on conflict (id) do nothing`.execute(db)
  const { rows } = await sql<Row>`select ${COLUMNS} from verification_attempt
    where id = ${id} and office_id = ${office} and actor_id is not distinct from ${author.actorId}`.execute(db)
  return rows[0] && asAttempt(rows[0])
}

/** Attempts at these offices in the last year, the last one first. */
export async function attemptsAt(
  db: Kysely<Database>,
  officeIds: readonly string[],
  now: Date,
): Promise<ReadonlyMap<string, readonly Attempt[]>> {
  const { rows } = await sql<Row>`select ${COLUMNS} from verification_attempt
    where office_id = any(${officeIds}) and at > ${now}::timestamptz - interval '1 year' order by at desc, id`.execute(
    db,
  )
  const byOffice = new Map<string, Attempt[]>()
  for (const row of rows) byOffice.set(row.office, [...(byOffice.get(row.office) ?? []), asAttempt(row)])
  return byOffice
}
