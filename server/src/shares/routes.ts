import { type FastifyPluginAsyncTypebox, TypeBoxValidatorCompiler } from '@fastify/type-provider-typebox'
import type { Kysely } from 'kysely'
import { readJsonBodies } from '../changes/json-body.ts'
import { ProblemError } from '../http/problem.ts'
import { type CompareOptions, compareWithToday } from '../shortlists/compare.ts'
import { freezeById, readFrozen } from '../shortlists/freezes.ts'
import { DifferenceAnswer } from '../shortlists/shapes.ts'
import type { Database } from '../storage/database.ts'
import type { Admission } from './admission.ts'
import { asState, ByToken, EndBody, OpenBody, OpenedAnswer, ShareState } from './shapes.ts'
import { ciphertextOf, endPrivate, noteOpening, type Share } from './store.ts'

export interface ShareOptions extends CompareOptions {
  db: Kysely<Database>
  admission: Admission
}

/** What a link opens, for whoever has it. */
export const shareRoutes: FastifyPluginAsyncTypebox<ShareOptions> = async (app, options) => {
  const { db, clock, admission } = options
  readJsonBodies(app)
  // Fastify’s own would turn null into an empty text.
  app.setValidatorCompiler(TypeBoxValidatorCompiler)
  app.addHook('onSend', async (_request, reply) => {
    reply.header('cache-control', 'no-store')
    reply.header('x-robots-tag', 'noindex, nofollow, noarchive')
  })

  app.get('/api/shares/:token', { schema: { params: ByToken, response: { 200: ShareState } } }, async (request) =>
    asState(await admission.shareOf(request, request.params.token)),
  )

  app.post(
    '/api/shares/:token/open',
    { schema: { params: ByToken, body: OpenBody, response: { 200: OpenedAnswer } } },
    async (request, reply) => {
      const share = await admission.open(request, reply, request.params.token, request.body.passphrase)
      const content = await contentOf(db, share)
      await noteOpening(db, share.id, 'page', clock.now())
      return {
        ...asState(share),
        openings: share.openings + 1,
        lastOpenedAt: share.lastOpenedAt?.toISOString() ?? null,
        ...content,
      }
    },
  )

  app.get(
    '/api/shares/:token/difference',
    { schema: { params: ByToken, response: { 200: DifferenceAnswer } } },
    async (request) => {
      const share = await admission.opened(request, request.params.token)
      const freeze = share.freezeId === null ? undefined : await freezeById(db, share.freezeId)
      if (!freeze) throw new ProblemError('share.private', 404, 'A private link is compared where it can be read.')
      const { frozen } = await readFrozen(db, freeze.hash)
      return compareWithToday(frozen, options)
    },
  )

  app.delete('/api/shares/:token', { schema: { params: ByToken, body: EndBody } }, async (request, reply) => {
    const share = await admission.shareOf(request, request.params.token)
    if (share.kind !== 'private' || !(await endPrivate(db, share.id, request.body.endSecret, clock.now()))) {
      throw new ProblemError('share.not-yours', 403, 'Only who made a private link ends it.')
    }
    return reply.code(204).send()
  })
}

async function contentOf(db: Kysely<Database>, share: Share) {
  if (share.freezeId === null) {
    const ciphertext = await ciphertextOf(db, share.id)
    return { freeze: null, text: null, ciphertext: ciphertext?.toString('base64url') ?? null }
  }
  const freeze = await freezeById(db, share.freezeId)
  if (!freeze) throw new Error('a link without what it opens')
  const { sealed } = await readFrozen(db, freeze.hash)
  return { freeze, text: sealed.text, ciphertext: null }
}
