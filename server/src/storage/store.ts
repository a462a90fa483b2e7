import type { CatalogueRecord, CollectionId } from '@tvl/model'
import { COLLECTIONS } from '@tvl/model/schema'
import { type Kysely, sql, type Transaction } from 'kysely'
import { boxOf } from '../catalogue/positions.ts'
import type { RecordChange, StoredRecord } from '../catalogue/snapshot.ts'
import { byCodeUnit } from '../catalogue/table.ts'
import { type Commit, type CommitWords, commitById, endOfRecord, newCommitId, SYSTEM, sealCommit } from './commit.ts'
import type { Content, Database } from './database.ts'
import { oneAtATime } from './turns.ts'
import { putFeature, type Write, writeAll } from './writing.ts'

export { type Write, WriteRefused } from './writing.ts'

/** Taken by every writer until its commit: change numbers have no gaps and are in the order of the commits. */
const WRITE_LOCK = 7_428_003
const SEED_BATCH = 5000

export interface Origin {
  catalogue: string
  inventory: string
}

/** One entry of the record of changes. */
export interface RecordedChange {
  n: number
  at: string
  /** Id of the commit it belongs to. */
  commit: string
  operation: Database['change']['operation']
  collection: CollectionId
  id: string
  before: Content | null
  after: Content | null
  /** Hash of `after`, as the store keeps it; 0 when the record is gone. */
  hash: bigint
}

export type Checksums = Map<CollectionId, { count: number; sum: bigint }>

/** The settings the database was seeded with; undefined for an empty one. */
export async function originOf(db: Kysely<Database>): Promise<Origin | undefined> {
  return db.selectFrom('origin').select(['catalogue', 'inventory']).executeTakeFirst()
}

/** Number of the last change: the version of the catalogue. 0 = nothing was ever written. */
export async function lastChange(db: Kysely<Database>): Promise<number> {
  const row = await db
    .selectFrom('change')
    .select(({ fn }) => fn.max('n').as('n'))
    .executeTakeFirst()
  return Number(row?.n ?? 0)
}

/**
 * Writes the first state of an empty database: one change for each record, numbered 1…n in the order of the records.
 * Two servers that start at once seed once. Returns n, or 0 when it was seeded before.
 */
export async function seed(
  db: Kysely<Database>,
  records: readonly CatalogueRecord[],
  origin: Origin,
  now: Date = new Date(),
): Promise<number> {
  return db.transaction().execute(async (transaction) => {
    await takeWriteLock(transaction)
    if (await originOf(transaction)) return 0
    const about = { id: newCommitId(), at: now.toISOString(), firstN: 1, lastN: records.length }
    await sql`insert into origin (catalogue, inventory, seeded_at) values (${origin.catalogue}, ${origin.inventory}, ${about.at})`.execute(
      transaction,
    )
    // What is lost in a crash before the commit was never there: no need to wait for the disk in between.
    for (let from = 0; from < records.length; from += SEED_BATCH) {
      await seedBatch(transaction, records.slice(from, from + SEED_BATCH), from, about)
    }
    if (records.length > 0) await sealCommit(transaction, { kind: 'seed', author: SYSTEM, at: now }, about)
    return records.length
  })
}

