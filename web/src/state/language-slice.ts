import type { Language } from '@tvl/model'
import type { StateCreator } from 'zustand'
import type { NeedSlice } from './need-slice.ts'

export interface LanguageSlice {
  language: Language
  /** true: the address names the language, because the reader or the sender of the link chose it. */
  isLanguageChosen: boolean
  setLanguage: (language: Language, isChosen: boolean) => void
}

export const createLanguageSlice: StateCreator<LanguageSlice & NeedSlice, [], [], LanguageSlice> = (set) => ({
  language: 'fr',
  isLanguageChosen: false,
  setLanguage: (language, isLanguageChosen) => set({ language, isLanguageChosen, step: 'replace' }),
})
