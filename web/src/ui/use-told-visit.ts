import type { VisitKind } from '@tvl/model'
import { useEffect } from 'react'
import { tellVisit } from '../api/visits.ts'

/** What stands this long has been looked at; what is passed over on the way is not counted. */
const LOOK_MS = 3000

/** Tells once that what is on the screen was looked at. `zones` null: it is not there yet. */
export function useToldVisit(kind: VisitKind, zones: readonly string[] | null): void {
  const about = zones?.join(' ') ?? null
  useEffect(() => {
    if (about === null) return
    const timer = setTimeout(() => tellVisit(kind, about === '' ? [] : about.split(' ')), LOOK_MS)
    return () => clearTimeout(timer)
  }, [kind, about])
}
