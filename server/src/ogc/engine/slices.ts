import { setImmediate as nextTurn } from 'node:timers/promises'

const SLICE_MS = 6
const ROWS_BETWEEN_LOOKS = 512

/** Walks rows without holding the event loop for longer than a few milliseconds: a costly filter slows only itself. */
export async function eachRow(count: number, visit: (row: number) => void): Promise<void> {
  let since = performance.now()
  for (let row = 0; row < count; row++) {
    visit(row)
    if (row % ROWS_BETWEEN_LOOKS === ROWS_BETWEEN_LOOKS - 1 && performance.now() - since > SLICE_MS) {
      await nextTurn()
      since = performance.now()
    }
  }
}

/** Runs steps one after the other, with turns for others between them. */
export async function eachStep(steps: readonly (() => void)[]): Promise<void> {
  let since = performance.now()
  for (const step of steps) {
    step()
    if (performance.now() - since <= SLICE_MS) continue
    await nextTurn()
    since = performance.now()
  }
}
