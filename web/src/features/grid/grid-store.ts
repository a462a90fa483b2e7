import { create } from 'zustand'
import { persist } from 'zustand/middleware'
import type { Edit } from './cells.ts'

export type Edits = Readonly<Record<string, Edit>>

interface GridState {
  /** Zone that the edits are of. */
  zone: string | null
  /** Version of the catalogue at which the first of them was made. */
  base: number | null
  /** By id of the office: what was typed and is not published yet. */
  edits: Edits
  /** Offices ticked as verified, whether edited or not. */
  ticked: readonly string[]
  past: readonly Edits[]
  future: readonly Edits[]
}

interface GridActions {
  /** Turns to a zone; the edits of another one are given up only when they are none. */
  turnTo: (zone: string) => void
  /** Replaces the edits of some offices, as one step. An empty edit takes the office out. */
  change: (changes: Edits, base: number) => void
  tick: (id: string) => void
  undo: () => void
  redo: () => void
  /** After publishing, or to give everything up. */
  clear: () => void
  /** Goes on from a newer version: what the others changed was seen. */
  rebase: (base: number) => void
}

const EMPTY: GridState = { zone: null, base: null, edits: {}, ticked: [], past: [], future: [] }
const MOST_STEPS = 100

const merged = (edits: Edits, changes: Edits): Edits =>
  Object.fromEntries(Object.entries({ ...edits, ...changes }).filter(([, edit]) => Object.keys(edit).length > 0))

/** What was typed into the grid. It lies in this browser until it is published: reload, back and language keep it. */
export const useGrid = create<GridState & GridActions>()(
  persist(
    (set) => ({
      ...EMPTY,
      turnTo: (zone) => set((state) => (state.zone === zone ? state : { ...EMPTY, zone })),
      change: (changes, base) =>
        set(({ edits, past, base: before }) => ({
          edits: merged(edits, changes),
          base: before ?? base,
          past: [...past, edits].slice(-MOST_STEPS),
          future: [],
        })),
      tick: (id) =>
        set(({ ticked }) => ({
          ticked: ticked.includes(id) ? ticked.filter((other) => other !== id) : [...ticked, id],
        })),
      undo: () =>
        set(({ edits, past, future }) => {
          const before = past.at(-1)
          return before ? { edits: before, past: past.slice(0, -1), future: [edits, ...future] } : {}
        }),
      redo: () =>
        set(({ edits, past, future }) => {
          const [next, ...rest] = future
          return next ? { edits: next, past: [...past, edits], future: rest } : {}
        }),
      clear: () => set(({ zone }) => ({ ...EMPTY, zone })),
      rebase: (base) => set({ base }),
    }),
    { name: 'tvl.grid', version: 1 },
  ),
)
