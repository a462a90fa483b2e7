import type { CollectionId } from '@tvl/model'
import { type Kysely, sql } from 'kysely'
import type { Content, Database } from '../storage/database.ts'
import type { Fields } from './same.ts'

export interface Key {
  collection: CollectionId
  id: string
}

export const keyOf = ({ collection, id }: Key): string => `${collection}/${id}`

/** A record as it stands in the store. */
export interface Stored {
  content: Content
  /** Number of the change that wrote it. */
  version: number
  hash: bigint
}

/** A change of a record, with the role of who made it. */
export interface PastChange extends Key {
  n: number
  at: string
  role: string
  before: Content | null
  after: Content | null
}

const columns = (keys: readonly Key[]) =>
  sql`unnest(${keys.map(({ collection }) => collection)}::text[], ${keys.map(({ id }) => id)}::text[])`

/** The records that are there, by key. */
export async function readStored(db: Kysely<Database>, keys: readonly Key[]): Promise<Map<string, Stored>> {
  if (keys.length === 0) return new Map()
  const { rows } = await sql<Key & Content & { version: string; hash: string }>`
    select f.collection, f.id, f.version, f.hash, f.geometry, f.properties
    from feature as f join ${columns(keys)} as k (collection, id) on f.collection = k.collection and f.id = k.id`.execute(
    db,
  )
  return new Map(
    rows.map(({ geometry, properties, ...row }) => [
      keyOf(row),
      { content: { geometry, properties }, version: Number(row.version), hash: BigInt(row.hash) },
    ]),
  )
}

/** The changes of each record after its own version, oldest first, by key. */
export async function readChangesAfter(
  db: Kysely<Database>,
  keys: readonly (Key & { after: number })[],
): Promise<Map<string, PastChange[]>> {
  const found = new Map<string, PastChange[]>()
  if (keys.length === 0) return found
  const { rows } = await sql<Omit<PastChange, 'n' | 'at'> & { n: string; at: Date }>`
    select c.n, c.at, c.collection, c.feature_id as id, c.before, c.after, commit.actor_role as role
    from unnest(${keys.map(({ collection }) => collection)}::text[], ${keys.map(({ id }) => id)}::text[],
      ${keys.map(({ after }) => after)}::bigint[]) as k (collection, id, n)
    join change as c on c.collection = k.collection and c.feature_id = k.id and c.n > k.n
    join commit on commit.id = c.commit order by c.n`.execute(db)
  for (const row of rows) {
    const list = found.get(keyOf(row)) ?? []
    list.push({ ...row, n: Number(row.n), at: row.at.toISOString() })
    found.set(keyOf(row), list)
  }
  return found
}

/** The changes of a commit, oldest first. */
export async function readChangesOf(db: Kysely<Database>, commit: string): Promise<PastChange[]> {
  const { rows } = await sql<Omit<PastChange, 'n' | 'at'> & { n: string; at: Date }>`
    select c.n, c.at, c.collection, c.feature_id as id, c.before, c.after, commit.actor_role as role
    from change as c join commit on commit.id = c.commit where c.commit = ${commit} order by c.n`.execute(db)
  return rows.map((row) => ({ ...row, n: Number(row.n), at: row.at.toISOString() }))
}

/** The offices of buildings, by id. */
export async function readOfficesOf(
  db: Kysely<Database>,
  buildings: readonly string[],
): Promise<Map<string, Content['properties']>> {
  if (buildings.length === 0) return new Map()
  const { rows } = await sql<{ id: string; properties: Content['properties'] }>`
    select id, properties from feature
    where collection = 'offices' and properties->>'buildingId' = any(${[...buildings]}::text[])`.execute(db)
  return new Map(rows.map(({ id, properties }) => [id, properties]))
}

/** The first record, other than these keys, whose property has the value; undefined when there is none. */
export async function readUser(
  db: Kysely<Database>,
  property: string,
  value: string,
  except: ReadonlySet<string>,
): Promise<string | undefined> {
  const { rows } = await sql<{ key: string }>`
    select collection || '/' || id as key from feature
    where properties->>${property} = ${value} and not collection || '/' || id = any(${[...except]}::text[]) limit 1`.execute(
    db,
  )
  return rows[0]?.key
}

/** The records that a commit changed, in the order of its changes. */
export async function readKeysOf(db: Kysely<Database>, commit: string): Promise<Key[]> {
  const { rows } = await sql<Key>`
    select collection, feature_id as id from change where commit = ${commit} order by n`.execute(db)
  return rows
}

/** Its properties and its geometry, side by side. */
export const fieldsOf = ({ geometry, properties }: Content): Fields => ({ ...properties, geometry })

export function contentOf({ geometry = null, ...properties }: Fields): Content {
  return { geometry: geometry as Content['geometry'], properties }
}
