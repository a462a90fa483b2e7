import { type Grant, maySomewhere } from '@tvl/model'
import type { FastifyRequest } from 'fastify'
import type { Kysely } from 'kysely'
import type { Snapshot } from '../catalogue/snapshot.ts'
import { ProblemError } from '../http/problem.ts'
import { requireSomewhere } from '../identity/somewhere.ts'
import type { Author } from '../storage/commit.ts'
import type { Database } from '../storage/database.ts'
import { type Freeze, freezeById } from './freezes.ts'
import { type StoredShortlist, shortlistById } from './store.ts'

/** Who keeps shortlists, and in whose names: those of other organisations are as if they were not there. */
export interface Keeper extends Author {
  organisationIds: readonly string[]
  /** In whose name something new is made. */
  organisationId: string
}

/** The organisations in whose names somebody with these grants keeps shortlists. */
export const keptFor = (grants: readonly Grant[]): string[] => [
  ...new Set(
    grants.filter((grant) => maySomewhere([grant], 'keep-shortlists')).map(({ organisationId }) => organisationId),
  ),
]

/** @throws ProblemError as `requireRight` */
export function requireKeeper(request: FastifyRequest, snapshot: Snapshot): Keeper {
  const author = requireSomewhere(request, 'keep-shortlists', snapshot)
  const { caller } = request
  const grants = caller.kind === 'anonymous' ? [] : caller.grants
  const organisationIds = keptFor(grants)
  return { ...author, organisationIds, organisationId: author.organisationId ?? organisationIds[0] ?? '' }
}

/** @throws ProblemError 404 `shortlist.unknown` */
export async function ownShortlist(db: Kysely<Database>, id: string, keeper: Keeper): Promise<StoredShortlist> {
  const found = await shortlistById(db, id, keeper.organisationIds)
  if (!found) throw new ProblemError('shortlist.unknown', 404, 'There is no such shortlist here.')
  return found
}

/** @throws ProblemError 404 `freeze.unknown` */
export async function ownFreeze(db: Kysely<Database>, id: string, keeper: Keeper): Promise<Freeze> {
  const freeze = await freezeById(db, id)
  const isOwn = freeze && (await shortlistById(db, freeze.shortlistId, keeper.organisationIds))
  if (!freeze || !isOwn) throw new ProblemError('freeze.unknown', 404, 'Nothing of yours was frozen under this id.')
  return freeze
}
