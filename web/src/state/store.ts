import { create } from 'zustand'
import { type CameraSlice, createCameraSlice } from './camera-slice.ts'
import { createLanguageSlice, type LanguageSlice } from './language-slice.ts'
import { createNeedSlice, type NeedSlice } from './need-slice.ts'
import { createPageSlice, type PageSlice } from './page-slice.ts'
import { createSelectionSlice, type SelectionSlice } from './selection-slice.ts'

export type AppState = LanguageSlice & NeedSlice & SelectionSlice & CameraSlice & PageSlice

/** What the address holds, and what passes (hover, drawing). Components read it by selector. */
export const useApp = create<AppState>()((...all) => ({
  ...createLanguageSlice(...all),
  ...createNeedSlice(...all),
  ...createSelectionSlice(...all),
  ...createCameraSlice(...all),
  ...createPageSlice(...all),
}))
