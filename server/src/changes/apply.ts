import type { Fault } from '@tvl/data'
import { type ChangeConflict, type ChangeError, type ChangeSet, type ChangeWrite, dayInMorocco } from '@tvl/model'
import type { Kysely, Transaction } from 'kysely'
import type { Clock } from '../catalogue/clock.ts'
import type { LiveCatalogue } from '../catalogue/live.ts'
import type { Snapshot } from '../catalogue/snapshot.ts'
import { ProblemError } from '../http/problem.ts'
import { type Author, type CommitKind, SYSTEM } from '../storage/commit.ts'
import type { Content, Database } from '../storage/database.ts'
import { type Decision, type Outcome, type Write, write } from '../storage/store.ts'
import { malformed } from './change-set.ts'
import { type Draft, draftOf, isUnchanged } from './draft.ts'
import { keyOf, readChangesAfter, readStored } from './records.ts'
import { refusedForConflicts, refusedForErrors } from './refusal.ts'
import { refuseAnother } from './repeated.ts'
import { type Permit, permitDraft } from './rights.ts'
import { type Doubt, draftFaults, type Moment, removalFaults } from './rules.ts'
import { stamped } from './stamp.ts'
import { viewOf } from './view.ts'

/** What a writer of the catalogue needs. */
export interface Writing {
  db: Kysely<Database>
  live: LiveCatalogue
  clock: Clock
  /** The demonstration’s catalogue: what is entered there stays illustrative. */
  isDemo: boolean
}

export interface Applied extends Outcome {
  /** The snapshot that holds it. */
  snapshot: Snapshot
}

/** A set of changes whose writes may be decided under the lock of all writers, by the last state. */
export type PlannedSet = Omit<ChangeSet, 'writes'> & {
  writes: ChangeWrite[] | ((transaction: Transaction<Database>) => Promise<ChangeWrite[]>)
  /** What the sender asks for: with the id of a commit that is there, it must be what that one wrote. */
  asks?: readonly ChangeWrite[]
}

export interface ApplyOptions {
  /** Who the writer is, for a commit that was written before. */
  actorId: string | null
  permit: Permit
  /** What the commit is; else an edit, or a verification where nothing but confirmations was sent. */
  kind?: CommitKind
  /** A sample of what is confirmed was looked at one by one: more than one office may be confirmed at once. */
  isSampled?: boolean
}

/**
 * Decides and writes a set of changes, all or nothing: the one way by which the catalogue changes. Merges field by
 * field into the last state, asks for the rights at the old and the new place of every record, and holds the outcome
 * against the rules. Answers when this server serves it.
 * @throws ProblemError 409 or 422 with every conflict or error, and what the permit throws
 */
export async function applyChangeSet(on: Writing, set: PlannedSet, options: ApplyOptions): Promise<Applied> {
  const at = on.clock.now()
  const { id, method = null, note = null } = set
  const words = { id, kind: options.kind ?? ('edit' as const), author: SYSTEM, at, method, note }
  const outcome = await write(on.db, words, async (transaction, last) => {
    const writes = typeof set.writes === 'function' ? await set.writes(transaction) : set.writes
    return decide(transaction, on, { ...set, writes }, options, { at, last })
  })
  const applied = await served(on, outcome, options.actorId)
  if (outcome.isRepeated && outcome.commit && set.asks) await refuseAnother(on.db, outcome.commit.id, set.asks)
  return applied
}

/** Waits until this server has it. @throws ProblemError 409 when the id is of another’s commit, 503 when it takes long */
export async function served({ live }: Writing, outcome: Outcome, actorId: string | null): Promise<Applied> {
  if (outcome.isRepeated && outcome.commit?.actorId !== actorId) {
    throw new ProblemError('commit.taken', 409, 'Somebody else has written a commit with this id.')
  }
  try {
    return { ...outcome, snapshot: await live.waitFor(outcome.version) }
  } catch {
    const retry = { 'retry-after': '5' }
    throw new ProblemError('catalogue.behind', 503, 'It is written, but not served yet. Send it again.', retry)
  }
}

