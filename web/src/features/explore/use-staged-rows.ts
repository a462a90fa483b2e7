import { startTransition, useEffect, useRef, useState } from 'react'
import { afterPaint } from './use-after-paint.ts'
import type { Hit } from './use-search.ts'

/** Rows brought up to date with each frame: what fills the screen, what lies a screen further, then the rest. */
const STAGES = [12, 24, Number.POSITIVE_INFINITY]

export interface StagedRow {
  id: string
  /** the present hit; the last one of the same site while its turn has not come; null for a site that had none */
  hit: Hit | null
}

/**
 * The rows of a long list, in their new order at once and brought up to date from above, some with each frame: made anew
 * all together they would hold the page.
 */
export function useStagedRows(hits: readonly Hit[]): { rows: readonly StagedRow[]; isWhole: boolean } {
  const [done, setDone] = useState({ hits, stage: 0 })
  const last = useRef<ReadonlyMap<string, Hit>>(new Map())
  const stage = done.hits === hits ? done.stage : 0
  const ready = STAGES[stage] ?? Number.POSITIVE_INFINITY
  const isWhole = ready >= hits.length
  useEffect(() => {
    if (!isWhole) return afterPaint(() => startTransition(() => setDone({ hits, stage: stage + 1 })))
    last.current = new Map(hits.map((hit) => [hit.evaluation.zone.id, hit]))
    return
  }, [hits, stage, isWhole])
  const rows = hits.map((hit, place) => {
    const { id } = hit.evaluation.zone
    return { id, hit: place < ready ? hit : (last.current.get(id) ?? null) }
  })
  return { rows, isWhole }
}
