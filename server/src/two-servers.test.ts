import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { catalogue } from '@tvl/data'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verifyRecord } from './record/verification.ts'
import { tokenHeader } from './testing/caller.ts'
import { writeFaults } from './testing/crowd/crowd.ts'
import { freePort, type ServerProcess, startProcess, untilReady } from './testing/crowd/process.ts'
import { changesAfter, copyAt, followChanges, hashOf, headOf } from './testing/crowd/readers.ts'
import { writeRents } from './testing/crowd/writers.ts'
import { freshDatabase, type TestDatabase } from './testing/database.ts'
import { aPerson } from './testing/people.ts'

const ENTRY = ['--import', 'tsx', fileURLToPath(new URL('./main.ts', import.meta.url))]
const PATIENCE = { timeout: 20_000, interval: 20 }

let database: TestDatabase
let dataDir: string
const servers: ServerProcess[] = []
beforeAll(async () => {
  database = await freshDatabase(catalogue({ catalogue: 'demo', inventory: 'S', today: '2026-11-23' }))
  dataDir = await mkdtemp(join(tmpdir(), 'two-servers-'))
  await aPerson(database, 'hind@example.ma', {
    role: 'manager',
    organisationId: 'cdg',
    territory: { kind: 'national' },
  })
  // A Monday, nine in Morocco.
  const clock = { CLOCK: '2026-11-23T10:00:00+01:00' }
  const settings = { DATABASE_URL: database.url, DATA_DIR: dataDir, CATALOGUE: 'demo', INVENTORY: 'S', ...clock }
  for (let i = 0; i < 2; i++) servers.push(startProcess({ entry: ENTRY, port: await freePort(), settings }))
  for (const server of servers) await untilReady(server, 90_000)
}, 120_000)
afterAll(async () => {
  for (const server of servers) await server.kill()
  await database.close()
  await rm(dataDir, { recursive: true, force: true })
})

const server = (i: number): ServerProcess => {
  const found = servers[i]
  if (!found) throw new Error(`no server ${i}`)
  return found
}

describe('two servers of one database', () => {
  it('each serve within a second what was written through the other', async () => {
    const headers = await tokenHeader(database.db, 'manager')
    const [id = ''] = (await copyAt(server(0).url, await headOf(server(0).url))).keys()
    for (const [by, other] of [
      [0, 1],
      [1, 0],
    ] as const) {
      const { acknowledged } = await writeRents({
        url: () => server(by).url,
        headers,
        number: by,
        count: 5,
        pick: () => [id],
        pause: () => new Promise((done) => setTimeout(done, 100)),
      })
      const last = acknowledged.at(-1)
      const began = performance.now()
      await expect.poll(() => headOf(server(other).url), PATIENCE).toBe(last?.version)
      expect(performance.now() - began).toBeLessThan(1000)
      const item = await fetch(`${server(other).url}/ogc/collections/offices/items/${id}?f=json`)
      const { properties } = (await item.json()) as { properties: Record<string, unknown> }
      expect(properties.rentMadPerM2Month).toBe(last?.offices[0]?.is)
    }
  }, 60_000)

  it('have written to a manager what is due, one of them, as both were started on a Monday', async () => {
    const letters = async () =>
      (await readdir(join(dataDir, 'mail')).catch(() => [])).filter((name) => name.endsWith('.eml'))
    await expect.poll(letters, PATIENCE).toHaveLength(1)
    const [name = ''] = await letters()
    expect(await readFile(join(dataDir, 'mail', name), 'utf8')).toContain('To: hind@example.ma')
  })

  it('lose nothing when one of them is killed, and its pages go on with the other', async () => {
    const headers = await tokenHeader(database.db, 'manager')
    const since = await headOf(server(0).url)
    const base = await copyAt(server(0).url, since)
    const ids = [...base.keys()].slice(0, 20)
    // Both writers and readers go to the first server as long as it is there.
    const url = () => server(server(0).isAlive() ? 0 : 1).url
    const readers = [followChanges(url, since, base), followChanges(() => server(1).url, since, base)]
    const writing = Promise.all(
      Array.from({ length: 4 }, (_, number) =>
        writeRents({ url, headers, number, count: 25, pick: (k) => [ids[(k + number) % ids.length] ?? ''] }),
      ),
    )
    await expect.poll(() => readers[0]?.at ?? 0, PATIENCE).toBeGreaterThan(since + 20)
    await server(0).kill()
    const outcomes = await writing
    const head = await headOf(server(1).url)
    expect(outcomes.reduce((sum, { silences }) => sum + silences, 0)).toBeGreaterThan(0)
    for (const reader of readers) {
      await expect.poll(() => reader.at, PATIENCE).toBe(head)
      await reader.stop()
      expect(reader.faults).toEqual([])
      expect(hashOf(reader.copy)).toBe(hashOf(await copyAt(server(1).url, head)))
    }
    expect(readers[0]?.returns).toBeGreaterThan(0)
    const acknowledged = outcomes.flatMap((outcome) => outcome.acknowledged)
    expect(acknowledged.length).toBe(100)
    expect(writeFaults(acknowledged, await changesAfter(server(1).url, since))).toEqual([])
    expect(await verifyRecord(database.db)).toMatchObject({ isWhole: true, isPresentRight: true })
  }, 90_000)
})
