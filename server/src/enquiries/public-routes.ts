import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { EnquiryBody, EnquiryNotice, EnquiryReceipt, EnquiryTicket } from '@tvl/model/schema'
import type { FastifyRequest } from 'fastify'
import { readJsonBodies } from '../changes/json-body.ts'
import { AddressRate } from '../http/address-rate.ts'
import { ProblemError } from '../http/problem.ts'
import { organisationName } from '../people/organisations.ts'
import { takeIn } from './intake.ts'
import { announce } from './letters.ts'
import { noticeOf } from './notice.ts'
import type { EnquiryOptions } from './options.ts'
import { issueTicket, WORK_BITS } from './spam/ticket.ts'

const HOUR_MS = 3_600_000
/** A firm behind one address sends a few; a form opened again and again takes a ticket each time. */
const MOST_SENT_AN_HOUR = 12
const MOST_TICKETS_AN_HOUR = 120

/** For everybody: what is said before, a form’s ticket, and the sending. */
export const enquiryPublicRoutes: FastifyPluginAsyncTypebox<EnquiryOptions> = async (app, options) => {
  const { db, stopwatch, secret, settings } = options
  readJsonBodies(app)
  const sent = new AddressRate(MOST_SENT_AN_HOUR, HOUR_MS)
  const tickets = new AddressRate(MOST_TICKETS_AN_HOUR, HOUR_MS)
  const notice = noticeOf(settings)

  app.get('/api/enquiries/notice', { schema: { response: { 200: EnquiryNotice } } }, async (_request, reply) => {
    reply.header('cache-control', 'no-cache')
    return notice
  })

  app.get('/api/enquiries/ticket', { schema: { response: { 200: EnquiryTicket } } }, async (request, reply) => {
    tickets.take(request, stopwatch.now().getTime())
    reply.header('cache-control', 'no-store')
    return { ticket: issueTicket(secret, stopwatch.now()), bits: WORK_BITS }
  })

  // Looked at as it was sent: the validator would take the word "true" for it.
  const requireConsent = async ({ body }: FastifyRequest) => {
    if ((body as { consent?: unknown } | null)?.consent === true) return
    throw new ProblemError('enquiry.consent', 400, 'Nothing is kept of anybody without their consent.')
  }

  app.post(
    '/api/enquiries',
    { preValidation: requireConsent, schema: { body: EnquiryBody, response: { 201: EnquiryReceipt } } },
    async (request, reply) => {
      sent.take(request, stopwatch.now().getTime())
      reply.header('cache-control', 'no-store')
      if (request.body.notice !== notice.version) {
        throw new ProblemError(
          'enquiry.notice',
          409,
          'The notice changed meanwhile: show it, and ask for consent again.',
        )
      }
      const { kept, isNew } = await takeIn(options, request.body)
      if (isNew && kept.status !== 'spam') await announce(options, kept)
      const { reference, at, dueAt, owner } = kept
      return reply.code(201).send({
        reference,
        at: at.toISOString(),
        dueAt: dueAt.toISOString(),
        owner: await organisationName(db, owner),
      })
    },
  )
}
