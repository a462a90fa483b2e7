/** Median of some figures. */
export function median(figures: readonly number[]): number {
  const sorted = [...figures].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  const upper = sorted[middle] ?? Number.NaN
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2
}

/** One measured line: what, the figure, and what it is held against in the same run. */
export interface Line {
  what: string
  measured: string
  aim: string
  met: boolean
}

/** Prints the lines as a table that can be pasted into a note. */
export function print(title: string, lines: readonly Line[]): void {
  console.log(`\n${title}`)
  for (const { what, measured, aim, met } of lines) {
    console.log(`  ${met ? 'met   ' : 'MISSED'}  ${what}: ${measured}  (aim: ${aim})`)
  }
}

export const ms = (value: number) => `${value.toFixed(value < 10 ? 2 : 0)} ms`
export const times = (value: number) => `${value.toFixed(2)} ×`
