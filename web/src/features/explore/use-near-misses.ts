import { type NearMiss, nearMissesInSteps } from '@tvl/model'
import { startTransition, useEffect, useState } from 'react'
import type { ZoneIndex } from '../../api/zone-index.ts'
import { inSlices } from './in-slices.ts'
import { afterPaint } from './use-after-paint.ts'
import type { Search } from './use-search.ts'

const NONE: readonly NearMiss[] = []

/** What one change would admit. Costs several evaluations: it is counted after the hits stand on the screen. */
export function useNearMisses(zoneIndex: ZoneIndex | null, search: Search | null): readonly NearMiss[] {
  const [misses, setMisses] = useState(NONE)
  useEffect(() => {
    if (!zoneIndex || !search) return
    const show = (found: readonly NearMiss[]) =>
      startTransition(() => setMisses((before) => (found.length + before.length === 0 ? before : found)))
    let stop = afterPaint(() => {
      stop = inSlices(nearMissesInSteps(zoneIndex.index, search.evaluation, zoneIndex.context), show)
    })
    return () => stop()
  }, [zoneIndex, search])
  return misses
}
