import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { addDays, dayInMorocco, isIsoDay } from '@tvl/model'
import {
  ENQUIRY_SHOWS,
  EnquiriesAnswer,
  Enquiry,
  EnquiryChange,
  EnquiryErasure,
  EnquiryNoteBody,
  EnquiryPersonBody,
  EnquiryPersonExport,
  EnquiryReport,
} from '@tvl/model/schema'
import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { readJsonBodies } from '../changes/json-body.ts'
import { ProblemError } from '../http/problem.ts'
import { personIdOf } from '../identity/persons.ts'
import { requireSomewhere } from '../identity/somewhere.ts'
import { keptFor } from '../shortlists/access.ts'
import type { Author } from '../storage/commit.ts'
import { addNote, type ChangeOptions, changeEnquiry } from './change.ts'
import { enquiryById } from './intake.ts'
import { announce } from './letters.ts'
import type { EnquiryOptions } from './options.ts'
import { erasePersonsEnquiries, exportPerson } from './persons.ts'
import { listEnquiries, wholeEnquiries } from './read.ts'
import { reportOnEnquiries } from './report.ts'
import type { KeptEnquiry } from './rows.ts'
import { requireAnswerer } from './territory.ts'

export const EnquiriesQuery = Type.Object(
  {
    show: Type.Enum(ENQUIRY_SHOWS, { default: 'open' }),
    after: Type.Optional(Type.String({ pattern: '^\\d{1,15}$' })),
    limit: Type.Integer({ minimum: 1, maximum: 200, default: 50 }),
  },
  { additionalProperties: false },
)
const Day = Type.Optional(Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' }))
export const ReportQuery = Type.Object({ from: Day, to: Day }, { additionalProperties: false })
const ById = Type.Object({ id: Type.String({ format: 'uuid' }) })

const WEEKS_BACK = 12
const DAYS_A_WEEK = 7

/** What investors ask, for those who answer in their territory. */
export const enquiryRoutes: FastifyPluginAsyncTypebox<EnquiryOptions> = async (app, options) => {
  const { db, snapshot, clock, settings } = options
  readJsonBodies(app)
  const rightful = (request: FastifyRequest) => requireSomewhere(request, 'answer-enquiries', snapshot())
  app.addHook('onRequest', async (request, reply) => {
    rightful(request)
    reply.header('cache-control', 'no-store')
  })
  const grantsOf = ({ caller }: FastifyRequest) => (caller.kind === 'anonymous' ? [] : caller.grants)

  const list = { querystring: EnquiriesQuery, response: { 200: EnquiriesAnswer } }
  app.get('/api/enquiries', { schema: list }, async (request) => {
    const { show, after = null, limit } = request.query
    const personId = request.caller.kind === 'person' ? personIdOf(request.caller.id) : null
    return listEnquiries(db, { show, after, limit, personId, grants: grantsOf(request), now: clock.now() })
  })

  const report = { querystring: ReportQuery, response: { 200: EnquiryReport } }
  app.get('/api/enquiries/report', { schema: report }, async (request) => {
    const { to = dayInMorocco(clock.now()) } = request.query
    const { from = isIsoDay(to) ? addDays(to, -WEEKS_BACK * DAYS_A_WEEK) : to } = request.query
    if (!isIsoDay(from) || !isIsoDay(to) || from > to) {
      throw new ProblemError('request.invalid', 400, 'The days of a report are days of the calendar, in their order.')
    }
    return reportOnEnquiries(db, { from, to, grants: grantsOf(request), now: clock.now() })
  })

  app.get('/api/enquiries/:id', { schema: { params: ById, response: { 200: Enquiry } } }, async (request) => {
    const { kept } = await own(request, request.params.id)
    return whole(request, kept)
  })

  const change = { params: ById, body: EnquiryChange, response: { 200: Enquiry } }
  app.patch('/api/enquiries/:id', { schema: change }, async (request) => {
    const { kept, author } = await own(request, request.params.id)
    const after = await changeEnquiry(changing(request, author), kept, request.body)
    // What was put aside by mistake is announced now: its sender has heard nothing so far.
    if (kept.status === 'spam' && after.status === 'new') await announce(options, after)
    return whole(request, after)
  })

  const note = { params: ById, body: EnquiryNoteBody, response: { 201: Enquiry } }
  app.post('/api/enquiries/:id/notes', { schema: note }, async (request, reply) => {
    const { kept, author } = await own(request, request.params.id)
    await addNote(changing(request, author), kept, request.body)
    const [after = kept] = [await enquiryById(db, kept.id)]
    return reply.code(201).send(await whole(request, after))
  })

  // By POST, so that nobody’s address stands in an address.
  const exported = { body: EnquiryPersonBody, response: { 200: EnquiryPersonExport } }
  app.post('/api/enquiries/export', { schema: exported }, async (request) =>
    exportPerson(db, { email: request.body.email, grants: grantsOf(request), now: clock.now() }),
  )
  const erased = { body: EnquiryPersonBody, response: { 200: EnquiryErasure } }
  app.post('/api/enquiries/erase', { schema: erased }, async (request) => {
    const { actorId } = rightful(request)
    const { email } = request.body
    const erasure = await erasePersonsEnquiries(db, { email, grants: grantsOf(request), now: new Date(clock.now()) })
    request.log.info({ caller: actorId, ...erasure }, 'a person’s enquiries were erased')
    return erasure
  })

  const changing = (request: FastifyRequest, by: Author): ChangeOptions => {
    return { db, settings, by, now: new Date(clock.now()), organisationIds: keptFor(grantsOf(request)) }
  }

  async function own(request: FastifyRequest, id: string) {
    const kept = await enquiryById(db, id)
    if (!kept) throw new ProblemError('enquiry.unknown', 404, 'There is no enquiry with this id.')
    return { kept, author: requireAnswerer(request, kept) }
  }

  async function whole(request: FastifyRequest, kept: KeptEnquiry) {
    const on = { now: clock.now(), organisationIds: keptFor(grantsOf(request)) }
    const [one] = await wholeEnquiries(db, [kept], on)
    if (!one) throw new ProblemError('enquiry.unknown', 404, 'There is no enquiry with this id.')
    return one
  }
}
