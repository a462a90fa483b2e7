import { create } from 'zustand'
import { persist } from 'zustand/middleware'

interface ToldDemand {
  /** Monday of the week that `bands` are of. */
  week: string
  /** Sizes of search that this browser has told of this week. */
  bands: readonly string[]
  note: (week: string, band: string) => void
}

/**
 * What this browser has told of its searches this week, so that each size is told once. It stays here: without it the
 * server would have to know who asks.
 */
export const useToldDemand = create<ToldDemand>()(
  persist(
    (set) => ({
      week: '',
      bands: [],
      note: (week, band) => set((state) => ({ week, bands: state.week === week ? [...state.bands, band] : [band] })),
    }),
    { name: 'tvl.told-demand', version: 1 },
  ),
)
