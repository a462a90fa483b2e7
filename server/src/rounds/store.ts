import type { RoundBody, VerifiedField } from '@tvl/model'
import { type Kysely, sql, type Transaction } from 'kysely'
import type { Database } from '../storage/database.ts'
import { drawSample } from './sample.ts'

export interface StoredRound {
  id: string
  /** ISO day in Morocco. */
  day: string
  actorId: string
  method: RoundBody['method']
  base: number
  offices: readonly RoundOffice[]
}

export interface RoundOffice {
  id: string
  fields: VerifiedField[]
  isSample: boolean
}

/** Keeps a round with the sample that is drawn for it. The same id again keeps nothing. */
export async function keepRound(
  db: Kysely<Database>,
  { id, base, method, offices }: RoundBody,
  { actorId, day, at }: { actorId: string; day: string; at: Date },
): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    // One round of a person after the other: two begun at once must not draw two samples to choose from.
    await sql`select pg_advisory_xact_lock(hashtextextended(${`round of ${actorId}`}, 0))`.execute(transaction)
    const { numAffectedRows } = await sql`
      insert into verification_round (id, at, day, actor_id, method, base)
      values (${id}, ${at}, ${day}, ${actorId}, ${method}, ${base}) on conflict (id) do nothing`.execute(transaction)
    if (numAffectedRows !== 1n) return
    const ids = offices.map((office) => office.id)
    const sample = drawSample(ids, await openSamples(transaction, actorId, day))
    const rows = offices.map((office) => ({ office: office.id, fields: office.fields, sample: sample.has(office.id) }))
    await sql`insert into round_office (round, office_id, fields, is_sample)
      select ${id}, office, array(select jsonb_array_elements_text(fields)), sample
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as t (office text, fields jsonb, sample boolean)`.execute(
      transaction,
    )
  })
}

/** Offices in the person’s samples of the day, confirmed or not: a round takes none that was confirmed today. */
async function openSamples(transaction: Transaction<Database>, actorId: string, day: string): Promise<Set<string>> {
  const { rows } = await sql<{ office: string }>`
    select distinct office_id as office from round_office join verification_round on verification_round.id = round
    where actor_id = ${actorId} and day = ${day} and is_sample`.execute(transaction)
  return new Set(rows.map(({ office }) => office))
}

/** The round of this person with this id; undefined when there is none, or it is another’s. */
export async function readRound(db: Kysely<Database>, id: string, actorId: string): Promise<StoredRound | undefined> {
  const { rows } = await sql<Omit<StoredRound, 'offices'>>`
    select id, to_char(day, 'YYYY-MM-DD') as day, actor_id as "actorId", method, base::int as base
    from verification_round where id = ${id} and actor_id = ${actorId}`.execute(db)
  const [round] = rows
  if (!round) return undefined
  const offices = await sql<RoundOffice>`
    select office_id as id, fields, is_sample as "isSample" from round_office where round = ${id} order by office_id`.execute(
    db,
  )
  return { ...round, offices: offices.rows }
}

/** Counts a value given again that was not the one on record. */
export async function noteMiss(db: Kysely<Database>, round: string, office: string): Promise<void> {
  await sql`update round_office set misses = misses + 1 where round = ${round} and office_id = ${office}`.execute(db)
}
