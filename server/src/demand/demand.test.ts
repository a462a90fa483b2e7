import {
  type DemandAnswer,
  type DemandGroup,
  type DemandShape,
  decodeColumns,
  demandShape,
  evaluate,
  type Need,
  NO_NEED,
  needOfShape,
  prepare,
  type RuleZone,
  type Zone,
} from '@tvl/model'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { aBuilding, anOffice, aZone } from '../testing/makers.ts'
import { twoSites } from '../testing/sites.ts'
import { type Headers, type Writers, writers } from '../testing/writers.ts'
import { Gate } from './gate.ts'

const WEEK = '2026-11-23'
const SUNDAY_NIGHT = Date.parse('2026-11-29T23:59:59Z')
const MONDAY = Date.parse('2026-11-30T00:00:00Z')

let clock: Date
let server: Writers
beforeEach(async () => {
  clock = new Date(`${WEEK}T09:00:00Z`)
  server = await writers(
    [
      ...twoSites(),
      aZone('old-shore', { airportKm: 10 }),
      aBuilding('old-shore-a', 'old-shore'),
      anOffice('old-shore-a-0', {
        zoneId: 'old-shore',
        buildingId: 'old-shore-a',
        seats: 400,
        verifiedOn: '2026-06-01',
      }),
    ],
    { clock },
  )
})
afterEach(() => server.close())

const shapeOf = (need: Partial<Need>): DemandShape => {
  const shape = demandShape({ ...NO_NEED, ...need }, WEEK)
  if (!shape) throw new Error('no shape')
  return shape
}
const tell = (body: unknown, headers: Headers = {}) => server.send('POST', '/api/demand', body, headers)
async function tellTimes(times: number, need: Partial<Need>) {
  for (let i = 0; i < times; i++) expect((await tell(shapeOf(need))).status).toBe(204)
}
const demand = async (query = '', headers = server.national): Promise<DemandAnswer> =>
  (await server.send('GET', `/api/demand${query}`, undefined, headers)).body
const groupsOf = ({ zones }: DemandAnswer, id: string): DemandGroup[] =>
  zones.find((zone) => zone.id === id)?.groups ?? []
const stored = async () =>
  (await sql<{ n: number }>`select coalesce(sum(searches), 0)::int as n from demand_shape`.execute(server.db)).rows[0]
    ?.n

describe('POST /api/demand', () => {
  it('counts a shape in its week, and keeps nothing else', async () => {
    await tellTimes(2, { seats: 310 })
    clock.setTime(SUNDAY_NIGHT)
    await tellTimes(1, { seats: 390 })
    clock.setTime(MONDAY)
    await tellTimes(1, { seats: 300 })
    const { rows } =
      await sql`select to_char(week, 'YYYY-MM-DD') as week, shape, searches from demand_shape order by week`.execute(
        server.db,
      )
    expect(rows).toEqual([
      { week: WEEK, shape: expect.stringContaining('"seats":300'), searches: 3 },
      { week: '2026-11-30', shape: expect.stringContaining('"seats":300'), searches: 1 },
    ])
    const columns = await sql<{ name: string }>`select column_name as name from information_schema.columns
      where table_name = 'demand_shape' order by name`.execute(server.db)
    expect(columns.rows.map(({ name }) => name)).toEqual(['searches', 'shape', 'week'])
    expect(server.logged.join('\n')).not.toMatch(/"seats"|127\.0\.0\.1.*demand/)
  })

  it('refuses what is finer than a shape, or is none', async () => {
    const shape = shapeOf({ seats: 300 })
    const wrong = [
      { ...shape, seats: 310 },
      { ...shape, by: '2027-09-01' },
      { ...shape, airportKm: 17 },
      { ...shape, text: 'Ahmed, 300 sièges' },
      { ...shape, regions: ['Fès'] },
      { ...shape, regions: ['MA-03', 'MA-03'] },
      {},
      null,
      [],
    ]
    for (const body of wrong) expect((await tell(body)).status, JSON.stringify(body)).toBe(400)
    expect(await stored()).toBe(0)
  })

  it('does not count who asks not to be, and answers alike', async () => {
    expect((await tell(shapeOf({ seats: 300 }), { 'sec-gpc': '1' })).status).toBe(204)
    // Nor who keeps the catalogue, and tries things out.
    expect((await tell(shapeOf({ seats: 300 }), server.fes)).status).toBe(204)
    expect(await stored()).toBe(0)
  })

  it('takes from one address only so many an hour', async () => {
    const at = { now: () => clock }
    const gate = new Gate(2, at)
    expect(['a', 'a', 'a', 'b'].map((address) => gate.passes(address))).toEqual([true, true, false, true])
    clock.setTime(clock.getTime() + 3_600_000)
    expect(gate.passes('a')).toBe(true)
    for (let i = 0; i < 120; i++) await tell(shapeOf({ seats: 300 }))
    const refused = await tell(shapeOf({ seats: 300 }))
    expect([refused.status, refused.body.code, refused.headers.get('retry-after')]).toEqual([
      429,
      'demand.too-many',
      '3600',
    ])
  })
})

