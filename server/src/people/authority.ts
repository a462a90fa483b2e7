import { type Grant, holds, type Territory } from '@tvl/model'
import type { FastifyRequest } from 'fastify'
import { type Kysely, sql } from 'kysely'
import type { Snapshot } from '../catalogue/snapshot.ts'
import { ProblemError } from '../http/problem.ts'
import { requireRight } from '../identity/caller.ts'
import { nameOfTerritory, placeOfTerritory } from '../identity/places.ts'
import type { Author } from '../storage/commit.ts'
import type { Database } from '../storage/database.ts'

/** Whether a caller with these grants administers people in a territory. */
export function administers(snapshot: Snapshot, grants: readonly Grant[], territory: Territory): boolean {
  const place = placeOfTerritory(snapshot, territory)
  return grants.some(({ role, territory: own }) => role === 'administrator' && holds(own, place))
}

/** Refuses who administers people nowhere at all. @throws as `requireRight` */
export function requireAdministrator(request: FastifyRequest, snapshot: Snapshot): Author {
  const { caller } = request
  const own = caller.kind === 'anonymous' ? undefined : caller.grants.find(({ role }) => role === 'administrator')
  return requireRight(request, 'manage-people', placeOfTerritory(snapshot, own?.territory ?? { kind: 'national' }))
}

/**
 * Refuses a grant that is not the caller’s to give: beyond their territory, or in the name of somebody else’s
 * organisation. Operators’ names may be given by whoever administers the place.
 * @throws ProblemError 403 `right.missing`, 403 `organisation.not-yours`, 422 `territory.unknown` or `organisation.unknown`
 */
export async function requireGiver(
  request: FastifyRequest,
  { db, snapshot }: { db: Kysely<Database>; snapshot: Snapshot },
  { territory, organisationId }: Grant,
): Promise<Author> {
  const author = requireRight(request, 'manage-people', placeOfTerritory(snapshot, territory))
  if (territory.kind !== 'national' && !nameOfTerritory(snapshot, territory)) {
    throw new ProblemError('territory.unknown', 422, `There is no ${territory.kind} ${territory.id}.`)
  }
  await requireOrganisation(request, db, organisationId)
  return author
}

/** @throws ProblemError 403 `organisation.not-yours` or 422 `organisation.unknown` */
export async function requireOrganisation(request: FastifyRequest, db: Kysely<Database>, id: string): Promise<void> {
  const { rows } = await sql<{ kind: string }>`select kind from organisation where id = ${id}`.execute(db)
  const [organisation] = rows
  if (!organisation) throw new ProblemError('organisation.unknown', 422, `There is no organisation ${id}.`)
  const { caller } = request
  if (caller.kind === 'anonymous' || organisation.kind === 'operator' || id === caller.organisationId) return
  const isNational = caller.grants.some(
    ({ role, territory }) => role === 'administrator' && territory.kind === 'national',
  )
  if (!isNational) throw new ProblemError('organisation.not-yours', 403, `Only ${id} acts in the name of ${id}.`)
}

export interface RightsEvent {
  actorId: string | null
  action:
    | 'grant'
    | 'withdraw'
    | 'invite'
    | 'revoke-invitation'
    | 'join'
    | 'erase'
    | 'remove-factors'
    | 'issue-token'
    | 'revoke-token'
    | 'organisation'
  subjectId: string
  detail?: Record<string, unknown>
}

/** Keeps who changed whose rights. No names and no addresses: an erased person is gone from it too. */
export async function noteRights(db: Kysely<Database>, event: RightsEvent, at: Date): Promise<void> {
  const { actorId, action, subjectId, detail = {} } = event
  await sql`insert into rights_event (at, actor_id, action, subject_id, detail)
    values (${at}, ${actorId}, ${action}, ${subjectId}, ${JSON.stringify(detail)}::jsonb)`.execute(db)
}
