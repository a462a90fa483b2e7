import { create } from 'zustand'

interface AskedState {
  /** Zones that the open form is about; null: no form is open over the page. */
  about: readonly string[] | null
  /** Path of the page that it was opened on. */
  on: string
  /** Token of the link whose page it was opened on. */
  share: string | null
  open: (about: readonly string[], share?: string) => void
  close: () => void
}

/** The form over the page: opened from the head of a zone or a comparison, shown by the application. */
export const useAsked = create<AskedState>()((set) => ({
  about: null,
  on: '',
  share: null,
  open: (about, share) => set({ about, on: location.pathname, share: share ?? null }),
  close: () => set({ about: null, share: null }),
}))
