import { type Grant, may, NOWHERE, type Place } from '@tvl/model'
import type { FastifyRequest } from 'fastify'
import { sql } from 'kysely'
import { requireRight } from '../identity/caller.ts'
import type { Author } from '../storage/commit.ts'

/** Where an enquiry lies: in each region that it concerns, or nowhere but in the country. */
const placesOf = (regions: readonly string[]): Place[] =>
  regions.length === 0 ? [NOWHERE] : regions.map((regionId) => ({ ...NOWHERE, regionId }))

export const mayAnswer = (grants: readonly Grant[], { regions }: { regions: readonly string[] }): boolean =>
  placesOf(regions).some((place) => may(grants, 'answer-enquiries', place))

/** @throws as `requireRight`, for one of its regions */
export function requireAnswerer(request: FastifyRequest, { regions }: { regions: readonly string[] }): Author {
  const { caller } = request
  const grants = caller.kind === 'anonymous' ? [] : caller.grants
  const places = placesOf(regions)
  return requireRight(
    request,
    'answer-enquiries',
    places.find((place) => may(grants, 'answer-enquiries', place)) ?? places[0] ?? NOWHERE,
  )
}

/** The same as a condition on `enquiry`, so that a list is read a page at a time. */
export function withinTerritory(grants: readonly Grant[]) {
  const answering = grants.filter((grant) => may([grant], 'answer-enquiries', placeOf(grant)))
  if (answering.some(({ territory }) => territory.kind === 'national')) return sql`true`
  const regions = answering.flatMap(({ territory }) => (territory.kind === 'region' ? [territory.id] : []))
  return sql`regions && ${regions}::text[]`
}

const placeOf = ({ territory }: Grant): Place =>
  territory.kind === 'region' ? { ...NOWHERE, regionId: territory.id } : NOWHERE
