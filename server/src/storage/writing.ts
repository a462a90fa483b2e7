import type { CollectionId } from '@tvl/model'
import { sql, type Transaction } from 'kysely'
import { boxOf } from '../catalogue/positions.ts'
import type { Content, Database } from './database.ts'

const WRITE_BATCH = 1000

/** What to write of one record: its new content, or null to delete it. */
export interface Write {
  collection: CollectionId
  id: string
  content: Content | null
}

/** A write that contradicts what is stored; nothing of its batch was written. */
export class WriteRefused extends Error {
  override name = 'WriteRefused'
}

/**
 * Writes changes in their order, the first as number `last` + 1. Returns how many there were: what is equal to the stored
 * state is none.
 * @throws WriteRefused for a record deleted that is not there
 */
export async function writeAll(
  transaction: Transaction<Database>,
  writes: readonly Write[],
  last: number,
  commit: { id: string; at: string },
): Promise<number> {
  let n = last
  for (const batch of batchesOf(writes)) {
    const [only] = batch
    // One record is sooner written by small statements than by the plan of the large one.
    if (batch.length === 1 && only) n += (await writeOne(transaction, only, n + 1, commit)) ? 1 : 0
    else n += await writeBatch(transaction, batch, n, commit)
  }
  return n - last
}

/**
 * Parts of a list of writes that are each written by one statement: a statement sees no record twice, since it would not
 * see what it wrote of it itself.
 */
function* batchesOf(writes: readonly Write[]): Generator<Write[]> {
  let batch: Write[] = []
  let seen = new Set<string>()
  for (const one of writes) {
    const key = `${one.collection}/${one.id}`
    if (batch.length === WRITE_BATCH || seen.has(key)) {
      yield batch
      batch = []
      seen = new Set()
    }
    batch.push(one)
    seen.add(key)
  }
  if (batch.length > 0) yield batch
}

/**
 * Writes changes of different records, the first as number `last` + 1. Returns how many there were: where the stored state
 * is the same already, there is none. Columns of text, one line a record, as for the seed.
 */
async function writeBatch(
  transaction: Transaction<Database>,
  writes: readonly Write[],
  last: number,
  commit: { id: string; at: string },
): Promise<number> {
  const lines = (of: (write: Write) => string) => writes.map(of).join('\n')
  const boxes = writes.map(({ content }) => boxOf(content?.geometry ?? null))
  const corner = (i: number) => boxes.map((box) => (Number.isNaN(box[i]) ? '' : String(box[i]))).join('\n')
  const isPoint = lines(({ content }) => (content?.geometry?.type === 'Point' ? '1' : ''))
  const { rows } = await sql<{ written: number; absent: string | null }>`
    with line as materialized (
      select o, c, i, nullif(t, '')::jsonb as after, nullif(pt, '') as pt,
        nullif(w, '')::float8 as w, nullif(s, '')::float8 as s, nullif(e, '')::float8 as e, nullif(nn, '')::float8 as nn
      from rows from (
        string_to_table(${lines(({ collection }) => collection)}, E'\n'),
        string_to_table(${lines(({ id }) => id)}, E'\n'),
        string_to_table(${lines(({ content }) => (content ? JSON.stringify(content) : ''))}, E'\n'),
        string_to_table(${isPoint}, E'\n'),
        string_to_table(${corner(0)}, E'\n'), string_to_table(${corner(1)}, E'\n'),
        string_to_table(${corner(2)}, E'\n'), string_to_table(${corner(3)}, E'\n')
      ) with ordinality as t (c, i, t, pt, w, s, e, nn, o)
    ), stored as materialized (
      select o, jsonb_build_object('geometry', geometry, 'properties', properties) as before
      from line join feature on feature.collection = c and feature.id = i for update of feature
    ), numbered as materialized (
      select ${last}::bigint + row_number() over (order by o) as n, c, i, before, after, pt, w, s, e, nn
      from line left join stored using (o) where before is distinct from after
    ), recorded as (
      insert into change (n, at, commit, operation, collection, feature_id, before, after)
      select n, ${commit.at}::timestamptz, ${commit.id}::uuid,
        case when before is null then 'create' when after is null then 'delete' else 'update' end, c, i, before, after
      from numbered
    ), put as (
      insert into feature (collection, id, version, geometry, lon, lat, min_lon, min_lat, max_lon, max_lat, properties)
      select c, i, n, nullif(after->'geometry', 'null'), case when pt is null then null else w end,
        case when pt is null then null else s end, w, s, e, nn, after->'properties'
      from numbered where after is not null
      on conflict (collection, id) do update set version = excluded.version, geometry = excluded.geometry,
        lon = excluded.lon, lat = excluded.lat, min_lon = excluded.min_lon, min_lat = excluded.min_lat,
        max_lon = excluded.max_lon, max_lat = excluded.max_lat, properties = excluded.properties
    ), gone as (
      delete from feature using numbered where after is null and feature.collection = c and feature.id = i
    )
    select (select count(*) from numbered)::int as written,
      (select c || '/' || i from line left join stored using (o) where before is null and after is null limit 1) as absent`.execute(
    transaction,
  )
  const { written = 0, absent = null } = rows[0] ?? {}
  if (absent !== null) throw new WriteRefused(`${absent} is not there to be deleted`)
  return written
}

