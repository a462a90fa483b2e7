import type { ChangeSet, VerificationMethod } from '@tvl/model'
import { useEffect, useState } from 'react'
import { type Published, refreshCatalogue, undoCommit } from '../../api/publish.ts'
import {
  type CellStep,
  type Draft,
  type Refusal,
  setRefusal,
  settleCells,
  useGridDraft,
} from '../../state/grid-draft.ts'
import { discard, enqueue, type OutboxEntry, useOutbox } from '../../state/outbox.ts'
import { contentOf, patchOf } from './edits.ts'
import type { UnitRow } from './rows.ts'

/** What the server takes in one set. */
export const MOST_UNITS = 1000

export const METHODS = [
  'declaration',
  'site-visit',
  'lease-ledger',
  'call',
] as const satisfies readonly VerificationMethod[]
export type MethodByHand = (typeof METHODS)[number]

type Cells = Pick<CellStep, 'id' | 'field' | 'after'>[]

/** The cells that a set of changes took along, as something makes of them. */
const sentCells = (draft: Draft, set: string, after: (id: string, field: string) => CellStep['after']): Cells =>
  Object.entries(draft).flatMap(([id, edits]) =>
    Object.entries(edits).flatMap(([field, edit]) =>
      edit.sentIn === set ? [{ id, field, after: after(id, field) }] : [],
    ),
  )

/** The same cells, no longer on their way. */
const heldBack = (draft: Draft, set: string): Cells =>
  sentCells(draft, set, (id, field) => {
    const edit = draft[id]?.[field]
    if (!edit) return undefined
    const { sentIn: _, ...rest } = edit
    return rest
  })

const refusalOf = ({ problem }: OutboxEntry): Refusal => ({
  code: typeof problem?.code === 'string' ? problem.code : null,
  conflicts: (problem?.conflicts as Refusal['conflicts'] | undefined) ?? [],
  errors: (problem?.errors as Refusal['errors'] | undefined) ?? [],
})

/** Units with everything that is ready to go: written, sound, nobody else's, and not on its way already. */
export const isReady = (row: UnitRow): boolean =>
  (row.changed.length > 0 || row.isTicked) &&
  row.problems.length === 0 &&
  row.conflicts.length === 0 &&
  !isOnItsWay(row)

export const isOnItsWay = ({ edits }: UnitRow): boolean =>
  Object.values(edits).some(({ sentIn }) => sentIn !== undefined)

/** One set of changes for all units that are ready, and what was seen of them. */
function setOf(rows: readonly UnitRow[], base: number, method: MethodByHand, note: string) {
  const writes = rows.map(({ id, published, edits, changed, isTicked }): ChangeSet['writes'][number] => {
    const meant = Object.entries(edits).flatMap(([field, { isMeant }]) => (isMeant ? [field] : []))
    return {
      collection: 'offices',
      id,
      base,
      ...(changed.length > 0 ? { patch: { properties: patchOf(published, edits) } } : {}),
      ...(isTicked ? { verifies: ['*'] } : {}),
      ...(meant.length > 0 ? { confirm: meant } : {}),
    }
  })
  const set: ChangeSet = { id: crypto.randomUUID(), method, writes, ...(note.trim() ? { note: note.trim() } : {}) }
  const seen = Object.fromEntries(
    rows.map(({ id, published, edits }) => [
      `offices/${id}`,
      Object.fromEntries(Object.keys(patchOf(published, edits)).map((field) => [field, contentOf(published, field)])),
    ]),
  )
  return { set, seen }
}

interface PublishingOptions {
  rows: readonly UnitRow[]
  /** version of the catalogue that the rows are of */
  version: number
  personId: string
  /** what is published, in words for people */
  label: (count: number) => string
}

/**
 * Sends what was written as one set of changes, by the outbox: kept on this device, sent once, and told what became of
 * it. The cells stay in the grid until everybody reads them, and come back to hand when the server refuses.
 */
export function usePublishing({ rows, version, personId, label }: PublishingOptions) {
  const [method, setMethod] = useState<MethodByHand>('declaration')
  const [note, setNote] = useState('')
  const [answer, setAnswer] = useState<Published | null>(null)
  const [undoing, setUndoing] = useState<'no' | 'asked' | 'done' | 'failed'>('no')
  const draft = useGridDraft((state) => state.draft)
  const { entries, isRead } = useOutbox()
  const sets = [...new Set(Object.values(draft).flatMap((edits) => Object.values(edits).map(({ sentIn }) => sentIn)))]
  const sent = sets.filter((set) => set !== undefined)

  useEffect(() => {
    if (!isRead) return
    const waiting = useGridDraft.getState().draft
    const ids = new Set(Object.values(waiting).flatMap((edits) => Object.values(edits).map(({ sentIn }) => sentIn)))
    for (const id of ids) {
      if (id === undefined) continue
      const entry = entries.find(({ set }) => set.id === id)
      if (entry?.state === 'published') {
        settleCells(
          sentCells(waiting, id, () => undefined),
          null,
        )
        setAnswer(entry.answer)
        setUndoing('no')
      } else if (!entry) settleCells(heldBack(waiting, id))
      else if (entry.state === 'conflict' || entry.state === 'refused') {
        settleCells(heldBack(waiting, id), refusalOf(entry))
        // What it held lies in the grid again, and only there.
        void discard(id)
        void refreshCatalogue()
      }
    }
  }, [entries, isRead])

  const ready = rows.filter(isReady)
  const send = async () => {
    const { set, seen } = setOf(ready, version, method, note)
    setAnswer(null)
    setRefusal(null)
    await enqueue(set, { label: label(ready.length), personId, seen })
    const cells = ready.flatMap(({ id, edits }) =>
      Object.entries(edits).map(([field, edit]) => ({ id, field, after: { ...edit, sentIn: set.id } })),
    )
    settleCells(cells)
    setNote('')
  }
  const undo = async () => {
    if (!answer?.commit) return
    setUndoing('asked')
    try {
      // The id of the undoing follows from what it undoes: pressing again after a lost answer undoes once.
      await undoCommit(answer.commit, undoId(answer.commit))
      setUndoing('done')
      await refreshCatalogue()
    } catch {
      setUndoing('failed')
    }
  }
  const waiting = entries.filter(({ set }) => sent.includes(set.id))
  return {
    method,
    setMethod,
    note,
    setNote,
    ready,
    send,
    /** units of the set that is on its way */
    waiting: waiting.reduce((sum, { set }) => sum + set.writes.length, 0),
    isSending: waiting.some(({ state }) => state === 'sending'),
    answer,
    undo,
    undoing,
  }
}
export type Publishing = ReturnType<typeof usePublishing>

const undoIds = new Map<string, string>()
function undoId(commit: string): string {
  const known = undoIds.get(commit) ?? crypto.randomUUID()
  undoIds.set(commit, known)
  return known
}
