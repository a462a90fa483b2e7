import { type ReactNode, useSyncExternalStore } from 'react'
import { IntlProvider } from 'use-intl'
import { useApp } from '../state/store.ts'
import { LOCALES } from './languages.ts'
import { messagesOf, onMessages } from './load-messages.ts'
import type { Messages } from './messages.ts'

/** Gives the page its phrases. A missing phrase shows its key, and the browser tests fail on the console error. */
export function Phrases({ children }: { children: ReactNode }) {
  const language = useApp((state) => state.language)
  const messages = useSyncExternalStore(onMessages, () => messagesOf(language))
  return (
    // Instants are put on the clocks of Morocco before they are formatted (`onMoroccoClock`).
    // Plural rules and digits follow the locale; `Locale` is our own short name for it.
    <IntlProvider locale={LOCALES[language] as typeof language} messages={messages as Messages} timeZone="UTC">
      {children}
    </IntlProvider>
  )
}
