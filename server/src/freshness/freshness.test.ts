import { VectorTile } from '@mapbox/vector-tile'
import {
  addDays,
  type CatalogueRecord,
  decodeColumns,
  evaluate,
  type FreshnessBoard,
  type FreshnessSums,
  facetsOf,
  NO_NEED,
  type OfficeStatus,
  prepare,
  type RuleZone,
  VERIFICATION_STATES,
  zoneFilterCql2,
} from '@tvl/model'
import { FreshnessBoard as Board, VERIFIED_FIELDS } from '@tvl/model/schema'
import { PbfReader } from 'pbf'
import { Value } from 'typebox/value'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { serve, type TestApp } from '../testing/app.ts'
import { demoSnapshot } from '../testing/demo-snapshot.ts'
import { aBuilding, anOffice, aZone } from '../testing/makers.ts'
import { boardOf } from './board.ts'

const VERIFIED = '2026-07-10'
const visit = (on: string) => ({ on, by: 'manager', method: 'site-visit' as const })
const STATUSES: readonly OfficeStatus[] = ['free', 'held', 'let', 'under-construction']

/** One office of each status, all of the same day, and one free whose seats were counted later than its state. */
const RECORDS: CatalogueRecord[] = [
  aZone('fes-shore'),
  aBuilding('fes-shore-a', 'fes-shore'),
  ...STATUSES.map((status, stackOrder) =>
    anOffice(`fes-shore-a-${stackOrder}`, {
      stackOrder,
      status,
      seats: 10,
      verifiedOn: VERIFIED,
      leaseEndsOn: status === 'let' ? '2026-01-31' : null,
      holdEndsAt: status === 'held' ? '2026-06-30T12:00Z' : null,
      deliversOn: status === 'under-construction' ? '2026-05-01' : null,
    }),
  ),
  anOffice('fes-shore-a-9', {
    stackOrder: 9,
    seats: 100,
    rentMadPerM2Month: null,
    verifiedOn: addDays(VERIFIED, -100),
    verifications: { status: visit(VERIFIED), seats: visit(addDays(VERIFIED, 3)) },
  }),
]

/** The server's clock stands at this very date, and stands elsewhere once it is set. */
const clock = new Date()
const moveTo = (day: string, time = '12:00:00Z') => clock.setTime(Date.parse(`${day}T${time}`))

let server: TestApp
beforeAll(async () => {
  moveTo(VERIFIED)
  server = await serve(RECORDS, { clock })
})
afterAll(() => server.close())

const get = async <T>(path: string): Promise<T> => (await fetch(server.url + path)).json() as Promise<T>
const board = () => get<FreshnessBoard>('/api/freshness')

/** Seats free today by every way in which the product says them, taken one after the other. */
async function freeSeatsEverywhere() {
  const catalogue = await get<{ today: string }>('/api/catalogue')
  const columns = decodeColumns(await (await fetch(`${server.url}/api/columns/offices`)).arrayBuffer())
  const zones = await get<{
    features: { id: string; properties: CatalogueRecord<'zones'>['properties'] & { freeSeats: number } }[]
  }>('/ogc/collections/zones/items')
  const rules = zones.features.map(({ id, properties }): RuleZone => ({ id, lon: 0, lat: 0, properties }))
  const index = prepare(columns, rules, [])
  const context = { today: catalogue.today, verdicts: () => new Map() }
  const evaluation = evaluate(index, NO_NEED, context)
  const filter = encodeURIComponent(
    `availableFrom <= DATE('${catalogue.today}') AND countedUntil > DATE('${catalogue.today}')`,
  )
  const listed = await get<{ features: { properties: { seats: number } }[] }>(
    `/ogc/collections/offices/items?filter=${filter}`,
  )
  const tile = await fetch(`${server.url}/tiles/offices/0/0/0`)
  const layer = new VectorTile(new PbfReader(new Uint8Array(await tile.arrayBuffer()))).layers.offices
  const sums = (await board()).country
  const bins = facetsOf(index, evaluation, context).seats
  const freeSeats = Number(zones.features[0]?.properties.freeSeats)
  const asked = zoneFilterCql2({ ...NO_NEED, contiguous: false, seats: Math.max(freeSeats, 1) }, catalogue.today)
  const found = await get<{ numberMatched: number }>(`/ogc/collections/zones/items?filter=${encodeURIComponent(asked)}`)
  expect(found.numberMatched, asked).toBe(freeSeats > 0 ? 1 : 0)
  expect(bins.length).toBeGreaterThan(0)
  return {
    zone: freeSeats,
    page: evaluation.zones[0]?.freeSeats,
    api: listed.features.reduce((sum, { properties }) => sum + properties.seats, 0),
    map: Number(layer?.feature(0).properties.freeSeats),
    board: sums.available.seats,
  }
}

const agreed = (seats: number) => ({ zone: seats, page: seats, api: seats, map: seats, board: seats })

