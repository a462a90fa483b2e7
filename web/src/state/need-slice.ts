import { type Need, NO_NEED } from '@tvl/model'
import type { StateCreator } from 'zustand'

export const SORTS = ['score', 'seats', 'date', 'rent'] as const
export type Sort = (typeof SORTS)[number]

/** What was typed, as typed, as long as it is what the chips say. Kept in the address so that no reload loses it. */
export interface Typed {
  text: string
}

/** `push` makes a step that "back" undoes; `replace` is for a value still being dragged. */
export type HistoryStep = 'push' | 'replace'

export interface NeedSlice {
  need: Need
  typed: Typed | null
  sort: Sort
  step: HistoryStep
  /** Changes some terms; the typed sentence no longer says the same and is dropped. */
  changeNeed: (change: Partial<Need>, step?: HistoryStep) => void
  /** Replaces the whole need, with the words it was understood from. */
  askFor: (need: Need, typed: Typed | null) => void
  setSort: (sort: Sort) => void
}

export const createNeedSlice: StateCreator<NeedSlice> = (set) => ({
  need: NO_NEED,
  typed: null,
  sort: 'score',
  step: 'push',
  changeNeed: (change, step = 'push') => set((state) => ({ need: { ...state.need, ...change }, typed: null, step })),
  askFor: (need, typed) => set({ need, typed, step: 'push' }),
  setSort: (sort) => set({ sort, step: 'push' }),
})
