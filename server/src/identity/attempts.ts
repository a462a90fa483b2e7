import { createHmac } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import { ProblemError } from '../http/problem.ts'
import type { Database } from '../storage/database.ts'

const MINUTE = 60

/** How many attempts of a kind there may be, and in which time (s) they are forgotten. */
const RULES = {
  'sign-in': { most: 5, within: 15 * MINUTE },
  code: { most: 10, within: 15 * MINUTE },
  reset: { most: 3, within: 60 * MINUTE },
  share: { most: 5, within: 15 * MINUTE },
} as const
export type AttemptKind = keyof typeof RULES

/**
 * Counts attempts by whom they are about, in the database: for all servers together, and past a restart. An account
 * that does not exist is counted like one that does, so that a lock tells nothing.
 */
export class Attempts {
  readonly #db: Kysely<Database>
  readonly #secret: string
  constructor(db: Kysely<Database>, secret: string) {
    this.#db = db
    this.#secret = secret
  }

  /** Counts one more before it is made, so that many at once cannot all pass. Returns seconds to wait; 0: go on. */
  async count(kind: AttemptKind, subject: string): Promise<number> {
    const { most, within } = RULES[kind]
    const { rows } = await sql<{ failures: number; age: number }>`
      insert into attempt (bucket, failures, since) values (${this.#bucket(kind, subject)}, 1, now())
      on conflict (bucket) do update set
        failures = case when attempt.since < now() - make_interval(secs => ${within}) then 1
          else least(attempt.failures + 1, 1000) end,
        since = case when attempt.since < now() - make_interval(secs => ${within}) then now() else attempt.since end
      returning failures, extract(epoch from now() - since)::float8 as age`.execute(this.#db)
    const [{ failures, age } = { failures: 0, age: 0 }] = rows
    return failures > most ? Math.max(1, Math.ceil(within - age)) : 0
  }

  /** Refuses an attempt of too many. */
  async admit(kind: AttemptKind, subject: string): Promise<void> {
    const wait = await this.count(kind, subject)
    if (wait === 0) return
    const headers = { 'retry-after': String(wait) }
    throw new ProblemError('sign-in.locked', 429, 'Too many attempts; try again later.', headers)
  }

  /** After one that succeeded. */
  async forget(kind: AttemptKind, subject: string): Promise<void> {
    await sql`delete from attempt where bucket = ${this.#bucket(kind, subject)}`.execute(this.#db)
  }

  #bucket(kind: AttemptKind, subject: string): number {
    return createHmac('sha256', this.#secret).update(`${kind}\0${subject.toLowerCase()}`).digest().readUInt16BE(0)
  }
}
