import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { dayInMorocco, isFieldKnown, type Office, type Round, type VerifiedField, verifiedOn } from '@tvl/model'
import { CommitId, ConfirmBody, RoundBody, Round as RoundSchema, SampleBody } from '@tvl/model/schema'
import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import type { Snapshot } from '../catalogue/snapshot.ts'
import { writerOf } from '../changes/answer.ts'
import { applyChangeSet, type Writing } from '../changes/apply.ts'
import { readJsonBodies } from '../changes/json-body.ts'
import { officeOf } from '../due/due-list.ts'
import { ProblemError } from '../http/problem.ts'
import { requireRight } from '../identity/caller.ts'
import { placeOfBuilding } from '../identity/places.ts'
import { requireSomewhere } from '../identity/somewhere.ts'
import { commitById } from '../storage/commit.ts'
import { sampleCommitId } from './sample.ts'
import { keepRound, noteMiss, type RoundOffice, readRound, type StoredRound } from './store.ts'

const ById = Type.Object({ id: CommitId })
const answered = { response: { 200: RoundSchema } }

/**
 * Confirming many offices at once. The server draws a sample; its values are given again, office by office, before
 * the rest is confirmed in one commit.
 */
export const roundRoutes: FastifyPluginAsyncTypebox<Writing> = async (app, on) => {
  const { db, live, clock } = on
  readJsonBodies(app)
  app.addHook('onRequest', async (request, reply) => {
    requireSomewhere(request, 'verify', live.snapshot())
    reply.header('cache-control', 'no-store')
  })
  const today = () => dayInMorocco(clock.now())

  app.post('/api/rounds', { schema: { body: RoundBody, response: { 201: RoundSchema } } }, async (request, reply) => {
    const { body } = request
    const snapshot = live.snapshot()
    if (new Set(body.offices.map(({ id }) => id)).size < body.offices.length) {
      throw new ProblemError('round.malformed', 422, 'An office is named twice.')
    }
    if (body.base > snapshot.changeNumber) throw new ProblemError('round.malformed', 422, 'base is no version yet.')
    for (const { id, fields } of body.offices) refuseOffice(request, snapshot, id, fields)
    const actorId = actorOf(request)
    const day = today()
    // What was confirmed today needs no second look, and must not stand in a sample for what does.
    const offices = body.offices.filter((office) => !isConfirmed(snapshot, office, day))
    const known = await readRound(db, body.id, actorId)
    if (!known && offices.length === 0) throw new ProblemError('round.empty', 422, 'All of this was verified today.')
    if (!known) await keepRound(db, { ...body, offices }, { actorId, day, at: clock.now() })
    const round = known ?? (await readRound(db, body.id, actorId))
    if (!round) throw new ProblemError('round.taken', 409, 'Somebody else has a round with this id.')
    return reply.code(201).send(await answerOf(round))
  })

  app.get('/api/rounds/:id', { schema: { params: ById, ...answered } }, async (request) =>
    answerOf(await own(request, request.params.id)),
  )

  app.post('/api/rounds/:id/sample', { schema: { params: ById, body: SampleBody, ...answered } }, async (request) => {
    const round = await ofToday(request, request.params.id)
    const { office: id, values } = request.body
    const office = round.offices.find((one) => one.isSample && one.id === id)
    if (!office) throw new ProblemError('round.not-in-sample', 422, `${id} is not in the sample of this round.`)
    const differing = differences(live.snapshot(), office, values)
    if (differing.length > 0) {
      await noteMiss(db, round.id, id)
      const words = 'This is not what is on record. If the record is wrong, correct it first.'
      throw new ProblemError('round.differs', 422, words, {}, { fields: differing })
    }
    await confirm(request, round, [office], sampleCommitId(round.id, id))
    return answerOf(round)
  })

  app.post('/api/rounds/:id/confirm', { schema: { params: ById, body: ConfirmBody, ...answered } }, async (request) => {
    const round = await own(request, request.params.id)
    // Sent again, also on another day: it was written then, and is answered as it was.
    if (await commitById(db, round.id)) return answerOf(round)
    await ofToday(request, round.id)
    const snapshot = live.snapshot()
    const open = round.offices.filter((office) => office.isSample && !isConfirmed(snapshot, office, round.day))
    if (open.length > 0) {
      const offices = open.map(({ id }) => id)
      throw new ProblemError('round.sample-open', 409, 'The sample is not confirmed yet.', {}, { offices })
    }
    const except = new Set(request.body.except)
    const rest = round.offices.filter((office) => !except.has(office.id) && !isConfirmed(snapshot, office, round.day))
    if (rest.length > 0) await confirm(request, round, rest, round.id)
    return answerOf(round)
  })

  async function confirm(request: FastifyRequest, round: StoredRound, offices: readonly RoundOffice[], id: string) {
    const { method, base } = round
    const writes = offices.map((office) => ({
      collection: 'offices' as const,
      id: office.id,
      base,
      verifies: [...office.fields],
    }))
    await applyChangeSet(on, { id, method, writes }, { ...writerOf(request), isSampled: true })
  }

  async function own(request: FastifyRequest, id: string): Promise<StoredRound> {
    const round = await readRound(db, id, actorOf(request))
    if (!round) throw new ProblemError('round.unknown', 404, 'You have no round with this id.')
    return round
  }

  async function ofToday(request: FastifyRequest, id: string): Promise<StoredRound> {
    const round = await own(request, id)
    if (round.day === today()) return round
    throw new ProblemError(
      'round.over',
      409,
      `This round was of ${round.day}. What was seen then is not confirmed later.`,
    )
  }

  async function answerOf(round: StoredRound): Promise<Round> {
    const snapshot = live.snapshot()
    const { id, day, base, method, offices } = round
    const commit = await commitById(db, id)
    return {
      ...{ id, day, base, method },
      offices: offices.map((office) => ({ id: office.id, fields: office.fields })),
      sample: offices.flatMap((office) => {
        const properties = propertiesOf(snapshot, office.id)
        if (!office.isSample || !properties) return []
        const { name, zoneId, buildingId, floor } = properties
        const isDone = isConfirmed(snapshot, office, day)
        return [{ office: office.id, name, zoneId, buildingId, floor, fields: office.fields, isConfirmed: isDone }]
      }),
      commit: commit ? id : null,
      version: snapshot.changeNumber,
    }
  }
}

