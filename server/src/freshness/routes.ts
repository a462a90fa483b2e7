import type { FastifyPluginAsync } from 'fastify'
import type { Snapshot } from '../catalogue/snapshot.ts'
import { ReadyAnswer } from '../http/ready-answer.ts'
import { readQuery, refuseUnknown } from '../ogc/parameters/query-string.ts'
import { boardOf } from './board.ts'

export interface FreshnessOptions {
  snapshot: () => Snapshot
}

/** The public board of freshness. Counted once for each version and day. */
export const freshnessRoutes: FastifyPluginAsync<FreshnessOptions> = async (app, { snapshot }) => {
  const boards = new WeakMap<Snapshot, ReadyAnswer>()
  app.addHook('preValidation', async (request) => refuseUnknown(readQuery(request.url), new Set()))

  app.get('/api/freshness', async (request, reply) => {
    const now = snapshot()
    let answer = boards.get(now)
    if (!answer) {
      const body = Buffer.from(JSON.stringify(boardOf(now)))
      // A change makes a new one, so it is compressed quickly rather than small.
      answer = new ReadyAnswer(body, 'application/json; charset=utf-8', null, 5)
      boards.set(now, answer)
    }
    return answer.send(request, reply, 'no-cache')
  })
}
