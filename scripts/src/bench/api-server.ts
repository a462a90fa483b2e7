import { randomBytes } from 'node:crypto'
import { catalogue } from '@tvl/data'
import { buildApp } from '@tvl/server/app'
import { standingClock } from '@tvl/server/catalogue/clock'
import { followCatalogue } from '@tvl/server/catalogue/live'
import { createMailer } from '@tvl/server/mail/mailer'
import { readSettings } from '@tvl/server/settings'
import { openStore } from '@tvl/server/storage/open'
import { sql } from 'kysely'
import { pino } from 'pino'

/**
 * The server under test, in a process of its own: the product's own app, and beside it, for the bench alone, the same
 * question put to PostgreSQL (`/bench/postgres`) and the same bytes from a ready buffer (`/bench/ready/…`).
 */
const TODAY = '2026-11-23'
const clock = standingClock(new Date(`${TODAY}T10:00:00+01:00`))
const settings = { ...readSettings(process.env), port: 0, inventory: 'XL' as const, catalogue: 'demo' as const }
const logger = pino({ level: 'warn' })

const store = await openStore(settings, logger)
const origin = { catalogue: settings.catalogue, inventory: settings.inventory }
await store.seedIfEmpty(origin, new Date(`${TODAY}T09:00:00Z`), () => catalogue({ ...origin, today: TODAY }))
// What a database administrator would add for this very question.
await sql`create index if not exists bench_offices on feature (collection, (properties->>'fitOut'), lon, lat)`.execute(
  store.db,
)
await sql`analyze feature`.execute(store.db)
const live = await followCatalogue({ db: store.db, connectionString: store.connectionString, clock, log: logger })
const app = await buildApp({
  settings,
  live,
  db: store.db,
  clock,
  logger,
  mailer: createMailer(settings, logger),
  secret: randomBytes(32).toString('base64url'),
})

/** One page of the answer, without the count of all matches that the product's own answer carries: in its favour. */
app.get<{ Querystring: { west: number; south: number } }>('/bench/postgres', async (request, reply) => {
  const [west, south] = [Number(request.query.west), Number(request.query.south)]
  const { rows } = await sql<{ feature: unknown }>`
    select jsonb_build_object('type', 'Feature', 'id', id, 'geometry', geometry, 'properties', properties) as feature
    from feature
    where collection = 'offices' and properties->>'fitOut' = 'fitted'
      and lon between ${west} and ${west + 2} and lat between ${south} and ${south + 2}
    order by id limit 100`.execute(store.db)
  const features = rows.map(({ feature }) => feature)
  reply.type('application/geo+json')
  return JSON.stringify({ type: 'FeatureCollection', numberReturned: features.length, features })
})

const ready = new Map<string, { body: Buffer; headers: Record<string, string> }>()
/** Remembers an answer of the product, to give out the same bytes with the same head and no work. */
app.get<{ Querystring: { path: string } }>('/bench/keep', async (request) => {
  const answer = await app.inject({ url: request.query.path, headers: { 'accept-encoding': 'identity' } })
  const headers = Object.fromEntries(
    ['content-type', 'etag', 'vary', 'cache-control', 'content-language'].flatMap((name) => {
      const value = answer.headers[name]
      return typeof value === 'string' ? [[name, value]] : []
    }),
  )
  const key = String(ready.size)
  ready.set(key, { body: answer.rawPayload, headers })
  return { key, bytes: answer.rawPayload.length, status: answer.statusCode }
})
app.get<{ Params: { key: string } }>('/bench/ready/:key', (request, reply) => {
  const kept = ready.get(request.params.key)
  return kept ? reply.headers(kept.headers).send(kept.body) : reply.code(404).send()
})

const url = await app.listen({ host: '127.0.0.1', port: 0 })
process.send?.({ url })
process.on('message', (message) => {
  if (message === 'stop') {
    void (async () => {
      await app.close()
      await live.stop()
      await store.close()
      process.exit(0)
    })()
  }
})
