import { dayInMorocco } from '@tvl/model'
import { COLLECTIONS } from '@tvl/model/schema'
import { type Kysely, sql } from 'kysely'
import { ProblemError } from '../http/problem.ts'
import type { Database } from '../storage/database.ts'
import { loadSnapshotAt } from '../storage/load.ts'
import type { Clock } from './clock.ts'
import type { Snapshot } from './snapshot.ts'

/** Records kept of the past, all its snapshots together: a little more than one catalogue of 100,000 offices. */
const MOST_RECORDS = 110_000

const VERSION = /^\d{1,15}$/
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/

/** The catalogue as it was. */
export interface PastCatalogue {
  /**
   * The snapshot of a version (a number) or of an instant (RFC 3339), on the day that it was then.
   * @throws ProblemError 400 `as-of.invalid` or `as-of.future`, 404 `as-of.before`
   */
  at(asked: string): Promise<Snapshot>
}

interface Options {
  db: Kysely<Database>
  current: () => Snapshot
  clock: Clock
  /** Records kept; tests give less. */
  most?: number
}

/** Rebuilds versions from the record of changes, one at a time, and keeps the last ones asked for. */
export function pastCatalogue({ db, current, clock, most = MOST_RECORDS }: Options): PastCatalogue {
  const kept = new Map<string, Promise<Snapshot>>()
  let building: Promise<unknown> = Promise.resolve()

  /** Forgets what was asked for longest ago, until the rest is small enough; the newest stays, however large. */
  const forget = async (): Promise<void> => {
    let records = 0
    for (const [key, one] of [...kept].reverse()) {
      const snapshot = await one.catch(() => undefined)
      if (records > 0 && records + countOf(snapshot) > most) kept.delete(key)
      else records += countOf(snapshot)
    }
  }

  const load = (version: number, today: string): Promise<Snapshot> => {
    const key = `${version}-${today}`
    // One after the other: each fills the memory of a whole catalogue while it is built.
    const snapshot = kept.get(key) ?? building.then(() => loadSnapshotAt(db, version, today))
    // Asked for last, forgotten last.
    kept.delete(key)
    kept.set(key, snapshot)
    building = snapshot.then(forget, () => kept.delete(key))
    return snapshot
  }

  return {
    at: async (asked) => {
      const { version, at } = VERSION.test(asked)
        ? await momentOfVersion(db, Number(asked), current().changeNumber)
        : await momentOfInstant(db, asked, clock.now())
      const today = dayInMorocco(at)
      const now = current()
      return now.changeNumber === version && now.today === today ? now : load(version, today)
    },
  }
}

const countOf = (snapshot: Snapshot | undefined): number =>
  snapshot ? COLLECTIONS.reduce((sum, id) => sum + snapshot.collection(id).count, 0) : 0

/** A version holds from the commit that wrote it on; it is shown as on the day of that commit. */
async function momentOfVersion(
  db: Kysely<Database>,
  version: number,
  head: number,
): Promise<{ version: number; at: Date }> {
  if (version > head) throw new ProblemError('as-of.future', 400, `The last version is ${head}.`)
  const { rows } = await sql<{ at: Date }>`select at from change where n = ${version}`.execute(db)
  const [row] = rows
  if (!row) throw before()
  return { version, at: row.at }
}

async function momentOfInstant(db: Kysely<Database>, asked: string, now: Date): Promise<{ version: number; at: Date }> {
  const at = INSTANT.test(asked) ? new Date(asked) : new Date(Number.NaN)
  if (Number.isNaN(at.getTime())) {
    throw new ProblemError(
      'as-of.invalid',
      400,
      'as-of takes a version (a number) or an instant such as 2026-11-23T09:00:00Z.',
    )
  }
  if (at > now) throw new ProblemError('as-of.future', 400, 'What will be is not recorded yet.')
  const { rows } = await sql<{
    version: string | null
  }>`select max(last_n) as version from commit where at <= ${at}`.execute(db)
  const version = rows[0]?.version
  if (version === null || version === undefined) throw before()
  return { version: Number(version), at }
}

const before = () => new ProblemError('as-of.before', 404, 'The catalogue began after that.')
