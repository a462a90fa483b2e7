import { create } from 'zustand'

interface AskedState {
  /** Zones that the open form is about; null: no form is open over the page. */
  about: readonly string[] | null
  open: (about: readonly string[]) => void
  close: () => void
}

/** The form over the page: opened from the head of a zone or a comparison, shown by the application. */
export const useAsked = create<AskedState>()((set) => ({
  about: null,
  open: (about) => set({ about }),
  close: () => set({ about: null }),
}))
