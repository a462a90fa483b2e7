import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { CollectionId } from '@tvl/model'
import { COLLECTIONS } from '@tvl/model/schema'
import type { Kysely } from 'kysely'
import { type Static, Type } from 'typebox'
import type { LiveCatalogue, Log } from '../catalogue/live.ts'
import { ProblemError } from '../http/problem.ts'
import { type Query, readQuery, refuseUnknown } from '../ogc/parameters/query-string.ts'
import type { Database } from '../storage/database.ts'
import { ChangeEntry, readEntries } from './entries.ts'
import { startHub } from './hub.ts'
import { follow } from './stream.ts'

const MOST = 1000
const USUAL = 100
/** Open streams of one process. Each costs a socket and a few kilobytes. */
const MOST_STREAMS = 5000

export const ChangesAnswer = Type.Object({
  changes: Type.Array(ChangeEntry),
  next: Type.Integer({ description: 'ask with `since` = this to go on; everything up to it was looked at' }),
  head: Type.Integer({ description: 'number of the last change there is' }),
})
export type ChangesAnswer = Static<typeof ChangesAnswer>

export interface FeedOptions {
  db: Kysely<Database>
  live: LiveCatalogue
  log: Log
}

/** What changed, for everybody: page by page from a number, or as it happens. */
export const feedRoutes: FastifyPluginAsyncTypebox<FeedOptions> = async (app, { db, live, log }) => {
  const hub = startHub(db, live, log)
  const streams = new Set<{ end(): void }>()
  // Open streams would keep the server from stopping; the pages come back to the next one.
  app.addHook('preClose', async () => {
    hub.stop()
    for (const stream of streams) stream.end()
  })

  app.get('/api/changes', { schema: { response: { 200: ChangesAnswer } } }, async (request, reply) => {
    const query = readQuery(request.url)
    refuseUnknown(query, new Set(['since', 'limit', 'collection', 'zone']))
    const head = live.snapshot().changeNumber
    const since = readNumber(query, 'since', 0)
    refuseAhead(since, head)
    const limit = Math.min(readNumber(query, 'limit', USUAL, 1), MOST)
    const changes = await readEntries(db, { since, limit, until: head, ...subjectOf(query) })
    reply.header('cache-control', 'no-cache')
    return { changes, next: changes.length < limit ? head : (changes.at(-1)?.n ?? head), head }
  })

  app.get('/api/changes/stream', { exposeHeadRoute: false }, async (request, reply) => {
    const query = readQuery(request.url)
    refuseUnknown(query, new Set(['since', 'collection', 'zone']))
    const subject = subjectOf(query)
    const last = request.headers['last-event-id']
    const since = typeof last === 'string' ? asNumber('Last-Event-ID', last) : readNumber(query, 'since', hub.head)
    refuseAhead(since, live.snapshot().changeNumber)
    if (streams.size >= MOST_STREAMS) {
      throw new ProblemError('changes.crowded', 429, 'Too many streams are open; ask /api/changes instead.', {
        'retry-after': '30',
      })
    }
    const response = reply.raw
    streams.add(response)
    response.once('close', () => streams.delete(response))
    reply.hijack()
    response.writeHead(200, {
      // Not kept for another request when it ends: a server that stops would wait for it.
      connection: 'close',
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'access-control-allow-origin': '*',
      'x-content-type-options': 'nosniff',
      // Proxies that gather answers would hold events back.
      'x-accel-buffering': 'no',
    })
    await follow(response, db, hub, { since, ...subject })
  })
}

function subjectOf(query: Query): { collection?: CollectionId; zone?: string } {
  const asked = query.get('collection')
  const collection = COLLECTIONS.find((id) => id === asked)
  if (asked !== undefined && !collection) {
    throw new ProblemError('collection.unknown', 400, `There is no collection “${asked.slice(0, 60)}”.`)
  }
  const zone = query.get('zone')
  return { ...(collection ? { collection } : {}), ...(zone === undefined ? {} : { zone }) }
}

function readNumber(query: Query, name: string, fallback: number, least = 0): number {
  const text = query.get(name)
  return text === undefined ? fallback : asNumber(name, text, least)
}

function asNumber(name: string, text: string, least = 0): number {
  const value = /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN
  if (!(value >= least)) {
    throw new ProblemError('changes.number', 400, `${name} is a whole number from ${least} on.`)
  }
  return value
}

/** A number that was never given out comes from another catalogue: going on from it would leave changes out in silence. */
function refuseAhead(since: number, head: number): void {
  if (since > head) {
    throw new ProblemError(
      'changes.ahead',
      409,
      `The last change is ${head}: read the catalogue anew, then go on from there.`,
    )
  }
}
