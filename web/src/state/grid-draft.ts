import type { ChangeConflict, ChangeError } from '@tvl/model'
import { create } from 'zustand'

export type CellContent = string | number | null

/** What somebody has written into one cell of the grid and not published yet. */
export interface CellEdit {
  /** as it would be published; of a cell that cannot be read the value that it had */
  value: CellContent
  /** what the catalogue said when it was written: where that has changed since, somebody else was there */
  was: CellContent
  /** the text cannot be read: nothing of the cell is published */
  fault?: { text: string; code: string; limit?: unknown }
  /** unusual, and meant */
  isMeant?: true
  /** id of the set of changes in which it is on its way */
  sentIn?: string
}

/** By the name of the field. */
export type UnitEdits = Readonly<Record<string, CellEdit>>
/** By the id of the office. */
export type Draft = Readonly<Record<string, UnitEdits>>

export interface CellStep {
  id: string
  field: string
  before: CellEdit | undefined
  after: CellEdit | undefined
}
/** What is undone and redone at once: a cell, a paste, a column filled down. */
export type Step = readonly CellStep[]

/** Why the last publication was refused. */
export interface Refusal {
  code: string | null
  conflicts: readonly ChangeConflict[]
  errors: readonly ChangeError[]
}

interface Kept {
  draft: Draft
  refusal: Refusal | null
}

interface GridDraft extends Kept {
  past: readonly Step[]
  future: readonly Step[]
  /** false: this browser has no room for it, and closing the page would lose it */
  isKept: boolean
}

const PREFIX = 'tvl.grid.'
const STEPS = 'tvl.grid-steps.'
const MOST_STEPS = 100
const NOTHING: Kept = { draft: {}, refusal: null }

/**
 * The edits of the grid, which lie in this browser from the key that made them until they are published. Written at
 * once and not some time later, so that neither a reload nor a closed tab loses one; other tabs are told by the browser.
 */
export const useGridDraft = create<GridDraft>()(() => ({ ...NOTHING, past: [], future: [], isKept: true }))

let key: string | null = null

function read(storage: Storage, name: string): unknown {
  try {
    return JSON.parse(storage.getItem(name) ?? 'null')
  } catch {
    return null
  }
}

const isKept = (found: unknown): found is Kept => typeof found === 'object' && found !== null && 'draft' in found

const keptAt = (name: string): Kept => {
  const found = read(localStorage, name)
  return isKept(found) ? found : NOTHING
}

function keep(kept: Kept): void {
  if (!key) return
  let hasRoom = true
  try {
    if (Object.keys(kept.draft).length === 0 && !kept.refusal) localStorage.removeItem(key)
    else localStorage.setItem(key, JSON.stringify(kept))
  } catch {
    hasRoom = false
  }
  useGridDraft.setState({ ...kept, isKept: hasRoom })
}

/** The steps are of this tab: what another one did is not undone here. */
function keepSteps(past: readonly Step[], future: readonly Step[]): void {
  useGridDraft.setState({ past, future })
  if (!key) return
  try {
    sessionStorage.setItem(key.replace(PREFIX, STEPS), JSON.stringify({ past, future }))
  } catch {
    // Without room a reload keeps the edits and forgets how to undo them.
    sessionStorage.removeItem(key.replace(PREFIX, STEPS))
  }
}

/** The draft with cells as a step leaves them. */
export function withCells(draft: Draft, cells: readonly Pick<CellStep, 'id' | 'field' | 'after'>[]): Draft {
  const next: Record<string, UnitEdits> = { ...draft }
  for (const { id, field, after } of cells) {
    const { [field]: _, ...others } = next[id] ?? {}
    const edits = after ? { ...others, [field]: after } : others
    if (Object.keys(edits).length > 0) next[id] = edits
    else delete next[id]
  }
  return next
}

const isSame = (a: CellEdit | undefined, b: CellEdit | undefined) => JSON.stringify(a) === JSON.stringify(b)

/** What lies in this browser now, another tab's edits among it. */
const current = (): Kept => {
  const { draft, refusal, isKept: hasRoom } = useGridDraft.getState()
  return key && hasRoom ? keptAt(key) : { draft, refusal }
}

/** Writes cells as one step, which can be undone. */
export function writeCells(step: Step): void {
  if (step.length === 0) return
  const { past } = useGridDraft.getState()
  const kept = current()
  keep({ ...kept, draft: withCells(kept.draft, step) })
  keepSteps([...past, step].slice(-MOST_STEPS), [])
}

/** Changes cells for a reason that is no step of the person: they were sent, published, or settled with the server. */
export function settleCells(
  cells: readonly Pick<CellStep, 'id' | 'field' | 'after'>[],
  refusal?: Refusal | null,
): void {
  const kept = current()
  keep({ draft: withCells(kept.draft, cells), refusal: refusal === undefined ? kept.refusal : refusal })
}

export const setRefusal = (refusal: Refusal | null): void => settleCells([], refusal)

function go(step: Step, isBack: boolean): void {
  const kept = current()
  const cells = step.flatMap(({ id, field, before, after }) => {
    const [from, to] = isBack ? [after, before] : [before, after]
    const now = kept.draft[id]?.[field]
    // What was sent meanwhile, or changed in another tab, is left as it is.
    return now?.sentIn || !isSame(now, from) ? [] : [{ id, field, after: to }]
  })
  keep({ ...kept, draft: withCells(kept.draft, cells) })
}

export function undoStep(): Step | null {
  const { past, future } = useGridDraft.getState()
  const step = past.at(-1)
  if (!step) return null
  go(step, true)
  keepSteps(past.slice(0, -1), [step, ...future])
  return step
}

export function redoStep(): Step | null {
  const { past, future } = useGridDraft.getState()
  const [step, ...rest] = future
  if (!step) return null
  go(step, false)
  keepSteps([...past, step], rest)
  return step
}

/** Turns to what somebody has written about a zone, and follows what other tabs do to it. */
export function openGridDraft(personId: string, zoneId: string): () => void {
  const own = `${PREFIX}${personId}.${zoneId}`
  key = own
  const steps = read(sessionStorage, own.replace(PREFIX, STEPS)) as Pick<GridDraft, 'past' | 'future'> | null
  useGridDraft.setState({ ...keptAt(own), past: steps?.past ?? [], future: steps?.future ?? [], isKept: true })
  const hear = (event: StorageEvent) => {
    if (event.key === own) useGridDraft.setState(keptAt(own))
  }
  addEventListener('storage', hear)
  return () => {
    removeEventListener('storage', hear)
    if (key === own) key = null
  }
}

const keysOf = (personId: string): string[] => {
  const keys = Array.from({ length: localStorage.length }, (_, i) => localStorage.key(i) ?? '')
  return keys.filter((name) => name.startsWith(`${PREFIX}${personId}.`))
}

/** Units that somebody has edited in this browser and not published, in all zones. */
export const countKeptUnits = (personId: string): number =>
  keysOf(personId).reduce((sum, name) => sum + Object.keys(keptAt(name).draft).length, 0)

/** Takes everything of a person off this device, at sign-out once they have agreed. */
export function clearGridDrafts(personId: string): void {
  for (const name of keysOf(personId)) {
    localStorage.removeItem(name)
    sessionStorage.removeItem(name.replace(PREFIX, STEPS))
  }
  useGridDraft.setState({ ...NOTHING, past: [], future: [] })
}
