import { useEffect, useState } from 'react'
import { drawnBy } from './drawn-by.ts'

/**
 * ms without a change after which a map drawn by the processor follows it. Each of its pictures takes the processor a
 * tenth of a second, in which the page around it would not be painted.
 */
export const REST_MS = 200

/** What the map is to show of the value: at once by a graphics card, and else when the page has been painted. */
export function useUnhurried<T>(value: T): T {
  const [rested, setRested] = useState(() => value)
  const isHurried = drawnBy() !== 'processor'
  useEffect(() => {
    if (isHurried || rested === value) return
    const timer = setTimeout(() => setRested(() => value), REST_MS)
    return () => clearTimeout(timer)
  }, [value, rested, isHurried])
  return isHurried ? value : rested
}
