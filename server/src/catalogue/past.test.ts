import type { CollectionId } from '@tvl/model'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { SYSTEM } from '../storage/commit.ts'
import { stateAt, type Write, write } from '../storage/store.ts'
import { serve, type TestApp } from '../testing/app.ts'
import { freshDatabase } from '../testing/database.ts'
import { aBuilding, anOffice, aZone } from '../testing/makers.ts'
import { standingClock } from './clock.ts'
import { pastCatalogue } from './past.ts'
import { snapshotOf } from './snapshot.ts'

const RECORDS = [
  aZone('fes-shore'),
  aBuilding('fes-shore-a', 'fes-shore'),
  ...Array.from({ length: 6 }, (_, i) => anOffice(`fes-shore-a-00-${i}`, { stackOrder: i, seats: 40 })),
]
const contentOf = ({ geometry, properties }: (typeof RECORDS)[number]) => ({ geometry, properties: { ...properties } })
const at = (minutes: number) => new Date(Date.parse('2026-11-23T10:00:00Z') + minutes * 60_000)

let app: TestApp
beforeAll(async () => {
  app = await serve(RECORDS, { clock: new Date('2026-12-31T12:00:00Z') })
})
afterAll(() => app.close())

async function rentBecomes(rentMadPerM2Month: number, when: Date): Promise<number> {
  const record = anOffice('fes-shore-a-00-0', { stackOrder: 0, seats: 40, rentMadPerM2Month })
  const writes: Write[] = [{ collection: 'offices', id: record.id, content: contentOf(record) }]
  const { version } = await write(app.db, { kind: 'edit', author: SYSTEM, at: when }, writes)
  await app.live.waitFor(version)
  return version
}
interface Answer {
  code: string
  today: string
  numberMatched: number
  properties: { rentMadPerM2Month: number }
  features: { id: string }[]
  links: { rel: string; href: string }[]
}
const get = async (path: string) => {
  const answer = await fetch(app.url + path)
  return { status: answer.status, etag: answer.headers.get('etag'), body: (await answer.json()) as Answer }
}
const rent = async (asOf: string) =>
  (await get(`/ogc/collections/offices/items/fes-shore-a-00-0?as-of=${encodeURIComponent(asOf)}`)).body.properties
    .rentMadPerM2Month

describe('the catalogue as it was', () => {
  it('shows the rent before a change of it, by version and by instant', async () => {
    const first = await rentBecomes(90, at(0))
    const second = await rentBecomes(120, at(60))
    expect([await rent(String(first - 1)), await rent(String(first)), await rent(String(second))]).toEqual([
      110.5, 90, 120,
    ])
    expect([
      await rent(at(-1).toISOString()),
      await rent(at(0).toISOString()),
      await rent('2026-11-23T11:59:00+01:00'),
    ]).toEqual([110.5, 90, 90])
    expect(await rent(at(61).toISOString())).toBe(120)
  })

  it('answers every question of its moment: filters, paging, counts, the day, and links that stay there', async () => {
    const version = await rentBecomes(95, at(120))
    await rentBecomes(200, at(180))
    const ask = `/ogc/collections/offices/items?as-of=${version}&filter=${encodeURIComponent('rentMadPerM2Month < 100')}`
    const { body } = await get(ask)
    expect([body.numberMatched, body.features[0]?.id]).toEqual([1, 'fes-shore-a-00-0'])
    expect((await get(ask.replace(String(version), String(version + 1)))).body.numberMatched).toBe(0)
    const page = (await get(`/ogc/collections/offices/items?as-of=${version}&limit=2`)).body
    for (const rel of ['self', 'next', 'collection']) {
      expect(page.links.find((link) => link.rel === rel)?.href).toContain(`as-of=${version}`)
    }
    expect((await get(`/api/catalogue?as-of=${version}`)).body).toMatchObject({ version, today: '2026-11-23' })
    expect((await get('/api/catalogue')).body.today).toBe('2026-12-31')
    expect((await fetch(`${app.url}/api/columns/offices?as-of=${version}`)).status).toBe(200)
  })

  it('refuses a moment that cannot be shown', async () => {
    for (const [asOf, status, code] of [
      ['999999', 400, 'as-of.future'],
      ['2099-01-01T00:00:00Z', 400, 'as-of.future'],
      ['yesterday', 400, 'as-of.invalid'],
      ['2026-13-45T00:00:00Z', 400, 'as-of.invalid'],
      ['-1', 400, 'as-of.invalid'],
      ['0', 404, 'as-of.before'],
      ['1999-01-01T00:00:00Z', 404, 'as-of.before'],
    ] as const) {
      const { body, ...answer } = await get(`/ogc/collections/zones/items?as-of=${encodeURIComponent(asOf)}`)
      expect([asOf, answer.status, body.code]).toEqual([asOf, status, code])
    }
  })
})

describe('any version of any history', () => {
  const step = fc.record({
    id: fc.constantFrom('fes-shore-a-00-0', 'fes-shore-a-00-1', 'fes-shore-a-00-2', 'new-1', 'new-2'),
    seats: fc.option(fc.integer({ min: 1, max: 500 }), { nil: null, freq: 4 }),
  })

  it('equals a replay of the record up to it', async () => {
    const database = await freshDatabase(RECORDS)
    try {
      const orders = new Map(['fes-shore-a-00-0', 'fes-shore-a-00-1', 'fes-shore-a-00-2'].map((id, i) => [id, i]))
      orders.set('new-1', 50).set('new-2', 51)
      let head = RECORDS.length
      for (const { id, seats } of fc.sample(step, { numRuns: 230, seed: 7 })) {
        const office = anOffice(id, { stackOrder: orders.get(id) ?? 99, seats: seats ?? 1 })
        const content = seats === null ? null : contentOf(office)
        const words = { kind: 'edit' as const, author: SYSTEM, at: at(head) }
        const done = await write(database.db, words, [{ collection: 'offices', id, content }]).catch(() => undefined)
        if (done) head = done.version
      }
      expect(head).toBeGreaterThan(RECORDS.length + 150)
      const now = snapshotOf(RECORDS, { changeNumber: head, today: '2030-01-01' })
      const past = pastCatalogue({ db: database.db, current: () => now, clock: standingClock(at(1e6)), most: 40 })
      const versions = fc.sample(fc.integer({ min: RECORDS.length, max: head }), { numRuns: 200, seed: 11 })
      for (const version of versions) {
        const snapshot = await past.at(String(version))
        const replayed = await stateAt(database.db, version)
        for (const id of ['zones', 'buildings', 'offices'] as CollectionId[]) {
          const table = snapshot.collection(id)
          const records = table.ids.map((_, row) => table.record(row))
          expect(records).toEqual(replayed.map(({ record }) => record).filter(({ collection }) => collection === id))
        }
      }
    } finally {
      await database.close()
    }
  }, 120_000)
})
