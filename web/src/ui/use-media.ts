import { useSyncExternalStore } from 'react'

/** Whether a media query holds, now and later. */
export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (listener) => {
      const list = matchMedia(query)
      list.addEventListener('change', listener)
      return () => list.removeEventListener('change', listener)
    },
    () => matchMedia(query).matches,
  )
}

/** The widths of the layout (NOTES: facets become a sheet under 1100 px, the map a tab under 720 px). */
export const NARROW = '(max-width: 1099.98px)'
export const PHONE = '(max-width: 719.98px)'
