import type { ChangeConflict, FieldConflict } from '@tvl/model'
import type { Transaction } from 'kysely'
import { ProblemError } from '../http/problem.ts'
import { commitById, SYSTEM } from '../storage/commit.ts'
import type { Content, Database } from '../storage/database.ts'
import { type Decision, write } from '../storage/store.ts'
import { type Applied, type ApplyOptions, judge, served, type Writing } from './apply.ts'
import { type Draft, isUnchanged } from './draft.ts'
import { STATUS_DATES } from './fields.ts'
import { contentOf, fieldsOf, keyOf, type PastChange, readChangesAfter, readChangesOf, readStored } from './records.ts'
import { FIGURES } from './rules.ts'
import { differing, type Fields, isSame } from './same.ts'

export interface Undo {
  /** The commit to take back. */
  commit: string
  /** Of the new commit, made by the client. */
  id: string
  note?: string
}

/**
 * Takes a commit back by a new one: every field that it changed gets its former value, and what others changed since in
 * other fields stays. Where nothing changed since, the record is exactly as it was. An undo can be undone.
 * @throws ProblemError 404 for no commit, 409 with the fields that were changed since, and as `applyChangeSet`
 */
export async function undoCommit(on: Writing, undo: Undo, options: ApplyOptions): Promise<Applied> {
  const { id, note = null } = undo
  const words = { id, kind: 'undo' as const, author: SYSTEM, at: on.clock.now(), note, undoes: undo.commit }
  const outcome = await write(on.db, words, (transaction) => decide(transaction, undo.commit, options))
  const applied = await served(on, outcome, options.actorId)
  if (outcome.isRepeated && outcome.commit?.undoes !== undo.commit)
    throw new ProblemError('commit.taken', 409, 'A commit with this id took nothing of that one back.')
  return applied
}

async function decide(transaction: Transaction<Database>, id: string, { permit }: ApplyOptions): Promise<Decision> {
  const commit = await commitById(transaction, id)
  if (!commit) throw new ProblemError('commit.unknown', 404, 'There is no commit with this id.')
  if (commit.kind === 'seed') throw new ProblemError('undo.seed', 409, 'The first state has nothing before it.')
  const changed = netChanges(await readChangesOf(transaction, id))
  const stored = await readStored(transaction, changed)
  const since = await readChangesAfter(
    transaction,
    changed.map((one) => ({ ...one, after: commit.lastN })),
  )
  const drafts = changed.map((one): Draft => {
    const now = stored.get(keyOf(one))
    const version = now?.version ?? null
    const draft = {
      ...one,
      before: now?.content ?? null,
      version,
      verifies: new Set<never>(),
      confirm: new Set(FIGURES),
    }
    const { after, reason, fields } = takenBack(one, draft.before, since.get(keyOf(one)) ?? [])
    const about = { collection: one.collection, id: one.id, base: commit.lastN, current: version, fields }
    return { ...draft, after, faults: [], conflict: reason ? { ...about, reason } : null }
  })
  const { writes, author } = await judge(transaction, drafts, { permit, moment: null, conflictCode: 'undo.conflict' })
  const isDone = drafts.every((draft) => (draft.before === null && draft.after === null) || isUnchanged(draft))
  if (isDone) throw new ProblemError('undo.nothing', 409, 'Everything is as it was before that commit already.')
  return { writes: writes.filter((_, i) => drafts[i]?.before || drafts[i]?.after), words: { author } }
}

interface NetChange extends Pick<PastChange, 'collection' | 'id'> {
  was: Content | null
  became: Content | null
}

/** What a commit did to each record: from before its first change of it to after its last. */
function netChanges(changes: readonly PastChange[]): NetChange[] {
  const net = new Map<string, NetChange>()
  for (const { collection, id, before, after } of changes) {
    const known = net.get(keyOf({ collection, id }))
    net.set(keyOf({ collection, id }), { collection, id, was: known ? known.was : before, became: after })
  }
  return [...net.values()]
}

interface TakenBack {
  after: Content | null
  reason: ChangeConflict['reason'] | null
  fields: FieldConflict[]
}

function takenBack({ was, became }: NetChange, now: Content | null, since: readonly PastChange[]): TakenBack {
  const conflict = (reason: ChangeConflict['reason'], fields: FieldConflict[] = []): TakenBack => ({
    after: now,
    reason,
    fields,
  })
  // Word for word, so that what nobody touched since has exactly its former hash.
  if (isSameState(now, became) || isSameState(now, was)) return { after: was, reason: null, fields: [] }
  if (!now) return conflict('deleted')
  if (!became) return conflict('exists')
  const [before, after, current] = [was ? atomsOf(was) : {}, atomsOf(became), atomsOf(now)]
  const undone = differing(before, after)
  // What the commit made is taken away whole, so nothing of it may have changed.
  const fields = (was ? stated(undone) : differing(after, current))
    .filter((atom) => !isSame(current[atom], after[atom]) && !isSame(current[atom], before[atom]))
    .map((atom) => fieldConflict(atom, { before, after, current }, since))
  if (!was || fields.length > 0) return conflict('changed', fields)
  const restored = Object.fromEntries(undone.map((atom) => [atom, before[atom]]))
  return { after: fromAtoms({ ...current, ...restored }), reason: null, fields: [] }
}

const isSameState = (a: Content | null, b: Content | null): boolean =>
  a === null || b === null ? a === b : differing(fieldsOf(a), fieldsOf(b)).length === 0

/** A status and its dates are one statement: the half of it cannot be taken back. */
function stated(atoms: readonly string[]): string[] {
  const status: readonly string[] = ['status', ...STATUS_DATES]
  return atoms.some((atom) => status.includes(atom)) ? [...new Set([...atoms, ...status])] : [...atoms]
}

function fieldConflict(
  field: string,
  { before, after, current }: Record<'before' | 'after' | 'current', Fields>,
  since: readonly PastChange[],
): FieldConflict {
  const last = since.findLast((change) => {
    const [a, b] = [change.before, change.after].map((content) => (content ? atomsOf(content)[field] : undefined))
    return !isSame(a, b)
  })
  const [base = null, theirs = null, yours = null] = [after[field], current[field], before[field]]
  return { field, base, theirs, yours, role: last?.role ?? 'system', at: last?.at ?? '' }
}

/** Kept by field within a record: what one commit says of one field is taken back without the rest. */
const BY_FIELD = ['provenance', 'verifications'] as const

function atomsOf(content: Content): Fields {
  const atoms: Record<string, unknown> = { ...fieldsOf(content) }
  for (const name of BY_FIELD) {
    const inner = atoms[name]
    if (typeof inner !== 'object' || inner === null) continue
    delete atoms[name]
    for (const [field, value] of Object.entries(inner)) atoms[`${name}.${field}`] = value
  }
  return atoms
}

function fromAtoms(atoms: Fields): Content {
  const fields: Record<string, unknown> = {}
  for (const [atom, value] of Object.entries(atoms)) {
    if (value === undefined) continue
    const name = BY_FIELD.find((one) => atom.startsWith(`${one}.`))
    if (!name) fields[atom] = value
    else fields[name] = { ...(fields[name] as object | undefined), [atom.slice(name.length + 1)]: value }
  }
  return contentOf(fields)
}
