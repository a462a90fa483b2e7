import type { Provenance } from '@tvl/model'

/** Numbers of the sources of a page: 1 for the first that a reader meets, each source once. */
export function numberSources(figures: readonly (Provenance | null)[]): ReadonlyMap<string, number> {
  const numbers = new Map<string, number>()
  for (const figure of figures)
    for (const id of figure?.sources ?? []) if (!numbers.has(id)) numbers.set(id, numbers.size + 1)
  return numbers
}

/** Numbers as a note prints them: in order, neighbours of three and more as a range (`1–3, 5`). */
export function printNumbers(numbers: readonly number[]): string {
  const sorted = [...new Set(numbers)].sort((a, b) => a - b)
  const parts: string[] = []
  for (let i = 0; i < sorted.length; ) {
    let end = i
    while (sorted[end + 1] === (sorted[end] ?? 0) + 1) end++
    if (end - i >= 2) parts.push(`${sorted[i]}–${sorted[end]}`)
    else parts.push(...sorted.slice(i, end + 1).map(String))
    i = end + 1
  }
  return parts.join(', ')
}
