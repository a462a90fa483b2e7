import type { Table } from '../../catalogue/table.ts'
import type { Bbox } from '../parameters/bbox.ts'

/**
 * The rows of a collection as runs that share one bounding box: the offices of a building, mostly. A box is then put to
 * some thousands of runs instead of 100,000 rows, and the matches before each run are known beforehand.
 */
export interface Runs {
  readonly count: number
  /** First row of each run, and after the last run the number of rows. */
  readonly start: Uint32Array
  readonly west: Float64Array
  readonly south: Float64Array
  readonly east: Float64Array
  readonly north: Float64Array
  /** Whether every geometry is a point (or none). */
  readonly isPoints: boolean
}

export function runsOf(table: Table): Runs {
  const known = runs.get(table)
  if (known) return known
  const made = computeRuns(table)
  runs.set(table, made)
  return made
}

const runs = new WeakMap<Table, Runs>()

function computeRuns(table: Table): Runs {
  const { boxes } = table.positions
  const starts: number[] = []
  let isPoints = true
  for (let row = 0; row < table.count; row++) {
    const at = row * 4
    const isPoint = Number.isNaN(boxes[at]) || (boxes[at] === boxes[at + 2] && boxes[at + 1] === boxes[at + 3])
    isPoints &&= isPoint
    // Two shapes can share a box and still differ.
    let isSame = row > 0 && isPoint
    for (let i = 0; i < 4 && isSame; i++) isSame = Object.is(boxes[at + i], boxes[at + i - 4])
    if (!isSame) starts.push(row)
  }
  const side = (i: number) => Float64Array.from(starts, (row) => boxes[row * 4 + i] ?? Number.NaN)
  return {
    count: starts.length,
    start: Uint32Array.from([...starts, table.count]),
    west: side(0),
    south: side(1),
    east: side(2),
    north: side(3),
    isPoints,
  }
}

/** Whether the box of a run touches an ordinary box; false where there is no geometry. */
export function touches(runs: Runs, run: number, box: Bbox): boolean {
  return (
    (runs.west[run] as number) <= box[2] &&
    (runs.east[run] as number) >= box[0] &&
    (runs.south[run] as number) <= box[3] &&
    (runs.north[run] as number) >= box[1]
  )
}

/** Whether the box of a run lies wholly in an ordinary box. */
export function isInside(runs: Runs, run: number, box: Bbox): boolean {
  return (
    (runs.west[run] as number) >= box[0] &&
    (runs.east[run] as number) <= box[2] &&
    (runs.south[run] as number) >= box[1] &&
    (runs.north[run] as number) <= box[3]
  )
}
