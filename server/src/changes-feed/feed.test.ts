import { once } from 'node:events'
import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CommitWords } from '../storage/commit.ts'
import { write } from '../storage/store.ts'
import { serve, type TestApp } from '../testing/app.ts'
import { listen } from '../testing/event-stream.ts'
import { aBuilding, anOffice, aZone } from '../testing/makers.ts'
import type { ChangesAnswer } from './routes.ts'

const RECORDS = [
  aZone('fes-shore'),
  aZone('technopolis'),
  aBuilding('fes-shore-a', 'fes-shore'),
  aBuilding('technopolis-a', 'technopolis'),
  anOffice('fes-shore-a-00-1', { stackOrder: 0, seats: 40 }),
  anOffice('technopolis-a-00-1', { stackOrder: 0, zoneId: 'technopolis', buildingId: 'technopolis-a' }),
]
const SEEDED = RECORDS.length
const WORDS: CommitWords = {
  kind: 'edit',
  author: { actorId: 'person:secret-id', role: 'manager', organisationId: 'cdg' },
  at: new Date('2026-11-23T09:00:00Z'),
  method: 'site-visit',
}

let app: TestApp
beforeAll(async () => {
  app = await serve(RECORDS)
})
afterAll(() => app.close())

async function writeSeats(seats: number, id = 'fes-shore-a-00-1'): Promise<number> {
  const record = RECORDS.find((one) => one.id === id)
  if (!record) throw new Error(id)
  const content = { geometry: record.geometry, properties: { ...record.properties, seats } }
  const { version } = await write(app.db, WORDS, [{ collection: 'offices', id, content }])
  await app.live.waitFor(version)
  return version
}
const read = async (query = '') => {
  const answer = await fetch(`${app.url}/api/changes${query}`)
  return {
    status: answer.status,
    headers: answer.headers,
    body: (await answer.json()) as ChangesAnswer & { code?: string },
  }
}
const connections = () =>
  new Promise<number>((done, fail) =>
    app.app.server.getConnections((error, count) => (error ? fail(error) : done(count))),
  )
const numbers = ({ changes }: ChangesAnswer) => changes.map(({ n }) => n)

describe('GET /api/changes', () => {
  it('gives every change once, page by page, from the seed on', async () => {
    const head = await writeSeats(41)
    const seen: number[] = []
    for (let since = 0; since < head; ) {
      const { body } = await read(`?since=${since}&limit=3`)
      seen.push(...numbers(body))
      expect(body.head).toBe(head)
      since = body.next
    }
    expect(seen).toEqual(Array.from({ length: head }, (_, i) => i + 1))
  })

  it('tells of a change field by field, in the name of a role and never of a person', async () => {
    const n = await writeSeats(42)
    const { body } = await read(`?since=${n - 1}`)
    expect(body.changes).toEqual([
      {
        n,
        at: '2026-11-23T09:00:00.000Z',
        commit: expect.any(String),
        kind: 'edit',
        role: 'manager',
        organisation: 'cdg',
        method: 'site-visit',
        operation: 'update',
        collection: 'offices',
        id: 'fes-shore-a-00-1',
        zone: 'fes-shore',
        fields: { seats: { before: 41, after: 42 } },
      },
    ])
    expect(JSON.stringify(body)).not.toContain('secret-id')
  })

  it('can be asked for a zone or a collection alone, and goes on from what it looked at', async () => {
    const n = await writeSeats(90, 'technopolis-a-00-1')
    const fes = await read(`?since=${SEEDED}&zone=fes-shore`)
    expect(fes.body.changes.every(({ zone }) => zone === 'fes-shore')).toBe(true)
    expect(numbers(fes.body)).not.toContain(n)
    expect(fes.body.next).toBe(n)
    expect(numbers((await read('?collection=zones')).body)).toEqual([1, 2])
  })

  it('refuses what it cannot be asked', async () => {
    for (const query of [
      '?since=-1',
      '?since=x',
      '?limit=0',
      '?collection=houses',
      '?from=1',
      '?since=1&since=2',
      '?since=1e3',
      '?zone=%00',
    ]) {
      expect([query, (await read(query)).status]).toEqual([query, 400])
    }
    const ahead = await read('?since=999999')
    expect([ahead.status, ahead.body.code]).toEqual([409, 'changes.ahead'])
  })
})

