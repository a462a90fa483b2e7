import { Readable } from 'node:stream'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyRequest } from 'fastify'
import type { Kysely } from 'kysely'
import type { Clock } from '../catalogue/clock.ts'
import type { Snapshot } from '../catalogue/snapshot.ts'
import { ProblemError } from '../http/problem.ts'
import { type Query, readQuery, refuseUnknown } from '../ogc/parameters/query-string.ts'
import type { Database } from '../storage/database.ts'
import { lastChange } from '../storage/store.ts'
import { BOM, csvHead, csvLines } from './csv.ts'
import { RecordAnswer, VerificationAnswer } from './entry.ts'
import { FILTERS, readFilter } from './question.ts'
import { type RecordQuery, readRecord } from './read.ts'
import { scopeOf } from './scope.ts'
import { knowsLink, type RecordReport, verifyRecord } from './verification.ts'

const USUAL = 50
const MOST = 500
/** Changes that the export reads at a time. */
const BATCH = 500
/** A verification reads all of the record; those who ask meanwhile, and shortly after, share it: everybody may ask. */
const VERIFIED_FOR_MS = 60_000

export interface RecordOptions {
  db: Kysely<Database>
  snapshot: () => Snapshot
  clock: Clock
}

/** The record of changes with its persons, for those who answer for a territory. */
export const recordRoutes: FastifyPluginAsyncTypebox<RecordOptions> = async (app, { db, snapshot, clock }) => {
  app.get('/api/record', { schema: { response: { 200: RecordAnswer } } }, async (request, reply) => {
    const query = readQuery(request.url)
    refuseUnknown(query, new Set([...FILTERS, 'before', 'limit']))
    const limit = Math.min(readNumber(query, 'limit') ?? USUAL, MOST)
    const asked = { ...questionOf(request, query), before: readNumber(query, 'before'), limit: limit + 1 }
    const [found, head] = await Promise.all([readRecord(db, asked), lastChange(db)])
    const entries = found.slice(0, limit)
    reply.header('cache-control', 'no-store')
    return { entries, next: found.length > limit ? (entries.at(-1)?.n ?? null) : null, head }
  })

  app.get('/api/record.csv', async (request, reply) => {
    const query = readQuery(request.url)
    refuseUnknown(query, new Set(FILTERS))
    const asked = questionOf(request, query)
    reply.header('cache-control', 'no-store')
    reply.header('content-type', 'text/csv; charset=utf-8')
    reply.header('content-disposition', 'attachment; filename="record.csv"')
    return reply.send(Readable.from(exported(db, asked)))
  })

  let verified: { report: Promise<RecordReport>; at: Date; until: number } | undefined
  app.get('/api/record/verification', { schema: { response: { 200: VerificationAnswer } } }, async (request, reply) => {
    const query = readQuery(request.url)
    refuseUnknown(query, new Set(['head']))
    reply.header('cache-control', 'no-store')
    const head = query.get('head')
    if (!verified || verified.until < Date.now()) {
      const report = verifyRecord(db)
      const made = { report, at: clock.now(), until: Number.POSITIVE_INFINITY }
      verified = made
      report.then(
        () => {
          made.until = Date.now() + VERIFIED_FOR_MS
        },
        () => {
          verified = undefined
        },
      )
    }
    const { report, at } = verified
    const knowsHead = head === undefined ? null : await knowsLink(db, head)
    return { ...(await report), knowsHead, at: at.toISOString() }
  })

  function questionOf(request: FastifyRequest, query: Query): Omit<RecordQuery, 'limit'> {
    const filter = readFilter(query)
    const { caller } = request
    return {
      ...filter,
      scope: scopeOf(request, snapshot(), filter),
      demoNamesOnly: caller.kind === 'person' && caller.isDemo,
    }
  }
}

async function* exported(db: Kysely<Database>, query: Omit<RecordQuery, 'limit'>): AsyncGenerator<string> {
  yield BOM + csvHead()
  for (let before: number | undefined; ; ) {
    const entries = await readRecord(db, { ...query, before, limit: BATCH })
    yield entries.map(csvLines).join('')
    if (entries.length < BATCH) return
    before = entries.at(-1)?.n
  }
}

function readNumber(query: Query, name: string): number | undefined {
  const text = query.get(name)
  if (text === undefined) return undefined
  if (!/^[1-9]\d{0,14}$/.test(text))
    throw new ProblemError('record.number', 400, `${name} is a whole number from 1 on.`)
  return Number(text)
}
