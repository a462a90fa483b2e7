import { useQuery } from '@tanstack/react-query'
import type { FrozenShortlist, Source } from '@tvl/model'
import { createContext, type ReactNode, use } from 'react'
import { collectionQuery } from '../api/features.ts'

type Sources = readonly { id: string; properties: Source }[]

const Frozen = createContext<Sources | null>(null)

/** Below this, the sources of figures are those that were frozen with them, not today’s. */
export function FrozenSources({ frozen, children }: { frozen: FrozenShortlist; children: ReactNode }) {
  return <Frozen value={frozen.sources}>{children}</Frozen>
}

/** The sources that figures cite. */
export function useSources(): { sources: Sources | undefined; isError: boolean } {
  const frozen = use(Frozen)
  const { data, isError } = useQuery({ ...collectionQuery('sources'), enabled: frozen === null })
  return { sources: frozen ?? data, isError }
}
