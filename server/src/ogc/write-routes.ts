import type { ChangeWrite } from '@tvl/model'
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import type { Transaction } from 'kysely'
import type { Snapshot } from '../catalogue/snapshot.ts'
import { refuseWhoWritesNothing, writerOf } from '../changes/answer.ts'
import { applyChangeSet, type Writing } from '../changes/apply.ts'
import { readJsonBodies } from '../changes/json-body.ts'
import { permitRecord } from '../changes/permit-record.ts'
import { readStored, type Stored } from '../changes/records.ts'
import type { Database } from '../storage/database.ts'
import { type CollectionInfo, collectionInfo } from './collections.ts'
import { type OgcOptions, originOf } from './context.ts'
import { hasSeen } from './feature-tag.ts'
import { featureAnswer } from './items.ts'
import { negotiateLanguage } from './negotiate.ts'
import { readQuery, refuseUnknown } from './parameters/query-string.ts'
import { refuse } from './refuse.ts'
import { answerInProblems } from './routes.ts'
import {
  checkHeaders,
  commitIdOf,
  FEATURE_TYPES,
  newFeatureId,
  PATCH_TYPES,
  readFeature,
  readPatch,
} from './write-body.ts'

export interface OgcWriteOptions extends OgcOptions {
  writing: Writing
}

interface Params {
  id: string
  featureId: string
}

/** What a write does to a feature. */
type Change = Pick<ChangeWrite, 'patch' | 'feature' | 'remove'>

/**
 * OGC API – Features Part 4: one feature at a time, by the same decision as sets of changes. Replacing, changing and
 * deleting need If-Match, so that nobody overwrites what they have not seen. Register at `/ogc`.
 */
export const ogcWriteRoutes: FastifyPluginAsync<OgcWriteOptions> = async (app, options) => {
  const { writing } = options
  answerInProblems(app)
  readJsonBodies(app, ['application/geo+json', 'application/merge-patch+json'])
  app.addHook('onRequest', refuseWhoWritesNothing)
  app.addHook('onRequest', async (request) => {
    refuseUnknown(readQuery(request.url), new Set(['lang']))
    if (request.method !== 'DELETE') checkHeaders(request, request.method === 'PATCH' ? PATCH_TYPES : FEATURE_TYPES)
  })
  const items = '/collections/:id/items'
  const item = `${items}/:featureId`

  app.post<{ Params: Params }>(items, { config: { accepts: FEATURE_TYPES } }, async (request, reply) => {
    const info = infoOf(request)
    const commit = commitIdOf(request)
    const { id = newFeatureId(info.id, commit), feature } = readFeature(request.body)
    const write: ChangeWrite = { collection: info.id, id, base: null, ...(feature ? { feature } : {}) }
    const set = { id: commit, writes: [write], asks: [write] }
    const { snapshot } = await applyChangeSet(writing, set, writerOf(request))
    const path = `/ogc/collections/${info.id}/items/${encodeURIComponent(id)}`
    reply.code(201).header('location', originOf(request, options) + path)
    return answerFeature(request, reply, { info, id, snapshot, path })
  })

  /** Changes one feature that is there and that the writer has seen. */
  const changeOne = async (request: FastifyRequest, change: Change): Promise<Snapshot> => {
    const info = infoOf(request)
    const { featureId: id } = request.params as Params
    const writer = writerOf(request)
    const writes = async (transaction: Transaction<Database>): Promise<ChangeWrite[]> => {
      const [stored] = (await readStored(transaction, [{ collection: info.id, id }])).values()
      if (!stored) throw refuse(404, 'feature.unknown', `There is no item “${id.slice(0, 60)}” in ${info.id}.`)
      // Who has no right here learns that first, not what their request lacks.
      await permitRecord(transaction, { collection: info.id, id }, stored.content, writer.permit)
      checkSeen(request, stored, () => currentOf(request, info, id))
      return [{ collection: info.id, id, base: stored.version, ...change }]
    }
    const asks = [{ collection: info.id, id, base: null, ...change }]
    return (await applyChangeSet(writing, { id: commitIdOf(request), writes, asks }, writer)).snapshot
  }
  const currentOf = (request: FastifyRequest, info: CollectionInfo, id: string): Record<string, unknown> => {
    const table = options.current().collection(info.id)
    const row = table.rowOf(id)
    return row < 0 ? {} : { current: table.feature(row, languageOf(request)) }
  }
  const answerChanged = (request: FastifyRequest, reply: FastifyReply, snapshot: Snapshot) => {
    const { featureId: id } = request.params as Params
    const path = request.url.split('?', 1)[0] ?? ''
    return answerFeature(request, reply, { info: infoOf(request), id, snapshot, path })
  }

  app.put<{ Params: Params }>(item, async (request, reply) => {
    const { id, feature } = readFeature(request.body)
    sameId(request, id)
    return answerChanged(request, reply, await changeOne(request, feature ? { feature } : {}))
  })

  app.patch<{ Params: Params }>(item, { config: { accepts: PATCH_TYPES } }, async (request, reply) => {
    const { id, patch } = readPatch(request.body)
    sameId(request, id)
    return answerChanged(request, reply, await changeOne(request, patch ? { patch } : {}))
  })

  app.delete<{ Params: Params }>(item, async (request, reply) => {
    await changeOne(request, { remove: true })
    return reply.code(204).send()
  })

  const answerFeature = (
    request: FastifyRequest,
    reply: FastifyReply,
    about: { info: CollectionInfo; id: string; snapshot: Snapshot; path: string },
  ): FastifyReply => {
    const { info, id, snapshot, path } = about
    const base = originOf(request, options)
    const context = { base, path, query: new Map(), language: languageOf(request), format: 'json' as const, snapshot }
    const made = featureAnswer(context, info, id)
    return reply
      .headers({ ...made.headers, etag: made.etag, 'cache-control': 'no-store', 'content-location': base + path })
      .send(made.body)
  }
}

const languageOf = (request: FastifyRequest) => negotiateLanguage(request, readQuery(request.url))

function infoOf(request: FastifyRequest): CollectionInfo {
  const { id } = request.params as Params
  const info = collectionInfo(id)
  if (!info) throw refuse(404, 'collection.unknown', `There is no collection “${id.slice(0, 60)}”.`)
  return info
}

function sameId(request: FastifyRequest, id: string | undefined): void {
  const { featureId } = request.params as Params
  if (id !== undefined && id !== featureId) throw refuse(422, 'id.other', 'The id of a feature does not change.')
}

function checkSeen(request: FastifyRequest, stored: Stored, current: () => Record<string, unknown>): void {
  const ifMatch = request.headers['if-match']
  if (ifMatch === undefined) {
    throw refuse(428, 'if-match.missing', 'Send the ETag that you have read in If-Match.')
  }
  if (hasSeen(ifMatch, stored.hash)) return
  throw refuse(412, 'if-match.stale', 'It was changed since you have read it.', {}, current())
}
