import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Answer, type Writers, writers } from '../testing/writers.ts'

let server: Writers
beforeAll(async () => {
  server = await writers()
})
afterAll(() => server.close())

const aPhoto = (id: string) => ({
  ...{ id, kind: 'photo', widthPx: 4, heightPx: 3 },
  ...{ altFr: 'Plateau', altAr: null, altEn: null },
})
const errorsOf = ({ body }: Answer) =>
  body.errors.map(({ field, code }: { field: string; code: string }) => `${field} ${code}`)

describe('POST /api/changes refuses', () => {
  it.each([
    ['seats type', { seats: '30' }],
    ['seats minimum', { seats: 0 }],
    ['seats maximum', { seats: 1e300 }],
    ['seats maximum', { seats: 65_536 }],
    ['stackOrder maximum', { stackOrder: 65_536 }],
    ['rentMadPerM2Month fraction', { rentMadPerM2Month: 110.125 }],
    ['serviceChargeMadPerM2Month fraction', { serviceChargeMadPerM2Month: 0.1 + 0.2 }],
    ['photos photo.unknown', { photos: [aPhoto('0'.repeat(64))] }],
    ['status choice', { status: 'gone' }],
    ['colour unknown-field', { colour: 'red' }],
    ['name too-short', { name: '' }],
    ['buildingId building.other-zone', { buildingId: 'casanearshore-a', stackOrder: 8 }, 'national'],
    ['zoneId reference.unknown', { zoneId: 'nowhere' }, 'national'],
    ['floor floor.outside', { floor: 4 }],
    ['stackOrder stack-order.taken', { stackOrder: 1 }],
    ['freeFrom date.unreal', { freeFrom: '2027-02-30' }],
    ['freeFrom date.range', { freeFrom: '3027-02-03' }],
    ['freeFrom format', { freeFrom: '3 February' }],
    ['leaseEndsOn date.status', { leaseEndsOn: '2028-01-01' }],
    ['leaseEndsOn date.past', { status: 'let', leaseEndsOn: '2026-11-22' }],
    ['holdEndsAt date.past', { status: 'held', holdEndsAt: '2026-11-23T09:00Z' }],
    ['holdEndsAt hold.endless', { status: 'held' }],
    ['rentMadPerM2Month figure.unusual', { rentMadPerM2Month: 11050 }],
    ['verifiedBy field.server-set', { verifiedBy: 'minister' }],
    ['verifiedOn field.server-set', { verifiedOn: '2026-11-23' }],
    ['provenance field.server-set', { provenance: {} }],
    ['availableFrom field.server-set', { availableFrom: '2026-11-23' }],
  ])('refuses %s and writes nothing', async (expected, properties, who = 'fes') => {
    const before = await server.head()
    const answer = await server.post(
      await server.patchOf('fes-shore-a-0', properties),
      who === 'fes' ? server.fes : server.national,
    )
    expect([answer.status, answer.body.code]).toEqual([422, 'change.invalid'])
    expect(errorsOf(answer)).toContain(expected)
    expect(await server.head()).toBe(before)
  })

  it('takes what just fits the columns, and the centime', async () => {
    const wanted = { seats: 65_535, rentMadPerM2Month: 110.07, serviceChargeMadPerM2Month: 20.1 }
    const answer = await server.post(await server.patchOf('fes-shore-a-1', wanted, { confirm: ['seats'] }))
    expect(answer.status).toBe(200)
    const { columns } = server.live.snapshot()
    expect(columns.seats).toContain(65_535)
    expect(columns.rentCentimes).toContain(11_007)
  })

  it.each([
    ['no JSON', '{'],
    ['NaN', '{"id": NaN}'],
    ['a list', '[]'],
    ['no writes', { id: randomUUID(), writes: [] }],
    [
      'too many writes',
      {
        id: randomUUID(),
        writes: Array.from({ length: 1001 }, (_, i) => ({ collection: 'offices', id: `a${i}`, base: 1, remove: true })),
      },
    ],
    ['an unknown collection', { id: randomUUID(), writes: [{ collection: 'users', id: 'a', base: 1, remove: true }] }],
    [
      'an unknown member',
      { id: randomUUID(), author: 'me', writes: [{ collection: 'offices', id: 'a', base: 1, remove: true }] },
    ],
    [
      'two ways at once',
      { id: randomUUID(), writes: [{ collection: 'offices', id: 'a', base: 1, remove: true, patch: {} }] },
    ],
    [
      'a version to come',
      { id: randomUUID(), writes: [{ collection: 'offices', id: 'fes-shore-a-0', base: 1e9, remove: true }] },
    ],
    [
      'the same record twice',
      {
        id: randomUUID(),
        writes: [1, 2].map((base) => ({ collection: 'offices', id: 'fes-shore-a-0', base, remove: true })),
      },
    ],
    ['a prototype', `{"id":"${randomUUID()}","__proto__":{"kind":"x"},"writes":[]}`],
    [
      'deep JSON',
      `{"id":"${randomUUID()}","writes":[{"collection":"offices","id":"fes-shore-a-0","base":1,"patch":{"properties":{"name":${'['.repeat(50_000)}${']'.repeat(50_000)}}}}]}`,
    ],
    [
      'a NUL',
      {
        id: randomUUID(),
        note: 'a\u0000b',
        writes: [{ collection: 'offices', id: 'fes-shore-a-0', base: 1, remove: true }],
      },
    ],
    [
      'half a character',
      `{"id":"${randomUUID()}","writes":[{"collection":"offices","id":"fes-shore-a-0","base":1,"patch":{"properties":{"name":"\\ud800"}}}]}`,
    ],
  ])('answers 400 to %s', async (_, body) => {
    const before = await server.head()
    const answer = await server.post(body)
    expect([answer.status, typeof answer.body.code]).toEqual([400, 'string'])
    expect(await server.head()).toBe(before)
  })

  it('refuses infinities, shapes that are no point, and a body of ten megabytes', async () => {
    const base = await server.head()
    const raw = (patch: string) =>
      `{"id":"${randomUUID()}","writes":[{"collection":"offices","id":"fes-shore-a-0","base":${base},"patch":${patch}}]}`
    const infinite = await server.post(raw('{"properties":{"rentMadPerM2Month":1e999}}'))
    expect([infinite.status, infinite.body.code]).toEqual([400, 'body.number'])
    for (const geometry of [
      '5',
      '{"type":"Point","coordinates":["a",1]}',
      '{"type":"Polygon","coordinates":[]}',
      'null',
      '{"type":"Point","coordinates":[33,-7]}',
    ]) {
      const answer = await server.post(raw(`{"geometry":${geometry}}`))
      expect([geometry, answer.status, answer.body.errors?.[0].field]).toEqual([geometry, 422, 'geometry'])
    }
    expect((await server.post(raw(`{"properties":{"name":"${'a'.repeat(10_000_000)}"}}`))).status).toBe(413)
  })
})
