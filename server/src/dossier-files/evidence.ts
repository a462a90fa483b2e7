import { type Grade, type ProvenanceByProperty, provenanceOf } from '@tvl/model'
import { GRADES } from '@tvl/model/schema'

/** How firm a figure is and who says so. */
export interface Evidence {
  grade: Grade
  /** Ids of the sources that are frozen beside. */
  sources: readonly string[]
  /** As the source has it: day, month, year or its own words. */
  asOf: string | null
}

/** What a record says of one of its figures; null: nothing stands for it. */
export function evidenceOf(
  record: { properties: { provenance: ProvenanceByProperty } } | null,
  property: string,
): Evidence | null {
  const found = record === null ? null : provenanceOf(record.properties, property)
  return found && { grade: found.grade, sources: found.sources, asOf: found.asOf }
}

/**
 * Of a figure computed from others: at best `firmest`, and invented as soon as one of them is. Its date is theirs.
 */
export function computedFrom(parts: readonly (Evidence | null)[], firmest: Grade = 'derived'): Evidence {
  const known = parts.filter((part) => part !== null)
  const grade = known.reduce<Grade>(
    (weakest, part) => (GRADES.indexOf(part.grade) > GRADES.indexOf(weakest) ? part.grade : weakest),
    firmest,
  )
  return { grade, sources: [...new Set(known.flatMap(({ sources }) => sources))], asOf: null }
}

export const isInvented = (evidence: Evidence | null): boolean => evidence?.grade === 'illustrative'