describe('GET /api/demand', () => {
  it('says of a closed week why a zone did not answer, only of five searches or more', async () => {
    await tellTimes(5, { seats: 300 })
    await tellTimes(4, { seats: 100 })
    await tellTimes(6, { seats: 120, contiguous: false })
    expect(await demand()).toMatchObject({ least: 5, weeks: [], week: null })
    expect((await server.send('GET', `/api/demand?week=${WEEK}`, undefined, server.national)).status).toBe(404)
    clock.setTime(MONDAY)
    const answer = await demand()
    expect(answer).toMatchObject({ weeks: [WEEK], week: WEEK })
    expect(groupsOf(answer, 'old-shore')).toEqual([
      { seats: 100, contiguous: false, cause: 'verification', searches: 6 },
      { seats: 300, contiguous: true, cause: 'verification', searches: 5 },
    ])
    expect(groupsOf(answer, 'fes-shore')).toEqual([
      { seats: 300, contiguous: true, cause: 'offer', searches: 5 },
      { seats: 100, contiguous: false, cause: 'shown', searches: 6 },
    ])
    expect(answer.zones.find(({ id }) => id === 'old-shore')?.gaps).toEqual({
      offices: 1,
      verification: 1,
      dates: 0,
      rentMadPerM2Month: 0,
      zone: ['irCapPct', 'territorialPremium', 'hsrStationKm', 'railStationKm'],
    })
  })

  it('is told once: neither later searches nor a changed catalogue move a report', async () => {
    await tellTimes(5, { seats: 300 })
    clock.setTime(MONDAY)
    // Within the new week, but before anybody has asked for the report of the old one.
    await server.post(
      {
        id: '00000000-0000-4000-8000-00000000000a',
        writes: [
          {
            collection: 'offices',
            id: 'old-shore-a-0',
            base: await server.head(),
            patch: { properties: { seats: 20 } },
          },
        ],
      },
      server.national,
    )
    const first = await demand()
    expect(groupsOf(first, 'old-shore')).toMatchObject([{ cause: 'verification', searches: 5 }])
    await tellTimes(30, { seats: 300 })
    await sql`update demand_shape set searches = 6 where week = ${WEEK}`.execute(server.db)
    const again = await demand(`?week=${WEEK}`)
    expect(groupsOf(again, 'old-shore')).toEqual(groupsOf(first, 'old-shore'))
    // The next week's report holds the next week's searches alone: no two reports overlap, so none can be subtracted.
    clock.setTime(MONDAY + 7 * 86_400_000)
    const next = await demand()
    expect(next).toMatchObject({ weeks: ['2026-11-30', WEEK], week: '2026-11-30' })
    expect(groupsOf(next, 'fes-shore')).toEqual([{ seats: 300, contiguous: true, cause: 'offer', searches: 30 }])
  })

  it('gives one searcher away in no group and no difference: with and without them, what is told is the same', async () => {
    await tellTimes(6, { seats: 300 })
    await tellTimes(6, { seats: 100 })
    // Somebody alone with what they look for, in no group of five with others.
    await tellTimes(1, { seats: 1500, airportKm: 5 })
    await tellTimes(1, { seats: 500, maxRentMadPerM2Month: 60 })
    clock.setTime(MONDAY)
    const { zones } = await demand()
    for (const { id, groups } of zones) {
      expect(
        groups.every(({ searches }) => searches >= 5),
        id,
      ).toBe(true)
      expect(
        groups.some(({ seats }) => seats === 1000 || seats === 500),
        id,
      ).toBe(false)
      // Nor does any sum of groups hold them: the groups of a zone are apart from each other.
      expect(
        groups.reduce((sum, { searches }) => sum + searches, 0),
        id,
      ).toBe(12)
    }
  })

  it('counts what the rules of every search say of the stored shapes', async () => {
    const needs: Partial<Need>[] = [
      { seats: 100 },
      { seats: 150, contiguous: false },
      { seats: 300 },
      { seats: 50, airportKm: 25 },
      { maxRentMadPerM2Month: 120 },
      { regions: ['MA-06'], seats: 20 },
      { availableBy: '2027-06-30', seats: 100, verifiedWithinDays: 30 },
      { fitOuts: ['fitted'] },
    ]
    for (const [i, need] of needs.entries()) await tellTimes(5 + i, need)
    clock.setTime(SUNDAY_NIGHT)
    const zonesNow = (await server.send('GET', '/ogc/collections/zones/items')).body.features
    const columns = decodeColumns(await (await fetch(`${server.url}/api/columns/offices`)).arrayBuffer())
    clock.setTime(MONDAY)
    const answer = await demand()

    const zones = (zonesNow as { id: string; properties: Zone }[]).map(
      ({ id, properties }): RuleZone => ({ id, lon: 0, lat: 0, properties }),
    )
    const index = prepare(columns, zones, [])
    const { rows } = await sql<{ shape: string; searches: number }>`select shape, searches from demand_shape`.execute(
      server.db,
    )
    for (const { id, groups } of answer.zones) {
      const shown = new Map<string, number>()
      let all = 0
      for (const { shape, searches } of rows) {
        const need = needOfShape(JSON.parse(shape))
        const found = evaluate(index, need, { today: '2026-11-29', verdicts: () => new Map() }).zones
        const key = `${need.seats} ${need.contiguous}`
        if (found.find(({ zone }) => zone.id === id)?.isHit) shown.set(key, (shown.get(key) ?? 0) + searches)
        all += searches
      }
      const told = groups.filter(({ cause }) => cause === 'shown')
      expect(new Map(told.map(({ seats, contiguous, searches }) => [`${seats} ${contiguous}`, searches])), id).toEqual(
        shown,
      )
      expect(
        groups.reduce((sum, { searches }) => sum + searches, 0),
        id,
      ).toBe(all)
    }
  })

  it('is for those who may read the record there', async () => {
    await tellTimes(5, { seats: 300 })
    clock.setTime(MONDAY)
    expect((await demand('', server.fes)).zones.map(({ id }) => id)).toEqual(['fes-shore'])
    const status = async (query: string, headers: Headers) =>
      (await server.send('GET', `/api/demand${query}`, undefined, headers)).status
    expect(await status('?zone=casanearshore', server.fes)).toBe(403)
    expect(await status('?zone=nowhere', server.national)).toBe(404)
    expect(await status('?week=monday', server.national)).toBe(400)
    expect(await status('', {})).toBe(401)
  })
})
