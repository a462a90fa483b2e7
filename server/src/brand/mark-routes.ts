import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { MARK_LARGEST_UPLOAD } from '@tvl/model'
import { BrandAnswer } from '@tvl/model/schema'
import { AddressRate } from '../http/address-rate.ts'
import { ProblemError } from '../http/problem.ts'
import { brandAnswer } from './answer.ts'
import { MARK_TYPES, readMark } from './mark.ts'
import { type BrandOptions, brandOwner, tagged, writeFor } from './routes.ts'
import { markOf } from './store.ts'
import { DrawingRoom } from './svg/drawing-room.ts'

/** Uploads from one address: more than anybody tries by hand. */
const MOST_UPLOADS = 60
const WINDOW_MS = 10 * 60_000
const YEAR_SECONDS = 31_536_000
const FILE = /^([0-9a-f]{64})\.png$/

/** The mark of the caller’s organisation, and all marks by their hash. */
export const markRoutes: FastifyPluginAsyncTypebox<BrandOptions> = async (app, options) => {
  const { db, clock } = options
  const room = new DrawingRoom()
  const rate = new AddressRate(MOST_UPLOADS, WINDOW_MS)
  app.addContentTypeParser(
    [...MARK_TYPES],
    { parseAs: 'buffer', bodyLimit: MARK_LARGEST_UPLOAD },
    (_request, body, done) => done(null, body),
  )

  app.put<{ Body: Buffer }>(
    '/api/brand/mark',
    {
      bodyLimit: MARK_LARGEST_UPLOAD,
      config: { accepts: MARK_TYPES },
      schema: { response: { 200: BrandAnswer } },
      // Before the body is read: who may not send a mark need not send all of it.
      onRequest: async (request) => {
        brandOwner(request, options)
        rate.take(request)
      },
    },
    async (request, reply) => {
      const owner = brandOwner(request, options)
      const write = writeFor(request, options)
      const file = request.body
      if (!Buffer.isBuffer(file)) throw new ProblemError('body.type', 415, 'Send the mark itself as the body.')
      const type = (request.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? ''
      const mark = await readMark(file, type, room)
      const kept = await write({ action: 'set-mark', mark }, { markId: mark.id })
      tagged(reply, kept)
      return brandAnswer(owner, kept)
    },
  )

  app.delete('/api/brand/mark', { schema: { response: { 200: BrandAnswer } } }, async (request, reply) => {
    const owner = brandOwner(request, options)
    const kept = await writeFor(request, options)({ action: 'remove-mark' }, { markId: null })
    tagged(reply, kept)
    return brandAnswer(owner, kept)
  })

  app.get<{ Params: { file: string } }>('/api/marks/:file', async (request, reply) => {
    const { file } = request.params
    const now = clock.now()
    const [, id] = FILE.exec(file) ?? []
    const mark = id === undefined ? null : await markOf(db, id, now)
    if (!mark) throw new ProblemError('mark.unknown', 404, 'There is no such mark.')
    const seconds = mark.expiresAt ? Math.floor((mark.expiresAt.getTime() - now.getTime()) / 1000) : YEAR_SECONDS
    reply.header('content-security-policy', "default-src 'none'; frame-ancestors 'none'")
    reply.header('cache-control', `public, max-age=${seconds}, immutable`).header('etag', `"${id}"`)
    if (request.headers['if-none-match'] === `"${id}"`) return reply.code(304).send()
    return reply.type('image/png').send(mark.bytes)
  })
}