describe('GET /api/changes/stream', () => {
  it('tells of changes as they come, and of each one once', async () => {
    const page = await listen(`${app.url}/api/changes/stream`)
    expect(page.response.headers.get('content-type')).toContain('text/event-stream')
    await expect.poll(() => page.events.length).toBe(1)
    const written = [await writeSeats(50), await writeSeats(51), await writeSeats(91, 'technopolis-a-00-1')]
    await expect.poll(() => page.events.flatMap(({ data }) => data.changes ?? []).length).toBe(3)
    const told = page.events.flatMap(({ data }) => data.changes ?? [])
    expect(told.map(({ n }: { n: number }) => n)).toEqual(written)
    expect(page.events.at(-1)?.id).toBe(written.at(-1))
    await page.leave()
  })

  it('goes on after the last event a page has had', async () => {
    const from = app.live.snapshot().changeNumber
    const written = [await writeSeats(60), await writeSeats(61)]
    for (const how of [{ 'last-event-id': String(from) }, undefined]) {
      const page = await listen(`${app.url}/api/changes/stream${how ? '' : `?since=${from}`}`, how)
      await expect
        .poll(() => page.events.flatMap(({ data }) => data.changes ?? []).map(({ n }: { n: number }) => n))
        .toEqual(written)
      await page.leave()
    }
  })

  it('loses and repeats nothing for pages that come while changes do', async () => {
    const from = app.live.snapshot().changeNumber
    const writing = (async () => {
      for (let i = 0; i < 40; i++) await writeSeats(100 + i)
    })()
    const pages = []
    for (let i = 0; i < 10; i++) {
      pages.push(await listen(`${app.url}/api/changes/stream?since=${from}`))
      await new Promise((done) => setTimeout(done, 10))
    }
    await writing
    const expected = Array.from({ length: 40 }, (_, i) => from + 1 + i)
    for (const page of pages) {
      await expect
        .poll(() => page.events.flatMap(({ data }) => data.changes ?? []).map(({ n }: { n: number }) => n), {
          timeout: 5000,
        })
        .toEqual(expected)
      await page.leave()
    }
  })

  it('can follow one zone, and still resumes right', async () => {
    const page = await listen(`${app.url}/api/changes/stream?zone=technopolis`)
    const from = app.live.snapshot().changeNumber
    await writeSeats(70)
    const n = await writeSeats(71, 'technopolis-a-00-1')
    await expect
      .poll(() => page.events.map(({ id, event }) => [id, event]))
      .toEqual([
        [from, 'hello'],
        [n, 'change'],
      ])
    await page.leave()
  })

  it('lets go of a page that does not take what it is sent, which then resumes without a gap', async () => {
    const from = app.live.snapshot().changeNumber
    const { hostname, port } = new URL(app.url)
    const others = await connections()
    const socket = connect(Number(port), hostname)
    await once(socket, 'connect')
    socket.pause()
    socket.write(`GET /api/changes/stream HTTP/1.1\r\nHost: ${hostname}\r\n\r\n`)
    const zone = aZone('technopolis')
    const isLetGo = async () => (await connections()) <= others
    let written = 0
    // Until what the network itself holds for the page is full, and the server’s own patience too.
    for (; written < 60 && !(await isLetGo()); written++) {
      const notesFr = [`${written} ${'note '.repeat(60_000)}`]
      const content = { geometry: zone.geometry, properties: { ...zone.properties, notesFr } }
      const { version } = await write(app.db, WORDS, [{ collection: 'zones', id: zone.id, content }])
      await app.live.waitFor(version)
    }
    await expect.poll(isLetGo).toBe(true)
    let text = ''
    socket.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk
    })
    socket.on('error', () => undefined)
    const over = once(socket, 'close').catch(() => undefined)
    socket.resume()
    await over
    const last = Math.max(
      from,
      ...[...text.matchAll(/id: (\d+)\nevent: change\ndata: .*\n\n/g)].map(([, id]) => Number(id)),
    )
    const head = app.live.snapshot().changeNumber
    expect(last).toBeLessThan(head)
    const again = await listen(`${app.url}/api/changes/stream`, { 'last-event-id': String(last) })
    const told = () => again.events.flatMap(({ data }) => data.changes ?? []).map(({ n }: { n: number }) => n)
    await expect.poll(() => told().at(-1), { timeout: 5000 }).toBe(head)
    expect(told()).toEqual(Array.from({ length: head - last }, (_, i) => last + 1 + i))
    await again.leave()
  }, 60_000)

  it('tells five hundred pages at once', async () => {
    const { hostname, port } = new URL(app.url)
    const pages = await Promise.all(
      Array.from({ length: 500 }, async () => {
        const socket = connect(Number(port), hostname)
        const page = { socket, text: '' }
        socket.setEncoding('utf8').on('data', (chunk: string) => {
          page.text += chunk
        })
        socket.write(`GET /api/changes/stream HTTP/1.1\r\nHost: ${hostname}\r\n\r\n`)
        await expect.poll(() => page.text, { timeout: 20_000 }).toContain('event: hello')
        return page
      }),
    )
    const n = await writeSeats(72)
    const began = performance.now()
    await expect.poll(() => pages.filter(({ text }) => text.includes(`"n":${n},`)).length, { timeout: 5000 }).toBe(500)
    expect(performance.now() - began).toBeLessThan(2000)
    for (const { socket } of pages) socket.destroy()
  }, 60_000)

  it('is refused for a number that was never given out', async () => {
    expect((await fetch(`${app.url}/api/changes/stream?since=999999`)).status).toBe(409)
    expect((await fetch(`${app.url}/api/changes/stream`, { headers: { 'last-event-id': 'x' } })).status).toBe(400)
  })

  it('lets the server stop', async () => {
    const other = await serve(RECORDS)
    const page = await listen(`${other.url}/api/changes/stream`)
    // What a browser opens ahead of need, and Node waits a minute for.
    const { hostname, port } = new URL(other.url)
    const silent = connect(Number(port), hostname)
    await once(silent, 'connect')
    const began = performance.now()
    await other.close()
    await page.over
    expect(performance.now() - began).toBeLessThan(10_000)
  })
})
