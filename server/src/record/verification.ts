import { COLLECTIONS } from '@tvl/model/schema'
import { type Kysely, sql, type Transaction } from 'kysely'
import { type ChainReport, chainOf } from '../storage/commit.ts'
import type { Database } from '../storage/database.ts'
import { checksums, checksumsAt, lastChange } from '../storage/store.ts'

export interface RecordReport extends ChainReport {
  /** The present is what the record says: nobody has written to it past the record. */
  isPresentRight: boolean
  /** Whether a link that was kept elsewhere is in the chain; null: none was given. */
  knowsHead: boolean | null
}

/**
 * Recomputes the whole record from its rows and compares the present with it. A record that was cut off at its end is
 * whole in itself: only a link kept elsewhere, given as `head`, tells that it was longer.
 */
export async function verifyRecord(db: Kysely<Database>, head?: string): Promise<RecordReport> {
  if (db.isTransaction) return reportOf(db as Transaction<Database>, head)
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute((transaction) => reportOf(transaction, head))
}

async function reportOf(transaction: Transaction<Database>, head: string | undefined): Promise<RecordReport> {
  const chain = await chainOf(transaction)
  const stored = await checksums(transaction)
  const recorded = await checksumsAt(transaction, await lastChange(transaction))
  return {
    ...chain,
    isPresentRight: COLLECTIONS.every((id) => {
      const [a, b] = [stored.get(id), recorded.get(id)]
      return a?.count === b?.count && a?.sum === b?.sum
    }),
    knowsHead: head === undefined ? null : await knowsLink(transaction, head),
  }
}

export async function knowsLink(db: Kysely<Database>, head: string): Promise<boolean> {
  if (!/^[0-9a-f]{64}$/i.test(head)) return false
  const { rows } = await sql<{ known: boolean }>`
    select exists (select from commit where chain = decode(${head.toLowerCase()}, 'hex')) as known`.execute(db)
  return rows[0]?.known ?? false
}
