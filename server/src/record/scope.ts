import { grantFor, maySomewhere, NOWHERE } from '@tvl/model'
import type { FastifyRequest } from 'fastify'
import type { Snapshot } from '../catalogue/snapshot.ts'
import { requireRight } from '../identity/caller.ts'
import { placeOfBuilding, placeOfZone } from '../identity/places.ts'

/** What a reader of the record sees of it; null: all of it. */
export type Scope = { zones: readonly string[]; buildings: readonly string[] } | null

const ACTION = 'read-record'

/**
 * The part of the record that the caller may read. A zone or building that is asked for by name must lie in it.
 * @throws as `requireRight`
 */
export function scopeOf(
  request: FastifyRequest,
  snapshot: Snapshot,
  asked: { zone?: string | undefined; building?: string | undefined },
): Scope {
  const { caller } = request
  const grants = caller.kind === 'anonymous' ? [] : caller.grants
  if (!maySomewhere(grants, ACTION)) requireRight(request, ACTION, NOWHERE)
  if (grantFor(grants, ACTION, NOWHERE)) return null
  if (asked.zone !== undefined) requireRight(request, ACTION, placeOfZone(snapshot, asked.zone))
  if (asked.building !== undefined) requireRight(request, ACTION, placeOfBuilding(snapshot, asked.building))
  return {
    zones: snapshot.collection('zones').ids.filter((id) => grantFor(grants, ACTION, placeOfZone(snapshot, id))),
    buildings: grants.flatMap(({ territory }) => (territory.kind === 'building' ? [territory.id] : [])),
  }
}
