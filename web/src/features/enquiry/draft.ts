import { v4 as newId } from 'uuid'
import { create } from 'zustand'
import { createJSONStorage, persist } from 'zustand/middleware'

export interface Draft {
  /** Of the enquiry: the same until it is received, so that sending twice asks once. */
  id: string
  name: string
  company: string
  email: string
  message: string
  seats: string
  trade: string
}

const EMPTY = { name: '', company: '', email: '', message: '', seats: '', trade: '' }

interface DraftState {
  draft: Draft
  change: (change: Partial<Draft>) => void
  /** A new enquiry of the same person. */
  begin: () => void
}

/** What is being typed, for as long as the tab lives: a reload or another page takes none of it away. */
export const useDraft = create<DraftState>()(
  persist(
    (set) => ({
      draft: { id: newId(), ...EMPTY },
      change: (change) => set(({ draft }) => ({ draft: { ...draft, ...change } })),
      begin: () => set(({ draft }) => ({ draft: { ...draft, id: newId(), message: '' } })),
    }),
    {
      name: 'tvl.enquiry',
      version: 1,
      storage: createJSONStorage(() => sessionStorage),
      partialize: ({ draft }) => ({ draft }),
    },
  ),
)
