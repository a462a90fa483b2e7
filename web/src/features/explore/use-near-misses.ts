import { type NearMiss, nearMissesInSteps } from '@tvl/model'
import { startTransition, useEffect, useState } from 'react'
import type { ZoneIndex } from '../../api/zone-index.ts'
import { inSlices } from '../../ui/in-slices.ts'
import { afterPaint } from './use-after-paint.ts'
import type { Search } from './use-search.ts'

/** An answer with its near misses: what the map draws, once. */
export interface Settled {
  search: Search
  misses: readonly NearMiss[]
}

/**
 * The answer with what one change would admit. That costs several evaluations: it is counted after the hits stand on the
 * screen, and until then the last one is given.
 */
export function useNearMisses(zoneIndex: ZoneIndex | null, search: Search | null): Settled | null {
  const [settled, setSettled] = useState<Settled | null>(null)
  useEffect(() => {
    if (!zoneIndex || !search) return
    const show = (found: readonly NearMiss[]) =>
      startTransition(() =>
        setSettled((before) => ({
          search,
          misses: before && before.misses.length + found.length === 0 ? before.misses : found,
        })),
      )
    let stop = afterPaint(() => {
      stop = inSlices(nearMissesInSteps(zoneIndex.index, search.evaluation, zoneIndex.context), show)
    })
    return () => stop()
  }, [zoneIndex, search])
  return settled
}
