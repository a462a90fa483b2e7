import type { Language } from '@tvl/model'
import type { Messages, Namespace } from './messages.ts'

const files = import.meta.glob<{ default: Messages[Namespace] }>('./*/*.json')

type Loaded = Partial<Record<Namespace, Messages[Namespace]>>

const loaded: Record<Language, Loaded> = { fr: {}, ar: {}, en: {} }
const asked = new Set<Namespace>()

const listeners = new Set<() => void>()

/** For `useSyncExternalStore`: told whenever phrases were added. */
export function onMessages(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Fetches the phrases of these namespaces, each file once. Rejects when a file cannot be read. */
export async function loadNamespaces(language: Language, namespaces: readonly Namespace[]): Promise<void> {
  await Promise.all(
    namespaces.map(async (namespace) => {
      asked.add(namespace)
      if (loaded[language][namespace]) return
      const file = files[`./${language}/${namespace}.json`]
      if (!file) throw new Error(`no phrases for ${language}/${namespace}`)
      const phrases = (await file()).default
      loaded[language] = { ...loaded[language], [namespace]: phrases }
      for (const listener of listeners) listener()
    }),
  )
}

/** Fetches, in another language, everything the page has asked for so far. */
export const loadLanguage = (language: Language) => loadNamespaces(language, [...asked])

/** A new object whenever something was added, so that it can be a React snapshot. */
export const messagesOf = (language: Language): Loaded => loaded[language]
