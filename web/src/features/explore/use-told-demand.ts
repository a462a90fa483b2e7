import { demandShape, type Need, weekOf } from '@tvl/model'
import { useEffect } from 'react'
import { tellDemand } from '../../api/demand.ts'
import { queryClient } from '../../api/query-client.ts'
import { type Session, sessionQuery } from '../../api/session.ts'
import { asOf } from '../../state/as-of.ts'
import { useToldDemand } from '../../state/told-demand.ts'

/** A need that stands this long is what somebody looks for, and no step on the way to it. */
const SETTLED_MS = 10_000

/** Global Privacy Control (https://globalprivacycontrol.org): who sets it is not counted. */
const asksNotToBeCounted = () => 'globalPrivacyControl' in navigator && navigator.globalPrivacyControl === true

/** Those who keep the catalogue try things out; their own searches are no demand. */
const isSignedIn = () => queryClient.getQueryData<Session>(sessionQuery.queryKey)?.person != null

/**
 * Tells the server, anonymously and coarsely, what is looked for: one shape a week for each size, so that nobody counts
 * twice in a group. Help says so in words.
 * @param today the catalogue’s day; null while it is not read
 */
export function useToldDemandOf(need: Need, today: string | null): void {
  useEffect(() => {
    // Nor is a search of the past.
    if (today === null || asOf !== null || asksNotToBeCounted() || isSignedIn()) return
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
