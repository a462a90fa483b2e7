import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { type DemandAnswer, may } from '@tvl/model'
import { DemandAnswer as DemandAnswerSchema, DemandShape, LEAST_SEARCHES } from '@tvl/model/schema'
import type { Kysely } from 'kysely'
import { Type } from 'typebox'
import type { Clock } from '../catalogue/clock.ts'
import type { PastCatalogue } from '../catalogue/past.ts'
import type { Snapshot } from '../catalogue/snapshot.ts'
import { readJsonBodies } from '../changes/json-body.ts'
import { ProblemError } from '../http/problem.ts'
import { requireRight } from '../identity/caller.ts'
import { placeOfZone } from '../identity/places.ts'
import { requireSomewhere } from '../identity/somewhere.ts'
import type { Database } from '../storage/database.ts'
import { gapsOf } from './gaps.ts'
import { Gate } from './gate.ts'
import { reportOf } from './reports.ts'
import { closedWeeks, countShape } from './shapes.ts'

export interface DemandOptions {
  db: Kysely<Database>
  snapshot: () => Snapshot
  past: PastCatalogue
  clock: Clock
}

/** A browser tells at most one shape for each band of seats and week; an office behind one address has many browsers. */
const MOST_AN_HOUR = 120

const DemandQuery = Type.Object(
  {
    zone: Type.Optional(Type.String()),
    week: Type.Optional(Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })),
  },
  { additionalProperties: false },
)

/** What was looked for, told anonymously; and what it says to the zones that did not answer. */
export const demandRoutes: FastifyPluginAsyncTypebox<DemandOptions> = async (app, { db, snapshot, past, clock }) => {
  readJsonBodies(app)
  const gate = new Gate(MOST_AN_HOUR, clock)

  // No line in the log: its time would say when somebody searched.
  app.post('/api/demand', { schema: { body: DemandShape }, logLevel: 'warn' }, async (request, reply) => {
    // Global Privacy Control: who asks not to be counted is not, whatever the page does; nor are those who keep the
    // catalogue, who try things out.
    if (request.headers['sec-gpc'] !== '1' && request.caller.kind === 'anonymous') {
      if (!gate.passes(request.ip)) {
        throw new ProblemError('demand.too-many', 429, 'That is enough for this hour.', { 'retry-after': '3600' })
      }
      await countShape(db, request.body, clock.now())
    }
    return reply.code(204).send()
  })

  const schema = { querystring: DemandQuery, response: { 200: DemandAnswerSchema } }
  app.get('/api/demand', { schema }, async (request, reply): Promise<DemandAnswer> => {
    const now = snapshot()
    requireSomewhere(request, 'read-record', now)
    reply.header('cache-control', 'no-store')
    const ids = zonesOf(request.query.zone)
    const weeks = await closedWeeks(db, clock.now())
    const week = request.query.week ?? weeks[0] ?? null
    if (week !== null && !weeks.includes(week)) {
      throw new ProblemError(
        'demand.no-week',
        404,
        'There is no report of this week: it is not over, or had no search.',
      )
    }
    const groups = week === null ? {} : await reportOf({ db, past }, week, clock.now())
    const gaps = gapsOf(now, ids)
    return {
      least: LEAST_SEARCHES,
      weeks,
      week,
      zones: ids.flatMap((id) => {
        const own = gaps.get(id)
        return own ? [{ id, groups: groups[id] ?? [], gaps: own }] : []
      }),
    }

    function zonesOf(zone: string | undefined): string[] {
      if (zone === undefined) {
        const grants = request.caller.kind === 'anonymous' ? [] : request.caller.grants
        return now.collection('zones').ids.filter((id) => may(grants, 'read-record', placeOfZone(now, id)))
      }
      const place = placeOfZone(now, zone)
      if (place.zoneId === null) throw new ProblemError('feature.unknown', 404, 'There is no such zone.')
      requireRight(request, 'read-record', place)
      return [zone]
    }
  })
}
