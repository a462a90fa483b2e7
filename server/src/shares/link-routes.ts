import { type FastifyPluginAsyncTypebox, TypeBoxValidatorCompiler } from '@fastify/type-provider-typebox'
import type { FastifyRequest } from 'fastify'
import type { Kysely } from 'kysely'
import type { Clock } from '../catalogue/clock.ts'
import type { Snapshot } from '../catalogue/snapshot.ts'
import { readJsonBodies } from '../changes/json-body.ts'
import { ProblemError } from '../http/problem.ts'
import { hashPassword } from '../identity/password.ts'
import { ownFreeze, ownShortlist, requireKeeper } from '../shortlists/access.ts'
import { ById, ByShortlistId } from '../shortlists/shapes.ts'
import type { Database } from '../storage/database.ts'
import { asLink, asOpening, LinkBody, LinksAnswer, longestUntil, NewLinkAnswer, OpeningsAnswer } from './shapes.ts'
import { addShare, openingsOf, revokeShare, type Share, shareById, sharesOfShortlist } from './store.ts'

export interface LinkOptions {
  db: Kysely<Database>
  snapshot: () => Snapshot
  clock: Clock
}

/** Links to what was frozen, for those who keep the shortlist: made, listed with their openings, revoked. */
export const linkRoutes: FastifyPluginAsyncTypebox<LinkOptions> = async (app, { db, snapshot, clock }) => {
  readJsonBodies(app)
  // Fastify’s own would turn null into an empty text.
  app.setValidatorCompiler(TypeBoxValidatorCompiler)
  app.addHook('onSend', async (_request, reply) => void reply.header('cache-control', 'no-store'))

  const ownLink = async (request: FastifyRequest, id: string): Promise<Share> => {
    const keeper = requireKeeper(request, snapshot())
    const share = await shareById(db, id)
    const isOwn = share?.organisationId && keeper.organisationIds.includes(share.organisationId)
    if (!share || !isOwn) throw new ProblemError('link.unknown', 404, 'There is no such link of yours.')
    return share
  }

  app.post(
    '/api/freezes/:id/links',
    { schema: { params: ById, body: LinkBody, response: { 201: NewLinkAnswer } } },
    async (request, reply) => {
      const keeper = requireKeeper(request, snapshot())
      const freeze = await ownFreeze(db, request.params.id, keeper)
      const { organisationId } = await ownShortlist(db, freeze.shortlistId, keeper)
      const { kind, language, passphrase } = request.body
      const at = clock.now()
      const expiresAt = endOf(request.body.expiresAt, at)
      const recipient = kind === 'personal' ? (request.body.recipient?.trim() ?? '') : null
      if (recipient === '') throw new ProblemError('link.recipient', 422, 'A personal link says who it is for.')
      const { id, token } = await addShare(db, {
        ...{ kind, organisationId, freezeId: freeze.id, recipient, language, at, expiresAt },
        passphrase: passphrase === undefined ? null : await hashPassword(passphrase),
        ...{ ciphertext: null, endHash: null, by: keeper.actorId },
      })
      const share = await shareById(db, id)
      if (!share) throw new Error('the link was not kept')
      return reply.code(201).send({ link: asLink(share), token })
    },
  )

  app.get(
    '/api/shortlists/:id/links',
    { schema: { params: ByShortlistId, response: { 200: LinksAnswer } } },
    async (request) => {
      const { id } = await ownShortlist(db, request.params.id, requireKeeper(request, snapshot()))
      return { links: (await sharesOfShortlist(db, id)).map(asLink) }
    },
  )

  app.get(
    '/api/links/:id/openings',
    { schema: { params: ById, response: { 200: OpeningsAnswer } } },
    async (request) => {
      const { id } = await ownLink(request, request.params.id)
      return { openings: (await openingsOf(db, id)).map(asOpening) }
    },
  )

  app.delete('/api/links/:id', { schema: { params: ById } }, async (request, reply) => {
    const { id } = await ownLink(request, request.params.id)
    await revokeShare(db, id, clock.now())
    return reply.code(204).send()
  })
}

/**
 * The minute at which a link ends.
 * @throws ProblemError 422 `link.expiry` for one that is past, or later than ten years
 */
export function endOf(text: string, now: Date): Date {
  const end = new Date(Math.floor(new Date(text).getTime() / 60_000) * 60_000)
  if (!(end > now) || end > longestUntil(now)) {
    throw new ProblemError('link.expiry', 422, 'A link ends in the future, within ten years.')
  }
  return end
}
