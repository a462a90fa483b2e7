import type { Grade, ProvenanceByProperty } from '@tvl/model'
import {
  BEFORE_ALL_DAYS,
  COLUMN_STATUSES,
  FRESHNESS_STATES,
  type FreshnessState,
  freshness,
  isoOfDay,
  type OfficeColumns,
} from '@tvl/model'
import { provenanceOf } from '../../ui/provenance.ts'

/** What a record keeps of itself, which is no figure about the world. */
const NOT_FIGURES = new Set(['positionRadiusM'])

/** Known numbers of records, by the grade of their evidence. Unknown ones (null) are not figures. */
export function figuresByGrade(records: readonly { provenance: ProvenanceByProperty }[]): ReadonlyMap<Grade, number> {
  const counts = new Map<Grade, number>()
  for (const record of records) {
    for (const [property, value] of Object.entries(record)) {
      if (typeof value !== 'number' || NOT_FIGURES.has(property)) continue
      const grade = provenanceOf(record.provenance, property)?.grade
      if (grade) counts.set(grade, (counts.get(grade) ?? 0) + 1)
    }
  }
  return counts
}

export type OfficeFreshness = FreshnessState | 'never'

/** Offices by how fresh their last verification is today (ISO day), each on the clock of its status. */
export function officesByFreshness(columns: OfficeColumns, today: string): ReadonlyMap<OfficeFreshness, number> {
  const counts = new Map<OfficeFreshness, number>([...FRESHNESS_STATES, 'never' as const].map((state) => [state, 0]))
  for (let row = 0; row < columns.count; row++) {
    const day = columns.verifiedDay[row] ?? BEFORE_ALL_DAYS
    const status = COLUMN_STATUSES[columns.status[row] ?? 0] ?? 'free'
    const state = day === BEFORE_ALL_DAYS ? 'never' : (freshness(isoOfDay(day), status, today)?.state ?? 'never')
    counts.set(state, (counts.get(state) ?? 0) + 1)
  }
  return counts
}
