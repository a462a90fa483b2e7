import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { faultsOfBrand, judgeColours, tidyBrand } from '@tvl/model'
import { BrandAnswer, BrandBody } from '@tvl/model/schema'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Kysely } from 'kysely'
import type { Clock } from '../catalogue/clock.ts'
import type { Snapshot } from '../catalogue/snapshot.ts'
import { ProblemError } from '../http/problem.ts'
import { requireSomewhere } from '../identity/somewhere.ts'
import type { Database } from '../storage/database.ts'
import { type BrandOwner, brandAnswer, brandTag, requireSeen } from './answer.ts'
import { type KeptBrand, keptBrand } from './store.ts'
import { type BrandChange, writeBrand } from './writing.ts'

export interface BrandOptions {
  db: Kysely<Database>
  clock: Clock
  snapshot: () => Snapshot
  /**
   * The catalogue of the demonstration: everybody can sign in there, as an administrator who invites others too, so
   * what anybody sets is in force for a day.
   */
  isDemo: boolean
}

/** The organisation in whose name the caller changes its brand. @throws as `requireSomewhere` */
export function brandOwner(
  request: FastifyRequest,
  { snapshot, isDemo }: Pick<BrandOptions, 'snapshot' | 'isDemo'>,
): BrandOwner & { actorId: string | null } {
  const { organisationId, actorId } = requireSomewhere(request, 'change-brand', snapshot())
  // Only what the service itself writes is in nobody’s name.
  if (organisationId === null) throw new ProblemError('right.missing', 403, 'No organisation to change the brand of.')
  const { caller } = request
  return { organisationId, actorId, isDemo: isDemo || (caller.kind === 'person' && caller.isDemo) }
}

/** Does what a request asks of the brand of the caller’s organisation, if it has seen the revision in force. */
export function writeFor(request: FastifyRequest, options: BrandOptions) {
  const { db, clock } = options
  const owner = brandOwner(request, options)
  return (change: BrandChange, sent: unknown): Promise<KeptBrand> =>
    writeBrand(db, { ...owner, change, check: requireSeen(request, owner, sent), at: clock.now() })
}

/** Answers are of one organisation and of this moment. */
export function tagged(reply: FastifyReply, { revision }: KeptBrand): FastifyReply {
  return reply.header('cache-control', 'no-store').header('etag', brandTag(revision))
}

/** How the caller’s organisation appears on what it issues. */
export const brandRoutes: FastifyPluginAsyncTypebox<BrandOptions> = async (app, options) => {
  const { db, clock } = options

  app.get('/api/brand', { schema: { response: { 200: BrandAnswer } } }, async (request, reply) => {
    const owner = brandOwner(request, options)
    const kept = await keptBrand(db, owner.organisationId, clock.now())
    tagged(reply, kept)
    return brandAnswer(owner, kept)
  })

  app.put('/api/brand', { schema: { body: BrandBody, response: { 200: BrandAnswer } } }, async (request, reply) => {
    const owner = brandOwner(request, options)
    const write = writeFor(request, options)
    const asked = tidyBrand(request.body)
    const errors = faultsOfBrand(asked)
    if (errors.length > 0) {
      throw new ProblemError('brand.invalid', 422, 'Some fields of the brand cannot be kept.', {}, { errors })
    }
    const { primary, accent, corrections, refusals } = judgeColours(asked)
    if (refusals.length > 0) {
      const words = 'A colour does not read on paper, and would no longer be the same if it were moved until it does.'
      throw new ProblemError('brand.contrast', 422, words, {}, { colours: refusals })
    }
    const kept = await write({ action: 'set', body: { ...asked, primary, accent } }, asked)
    tagged(reply, kept)
    return brandAnswer(owner, kept, corrections)
  })
}
