import type { Provenance } from '@tvl/model'
import { GRADES } from '@tvl/model/schema'

/** Where a figure over several comes from: as firm as the least firm of them, as old as the oldest. Null for none. */
export function combined(all: readonly Provenance[]): Provenance | null {
  const [first] = all
  if (!first) return null
  const grade = GRADES[Math.max(...all.map(({ grade }) => GRADES.indexOf(grade)))] ?? first.grade
  const dates = all.flatMap(({ asOf }) => asOf ?? []).sort()
  return { grade, sources: [...new Set(all.flatMap(({ sources }) => sources))], asOf: dates[0] ?? null }
}
