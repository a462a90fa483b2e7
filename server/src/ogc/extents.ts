import { isoOfDay } from '@tvl/model'
import { DayColumn, UNKNOWN_DAY } from '../catalogue/column.ts'
import type { Snapshot } from '../catalogue/snapshot.ts'
import type { Table } from '../catalogue/table.ts'
import type { CollectionInfo } from './collections.ts'
import type { Extent } from './documents.ts'

const extents = new WeakMap<Table, Extent>()

/** The extent of a collection in space and time. */
export function extentOf(snapshot: Snapshot, info: CollectionInfo): Extent {
  const table = snapshot.collection(info.id)
  const known = extents.get(table)
  if (known) return known
  const made: Extent = { bbox: table.extent, interval: intervalOf(table, info) }
  extents.set(table, made)
  return made
}

/** First and last known day. Open at the end where something has begun and no end is known. */
function intervalOf(table: Table, info: CollectionInfo): Extent['interval'] {
  const [start, end] = (info.time?.properties ?? []).map((property) => table.column(property))
  if (!(start instanceof DayColumn) || !(end instanceof DayColumn)) return null
  let first = Number.POSITIVE_INFINITY
  let last = Number.NEGATIVE_INFINITY
  let isOpen = info.id === 'offices'
  for (let row = 0; row < table.count; row++) {
    const from = start.days[row] ?? UNKNOWN_DAY
    const to = end.days[row] ?? UNKNOWN_DAY
    if (from !== UNKNOWN_DAY) first = Math.min(first, from)
    if (to !== UNKNOWN_DAY) last = Math.max(last, to)
    else if (from !== UNKNOWN_DAY) isOpen = true
  }
  const iso = (day: number) => (Number.isFinite(day) ? isoOfDay(day) : null)
  return [iso(first), isOpen ? null : iso(last)]
}
