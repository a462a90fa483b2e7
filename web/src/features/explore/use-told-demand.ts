import { demandShape, type Need, weekOf } from '@tvl/model'
import { useEffect } from 'react'
import { isCounted } from '../../api/counted.ts'
import { tellDemand } from '../../api/demand.ts'
import { useToldDemand } from '../../state/told-demand.ts'

/** A need that stands this long is what somebody looks for, and no step on the way to it. */
const SETTLED_MS = 10_000

/**
 * Tells the server, anonymously and coarsely, what is looked for: one shape a week for each size, so that nobody counts
 * twice in a group. Help says so in words.
 * @param today the catalogue’s day; null while it is not read
 */
export function useToldDemandOf(need: Need, today: string | null): void {
  useEffect(() => {
    if (today === null || !isCounted()) return
    const shape = demandShape(need, today)
    if (!shape) return
    const week = weekOf(today)
    const band = `${shape.seats ?? 'any'} ${shape.contiguous}`
    const timer = setTimeout(() => {
      const told = useToldDemand.getState()
      if (told.week === week && told.bands.includes(band)) return
      void tellDemand(shape).then((isTold) => isTold && told.note(week, band))
    }, SETTLED_MS)
    return () => clearTimeout(timer)
  }, [need, today])
}
