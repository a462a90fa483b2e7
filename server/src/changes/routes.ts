import type { ChangeAnswer } from '@tvl/model'
import { maySomewhere, NOWHERE } from '@tvl/model'
import type { FastifyPluginAsync, FastifyRequest } from 'fastify'
import { ProblemError } from '../http/problem.ts'
import { requireRight } from '../identity/caller.ts'
import { negotiateLanguage } from '../ogc/negotiate.ts'
import { readQuery, refuseUnknown } from '../ogc/parameters/query-string.ts'
import { type Applied, applyChangeSet, type Writing } from './apply.ts'
import { readChangeSet } from './change-set.ts'
import { readJsonBodies } from './json-body.ts'
import { type Key, readKeysOf } from './records.ts'
import type { Permit } from './rights.ts'

/** Writing to the catalogue. Every answer tells the version that holds the change. */
export const changeRoutes: FastifyPluginAsync<Writing> = async (app, on) => {
  readJsonBodies(app)
  app.addHook('onRequest', refuseWhoWritesNothing)
  app.addHook('preValidation', async (request) => refuseUnknown(readQuery(request.url), new Set(['lang'])))

  app.post('/api/changes', async (request) => {
    const set = readChangeSet(request.body)
    const applied = await applyChangeSet(on, set, { actorId: actorOf(request), permit: permitOf(request) })
    return answerOf(on, request, applied, set.writes)
  })
}

/** Before a body is read: who may write nowhere need not send one. */
export async function refuseWhoWritesNothing(request: FastifyRequest): Promise<void> {
  const { caller } = request
  const may = caller.kind !== 'anonymous' && maySomewhere(caller.grants, 'change-inventory')
  if (!may) requireRight(request, 'change-inventory', NOWHERE)
}

export const permitOf =
  (request: FastifyRequest): Permit =>
  (action, place) =>
    requireRight(request, action, place)

export function actorOf({ caller }: FastifyRequest): string {
  if (caller.kind === 'anonymous') throw new ProblemError('sign-in.required', 401, 'Sign in, or send an API token.')
  return caller.id
}

/** What a writer gets: the commit, its version, and the records as they are served now. */
export async function answerOf(
  on: Writing,
  request: FastifyRequest,
  applied: Applied,
  keys: readonly Key[],
): Promise<ChangeAnswer> {
  const { commit, version, snapshot } = applied
  const language = negotiateLanguage(request, readQuery(request.url))
  const written = applied.isRepeated && commit ? await readKeysOf(on.db, commit.id) : keys
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
