import type { CollectionId } from '@tvl/model'
import { type Kysely, sql, type Transaction } from 'kysely'
import { type Moment, type Snapshot, SnapshotBuilder } from '../catalogue/snapshot.ts'
import type { Content, Database } from './database.ts'
import { CONTENT_HASH, lastChange, recordOf } from './store.ts'

interface Row extends Content {
  collection: CollectionId
  id: string
  hash: string
}

const BATCH = 1000

const PRESENT = sql`select collection, id, geometry, properties, hash from feature`

/** The state at a version, from the record alone, in the shape of the present. */
const stateOf = (version: number) => sql`
  select collection, id, nullif(after->'geometry', 'null') as geometry, after->'properties' as properties, hash
  from (
    select distinct on (collection, feature_id) collection, feature_id as id, after, ${CONTENT_HASH} as hash
    from change where n <= ${version} order by collection, feature_id, n desc
  ) as state where after is not null`

/** Reads the present into a new snapshot, all of one version. */
export async function loadSnapshot(db: Kysely<Database>, today: string): Promise<Snapshot> {
  return reading(db, async (transaction) => {
    const changeNumber = await lastChange(transaction)
    // In the order of the key and by its index: a sort of everything would go through the disk.
    await sql`set local enable_sort = off; set local enable_bitmapscan = off`.execute(transaction)
    return build(transaction, PRESENT, { changeNumber, today })
  })
}

/** Rebuilds the state at a version, as it was on that day. */
export async function loadSnapshotAt(db: Kysely<Database>, version: number, today: string): Promise<Snapshot> {
  return reading(db, (transaction) => build(transaction, stateOf(version), { changeNumber: version, today }))
}

function reading<T>(db: Kysely<Database>, work: (transaction: Transaction<Database>) => Promise<T>): Promise<T> {
  return db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(work)
}

async function build(
  transaction: Transaction<Database>,
  state: ReturnType<typeof sql>,
  moment: Moment,
): Promise<Snapshot> {
  const counted = await sql<{ collection: CollectionId; count: string }>`
    select collection, count(*) as count from (${state}) as state group by collection`.execute(transaction)
  const builder = new SnapshotBuilder(new Map(counted.rows.map(({ collection, count }) => [collection, Number(count)])))
  await sql`declare state no scroll cursor for
    select * from (${state}) as state order by collection, id`.execute(transaction)
  const fetch = () => sql<Row>`fetch ${sql.raw(String(BATCH))} from state`.execute(transaction)
  // The next batch is made by the database while this one is taken in here.
  for (let coming = fetch(); ; ) {
    const { rows } = await coming
    if (rows.length === 0) break
    coming = fetch()
    for (const { collection, id, geometry, properties, hash } of rows) {
      builder.add({ record: recordOf(collection, id, { geometry, properties }), hash: BigInt(hash) })
    }
  }
  return builder.finish(moment)
}
