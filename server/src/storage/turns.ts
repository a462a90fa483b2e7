import type { Kysely, Transaction } from 'kysely'
import type { Database } from './database.ts'

type Task<T> = (transaction: Transaction<Database>) => Promise<T>

/**
 * Runs transactions of one kind after one another, those of one database and this process: those who wait for a lock
 * would each hold a connection, and leave none for the readers.
 */
export function oneAtATime(): <T>(db: Kysely<Database>, task: Task<T>) => Promise<T> {
  const turns = new WeakMap<Kysely<Database>, Promise<unknown>>()
  return <T>(db: Kysely<Database>, task: Task<T>): Promise<T> => {
    const mine = (turns.get(db) ?? Promise.resolve()).then(() => db.transaction().execute(task))
    turns.set(
      db,
      // Who asked hears of a failure; who comes next goes on all the same.
      mine.catch(() => undefined),
    )
    return mine
  }
}