describe('after 120 days', () => {
  it('an office leaves every total with the first millisecond of the day in Morocco', async () => {
    // Ten seats of each status, and 100 that count by the older of their two verifications: the state's.
    moveTo('2026-11-06', '23:59:59.999Z')
    expect(await freeSeatsEverywhere()).toEqual(agreed(140))
    moveTo('2026-11-07', '00:00:00.000Z')
    expect(await freeSeatsEverywhere()).toEqual(agreed(20))
    expect((await board()).country.lost).toEqual({ offices: 3, seats: 120 })
  })

  it('a let office and a building site count three times as long', async () => {
    moveTo(addDays(VERIFIED, 359))
    expect(await freeSeatsEverywhere()).toEqual(agreed(20))
    moveTo(addDays(VERIFIED, 360))
    expect(await freeSeatsEverywhere()).toEqual(agreed(0))
    expect((await board()).country.lost).toEqual({ offices: 5, seats: 140 })
  })
})

describe('the board', () => {
  it.each([
    [29, 'fresh', 'fresh'],
    [30, 'due', 'fresh'],
    [59, 'due', 'fresh'],
    [60, 'late', 'fresh'],
    [89, 'late', 'fresh'],
    [90, 'doubtful', 'due'],
    [119, 'doubtful', 'due'],
    [120, 'expired', 'due'],
  ] as const)(
    'on day %i has the free and held ones as %s, the let and those being built as %s',
    async (days, quick, slow) => {
      moveTo(addDays(VERIFIED, days))
      const { states } = (await board()).country
      const expected = Object.fromEntries(VERIFICATION_STATES.map((state) => [state, { offices: 0, seats: 0 }]))
      for (const [state, offices, seats] of [
        [quick, 3, 120],
        [slow, 2, 20],
      ] as const) {
        const sum = expected[state] as { offices: number; seats: number }
        sum.offices += offices
        sum.seats += seats
      }
      expect(states).toEqual(expected)
    },
  )

  it('has each field by its own day, and what has no value as unknown', async () => {
    moveTo(addDays(VERIFIED, 32))
    const { fields } = (await board()).country
    const none = { fresh: 0, due: 0, late: 0, doubtful: 0, expired: 0, never: 0, unknown: 0 }
    expect(fields.status).toEqual({ ...none, fresh: 2, due: 3 })
    expect(fields.seats).toEqual({ ...none, fresh: 3, due: 2 })
    expect(fields.rentMadPerM2Month).toEqual({ ...none, fresh: 2, due: 2, unknown: 1 })
    expect(fields.areaM2).toEqual({ ...none, fresh: 2, due: 2, expired: 1 })
  })

  it('is what its schema says, is kept by its tag, and takes no parameter', async () => {
    const answer = await fetch(`${server.url}/api/freshness`)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('access-control-allow-origin')).toBe('*')
    expect([...Value.Errors(Board, await answer.json())]).toEqual([])
    const again = await fetch(`${server.url}/api/freshness`, {
      headers: { 'if-none-match': String(answer.headers.get('etag')) },
    })
    expect(again.status).toBe(304)
    moveTo(addDays(VERIFIED, 33))
    const other = await fetch(`${server.url}/api/freshness`, {
      headers: { 'if-none-match': String(answer.headers.get('etag')) },
    })
    expect(other.status).toBe(200)
    expect((await fetch(`${server.url}/api/freshness?zone=fes-shore`)).status).toBe(400)
  })

  it('cannot be asked for by the columns it is counted from', async () => {
    for (const parameter of ['sortby', 'verified:seats', 'filter']) {
      const query = parameter === 'sortby' ? 'sortby=verified:seats' : `${parameter}=2026-01-01`
      expect((await fetch(`${server.url}/ogc/collections/offices/items?${query}`)).status).toBe(400)
    }
  })
})

describe('over the demonstration’s 50,000 offices', () => {
  const all = boardOf(demoSnapshot('L'))

  const sumOf = (sums: readonly FreshnessSums[]) => {
    const total = new Map<string, number>()
    const walk = (value: unknown, path: string) => {
      if (typeof value === 'number') total.set(path, (total.get(path) ?? 0) + value)
      else for (const [name, one] of Object.entries(value as object)) walk(one, `${path}.${name}`)
    }
    for (const one of sums) walk(one, '')
    return total
  }

  it('regions add up to their zones and the country to the regions, figure by figure', () => {
    for (const region of all.regions) {
      const own = all.zones.filter(({ regionId }) => regionId === region.id)
      expect(sumOf([region.sums]), region.id).toEqual(sumOf(own.map(({ sums }) => sums)))
    }
    expect(sumOf([all.country])).toEqual(sumOf(all.regions.map(({ sums }) => sums)))
  })

  it('every office is in one state as a whole and in one for each field', () => {
    for (const { sums } of [...all.zones, ...all.regions, { sums: all.country }]) {
      const states = Object.values(sums.states)
      expect(states.reduce((sum, { offices }) => sum + offices, 0)).toBe(sums.all.offices)
      expect(states.reduce((sum, { seats }) => sum + seats, 0)).toBe(sums.all.seats)
      for (const field of VERIFIED_FIELDS) {
        expect(Object.values(sums.fields[field]).reduce((a, b) => a + b, 0)).toBe(sums.all.offices)
      }
    }
  })

  it('what it has as available is what each zone says of itself', () => {
    const zones = demoSnapshot('L').collection('zones')
    const freeSeats = zones.get('freeSeats')
    for (const { id, sums } of all.zones) expect(freeSeats(zones.rowOf(id)) ?? 0, id).toBe(sums.available.seats)
  })
})
