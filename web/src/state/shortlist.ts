import { create } from 'zustand'
import { persist } from 'zustand/middleware'

interface Shortlist {
  /** Ids of zones, in the order they were kept. */
  ids: readonly string[]
  toggle: (id: string) => void
  clear: () => void
}

/** The basket. It lies in this browser alone: nothing of it is sent anywhere. */
export const useShortlist = create<Shortlist>()(
  persist(
    (set) => ({
      ids: [],
      toggle: (id) =>
        set(({ ids }) => ({ ids: ids.includes(id) ? ids.filter((other) => other !== id) : [...ids, id] })),
      clear: () => set({ ids: [] }),
    }),
    { name: 'tvl.shortlist', version: 1 },
  ),
)
