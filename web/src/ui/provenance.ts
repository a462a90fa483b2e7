import type { Provenance, ProvenanceByProperty } from '@tvl/model'

/** The evidence of one property of a record; null when the record says nothing of it. */
export const provenanceOf = (byProperty: ProvenanceByProperty, property: string): Provenance | null =>
  byProperty[property] ?? byProperty['*'] ?? null
