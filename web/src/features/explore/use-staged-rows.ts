import { type RefObject, startTransition, useEffect, useMemo, useRef, useState } from 'react'
import { afterPaint } from './use-after-paint.ts'
import { useHeldRows } from './use-held-rows.ts'
import { type Hit, saysSame } from './use-search.ts'

/** Rows that fill the screen: brought up to date first. */
const FIRST = 7

const idOf = (hit: Hit) => hit.evaluation.zone.id

const readsSame = (before: readonly Hit[], after: readonly Hit[]) =>
  before.length === after.length && before.every((hit, i) => after[i] !== undefined && saysSame(hit, after[i]))

export interface StagedRow {
  id: string
  /** the present hit; the last one of the same site while its turn has not come; null for a site that had none */
  hit: Hit | null
}

export interface StagedRows {
  rows: readonly StagedRow[]
  isWhole: boolean
  /** the list that holds the rows, and nothing else */
  list: RefObject<HTMLOListElement | null>
}

/**
 * The rows of a long list, put in their new order and brought up to date in two steps: all together they would hold the
 * page. What has not had its turn stands below as it stood before, if it still answers. An answer that reads as the last
 * one did changes nothing.
 */
export function useStagedRows(answer: readonly Hit[]): StagedRows {
  const [done, setDone] = useState<readonly Hit[] | null>(null)
  const hits = useMemo(() => (done && readsSame(done, answer) ? done : answer), [done, answer])
  const last = useRef<readonly Hit[]>([])
  const isWhole = done === hits || hits.length <= FIRST
  const list = useHeldRows(hits, isWhole)
  useEffect(() => {
    if (!isWhole) return afterPaint(() => startTransition(() => setDone(hits)))
    last.current = hits
    return
  }, [hits, isWhole])
  return useMemo(() => {
    if (isWhole) return { rows: hits.map((hit) => ({ id: idOf(hit), hit })), isWhole, list }
    const rows: StagedRow[] = hits.slice(0, FIRST).map((hit) => ({ id: idOf(hit), hit }))
    const waiting = new Set(hits.slice(FIRST).map(idOf))
    for (const hit of last.current) if (waiting.delete(idOf(hit))) rows.push({ id: idOf(hit), hit })
    for (const id of waiting) rows.push({ id, hit: null })
    return { rows, isWhole, list }
  }, [hits, isWhole, list])
}
