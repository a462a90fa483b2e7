import { type FastifyPluginAsyncTypebox, TypeBoxValidatorCompiler } from '@fastify/type-provider-typebox'
import type { Kysely } from 'kysely'
import { Type } from 'typebox'
import type { Clock } from '../catalogue/clock.ts'
import type { Snapshot } from '../catalogue/snapshot.ts'
import type { DossierPress } from '../dossier/dossier-press.ts'
import { ProblemError } from '../http/problem.ts'
import { ownFreeze, requireKeeper } from '../shortlists/access.ts'
import { freezeById, frozenBrand, readFrozen } from '../shortlists/freezes.ts'
import type { Database } from '../storage/database.ts'
import type { Admission } from './admission.ts'
import { DOCUMENT_FORMATS, dossierBrand, sendDocument } from './documents.ts'
import { noteOpening } from './store.ts'

export interface DocumentOptions {
  db: Kysely<Database>
  snapshot: () => Snapshot
  clock: Clock
  admission: Admission
  press: DossierPress
}

const exactly = { additionalProperties: false }
const InLanguage = Type.Object({ lang: Type.Optional(Type.Enum(['fr', 'ar', 'en'] as const)) }, exactly)
const Format = Type.Enum(DOCUMENT_FORMATS)
const OfFreeze = Type.Object({ id: Type.String({ format: 'uuid' }), format: Format }, exactly)
const OfShare = Type.Object({ token: Type.String({ minLength: 1, maxLength: 100 }), format: Format }, exactly)

/** What was frozen as files, for its makers and for whoever has a link; and the picture beside a public link. */
export const documentRoutes: FastifyPluginAsyncTypebox<DocumentOptions> = async (app, options) => {
  const { db, snapshot, clock, admission, press } = options
  app.setValidatorCompiler(TypeBoxValidatorCompiler)
  app.addHook('onSend', async (_request, reply) => {
    reply.header('cache-control', 'no-store')
    reply.header('x-robots-tag', 'noindex, nofollow, noarchive')
  })

  const orderOf = async (freezeId: string, hash: string) => ({
    ...(await frozenBrand(db, freezeId)),
    frozen: (await readFrozen(db, hash)).frozen,
    hash,
  })

  app.get(
    '/api/freezes/:id/dossier.:format',
    { schema: { params: OfFreeze, querystring: InLanguage } },
    async (request, reply) => {
      const { id, format } = request.params
      const freeze = await ownFreeze(db, id, requireKeeper(request, snapshot()))
      const order = await orderOf(freeze.id, freeze.hash)
      return sendDocument(reply, press, format, { ...order, language: request.query.lang ?? 'fr' })
    },
  )

  app.get(
    '/api/shares/:token/dossier.:format',
    { schema: { params: OfShare, querystring: InLanguage } },
    async (request, reply) => {
      const { token, format } = request.params
      const share = await admission.opened(request, token)
      const freeze = share.freezeId === null ? undefined : await freezeById(db, share.freezeId)
      if (!freeze) throw new ProblemError('share.private', 404, 'A private link has no files: its content is a cipher.')
      const order = await orderOf(freeze.id, freeze.hash)
      await noteOpening(db, share.id, format, clock.now())
      return sendDocument(reply, press, format, { ...order, language: request.query.lang ?? share.language })
    },
  )

  app.get(
    '/api/shares/:token/picture.png',
    { schema: { params: Type.Object({ token: OfShare.properties.token }, exactly) } },
    async (request, reply) => {
      const share = await admission.opened(request, request.params.token)
      const freeze = share.freezeId === null ? undefined : await freezeById(db, share.freezeId)
      // A personal link is for its reader: nothing of it is shown in other places.
      if (!freeze || share.kind !== 'public')
        throw new ProblemError('share.private', 404, 'Only public links have one.')
      const { brand, mark, ...order } = await orderOf(freeze.id, freeze.hash)
      const picture = await press.picture({ ...order, brand: dossierBrand(brand, mark), language: share.language })
      return reply.type('image/png').send(picture)
    },
  )
}
