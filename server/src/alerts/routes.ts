import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { type AlertThreshold, DEFAULT_THRESHOLD } from '@tvl/model'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import type { Log } from '../catalogue/live.ts'
import { readJsonBodies } from '../changes/json-body.ts'
import { AddressRate } from '../http/address-rate.ts'
import { ProblemError } from '../http/problem.ts'
import { personById } from '../people/people.ts'
import type { Admission } from '../shares/admission.ts'
import { ByToken } from '../shares/shapes.ts'
import { hashOfToken, newToken } from '../shares/store.ts'
import { keptFor, requireKeeper } from '../shortlists/access.ts'
import { freezeById } from '../shortlists/freezes.ts'
import { atomOf } from './feed.ts'
import { type LookOptions, lookThrough } from './look-through.ts'
import { AlertsAnswer, AlertsQuery, FeedAnswer, FeedQuery, WishesAnswer, WishesBody } from './shapes.ts'
import { alertsOf, alertsOfFreeze, personOfFeed, setFeedKey, setWishes, wishesOf } from './store.ts'
import { findAlerts } from './watch.ts'

export interface AlertOptions extends LookOptions {
  admission: Admission
  origin: () => string
  log: Log
}

const USUAL = 50
const IN_FEED = 50
const MOST_GUESSES = 20
const GUESS_WINDOW_MS = 15 * 60_000

/** What changed in the shortlists of an organisation: as a list, as a feed, and who wants to be told of what. */
export const alertRoutes: FastifyPluginAsyncTypebox<AlertOptions> = async (app, options) => {
  const { db, snapshot, clock, admission, origin } = options
  const isIllustrative = options.settings.catalogue === 'demo'
  const guesses = new AddressRate(MOST_GUESSES, GUESS_WINDOW_MS)
  readJsonBodies(app)
  app.addHook('onSend', async (_request, reply) => {
    reply.header('cache-control', 'no-store').header('x-robots-tag', 'noindex, nofollow, noarchive')
  })

  app.get('/api/alerts', { schema: { querystring: AlertsQuery, response: { 200: AlertsAnswer } } }, async (request) => {
    const { actorId, organisationIds } = requireKeeper(request, snapshot())
    const person = personIn(actorId)
    const checkedAt = clock.now().toISOString()
    await findAlerts(options, organisationIds)
    const { since, before, limit = USUAL } = request.query
    const threshold = thresholdIn(request.query, person === null ? DEFAULT_THRESHOLD : await wishesOf(db, person))
    const alerts = await alertsOf(db, organisationIds, { threshold, limit, since, before })
    return { alerts, checkedAt, next: alerts.length < limit ? null : (alerts.at(-1)?.seq ?? null) }
  })

  app.get('/api/alerts/settings', { schema: { response: { 200: WishesAnswer } } }, async (request) =>
    wishesOf(db, ownPerson(request)),
  )

  app.put(
    '/api/alerts/settings',
    { schema: { body: WishesBody, response: { 200: WishesAnswer } } },
    async (request) => {
      const person = ownPerson(request)
      await setWishes(db, person, request.body)
      return wishesOf(db, person)
    },
  )

  app.post('/api/alerts/feed', { schema: { response: { 201: FeedAnswer } } }, async (request, reply) => {
    const token = newToken()
    await setFeedKey(db, ownPerson(request), hashOfToken(token))
    return reply.code(201).send({ token })
  })

  app.delete('/api/alerts/feed', async (request, reply) => {
    await setFeedKey(db, ownPerson(request), null)
    return reply.code(204).send()
  })

  app.get(
    '/api/alerts/feed/:token',
    { schema: { params: ByToken, querystring: FeedQuery } },
    async (request, reply) => {
      const { token } = request.params
      guesses.take(request)
      const personId = await personOfFeed(db, hashOfToken(token))
      const person = personId === null ? undefined : await personById(db, personId)
      if (!person) throw new ProblemError('feed.unknown', 404, 'There is no such feed, or it was ended.')
      guesses.giveBack(request)
      const organisationIds = keptFor(person.grants)
      const checkedAt = clock.now()
      await findAlerts(options, organisationIds)
      const threshold = thresholdIn(request.query, await wishesOf(db, person.id))
      return sendFeed(reply, await alertsOf(db, organisationIds, { threshold, limit: IN_FEED }), {
        language: request.query.lang ?? person.language,
        id: `urn:uuid:${person.id}`,
        page: `${origin()}/agency/alerts`,
        self: `${origin()}/api/alerts/feed/${token}`,
        checkedAt,
        isIllustrative,
      })
    },
  )

  app.get(
    '/api/shares/:token/alerts.atom',
    { schema: { params: Type.Object({ token: ByToken.properties.token }), querystring: FeedQuery } },
    async (request, reply) => {
      const { token } = request.params
      const share = await admission.opened(request, token)
      const freeze = share.freezeId === null ? undefined : await freezeById(db, share.freezeId)
      if (!freeze) throw new ProblemError('share.private', 404, 'A private link is compared where it can be read.')
      const checkedAt = clock.now()
      await lookThrough(options, freeze)
      const threshold = thresholdIn(request.query, DEFAULT_THRESHOLD)
      return sendFeed(reply, await alertsOfFreeze(db, freeze.id, { threshold, limit: IN_FEED }), {
        language: request.query.lang ?? share.language,
        id: `urn:uuid:${share.id}`,
        page: `${origin()}/s/${token}`,
        self: `${origin()}/api/shares/${token}/alerts.atom`,
        checkedAt,
        isIllustrative,
      })
    },
  )

  function ownPerson(request: FastifyRequest): string {
    const person = personIn(requireKeeper(request, snapshot()).actorId)
    if (person === null)
      throw new ProblemError(
        'alerts.person',
        404,
        'Only a person has settings and a feed; a program asks for the list.',
      )
    return person
  }
}

const sendFeed = (reply: FastifyReply, ...feed: Parameters<typeof atomOf>) =>
  reply.type('application/atom+xml; charset=utf-8').send(atomOf(...feed))

/** Null: it is a program. */
const personIn = (actorId: string | null): string | null =>
  actorId?.startsWith('person:') ? actorId.slice('person:'.length) : null

const thresholdIn = (asked: Partial<AlertThreshold>, own: AlertThreshold): AlertThreshold => ({
  points: asked.points ?? own.points,
  costPct: asked.costPct ?? own.costPct,
  seatsPct: asked.seatsPct ?? own.seatsPct,
  days: asked.days ?? own.days,
})
