import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { MOST_VISIT_WEEKS, Visit, VisitReport } from '@tvl/model/schema'
import type { Kysely } from 'kysely'
import { Type } from 'typebox'
import type { Clock } from '../catalogue/clock.ts'
import type { Snapshot } from '../catalogue/snapshot.ts'
import { readJsonBodies } from '../changes/json-body.ts'
import { Gate } from '../demand/gate.ts'
import { ProblemError } from '../http/problem.ts'
import { requireSomewhere } from '../identity/somewhere.ts'
import type { Database } from '../storage/database.ts'
import { countVisit } from './counts.ts'
import { reportOnVisits } from './report.ts'

export interface VisitOptions {
  db: Kysely<Database>
  snapshot: () => Snapshot
  clock: Clock
}

/** An office behind one address has many readers; a script has more. */
const MOST_AN_HOUR = 600

export const VisitsQuery = Type.Object(
  {
    weeks: Type.Integer({
      minimum: 1,
      maximum: MOST_VISIT_WEEKS,
      default: 4,
      description: 'weeks that are over',
    }),
  },
  { additionalProperties: false },
)

/** What was looked at, told without a cookie and kept as sums; and what that comes to for an agency. */
export const visitRoutes: FastifyPluginAsyncTypebox<VisitOptions> = async (app, { db, snapshot, clock }) => {
  readJsonBodies(app)
  const gate = new Gate(MOST_AN_HOUR, clock)

  // No line in the log: its time would say when somebody looked.
  app.post('/api/visits', { schema: { body: Visit }, logLevel: 'warn' }, async (request, reply) => {
    const { headers, caller, body } = request
    const table = snapshot().collection('zones')
    const stranger = body.zones.find((id) => table.rowOf(id) < 0)
    if (stranger !== undefined) throw new ProblemError('visit.zone', 400, `There is no zone ${stranger}.`)
    // Who asks not to be counted is not, whatever the page does; nor are those who keep the catalogue. Answered alike:
    // many readers behind one address have done nothing wrong.
    const isAsked = headers['sec-gpc'] !== '1' && headers.dnt !== '1'
    if (isAsked && caller.kind === 'anonymous' && gate.passes(request.ip)) await countVisit(db, body, clock.now())
    return reply.code(204).send()
  })

  const schema = { querystring: VisitsQuery, response: { 200: VisitReport } }
  app.get('/api/visits', { schema }, async (request, reply) => {
    const now = snapshot()
    requireSomewhere(request, 'keep-shortlists', now)
    reply.header('cache-control', 'no-store')
    const grants = request.caller.kind === 'anonymous' ? [] : request.caller.grants
    return reportOnVisits(db, { weeks: request.query.weeks, grants, snapshot: now, now: clock.now() })
  })
}
