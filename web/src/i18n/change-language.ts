import type { Language } from '@tvl/model'
import { usePreferences } from '../state/preferences.ts'
import { useApp } from '../state/store.ts'
import { directionOf } from './languages.ts'
import { loadLanguage } from './load-messages.ts'

/** Switches the page to another language once its phrases are there; nothing else of the state moves. */
export async function changeLanguage(language: Language): Promise<void> {
  await loadLanguage(language)
  document.documentElement.lang = language
  document.documentElement.dir = directionOf(language)
  usePreferences.getState().set({ language })
  useApp.getState().setLanguage(language, true)
}
