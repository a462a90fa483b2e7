import type { CollectionId } from '@tvl/model'
import { type Kysely, sql } from 'kysely'
import { type Snapshot, SnapshotBuilder } from '../catalogue/snapshot.ts'
import type { Content, Database } from './database.ts'
import { lastChange, recordOf } from './store.ts'

interface Row extends Content {
  collection: CollectionId
  id: string
  hash: string
}

const BATCH = 1000

/** Reads the present into a new snapshot, all of one version. */
export async function loadSnapshot(db: Kysely<Database>, today: string): Promise<Snapshot> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (transaction) => {
      const changeNumber = await lastChange(transaction)
      const counted = await sql<{ collection: CollectionId; count: string }>`
        select collection, count(*) as count from feature group by collection`.execute(transaction)
      const builder = new SnapshotBuilder(
        new Map(counted.rows.map(({ collection, count }) => [collection, Number(count)])),
      )
      // In the order of the key and by its index: a sort of everything would go through the disk.
      await sql`set local enable_sort = off; set local enable_bitmapscan = off`.execute(transaction)
      await sql`declare present no scroll cursor for
        select collection, id, geometry, properties, hash from feature order by collection, id`.execute(transaction)
      const fetch = () => sql<Row>`fetch ${sql.raw(String(BATCH))} from present`.execute(transaction)
      // The next batch is made by the database while this one is taken in here.
      for (let coming = fetch(); ; ) {
        const { rows } = await coming
        if (rows.length === 0) break
        coming = fetch()
        for (const { collection, id, geometry, properties, hash } of rows) {
          builder.add({ record: recordOf(collection, id, { geometry, properties }), hash: BigInt(hash) })
        }
      }
      return builder.finish({ changeNumber, today })
    })
}