/** Columns of text, one line a record: JSON has no raw line break, and lines need no escaping as arrays do. */
async function seedBatch(
  transaction: Transaction<Database>,
  records: readonly CatalogueRecord[],
  from: number,
  commit: { id: string; at: string },
): Promise<void> {
  const lines = (of: (record: CatalogueRecord) => string) => records.map(of).join('\n')
  const boxes = records.map(({ geometry }) => boxOf(geometry))
  const corner = (i: number) => boxes.map((box) => (Number.isNaN(box[i]) ? '' : String(box[i]))).join('\n')
  const isPoint = lines(({ geometry }) => (geometry?.type === 'Point' ? '1' : ''))
  await sql`
    with line as materialized (
      select ${from}::bigint + o as n, c, i, nullif(g, '')::jsonb as g, p::jsonb as p, nullif(pt, '') as pt,
        nullif(w, '')::float8 as w, nullif(s, '')::float8 as s, nullif(e, '')::float8 as e, nullif(nn, '')::float8 as nn
      from rows from (
        string_to_table(${lines(({ collection }) => collection)}, E'\n'),
        string_to_table(${lines(({ id }) => id)}, E'\n'),
        string_to_table(${lines(({ geometry }) => (geometry ? JSON.stringify(geometry) : ''))}, E'\n'),
        string_to_table(${lines(({ properties }) => JSON.stringify(properties))}, E'\n'),
        string_to_table(${isPoint}, E'\n'),
        string_to_table(${corner(0)}, E'\n'), string_to_table(${corner(1)}, E'\n'),
        string_to_table(${corner(2)}, E'\n'), string_to_table(${corner(3)}, E'\n')
      ) with ordinality as t (c, i, g, p, pt, w, s, e, nn, o)
    ), recorded as (
      insert into change (n, at, commit, operation, collection, feature_id, before, after)
      select n, ${commit.at}, ${commit.id}, 'seed', c, i, null, jsonb_build_object('geometry', g, 'properties', p) from line
    )
    insert into feature (collection, id, version, geometry, lon, lat, min_lon, min_lat, max_lon, max_lat, properties)
    select c, i, n, g, case when pt is null then null else w end, case when pt is null then null else s end, w, s, e, nn, p
    from line`.execute(transaction)
}

/** What a writer brought about. */
export interface Outcome {
  /** Null when everything was as asked already: nothing was recorded. */
  commit: Commit | null
  /** Number of the last change: the version that holds them. */
  version: number
  /** True when this commit was written before, by an earlier call with its id. */
  isRepeated: boolean
}

/** What is decided under the lock of all writers; `words` then take the place of those given. */
export interface Decision {
  writes: readonly Write[]
  words?: Partial<Pick<CommitWords, 'kind' | 'author' | 'method' | 'note'>>
}

/**
 * Writes the changes and their record as one commit, all or nothing. What is equal to the stored state is no change
 * and is not recorded.
 * @param words who writes and why; with an id that was written before, nothing is done
 * @param writes the changes, or a function that decides them: it runs under the lock of all writers and so sees the last
 *   state, of the version it is given; whatever it throws undoes everything
 * @throws WriteRefused for a record deleted that is not there
 */
export async function write(
  db: Kysely<Database>,
  words: CommitWords,
  writes:
    | readonly Write[]
    | ((transaction: Transaction<Database>, last: number) => Promise<readonly Write[] | Decision>),
): Promise<Outcome> {
  return inTurn(db, async (transaction) => {
    await takeWriteLock(transaction)
    const repeated = words.id === undefined ? undefined : await commitById(transaction, words.id)
    if (repeated) return { commit: repeated, version: repeated.lastN, isRepeated: true }
    const { last, at } = await endOfRecord(transaction, words.at)
    const about = { id: words.id ?? newCommitId(), at }
    const firstN = last + 1
    const decided = typeof writes === 'function' ? await writes(transaction, last) : writes
    const decision: Decision = 'writes' in decided ? decided : { writes: decided }
    const n = last + (await writeAll(transaction, decision.writes, last, about))
    if (n < firstN) return { commit: null, version: n, isRepeated: false }
    const commit = await sealCommit(transaction, { ...words, ...decision.words }, { ...about, firstN, lastN: n })
    return { commit, version: n, isRepeated: false }
  })
}

const inTurn = oneAtATime()

/** The changes after number `n`, oldest first, at most `limit`. */
export async function changesSince(db: Kysely<Database>, n: number, limit = 1000): Promise<RecordedChange[]> {
  const { rows } = await sql<Omit<RecordedChange, 'n' | 'at' | 'hash'> & { n: string; at: Date; hash: string }>`
    select n, at, commit, operation, collection, feature_id as id, before, after, ${CONTENT_HASH} as hash
    from change where n > ${n} order by n limit ${limit}`.execute(db)
  return rows.map((row) => ({ ...row, n: Number(row.n), at: row.at.toISOString(), hash: BigInt(row.hash) }))
}

