import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { type DueAnswer, may, type Place } from '@tvl/model'
import { Attempt, AttemptBody, DueAnswer as DueAnswerSchema } from '@tvl/model/schema'
import type { FastifyRequest } from 'fastify'
import type { Kysely } from 'kysely'
import { Type } from 'typebox'
import type { Clock } from '../catalogue/clock.ts'
import type { Snapshot } from '../catalogue/snapshot.ts'
import { readJsonBodies } from '../changes/json-body.ts'
import { ProblemError } from '../http/problem.ts'
import { requireRight } from '../identity/caller.ts'
import { placeOfBuilding, placeOfRecord, placeOfZone } from '../identity/places.ts'
import { requireSomewhere } from '../identity/somewhere.ts'
import type { Database } from '../storage/database.ts'
import { attemptsAt, keepAttempt } from './attempts.ts'
import { dueItem, dueRows, officeOf } from './due-list.ts'

export interface DueOptions {
  db: Kysely<Database>
  snapshot: () => Snapshot
  clock: Clock
}

export const MOST_DUE = 1000

export const DueQuery = Type.Object(
  {
    zone: Type.Optional(Type.String({ description: 'only what lies in this zone' })),
    building: Type.Optional(Type.String({ description: 'only what lies in this building' })),
    limit: Type.Integer({ minimum: 1, maximum: MOST_DUE, default: 200, description: 'most offices in the answer' }),
  },
  { additionalProperties: false },
)

/** What has to be verified again, and what could not be. For managers, in their territory. */
export const dueRoutes: FastifyPluginAsyncTypebox<DueOptions> = async (app, { db, snapshot, clock }) => {
  readJsonBodies(app)
  app.addHook('onRequest', async (request) => void requireSomewhere(request, 'verify', snapshot()))

  const schema = { querystring: DueQuery, response: { 200: DueAnswerSchema } }
  app.get('/api/due', { schema }, async (request, reply): Promise<DueAnswer> => {
    reply.header('cache-control', 'no-store')
    const now = snapshot()
    requireNamed(request, now, request.query)
    const grants = request.caller.kind === 'anonymous' ? [] : request.caller.grants
    const { rows, states } = dueRows(now, (id) => {
      const place = placeOfBuilding(now, id)
      return isWithin(place, request.query) && may(grants, 'verify', place)
    })
    const shown = rows.slice(0, request.query.limit)
    const attempts = await attemptsAt(
      db,
      shown.map((row) => officeOf(now, row).id),
      clock.now(),
    )
    return {
      version: now.changeNumber,
      today: now.today,
      offices: rows.length,
      states,
      items: shown.map((row) => dueItem(now, row, attempts)),
    }
  })

  app.post(
    '/api/due/attempts',
    { schema: { body: AttemptBody, response: { 201: Attempt } } },
    async (request, reply) => {
      const now = snapshot()
      const offices = now.collection('offices')
      const row = offices.rowOf(request.body.office)
      if (row < 0) throw unknown('office', request.body.office)
      const author = requireRight(request, 'verify', placeOfRecord(now, offices.record(row)))
      const kept = await keepAttempt(db, request.body, author, clock.now())
      if (!kept) throw new ProblemError('attempt.taken', 409, 'There is another attempt with this id.')
      return reply.code(201).send(kept)
    },
  )
}

/** Asks for the right in the zone or building that is named; unnamed, the caller gets what is theirs. */
function requireNamed(request: FastifyRequest, snapshot: Snapshot, { zone, building }: Named): void {
  if (zone !== undefined) {
    const place = placeOfZone(snapshot, zone)
    if (place.zoneId === null) throw unknown('zone', zone)
    requireRight(request, 'verify', place)
  }
  if (building !== undefined) {
    const place = placeOfBuilding(snapshot, building)
    if (place.buildingId === null) throw unknown('building', building)
    requireRight(request, 'verify', place)
  }
}

interface Named {
  zone?: string
  building?: string
}

const isWithin = (place: Place, { zone, building }: Named): boolean =>
  (zone === undefined || place.zoneId === zone) && (building === undefined || place.buildingId === building)

const unknown = (what: string, id: string) =>
  new ProblemError('feature.unknown', 404, `There is no ${what} ${id.slice(0, 60)}.`)
