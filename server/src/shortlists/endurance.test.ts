import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { catalogue } from '@tvl/data'
import { DEFAULT_COLOURS, freeze, hashOfText } from '@tvl/model'
import { sql } from 'kysely'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type RunningServer, startServer } from '../server.ts'
import { readSettings } from '../settings.ts'
import { addShare } from '../shares/store.ts'
import { SYSTEM } from '../storage/commit.ts'
import { migrate } from '../storage/migrate.ts'
import { seed, write } from '../storage/store.ts'
import { frozenBy, linkedBy, saved } from '../testing/agency.ts'
import { cookieJar } from '../testing/browser.ts'
import { emptyDatabase } from '../testing/database.ts'
import { demoSnapshot } from '../testing/demo-snapshot.ts'
import { freezeCatalogue } from './freeze-catalogue.ts'
import { keepFrozen } from './freezes.ts'
import { aShortlist } from './shortlists.maker.ts'
import { saveShortlist } from './store.ts'

const CHANGES = 10_000
const BATCH = 500

let home: string
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'endurance-'))
})
afterAll(() => rm(home, { recursive: true, force: true }))

const folder = (name: string) => join(home, name)
const start = (name: string): Promise<RunningServer> =>
  startServer(
    { ...readSettings({ DATA_DIR: folder(name), PORT: '0', CLOCK: '2026-11-23T09:00:00Z' }), logLevel: 'silent' },
    pino({ level: 'silent' }),
  )

async function demoOfficer({ url }: RunningServer) {
  const page = cookieJar(url)
  const account = { email: 'officer@demo.example', password: 'demo officer locator' }
  expect((await page.post('/api/auth/sign-in', account)).status).toBe(200)
  return page
}

/** Writes so many changes of offices that the shortlist holds, among others. */
async function change({ store }: RunningServer, count: number): Promise<void> {
  const { rows } = await sql<{ id: string; geometry: null; properties: Record<string, unknown> }>`
    select id, geometry, properties from feature where collection = 'offices' order by id`.execute(store.db)
  for (let done = 0; done < count; done += BATCH) {
    const writes = Array.from({ length: BATCH }, (_, i) => {
      const { id, geometry, properties } = rows[(done + i) % rows.length] as (typeof rows)[number]
      const seats = 10 + ((done + i) % 97)
      return { collection: 'offices' as const, id, content: { geometry, properties: { ...properties, seats } } }
    })
    // One office stands in a batch once.
    const unique = [...new Map(writes.map((one) => [one.id, one])).values()]
    await write(store.db, { kind: 'edit', author: SYSTEM, at: new Date('2026-11-23T09:00:00Z') }, unique)
  }
}

const opened = async ({ url }: RunningServer, token: string) => {
  const page = cookieJar(url)
  const { status, body } = await page.post(`/api/shares/${token}/open`, {})
  expect(status).toBe(200)
  expect(hashOfText(body.text)).toBe(body.freeze.hash)
  const difference = (await page.get(`/api/shares/${token}/difference`)).body
  return { hash: body.freeze.hash, totals: JSON.parse(body.text).totals, changes: difference.changes }
}

describe('a link', () => {
  it('opens the same after 10,000 changes, a restart, and a restore into a new folder', async () => {
    let server = await start('first')
    const officer = await demoOfficer(server)
    const { token } = await linkedBy(officer, (await frozenBy(officer, await saved(officer))).id)
    const before = await opened(server, token)
    expect(before.changes).toBe(0)
    const { rows: was } = await sql<{ n: number }>`select max(n)::int as n from change`.execute(server.store.db)
    let written = 0
    while (written < CHANGES) {
      await change(server, BATCH * 4)
      const { rows } = await sql<{ n: number }>`select max(n)::int as n from change`.execute(server.store.db)
      written = (rows[0]?.n ?? 0) - (was[0]?.n ?? 0)
    }
    await server.stop()

    server = await start('first')
    const after = await opened(server, token)
    expect([after.hash, after.totals]).toEqual([before.hash, before.totals])
    expect(after.changes).toBeGreaterThan(0)
    await server.stop()

    // With owners and modes: PostgreSQL wants its own.
    await promisify(execFile)('cp', ['-a', folder('first'), folder('restored')])
    server = await start('restored')
    const restored = await opened(server, token)
    expect(restored).toEqual(after)
    await server.stop()
  }, 180_000)

  it('opens the same after the migrations that came after it', async () => {
    const database = await emptyDatabase()
    await migrate(database.db, '0041-shortlists.sql')
    const at = new Date('2026-11-23T08:00:00Z')
    const origin = { catalogue: 'demo', inventory: 'S' } as const
    await seed(database.db, catalogue({ ...origin, today: '2026-11-23' }), origin, at)
    const content = aShortlist()
    const frozen = freeze(content, freezeCatalogue(demoSnapshot(), content, 'demo'))
    const [id, organisationId] = [randomUUID(), 'cri-fes-meknes']
    await saveShortlist(database.db, { id, organisationId, base: null, content, at, by: null })
    const names = { fr: 'CRI', ar: 'المركز', en: 'CRI' }
    const contact = { email: null, phone: null, address: null, web: null }
    const brand = { names, ...DEFAULT_COLOURS, contact, markId: null }
    const about = { shortlistId: id, revision: 1, version: 1, at, by: null, brand, mark: null }
    const kept = await keepFrozen(database.db, frozen, about)
    const { token } = await addShare(database.db, {
      ...{ kind: 'public', organisationId, freezeId: kept.id, recipient: null, language: 'fr', passphrase: null },
      ...{ ciphertext: null, endHash: null, at, expiresAt: new Date('2030-01-01T00:00:00Z'), by: null },
    })
    expect((await migrate(database.db)).length).toBeGreaterThan(0)
    const server = await startServer(
      { ...readSettings({ DATABASE_URL: database.url, PORT: '0', CLOCK: '2026-11-23T09:00:00Z' }), logLevel: 'silent' },
      pino({ level: 'silent' }),
    )
    const after = await opened(server, token)
    expect([after.hash, after.totals]).toEqual([kept.hash, JSON.parse(JSON.stringify(frozen.totals))])
    await server.stop()
    await database.close()
  }, 60_000)
})
