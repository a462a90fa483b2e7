import { type RefObject, useEffect, useState } from 'react'

/** px of width from which the inset and the open legend leave enough map to read */
const WIDE = 680

/** Whether the map itself has room for an inset and an open legend, whatever the window's width. */
export function useRoom(container: RefObject<HTMLElement | null>): 'wide' | 'narrow' {
  const [room, setRoom] = useState<'wide' | 'narrow'>('narrow')
  useEffect(() => {
    if (!container.current) return
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setRoom(entry.contentRect.width >= WIDE && entry.contentRect.height >= 520 ? 'wide' : 'narrow')
    })
    observer.observe(container.current)
    return () => observer.disconnect()
  }, [container])
  return room
}
