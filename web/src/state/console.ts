import type { Zone } from '@tvl/model'
import { createContext, useContext } from 'react'
import type { Feature } from '../api/features.ts'
import type { Person } from '../api/session.ts'

/** What every page of the console stands on. */
export interface ConsoleState {
  person: Person
  /** Zones of which the person may change something; empty for readers. */
  zones: readonly Feature<Zone>[]
  /** The one looked at; null when there is none. */
  zone: Feature<Zone> | null
}

export const ConsoleContext = createContext<ConsoleState | null>(null)

/** @throws Error outside the console */
export function useConsole(): ConsoleState {
  const state = useContext(ConsoleContext)
  if (!state) throw new Error('not within the console')
  return state
}
