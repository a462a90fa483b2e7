import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react'
import { onFrame } from '../../ui/on-frame.ts'

/** Rows that one screen holds, about. */
const SCREEN = 7
/** Rows let go with each frame. */
const EACH = 4
/** Rows that the browser draws ahead of the screen, about; those further on cost nothing until they come near. */
const AHEAD = 40

/**
 * Holds back the rows of a list that has changed, apart from those on the screen, and lets them go some with each frame:
 * the browser draws a few thousand pixels ahead, and would do so for all of them at once (`data-late`, see the sheet).
 */
export function useHeldRows(...changed: readonly unknown[]): RefObject<HTMLOListElement | null> {
  const list = useRef<HTMLOListElement>(null)
  /** place of the first row on the screen, known from before: asking after a change would lay out all that changed */
  const first = useRef(0)
  useEffect(() => {
    const look = () => {
      const { top, height } = list.current?.getBoundingClientRect() ?? { top: 0, height: 0 }
      const rows = list.current?.childElementCount ?? 0
      first.current = height > 0 ? Math.max(0, Math.floor((-top * rows) / height)) : 0
    }
    document.addEventListener('scroll', look, { capture: true, passive: true })
    return () => document.removeEventListener('scroll', look, { capture: true })
  }, [])
  useLayoutEffect(() => {
    const distance = (place: number) => Math.abs(place - first.current)
    const held: { row: Element; place: number }[] = []
    for (const [place, row] of [...(list.current?.children ?? [])].entries()) {
      const isOnScreen = place >= first.current && place < first.current + SCREEN
      const isHeld = !isOnScreen && distance(place) < AHEAD
      row.toggleAttribute('data-late', isHeld)
      if (isHeld) held.push({ row, place })
    }
    held.sort((a, b) => distance(b.place) - distance(a.place))
    let stop = () => {}
    const release = () => {
      for (const { row } of held.splice(-EACH)) row.removeAttribute('data-late')
      if (held.length > 0) stop = onFrame(release)
    }
    // The browser itself takes a frame to see that a row has come near, and draws it with the next.
    let wait = 2
    const pause = () => {
      stop = onFrame(wait-- > 0 ? pause : release)
    }
    pause()
    return () => stop()
    // biome-ignore lint/correctness/useExhaustiveDependencies: what the caller says has changed
  }, changed)
  return list
}
