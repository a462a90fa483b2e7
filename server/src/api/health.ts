import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { type Kysely, sql } from 'kysely'
import type { Snapshot } from '../catalogue/snapshot.ts'
import { problem, sendProblem } from '../http/problem.ts'
import type { Database } from '../storage/database.ts'

export interface HealthOptions {
  snapshot: () => Snapshot
  db: Kysely<Database>
}

const PATIENCE_MS = 3000

/** For those who run the server: `/health` says that it lives, `/ready` that it can answer. */
export const healthRoutes: FastifyPluginAsyncTypebox<HealthOptions> = async (app, { snapshot, db }) => {
  app.get('/health', async (_request, reply) => reply.header('cache-control', 'no-store').send({ status: 'alive' }))

  app.get('/ready', async (request, reply) => {
    reply.header('cache-control', 'no-store')
    try {
      await Promise.race([sql`select 1`.execute(db), new Promise((_, fail) => setTimeout(fail, PATIENCE_MS).unref())])
    } catch (error) {
      request.log.error({ err: error }, 'the store does not answer')
      return sendProblem(reply, problem(503, 'store.unreachable', 'The store does not answer.'))
    }
    return reply.send({ status: 'ready', version: snapshot().version })
  })
}
