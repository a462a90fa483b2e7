import type { Table } from '../../catalogue/table.ts'
import type { Expr } from '../../cql2/ast.ts'
import { type Bbox, ordinaryBoxes } from '../parameters/bbox.ts'
import type { Place } from './order.ts'
import type { Question } from './question.ts'
import { isInside, type Runs, runsOf, touches } from './runs.ts'
import type { Match, SnapshotIndex } from './snapshot-index.ts'

export interface Page {
  /** Rows of the collection, in the order asked for. */
  readonly rows: readonly number[]
  readonly matched: number
  /** Where this page ends, if there is more. */
  readonly next: Place | null
}

/**
 * Finds one page of the items that answer a question, and counts them all.
 * @param after where the page before ended; null = the first page
 * @throws {Cql2Error} for a filter that cannot be used on the collection
 */
export async function selectPage(
  index: SnapshotIndex,
  table: Table,
  question: Question,
  after: Place | null,
  limit: number,
): Promise<Page> {
  const match = await index.match(table, question)
  const runs = runsOf(table)
  const boxed = question.bbox ? await runsInBox(index, table, runs, question.bbox) : null
  const matched = countIn(runs, boxed, match, table.count)
  const order = index.order(table, question)
  // One more than fits tells whether there is a next page.
  const wanted = limit + 1
  if (order) {
    const runOfRow = boxed ? runOf(runs, table.count) : null
    const rows: number[] = []
    for (let i = after ? order.after(after) : 0; i < order.rows.length && rows.length < wanted; i++) {
      const row = order.rows[i] as number
      if (match && match.mask[row] !== 1) continue
      if (boxed && runOfRow && boxed[runOfRow[row] as number] !== 1) continue
      rows.push(row)
    }
    return page(rows, limit, matched, order.placeOf)
  }
  const rows = inOrderOfIds(runs, boxed, match, after ? firstAfter(table, after.id) : 0, wanted)
  return page(rows, limit, matched, (row) => ({ values: [], id: table.ids[row] ?? '' }))
}

function page(rows: number[], limit: number, matched: number, placeOf: (row: number) => Place): Page {
  if (rows.length <= limit) return { rows, matched, next: null }
  rows.length = limit
  return { rows, matched, next: placeOf(rows[limit - 1] as number) }
}

/** Walks the rows from `first` on and stops at the limit. */
function inOrderOfIds(runs: Runs, boxed: Uint8Array | null, match: Match | null, first: number, wanted: number) {
  const rows: number[] = []
  for (let run = runAt(runs, first); run < runs.count && rows.length < wanted; run++) {
    if (boxed && boxed[run] !== 1) continue
    if (match && match.before[run] === match.before[run + 1]) continue
    const end = runs.start[run + 1] as number
    for (let row = Math.max(runs.start[run] as number, first); row < end && rows.length < wanted; row++) {
      if (!match || match.mask[row] === 1) rows.push(row)
    }
  }
  return rows
}

function countIn(runs: Runs, boxed: Uint8Array | null, match: Match | null, rows: number): number {
  if (!boxed) return match ? (match.before[runs.count] as number) : rows
  const before = match ? match.before : runs.start
  let count = 0
  for (let run = 0; run < runs.count; run++) {
    if (boxed[run] === 1) count += (before[run + 1] as number) - (before[run] as number)
  }
  return count
}

/**
 * The runs whose geometry intersects the box: one byte each. The box of a geometry decides where it lies wholly inside
 * or wholly outside; in between, the shape itself is asked.
 */
async function runsInBox(index: SnapshotIndex, table: Table, runs: Runs, bbox: Bbox): Promise<Uint8Array> {
  const boxes = ordinaryBoxes(bbox)
  const inBox = new Uint8Array(runs.count)
  const unsure = new Uint8Array(table.count)
  let isUnsure = false
  for (const box of boxes) {
    for (let run = 0; run < runs.count; run++) {
      if (inBox[run] === 1 || !touches(runs, run, box)) continue
      if (runs.isPoints || isInside(runs, run, box)) inBox[run] = 1
      else {
        unsure.fill(1, runs.start[run], runs.start[run + 1])
        isUnsure = true
      }
    }
  }
  if (!isUnsure) return inBox
  const tests = boxes.map(intersects)
  const [only] = tests
  await index.narrow(
    table,
    unsure,
    tests.length === 1 && only ? [only] : [{ type: 'call', op: 'or', args: tests }],
    'fr',
  )
  for (let run = 0; run < runs.count; run++) {
    for (let row = runs.start[run] as number; row < (runs.start[run + 1] as number); row++) {
      if (unsure[row] === 1) inBox[run] = 1
    }
  }
  return inBox
}

const intersects = (box: Bbox): Expr => ({
  type: 'call',
  op: 's_intersects',
  args: [
    { type: 'property', name: 'geometry' },
    { type: 'bbox', value: box },
  ],
})

/** The run that a row is in. */
function runAt(runs: Runs, row: number): number {
  let low = 0
  let high = runs.count
  while (low < high) {
    const middle = (low + high) >> 1
    if ((runs.start[middle + 1] as number) > row) high = middle
    else low = middle + 1
  }
  return low
}

const runOfRows = new WeakMap<Runs, Uint32Array>()

function runOf(runs: Runs, rows: number): Uint32Array {
  const known = runOfRows.get(runs)
  if (known) return known
  const made = new Uint32Array(rows)
  for (let run = 0; run < runs.count; run++) made.fill(run, runs.start[run], runs.start[run + 1])
  runOfRows.set(runs, made)
  return made
}

function firstAfter(table: Table, id: string): number {
  let low = 0
  let high = table.count
  while (low < high) {
    const middle = (low + high) >> 1
    if ((table.ids[middle] ?? '') > id) high = middle
    else low = middle + 1
  }
  return low
}