async function decide(
  transaction: Transaction<Database>,
  on: Writing,
  set: ChangeSet,
  { permit, kind, isSampled = false }: ApplyOptions,
  { at, last }: { at: Date; last: number },
): Promise<Decision> {
  const stored = await readStored(transaction, set.writes)
  if (new Set(set.writes.map(keyOf)).size < set.writes.length) throw malformed('A record is written twice.')
  const ahead = set.writes.find(({ base }) => base !== null && base > last)
  if (ahead) throw malformed(`base ${ahead.base} is no version yet: the last is ${last}.`)
  const since = await readChangesAfter(
    transaction,
    set.writes.flatMap(({ collection, id, base }) => {
      const one = stored.get(keyOf({ collection, id }))
      return base !== null && (!one || one.version > base) ? [{ collection, id, after: base }] : []
    }),
  )
  const drafts = set.writes.map((one) => {
    const key = keyOf(one)
    return draftOf(one, { stored: stored.get(key) ?? null, since: since.get(key) ?? [] })
  })
  const confirmed = drafts.filter((draft) => draft.verifies.size > 0 && isUnchanged(draft))
  if (confirmed.length > 1 && kind === undefined && !isSampled) {
    throw new ProblemError('round.needed', 422, 'More than one office is confirmed at once by a round with a sample.')
  }
  const isConfirmation = confirmed.length === drafts.length
  const moment = momentAt(at)
  const stamp = { today: moment.today, method: set.method ?? null, isDemo: on.isDemo }
  const judged = await judge(transaction, drafts, {
    permit,
    moment,
    sign: (draft, role) => stamped(draft, { ...stamp, role }),
  })
  return { ...judged, words: { author: judged.author, kind: kind ?? (isConfirmation ? 'verification' : 'edit') } }
}

interface Judgement {
  permit: Permit
  /** Null: what lies in the past may stay there (an undo). */
  moment: Moment | null
  /** Adds what only the server says of a record, in the name of a role. */
  sign?: (draft: Draft, role: string) => Content | null
  conflictCode?: string
}

/** Holds drafts against rights, conflicts and rules, in this order. Returns what to write, and in whose name. */
export async function judge(
  transaction: Transaction<Database>,
  drafts: readonly Draft[],
  { permit, moment, sign = ({ after }) => after, conflictCode }: Judgement,
): Promise<{ writes: Write[]; author: Author }> {
  const view = await viewOf(transaction, drafts)
  const authors = drafts.map((draft) => permitDraft(draft, view, permit))
  const conflicts = drafts.flatMap(({ conflict }): ChangeConflict[] => (conflict ? [conflict] : []))
  if (conflicts.length > 0) throw refusedForConflicts(conflicts, conflictCode)
  for (const [i, draft] of drafts.entries()) draft.after = sign(draft, (authors[i] ?? SYSTEM).role)
  const errors = drafts.flatMap((draft) =>
    [...draft.faults, ...draftFaults(draft, view, moment)].map((fault) => asError(draft, fault)),
  )
  for (const { draft, fault } of await removalFaults(transaction, drafts)) errors.push(asError(draft, fault))
  if (errors.length > 0) throw refusedForErrors(errors)
  const writes = drafts.map(({ collection, id, after }) => ({ collection, id, content: after }))
  return { writes, author: authors[0] ?? SYSTEM }
}

const asError = ({ collection, id }: Draft, fault: Fault | Doubt): ChangeError => ({
  collection,
  id,
  field: fault.field,
  code: fault.code,
  value: fault.value ?? null,
  ...(fault.limit === undefined ? {} : { limit: fault.limit }),
  ...('isConfirmable' in fault ? { confirmable: true as const } : {}),
})

export const momentAt = (at: Date): Moment => ({
  today: dayInMorocco(at),
  minute: `${at.toISOString().slice(0, 16)}Z`,
})
