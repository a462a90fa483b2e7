import { type FastifyPluginAsyncTypebox, TypeBoxValidatorCompiler } from '@fastify/type-provider-typebox'
import { type FrozenShortlist, freeze, UnknownSite } from '@tvl/model'
import type { Kysely } from 'kysely'
import { brandOf } from '../brand/store.ts'
import { readJsonBodies } from '../changes/json-body.ts'
import { ProblemError } from '../http/problem.ts'
import { organisationName } from '../people/organisations.ts'
import type { Database } from '../storage/database.ts'
import { ownFreeze, ownShortlist, requireKeeper } from './access.ts'
import { type CompareOptions, compareWithToday } from './compare.ts'
import { freezeCatalogue } from './freeze-catalogue.ts'
import { freezesOf, keepFrozen, readFrozen } from './freezes.ts'
import {
  ArchiveBody,
  ById,
  ByShortlistId,
  DifferenceAnswer,
  FreezeAnswer,
  FreezeBody,
  FreezesAnswer,
  FrozenAnswer,
  SaveBody,
  SavedAnswer,
  ShortlistAnswer,
  ShortlistsAnswer,
} from './shapes.ts'
import { archiveShortlist, saveShortlist, shortlistsOf } from './store.ts'
import { summariesOf } from './summaries.ts'

export interface ShortlistOptions extends CompareOptions {
  db: Kysely<Database>
}

/** Shortlists of an organisation: kept, merged, frozen, and compared with today. */
export const shortlistRoutes: FastifyPluginAsyncTypebox<ShortlistOptions> = async (app, options) => {
  const { db, snapshot, clock, settings } = options
  readJsonBodies(app)
  // Fastify’s own would turn null into an empty text.
  app.setValidatorCompiler(TypeBoxValidatorCompiler)
  app.addHook('onSend', async (_request, reply) => void reply.header('cache-control', 'no-store'))

  app.get('/api/shortlists', { schema: { response: { 200: ShortlistsAnswer } } }, async (request) => {
    const keeper = requireKeeper(request, snapshot())
    const own = await shortlistsOf(db, keeper.organisationIds)
    const summaries = await summariesOf(db, own, clock.now())
    return {
      shortlists: own.map(({ content: { title, sites }, ...row }) => ({
        ...row,
        ...{ title, sites: sites.length },
        ...(summaries.get(row.id) ?? { frozenAt: null, hash: null, links: 0, openings: 0, openedAt: null }),
      })),
    }
  })

  app.get(
    '/api/shortlists/:id',
    { schema: { params: ByShortlistId, response: { 200: ShortlistAnswer } } },
    async (request) => ownShortlist(db, request.params.id, requireKeeper(request, snapshot())),
  )

  app.put(
    '/api/shortlists/:id',
    { schema: { params: ByShortlistId, body: SaveBody, response: { 200: SavedAnswer } } },
    async (request) => {
      const keeper = requireKeeper(request, snapshot())
      const { base, content } = request.body
      const { id } = request.params
      const organisationId = base === null ? keeper.organisationId : (await ownShortlist(db, id, keeper)).organisationId
      const saved = await saveShortlist(db, { id, organisationId, base, content, at: clock.now(), by: keeper.actorId })
      if (!saved) throw new ProblemError('shortlist.unknown', 404, 'There is no such shortlist here, or no such base.')
      const { conflicts, ...answer } = saved
      if (conflicts.length === 0) return answer
      throw new ProblemError(
        'shortlist.conflict',
        412,
        'Somebody changed the same things meanwhile; nothing was written.',
        {},
        { ...answer, conflicts },
      )
    },
  )

  app.patch('/api/shortlists/:id', { schema: { params: ByShortlistId, body: ArchiveBody } }, async (request, reply) => {
    const { id } = await ownShortlist(db, request.params.id, requireKeeper(request, snapshot()))
    await archiveShortlist(db, id, request.body.isArchived ? clock.now() : null)
    return reply.code(204).send()
  })

  app.get(
    '/api/shortlists/:id/freezes',
    { schema: { params: ByShortlistId, response: { 200: FreezesAnswer } } },
    async (request) => {
      const { id } = await ownShortlist(db, request.params.id, requireKeeper(request, snapshot()))
      return { freezes: await freezesOf(db, id) }
    },
  )

  app.post(
    '/api/shortlists/:id/freezes',
    { schema: { params: ByShortlistId, body: FreezeBody, response: { 201: FreezeAnswer } } },
    async (request, reply) => {
      const keeper = requireKeeper(request, snapshot())
      const { id, revision, content, organisationId } = await ownShortlist(db, request.params.id, keeper)
      if (request.body.revision !== revision) {
        throw new ProblemError(
          'shortlist.moved',
          409,
          `The shortlist is at revision ${revision} now: look at it first.`,
        )
      }
      if (content.sites.length === 0) throw new ProblemError('shortlist.empty', 422, 'There is no site to freeze.')
      const now = snapshot()
      const organisation = await organisationNamed(db, organisationId)
      const frozen = frozenNow(() => freeze(content, freezeCatalogue(now, content, settings.catalogue), organisation))
      const at = clock.now()
      const { mark, markType: _, ...brand } = await brandOf(db, organisationId, at)
      const about = { shortlistId: id, revision, version: now.changeNumber, at, by: keeper.actorId, brand, mark }
      return reply.code(201).send(await keepFrozen(db, frozen, about))
    },
  )

  app.get('/api/freezes/:id', { schema: { params: ById, response: { 200: FrozenAnswer } } }, async (request) => {
    const own = await ownFreeze(db, request.params.id, requireKeeper(request, snapshot()))
    const { sealed } = await readFrozen(db, own.hash)
    return { freeze: own, text: sealed.text }
  })

  app.get(
    '/api/freezes/:id/difference',
    { schema: { params: ById, response: { 200: DifferenceAnswer } } },
    async (request) => {
      const own = await ownFreeze(db, request.params.id, requireKeeper(request, snapshot()))
      const { frozen } = await readFrozen(db, own.hash)
      return compareWithToday(frozen, options)
    },
  )
}

/** @throws ProblemError 422 `shortlist.site` naming the line that the catalogue does not have */
function frozenNow(make: () => FrozenShortlist): FrozenShortlist {
  try {
    return make()
  } catch (error) {
    if (!(error instanceof UnknownSite)) throw error
    throw new ProblemError('shortlist.site', 422, error.message, {}, { siteId: error.site.id })
  }
}

async function organisationNamed(db: Kysely<Database>, id: string): Promise<FrozenShortlist['organisation']> {
  const { fr, ar, en } = await organisationName(db, id)
  return { id, nameFr: fr, nameAr: ar, nameEn: en }
}
