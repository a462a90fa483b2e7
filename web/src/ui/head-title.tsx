import type { ReactNode } from 'react'
import { createPortal } from 'react-dom'
import { create } from 'zustand'

/** The place in the head where a page may put its own title on a phone; null where the head has none. */
export const useHeadSlot = create<{ element: HTMLElement | null }>(() => ({ element: null }))

/** A page's title: in the head of a phone, where every line counts; else where it stands in the page. */
export function HeadTitle({ children }: { children: ReactNode }) {
  const element = useHeadSlot((state) => state.element)
  return element ? createPortal(children, element) : children
}