const actorOf = (request: FastifyRequest): string => String(writerOf(request).actorId)

/** @throws ProblemError when the office is not there, not the caller’s to verify, or has no such value */
function refuseOffice(request: FastifyRequest, snapshot: Snapshot, id: string, fields: readonly VerifiedField[]): void {
  const office = propertiesOf(snapshot, id)
  if (!office) throw new ProblemError('feature.unknown', 404, `There is no office ${id}.`)
  requireRight(request, 'verify', placeOfBuilding(snapshot, office.buildingId))
  const unknown = fields.find((field) => !isFieldKnown(office, field))
  if (unknown) throw new ProblemError('round.no-value', 422, `${id} has no ${unknown} that could be confirmed.`)
}

function propertiesOf(snapshot: Snapshot, id: string): Office | undefined {
  const row = snapshot.collection('offices').rowOf(id)
  return row < 0 ? undefined : officeOf(snapshot, row).properties
}

/** Verified today in all its fields: by its values given again, by a correction, or alone. Gone counts too. */
function isConfirmed(snapshot: Snapshot, { id, fields }: Pick<RoundOffice, 'id' | 'fields'>, day: string): boolean {
  const office = propertiesOf(snapshot, id)
  return !office || fields.every((field) => verifiedOn(office, field) === day)
}

/** The fields whose value was not given, or not as it is on record. */
function differences(
  snapshot: Snapshot,
  { id, fields }: RoundOffice,
  values: Partial<Record<VerifiedField, string | number>>,
): VerifiedField[] {
  const office = propertiesOf(snapshot, id)
  return fields.filter((field) => values[field] === undefined || office?.[field] !== values[field])
}
