import type { StateCreator } from 'zustand'
import type { NeedSlice } from './need-slice.ts'

/** A comparison has two to six sites. */
export const MOST_COMPARED = 6

export interface SelectionSlice {
  /** Id of the zone whose row and pin are marked. */
  selected: string | null
  /** Id of the zone under the pointer or the focus, in the list or on the map. */
  hovered: string | null
  /** Ids of the zones (or offices) to compare, in the order they were taken. */
  compared: readonly string[]
  select: (id: string | null) => void
  hover: (id: string | null) => void
  toggleCompared: (id: string) => void
  setCompared: (ids: readonly string[]) => void
}

export const createSelectionSlice: StateCreator<SelectionSlice & NeedSlice, [], [], SelectionSlice> = (set) => ({
  selected: null,
  hovered: null,
  compared: [],
  select: (selected) => set({ selected, step: 'replace' }),
  hover: (hovered) => set({ hovered }),
  toggleCompared: (id) =>
    set(({ compared }) => ({
      compared: compared.includes(id)
        ? compared.filter((other) => other !== id)
        : [...compared, id].slice(0, MOST_COMPARED),
      step: 'replace',
    })),
  setCompared: (compared) => set({ compared, step: 'replace' }),
})
