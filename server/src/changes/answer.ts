import type { ChangeAnswer } from '@tvl/model'
import { maySomewhere, NOWHERE } from '@tvl/model'
import type { FastifyRequest } from 'fastify'
import { ProblemError } from '../http/problem.ts'
import { requireRight } from '../identity/caller.ts'
import { negotiateLanguage } from '../ogc/negotiate.ts'
import { readQuery } from '../ogc/parameters/query-string.ts'
import type { Applied, ApplyOptions, Writing } from './apply.ts'
import { type Key, readKeysOf } from './records.ts'

/** Before a body is read: who may write nowhere need not send one. */
export async function refuseWhoWritesNothing(request: FastifyRequest): Promise<void> {
  const { caller } = request
  const may = caller.kind !== 'anonymous' && maySomewhere(caller.grants, 'change-inventory')
  if (!may) requireRight(request, 'change-inventory', NOWHERE)
}

/** The caller as a writer. @throws ProblemError `sign-in.required`, 401 */
export function writerOf(request: FastifyRequest): ApplyOptions {
  const { caller } = request
  if (caller.kind === 'anonymous') throw new ProblemError('sign-in.required', 401, 'Sign in, or send an API token.')
  return { actorId: caller.id, permit: (action, place) => requireRight(request, action, place) }
}

/**
 * What a writer gets: the commit, its version, and the records as they are served now.
 * @param keys the records that were asked for, else those that the commit changed
 */
export async function answerOf(
  on: Writing,
  request: FastifyRequest,
  applied: Applied,
  keys?: readonly Key[],
): Promise<ChangeAnswer> {
  const { commit, version, snapshot } = applied
  const language = negotiateLanguage(request, readQuery(request.url))
  const asked = applied.isRepeated ? undefined : keys
  const written = asked ?? (commit ? await readKeysOf(on.db, commit.id) : [])
  return {
    commit: commit?.id ?? null,
    version,
    changes: commit ? commit.lastN - commit.firstN + 1 : 0,
    features: written.flatMap(({ collection, id }) => {
      const table = snapshot.collection(collection)
      const row = table.rowOf(id)
      return row < 0 ? [] : [table.feature(row, language)]
    }),
  }
}
