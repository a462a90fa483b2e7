import type { CollectionId } from '@tvl/model'
import { COLLECTIONS } from '@tvl/model/schema'
import { type Kysely, sql } from 'kysely'
import { type Snapshot, SnapshotBuilder } from '../catalogue/snapshot.ts'
import type { Content, Database } from './database.ts'
import { lastChange, recordOf } from './store.ts'

const BATCH = 2000

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
      for (const collection of COLLECTIONS) {
        let after = ''
        for (;;) {
          // By key, batch after batch: a cursor would keep the whole result on the server’s disk.
          const { rows } = await sql<Content & { id: string; hash: string }>`
            select id, geometry, properties, hash from feature
            where collection = ${collection} and id > ${after} collate "C" order by id limit ${BATCH}`.execute(
            transaction,
          )
          for (const { id, geometry, properties, hash } of rows) {
            builder.add({ record: recordOf(collection, id, { geometry, properties }), hash: BigInt(hash) })
          }
          if (rows.length < BATCH) break
          after = rows.at(-1)?.id ?? after
        }
      }
      return builder.finish({ changeNumber, today })
    })
}