/** A recorded change as the snapshot takes it. */
export function asRecordChange({ collection, id, after, hash }: RecordedChange): RecordChange {
  return { collection, id, stored: after && { record: recordOf(collection, id, after), hash } }
}

export function recordOf(collection: CollectionId, id: string, { geometry, properties }: Content): CatalogueRecord {
  return { collection, id, geometry, properties: properties as unknown as CatalogueRecord['properties'] }
}

/** The hash of a change’s outcome: the same as the generated column of the feature it wrote. */
export const CONTENT_HASH = sql`case when after is null then 0 else hashtextextended(
  coalesce(nullif(after->'geometry', 'null')::text, '') || (after->'properties')::text, 0) end`

/** The state as it was at change `version`, rebuilt from the record alone, by collection and id. */
export async function stateAt(db: Kysely<Database>, version: number): Promise<StoredRecord[]> {
  const { rows } = await sql<{ collection: CollectionId; id: string; after: Content; hash: string }>`
    select collection, id, after, hash from (
      select distinct on (collection, feature_id) collection, feature_id as id, after, ${CONTENT_HASH} as hash
      from change where n <= ${version} order by collection, feature_id, n desc
    ) as state where after is not null`.execute(db)
  return rows
    .map(({ collection, id, after, hash }) => ({ record: recordOf(collection, id, after), hash: BigInt(hash) }))
    .sort((a, b) => byCodeUnit(a.record.collection, b.record.collection) || byCodeUnit(a.record.id, b.record.id))
}

/** Count and sum of hashes of each collection as it stands. */
export async function checksums(db: Kysely<Database>): Promise<Checksums> {
  const { rows } =
    await sql<Sum>`select collection, count(*) as count, sum(hash) as sum from feature group by collection`.execute(db)
  return asChecksums(rows)
}

/** The same of the state at change `version`, rebuilt from the record. */
export async function checksumsAt(db: Kysely<Database>, version: number): Promise<Checksums> {
  const { rows } = await sql<Sum>`
    select collection, count(*) as count, sum(hash) as sum from (
      select distinct on (collection, feature_id) collection, after is null as is_gone, ${CONTENT_HASH} as hash
      from change where n <= ${version} order by collection, feature_id, n desc
    ) as state where not is_gone group by collection`.execute(db)
  return asChecksums(rows)
}

interface Sum {
  collection: CollectionId
  count: string
  sum: string
}

function asChecksums(rows: readonly Sum[]): Checksums {
  const sums = new Map(
    rows.map(({ collection, count, sum }) => [
      collection,
      { count: Number(count), sum: BigInt.asIntN(64, BigInt(sum)) },
    ]),
  )
  return new Map(COLLECTIONS.map((id) => [id, sums.get(id) ?? { count: 0, sum: 0n }]))
}

/**
 * Puts the present right where it no longer follows from the record (someone wrote to the table by hand). The record
 * is the truth. Returns how many rows were put right.
 */
export async function restoreFromRecord(db: Kysely<Database>): Promise<number> {
  return db.transaction().execute(async (transaction) => {
    await takeWriteLock(transaction)
    const { rows } = await sql<{ collection: CollectionId; id: string; n: string; after: Content | null }>`
      with state as (
        select distinct on (collection, feature_id) collection, feature_id as id, n, after, ${CONTENT_HASH} as hash
        from change order by collection, feature_id, n desc
      )
      select coalesce(s.collection, f.collection) as collection, coalesce(s.id, f.id) as id, s.n, s.after
      from state as s full join feature as f on f.collection = s.collection and f.id = s.id
      where (s.after is null and f.id is not null)
        or (s.after is not null and (f.id is null or f.hash <> s.hash or f.version <> s.n))`.execute(transaction)
    for (const { collection, id, n, after } of rows) {
      if (after) await putFeature(transaction, { collection, id, content: after }, Number(n))
      else await sql`delete from feature where collection = ${collection} and id = ${id}`.execute(transaction)
    }
    return rows.length
  })
}

async function takeWriteLock(transaction: Transaction<Database>): Promise<void> {
  await sql`select pg_advisory_xact_lock(${WRITE_LOCK})`.execute(transaction)
}
