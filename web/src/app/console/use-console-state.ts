import { useMemo } from 'react'
import { useMyPlaces } from '../../api/my-places.ts'
import type { ConsoleState } from '../../state/console.ts'
import { useApp } from '../../state/store.ts'

/** What the console stands on: null until it is read, and while nobody is signed in. */
export function useConsoleState(): { state: ConsoleState | null; error: Error | null; isOut: boolean } {
  const { person, zones, error, isReading } = useMyPlaces()
  const wanted = useApp((app) => app.params.zone)
  const zone = zones.find(({ id }) => id === wanted) ?? zones[0] ?? null
  const state = useMemo(() => (person && !isReading ? { person, zones, zone } : null), [person, isReading, zones, zone])
  return { state, error, isOut: !isReading && !error && !person }
}
