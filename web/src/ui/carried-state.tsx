import { createContext, type ReactNode, useContext, useDeferredValue } from 'react'
import { useShallow } from 'zustand/react/shallow'
import { type AppState, useApp } from '../state/store.ts'
import type { UrlState } from '../state/url.ts'

const carriedOf = ({
  language,
  isLanguageChosen,
  need,
  typed,
  sort,
  selected,
  compared,
  camera,
  params,
}: AppState): UrlState => ({ language, isLanguageChosen, need, typed, sort, selected, compared, camera, params })

const Carried = createContext<UrlState | null>(null)

/**
 * What links carry along. The addresses of a long list follow a change of the need together with the list: made in the
 * task of the click, hundreds of them would hold the page.
 */
export function CarriedState({ children }: { children: ReactNode }) {
  const carried = useDeferredValue(useApp(useShallow(carriedOf)))
  return <Carried value={carried}>{children}</Carried>
}

/** The state that a link shows in its address. What it opens is read at the click, from the state as it is then. */
export function useCarriedState(): UrlState {
  const carried = useContext(Carried)
  if (!carried) throw new Error('a link of the product stands outside CarriedState')
  return carried
}
