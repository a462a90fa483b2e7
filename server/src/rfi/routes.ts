import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { dayInMorocco, isIsoDay, maySomewhere } from '@tvl/model'
import type { FastifyRequest } from 'fastify'
import { Compile } from 'typebox/compile'
import { fileBody, TOO_LARGE } from '../bulk/file-body.ts'
import { nameOf } from '../bulk/file-name.ts'
import { download } from '../bulk/routes.ts'
import type { Snapshot } from '../catalogue/snapshot.ts'
import { readBody } from '../changes/change-set.ts'
import { readJsonBodies } from '../changes/json-body.ts'
import { enquiryById } from '../enquiries/intake.ts'
import { mayAnswer } from '../enquiries/territory.ts'
import { ProblemError } from '../http/problem.ts'
import { requireSomewhere } from '../identity/somewhere.ts'
import { negotiateLanguage } from '../ogc/negotiate.ts'
import { type Query, readQuery, refuseUnknown } from '../ogc/parameters/query-string.ts'
import { answerGap, assignGap, dropGap } from './gap-store.ts'
import { headOf, Requests, type RfiCaller, type RfiOptions } from './requests.ts'
import { dropRfi, rfisOf } from './rfi-store.ts'
import { ByGap, ById, ChoicesBody, GapAnswerBody, GapBody, RfiAnswer, RfisAnswer, RfisQuery } from './shapes.ts'

// Not by the routes’ own schemas: those would take null for an empty text, and a number for one in words.
const choicesBody = Compile(ChoicesBody)
const gapBody = Compile(GapBody)
const gapAnswerBody = Compile(GapAnswerBody)

