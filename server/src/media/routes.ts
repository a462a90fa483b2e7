import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { type Kysely, sql } from 'kysely'
import { type Static, Type } from 'typebox'
import type { Clock } from '../catalogue/clock.ts'
import type { Snapshot } from '../catalogue/snapshot.ts'
import { ProblemError } from '../http/problem.ts'
import { requireRight } from '../identity/caller.ts'
import { placeOfBuilding, placeOfZone } from '../identity/places.ts'
import type { Database } from '../storage/database.ts'
import type { MediaStore } from './media-store.ts'
import { type PictureKind, readPicture } from './picture.ts'

/** The pages reduce a picture before they send it; a camera’s own file still fits. */
const LARGEST_FILE = 15 * 1024 * 1024
const NAME = /^[0-9a-f]{64}(-small)?\.webp$/

/** What an upload answers: a `Photo` of the catalogue but for its words. */
export const MediaAnswer = Type.Object({
  id: Type.String({ description: 'SHA-256 of the kept file' }),
  kind: Type.Enum(['photo', 'plan'] as const),
  widthPx: Type.Integer(),
  heightPx: Type.Integer(),
  bytes: Type.Integer({ description: 'size of the kept file' }),
  href: Type.String(),
})
export type MediaAnswer = Static<typeof MediaAnswer>

const Asked = Type.Object(
  {
    kind: Type.Enum(['photo', 'plan'] as const),
    zone: Type.Optional(Type.String({ maxLength: 100 })),
    building: Type.Optional(Type.String({ maxLength: 100 })),
  },
  { additionalProperties: false },
)

export interface MediaOptions {
  store: MediaStore
  db: Kysely<Database>
  clock: Clock
  snapshot: () => Snapshot
}

/** Takes pictures and gives them out. To appear anywhere, a picture is named in `photos` of a record, by a change. */
export const mediaRoutes: FastifyPluginAsyncTypebox<MediaOptions> = async (app, { store, db, clock, snapshot }) => {
  app.addContentTypeParser(
    ['image/jpeg', 'image/png', 'image/webp'],
    { parseAs: 'buffer', bodyLimit: LARGEST_FILE },
    (_request, body, done) => done(null, body),
  )

  app.post<{ Body: Buffer; Querystring: Static<typeof Asked> }>(
    '/api/media',
    {
      bodyLimit: LARGEST_FILE,
      schema: { querystring: Asked, response: { 201: MediaAnswer } },
      // Before the body is read: who may not send a picture need not send all of it.
      onRequest: async (request) => {
        const { zone, building } = request.query as { zone?: unknown; building?: unknown }
        const place =
          typeof building === 'string'
            ? placeOfBuilding(snapshot(), building)
            : placeOfZone(snapshot(), typeof zone === 'string' ? zone : '')
        requireRight(request, 'upload-media', place)
      },
    },
    async (request, reply) => {
      const { kind } = request.query
      const file = request.body
      if (!Buffer.isBuffer(file)) throw new ProblemError('body.type', 415, 'Send the picture itself as the body.')
      const picture = await readPicture(file, kind as PictureKind)
      await store.put(`${picture.id}.webp`, picture.bytes)
      await store.put(`${picture.id}-small.webp`, picture.small)
      const by = request.caller.kind === 'anonymous' ? null : request.caller.id
      await sql`insert into media (id, kind, width_px, height_px, bytes, added_at, added_by)
        values (${picture.id}, ${kind}, ${picture.widthPx}, ${picture.heightPx}, ${picture.bytes.length}, ${clock.now()}, ${by})
        on conflict (id) do nothing`.execute(db)
      const { id, widthPx, heightPx, bytes } = picture
      return reply
        .code(201)
        .header('location', `/media/${id}.webp`)
        .send({ id, kind, widthPx, heightPx, bytes: bytes.length, href: `/media/${id}.webp` })
    },
  )

  app.get<{ Params: { file: string } }>('/media/:file', async (request, reply) => {
    const { file } = request.params
    // The name is a hash and nothing else: no path can lead out of the store.
    const bytes = NAME.test(file) ? await store.get(file) : undefined
    if (!bytes) throw new ProblemError('media.unknown', 404, 'There is no such picture.')
    reply.header('content-security-policy', "default-src 'none'; frame-ancestors 'none'")
    reply.header('cache-control', 'public, max-age=31536000, immutable').header('etag', `"${file}"`)
    if (request.headers['if-none-match'] === `"${file}"`) return reply.code(304).send()
    return reply.type('image/webp').send(bytes)
  })
}