/** Writes one change as number `n`. Returns false when the stored state is the same already. */
async function writeOne(
  transaction: Transaction<Database>,
  { collection, id, content }: Write,
  n: number,
  commit: { id: string; at: string },
): Promise<boolean> {
  const { rows } = await sql<{ before: Content | null; same: boolean | null }>`
    select jsonb_build_object('geometry', geometry, 'properties', properties) as before,
      jsonb_build_object('geometry', geometry, 'properties', properties) = ${content && JSON.stringify(content)}::jsonb as same
    from feature where collection = ${collection} and id = ${id} for update`.execute(transaction)
  const before = rows[0]?.before ?? null
  if (!before && !content) throw new WriteRefused(`${collection}/${id} is not there to be deleted`)
  if (rows[0]?.same) return false
  const operation = !before ? 'create' : content ? 'update' : 'delete'
  await sql`
    insert into change (n, at, commit, operation, collection, feature_id, before, after)
    values (${n}, ${commit.at}, ${commit.id}, ${operation}, ${collection}, ${id}, ${json(before)}::jsonb, ${json(content)}::jsonb)`.execute(
    transaction,
  )
  if (content) await putFeature(transaction, { collection, id, content }, n)
  else await sql`delete from feature where collection = ${collection} and id = ${id}`.execute(transaction)
  return true
}

/** Puts a record as change `n` left it. */
export async function putFeature(
  transaction: Transaction<Database>,
  write: Write & { content: Content },
  n: number,
): Promise<void> {
  const { geometry, properties } = write.content
  const [west, south, east, north] = boxOf(geometry).map((corner) => (Number.isNaN(corner) ? null : corner))
  const isPoint = geometry?.type === 'Point'
  await sql`
    insert into feature (collection, id, version, geometry, lon, lat, min_lon, min_lat, max_lon, max_lat, properties)
    values (${write.collection}, ${write.id}, ${n}, ${json(geometry)}::jsonb, ${isPoint ? west : null}, ${isPoint ? south : null},
      ${west}, ${south}, ${east}, ${north}, ${json(properties)}::jsonb)
    on conflict (collection, id) do update set version = excluded.version, geometry = excluded.geometry,
      lon = excluded.lon, lat = excluded.lat, min_lon = excluded.min_lon, min_lat = excluded.min_lat,
      max_lon = excluded.max_lon, max_lat = excluded.max_lat, properties = excluded.properties`.execute(transaction)
}

function json(value: unknown): string | null {
  return value === null || value === undefined ? null : JSON.stringify(value)
}
