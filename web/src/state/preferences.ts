import type { Currency, Language } from '@tvl/model'
import { create } from 'zustand'
import { persist } from 'zustand/middleware'
import type { Units } from '../i18n/format.ts'

export const THEMES = ['auto', 'light', 'dark'] as const
export type Theme = (typeof THEMES)[number]

export interface Preferences {
  theme: Theme
  currency: Currency
  units: Units
  /** The language last chosen by hand, for the next visit without one in the address. */
  language: Language | null
  /** Keys of one letter answer where they are offered. Off for whoever dictates or slips. */
  singleKeys: boolean
  set: (change: Partial<Omit<Preferences, 'set'>>) => void
}

/** How this reader likes to read; stays in this browser and never in a link. */
export const usePreferences = create<Preferences>()(
  persist((set) => ({ theme: 'auto', currency: 'MAD', units: 'metric', language: null, singleKeys: true, set }), {
    name: 'tvl.preferences',
    version: 1,
  }),
)
