import type { ChangeWrite } from '@tvl/model'
import type { Kysely } from 'kysely'
import { ProblemError } from '../http/problem.ts'
import type { Content, Database } from '../storage/database.ts'
import { serverFields } from './fields.ts'
import { keyOf, readChangesOf } from './records.ts'
import { isSame } from './same.ts'

/**
 * Holds what comes with the id of a commit that is there already against what that commit wrote. The same set may be
 * sent again as often as it takes; another one would seem written and be lost.
 * @throws ProblemError 409 `commit.taken`
 */
export async function refuseAnother(
  db: Kysely<Database>,
  commit: string,
  writes: readonly ChangeWrite[],
): Promise<void> {
  const written = new Map((await readChangesOf(db, commit)).map((change) => [keyOf(change), change.after]))
  // What stood as asked already is in no record, so a write without a change says nothing; one change at least is its own.
  const spoken = writes.filter((write) => written.has(keyOf(write)))
  const areAll = new Set(spoken.map(keyOf)).size === written.size
  if (areAll && spoken.every((write) => cameTrue(write, written.get(keyOf(write)) ?? null))) return
  throw new ProblemError('commit.taken', 409, 'A commit with this id wrote something else.')
}

function cameTrue({ collection, remove, patch, feature }: ChangeWrite, after: Content | null): boolean {
  if (remove || !after) return remove === true && after === null
  const wanted = Object.entries(feature?.properties ?? {}).filter(
    ([name]) => Object.hasOwn(after.properties, name) && !serverFields(collection).includes(name),
  )
  const geometry = patch ? patch.geometry : feature?.geometry
  return (
    wanted.every(([name, value]) => isSame(after.properties[name], value)) &&
    isMerged(after.properties, patch?.properties ?? {}) &&
    (geometry === undefined || isSame(after.geometry, geometry))
  )
}

/** Whether a merge patch (RFC 7396) would change nothing of a value. */
function isMerged(value: unknown, patch: unknown): boolean {
  if (typeof patch !== 'object' || patch === null || Array.isArray(patch)) return isSame(value ?? null, patch ?? null)
  const members = typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
  return Object.entries(patch).every(([name, inner]) => isMerged(members[name], inner))
}