const LARGEST_FILE = 10 * 1024 * 1024
const MOST_ZONES = 12
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** Questionnaires of consultants: filled from the catalogue, each answer with its source; what is missing becomes a task. */
export const rfiRoutes: FastifyPluginAsyncTypebox<RfiOptions> = async (app, on) => {
  const requests = new Requests(on)

  app.addHook('onRequest', async (request, reply) => {
    reply.header('cache-control', 'no-store')
    // Before a body is read: who answers no enquiries need not send a file.
    requireSomewhere(request, 'answer-enquiries', on.snapshot())
  })

  // Bodies of files are bytes, whatever they call themselves.
  await app.register(async (files) => {
    files.removeAllContentTypeParsers()
    files.addContentTypeParser('*', (_request: FastifyRequest, payload: IncomingMessage) =>
      fileBody(payload, LARGEST_FILE),
    )
    files.post('/api/rfi', { schema: { response: { 201: RfiAnswer } } }, async (request, reply) => {
      const query = queryOf(request, ['name', 'zones', 'enquiry', 'lang'])
      const about = {
        fileName: nameOf(query),
        zoneIds: zonesOf(query, on.snapshot()),
        language: negotiateLanguage(request, query),
        enquiryId: await enquiryOf(request, query),
      }
      const bytes = request.body as Buffer | typeof TOO_LARGE | null
      if (bytes === TOO_LARGE)
        throw new ProblemError('body.too-large', 413, `A file has at most ${LARGEST_FILE} bytes.`)
      if (!Buffer.isBuffer(bytes)) throw new ProblemError('import.empty', 422, 'Send the file itself as the body.')
      const { actorId, organisationIds, isDemo } = callerOf(request)
      // Kept in the name that comes first among those the caller answers in; the hook saw that there is one.
      const [organisationId = ''] = organisationIds
      const rfi = await requests.receive(bytes, about, { actorId, organisationId, isDemo })
      return reply
        .code(201)
        .header('location', `/api/rfi/${rfi.id}`)
        .send(await requests.answer(rfi, callerOf(request)))
    })
  })

  await app.register(async (json) => {
    readJsonBodies(json)
    const typed = json.withTypeProvider<import('@fastify/type-provider-typebox').TypeBoxTypeProvider>()

    typed.get('/api/rfi', { schema: { querystring: RfisQuery, response: { 200: RfisAnswer } } }, async (request) => {
      const { organisationIds } = callerOf(request)
      const { enquiry } = request.query
      if (enquiry !== undefined) return { requests: await requests.ofEnquiry(enquiry, organisationIds) }
      const all = await rfisOf(on.db, organisationIds, on.clock.now())
      return { requests: all.map(headOf) }
    })

    typed.get('/api/rfi/:id', { schema: { params: ById, response: { 200: RfiAnswer } } }, async (request) =>
      answered(request, request.params.id),
    )

    typed.delete('/api/rfi/:id', { schema: { params: ById } }, async (request, reply) => {
      const { id } = await requests.find(request.params.id, callerOf(request).organisationIds)
      await dropRfi(on.db, id)
      return reply.code(204).send()
    })

    typed.put('/api/rfi/:id/choices', { schema: { params: ById, response: { 200: RfiAnswer } } }, async (request) => {
      const decided = readBody(choicesBody, request.body)
      const caller = callerOf(request)
      const rfi = await requests.find(request.params.id, caller.organisationIds)
      return requests.answer(await requests.decide(rfi, decided), caller)
    })

    typed.get('/api/rfi/:id/workbook', { schema: { params: ById } }, async (request, reply) => {
      const rfi = await requests.find(request.params.id, callerOf(request).organisationIds)
      const bytes = await requests.workbook(rfi)
      return download(reply, 'xlsx', rfi.fileName, rfi.language).send(Buffer.from(bytes))
    })

    typed.post(
      '/api/rfi/:id/gaps',
      { schema: { params: ById, response: { 201: RfiAnswer } } },
      async (request, reply) => {
        const { cell, owner, dueOn } = readBody(gapBody, request.body)
        const caller = callerOf(request)
        const rfi = await requests.find(request.params.id, caller.organisationIds)
        const answer = await requests.answer(rfi, caller)
        const item = answer.items.find(({ id }) => id === cell)
        if (!item || item.state === 'kept') throw new ProblemError('rfi.gap', 422, `No question waits at ${cell}.`)
        if (!isIsoDay(dueOn) || dueOn < dayInMorocco(on.clock.now())) {
          throw new ProblemError('rfi.due', 422, 'The day is past, or none.')
        }
        if (!answer.owners.some(({ kind, id }) => kind === owner.kind && id === owner.id)) {
          throw new ProblemError(
            'rfi.owner',
            422,
            'The organisation itself, its people, and operators of the sites can be asked.',
          )
        }
        await assignGap(on.db, rfi.id, {
          id: randomUUID(),
          cell,
          ownerOrganisationId: owner.kind === 'organisation' ? owner.id : null,
          ownerPersonId: owner.kind === 'person' ? owner.id : null,
          dueOn,
          at: on.clock.now(),
        })
        return reply.code(201).send(await answered(request, rfi.id))
      },
    )

    typed.put(
      '/api/rfi/:id/gaps/:gap',
      { schema: { params: ByGap, response: { 200: RfiAnswer } } },
      async (request) => {
        const { value } = readBody(gapAnswerBody, request.body)
        const { role } = requireSomewhere(request, 'answer-enquiries', on.snapshot())
        const rfi = await requests.find(request.params.id, callerOf(request).organisationIds)
        const answer = value === null ? null : { value, on: dayInMorocco(on.clock.now()), byRole: role }
        if (!(await answerGap(on.db, rfi.id, request.params.gap, answer))) throw noGap()
        return answered(request, rfi.id)
      },
    )

    typed.delete(
      '/api/rfi/:id/gaps/:gap',
      { schema: { params: ByGap, response: { 200: RfiAnswer } } },
      async (request) => {
        const rfi = await requests.find(request.params.id, callerOf(request).organisationIds)
        if (!(await dropGap(on.db, rfi.id, request.params.gap))) throw noGap()
        return answered(request, rfi.id)
      },
    )
  })

  /** The enquiry that it answers: one that the caller may answer. */
  async function enquiryOf(request: FastifyRequest, query: Query): Promise<string | null> {
    const id = query.get('enquiry')
    if (id === undefined) return null
    if (!UUID.test(id)) throw new ProblemError('request.invalid', 400, 'enquiry is the id of an enquiry.')
    const kept = await enquiryById(on.db, id.toLowerCase())
    const grants = request.caller.kind === 'anonymous' ? [] : request.caller.grants
    if (!kept || !mayAnswer(grants, kept)) {
      throw new ProblemError('enquiry.unknown', 404, 'There is no enquiry with this id.')
    }
    return kept.id
  }

  async function answered(request: FastifyRequest, id: string) {
    const caller = callerOf(request)
    return requests.answer(await requests.find(id, caller.organisationIds), caller)
  }
}

const noGap = (): ProblemError => new ProblemError('rfi.gap-unknown', 404, 'There is no such task.')

/** In whose name the caller answers enquiries: what these organisations keep is theirs to see. */
function callerOf({ caller }: FastifyRequest): RfiCaller {
  if (caller.kind === 'anonymous') throw new ProblemError('sign-in.required', 401, 'Sign in, or send an API token.')
  const own = caller.grants.filter((grant) => maySomewhere([grant], 'answer-enquiries'))
  return {
    actorId: caller.id,
    organisationIds: [...new Set(own.map(({ organisationId }) => organisationId))],
    isDemo: caller.kind === 'person' && caller.isDemo,
  }
}

function queryOf(request: FastifyRequest, known: readonly string[]): Query {
  const query = readQuery(request.url)
  refuseUnknown(query, new Set(known))
  return query
}

function zonesOf(query: Query, snapshot: Snapshot): string[] {
  const ids = [...new Set((query.get('zones') ?? '').split(',').filter((id) => id !== ''))]
  if (ids.length === 0 || ids.length > MOST_ZONES) {
    throw new ProblemError('rfi.zones', 422, `zones has the ids of 1 to ${MOST_ZONES} zones, parted by commas.`)
  }
  const zones = snapshot.collection('zones')
  const unknown = ids.find((id) => zones.rowOf(id) < 0)
  if (unknown !== undefined) throw new ProblemError('rfi.zones', 422, `There is no zone ${unknown.slice(0, 60)}.`)
  return ids
}
