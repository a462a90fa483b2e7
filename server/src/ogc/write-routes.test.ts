import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { type Answer, type Headers, type Writers, writers } from '../testing/writers.ts'

const ITEMS = '/ogc/collections/offices/items'
const OFFICE = `${ITEMS}/fes-shore-a-0`
const GEOJSON = { 'content-type': 'application/geo+json' }
const MERGE = { 'content-type': 'application/merge-patch+json' }

let server: Writers
beforeEach(async () => {
  server = await writers()
  return () => server.close()
})

const get = (path = OFFICE, headers: Headers = {}) => server.send('GET', path, undefined, headers)
const tagOf = ({ headers }: Answer) => headers.get('etag') ?? ''
const ifMatch = async (path = OFFICE) => ({ 'if-match': tagOf(await get(path)) })
const put = (body: unknown, headers: Headers, path = OFFICE) =>
  server.send('PUT', path, body, { ...server.fes, ...GEOJSON, ...headers })
const patch = (body: unknown, headers: Headers, path = OFFICE) =>
  server.send('PATCH', path, body, { ...server.fes, ...MERGE, ...headers })
const post = (body: unknown, headers: Headers = {}, path = ITEMS) =>
  server.send('POST', path, body, { ...server.fes, ...GEOJSON, ...headers })
const remove = (headers: Headers, path = OFFICE) =>
  server.send('DELETE', path, undefined, { ...server.fes, ...headers })

const NEW = {
  type: 'Feature',
  geometry: { type: 'Point', coordinates: [-4.98, 34] },
  properties: {
    name: 'B-1',
    zoneId: 'fes-shore',
    buildingId: 'fes-shore-b',
    floor: 1,
    stackOrder: 0,
    areaM2: 90,
    seats: 9,
    fitOut: 'shell',
    status: 'free',
  },
}

describe('OGC API – Features Part 4', () => {
  it('says what an address can do, also to a browser of another site', async () => {
    const options = (path: string) => server.send('OPTIONS', path, undefined, {})
    const [items, item] = [await options(ITEMS), await options(OFFICE)]
    expect([items.status, items.headers.get('allow'), items.headers.get('accept-post')]).toEqual([
      200,
      'GET, HEAD, OPTIONS, POST',
      'application/geo+json, application/json',
    ])
    expect(item.headers.get('allow')).toBe('DELETE, GET, HEAD, OPTIONS, PATCH, PUT')
    expect(item.headers.get('accept-patch')).toBe('application/merge-patch+json')
    const preflight = await server.send('OPTIONS', OFFICE, undefined, {
      origin: 'https://gis.example',
      'access-control-request-method': 'PUT',
      'access-control-request-headers': 'authorization,if-match',
    })
    expect(preflight.headers.get('access-control-allow-origin')).toBe('*')
    expect(preflight.headers.get('access-control-allow-credentials')).toBeNull()
    expect(preflight.headers.get('access-control-allow-methods')).toBe('DELETE, GET, HEAD, OPTIONS, PATCH, PUT')
    expect(preflight.headers.get('access-control-allow-headers')).toBe('authorization,if-match')
    const { conformsTo } = (await get('/ogc/conformance')).body
    for (const name of ['create-replace-delete', 'update', 'optimistic-locking-etags', 'features']) {
      expect(conformsTo).toContain(`http://www.opengis.net/spec/ogcapi-features-4/1.0/conf/${name}`)
    }
  })

  it('creates, tells where, and serves it there', async () => {
    const made = await post(NEW, { origin: 'https://gis.example' })
    const location = made.headers.get('location') ?? ''
    expect([made.status, location]).toEqual([201, `${server.url}${ITEMS}/${made.body.id}`])
    expect(made.headers.get('access-control-expose-headers')).toContain('Location')
    const read = await get(location.slice(server.url.length), { 'accept-encoding': 'identity' })
    expect(read.body.properties).toMatchObject({
      ...NEW.properties,
      verifiedBy: 'zone-manager',
      rentMadPerM2Month: null,
    })
    expect(tagOf(read)).toBe(tagOf(made))
    const named = { ...NEW, id: 'fes-shore-b-7', properties: { ...NEW.properties, stackOrder: 7 } }
    expect((await post(named)).headers.get('location')).toBe(`${server.url}${ITEMS}/fes-shore-b-7`)
    expect(await post(named)).toMatchObject({ status: 409, body: { code: 'change.conflict' } })
  })

  it('has a strong tag for each feature, of each encoding, that begins with the catalogue’s version', async () => {
    const plain = await get(OFFICE, { 'accept-encoding': 'identity' })
    const packed = await get(OFFICE, { 'accept-encoding': 'br' })
    expect(tagOf(plain)).toMatch(new RegExp(`^"${await server.head()}-2026-11-23-fr-json-[0-9a-f]{16}"$`))
    expect(tagOf(packed)).toMatch(/-br"$/)
    expect((await get(OFFICE, { 'accept-encoding': 'br', 'if-none-match': tagOf(packed) })).status).toBe(304)
    expect(tagOf(await get(OFFICE, { 'accept-language': 'ar' }))).not.toBe(tagOf(plain))
  })

  it('replaces what was read, and gives the next tag', async () => {
    const read = await get()
    const feature = { ...read.body, properties: { ...read.body.properties, seats: 31, rentMadPerM2Month: undefined } }
    const replaced = await put(feature, { 'if-match': tagOf(read) })
    expect([replaced.status, replaced.body.properties]).toMatchObject([200, { seats: 31, rentMadPerM2Month: null }])
    expect(tagOf(replaced)).not.toBe(tagOf(read))
    const again = await put(
      { ...feature, properties: { ...feature.properties, seats: 32 } },
      { 'if-match': tagOf(read) },
    )
    expect(again).toMatchObject({
      status: 412,
      body: { code: 'if-match.stale', current: { properties: { seats: 31 } } },
    })
    expect((await put(replaced.body, { 'if-match': tagOf(replaced) })).status).toBe(200)
  })

  it('takes the tag of any encoding and language, a list and a star, but no weak tag and none of another feature', async () => {
    const other = tagOf(await get(`${ITEMS}/fes-shore-a-1`))
    const own = tagOf(await get(OFFICE, { 'accept-encoding': 'br', 'accept-language': 'en' }))
    const seats = (n: number) => ({ properties: { seats: n } })
    for (const tag of [other, `W/${own}`, '"0"', 'x', '']) {
      expect([tag, (await patch(seats(20), { 'if-match': tag })).status]).toEqual([tag, 412])
    }
    expect((await patch(seats(21), { 'if-match': `${other}, ${own}` })).status).toBe(200)
    expect((await patch(seats(22), { 'if-match': '*' })).status).toBe(200)
    // A change elsewhere does not make a tag stale.
    const tag = await ifMatch()
    await patch(seats(99), { 'if-match': '*' }, `${ITEMS}/fes-shore-a-1`)
    expect((await patch(seats(23), tag)).status).toBe(200)
  })

  it('changes what a merge patch names, null making it unknown', async () => {
    const changed = await patch(
      { geometry: { type: 'Point', coordinates: [-5, 34.01] }, properties: { rentMadPerM2Month: null, seats: 30 } },
      await ifMatch(),
    )
    expect(changed.body).toMatchObject({
      geometry: { coordinates: [-5, 34.01] },
      properties: { rentMadPerM2Month: null, seats: 30, areaM2: 400 },
    })
  })

  it('deletes what nobody names, once', async () => {
    expect(
      (
        await remove(
          await ifMatch('/ogc/collections/buildings/items/fes-shore-a'),
          '/ogc/collections/buildings/items/fes-shore-a',
        )
      ).body.errors,
    ).toMatchObject([{ code: 'reference.used' }])
    const tag = await ifMatch()
    expect((await remove(tag)).status).toBe(204)
    expect((await get()).status).toBe(404)
    expect((await remove(tag)).status).toBe(404)
  })

  it('lets one of ten who write at once from the same reading', async () => {
    const tag = await ifMatch()
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, i) => patch({ properties: { seats: 10 + i } }, tag)),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(9).fill(412)])
  })

  it('writes once what is sent twice with one key', async () => {
    const key = { 'idempotency-key': randomUUID() }
    const [first, second] = [await post(NEW, key), await post(NEW, key)]
    expect([first.status, second.status]).toEqual([201, 201])
    expect(second.headers.get('location')).toBe(first.headers.get('location'))
  })

  it('needs If-Match, and says who may not write before it says what is missing', async () => {
    expect(await patch({ properties: { seats: 1 } }, {})).toMatchObject({
      status: 428,
      body: { code: 'if-match.missing' },
    })
    expect((await put(NEW, {})).status).toBe(428)
    expect((await remove({})).status).toBe(428)
    expect((await patch({}, server.casa)).status).toBe(403)
    expect((await patch({}, await ifMatch(), '/ogc/collections/regions/items/MA-03')).status).toBe(403)
    expect((await server.send('DELETE', OFFICE, undefined, {})).status).toBe(401)
    expect((await patch({}, { 'if-match': '"xyz"' }, `${ITEMS}/nowhere`)).status).toBe(404)
    expect((await put(NEW, {}, `${ITEMS}/nowhere`)).status).toBe(404)
    expect((await post(NEW, {}, '/ogc/collections/nowhere/items')).status).toBe(404)
  })

  it('refuses what a caller may not set, and takes back what it served', async () => {
    const read = await get()
    const tag = { 'if-match': tagOf(read) }
    const withProperty = (more: object) => ({ ...read.body, properties: { ...read.body.properties, ...more } })
    for (const more of [
      { verifiedBy: 'minister' },
      { verifiedOn: '2026-11-22' },
      { provenance: {} },
      { verifications: {} },
    ]) {
      expect([more, (await put(withProperty(more), tag)).status]).toEqual([more, 422])
      expect([more, (await patch({ properties: more }, tag)).status]).toEqual([more, 422])
    }
    expect((await post({ ...NEW, properties: { ...NEW.properties, verifiedBy: 'minister' } })).status).toBe(422)
    const zone = '/ogc/collections/zones/items/fes-shore'
    const served = await get(zone)
    const illustrative = { ...served.body, properties: { ...served.body.properties, illustrative: true } }
    expect((await put(illustrative, { 'if-match': tagOf(served) }, zone)).status).toBe(422)
    const head = await server.head()
    expect((await put(served.body, { 'if-match': tagOf(served) }, zone)).status).toBe(200)
    expect((await put(read.body, tag)).status).toBe(200)
    expect(await server.head()).toBe(head)
  })

  it('answers bodies that cannot be with 4xx problems', async () => {
    const tag = await ifMatch()
    const before = await server.head()
    const text = (properties: string) => `{"type":"Feature","geometry":null,"properties":${properties}}`
    const bodies: [number, string | undefined, Headers?][] = [
      [400, undefined, { 'content-type': 'application/geo+json' }],
      [400, '{'],
      [400, '[]'],
      [400, '{"type":"FeatureCollection","features":[]}'],
      [400, '{"type":"Feature","geometry":null}'],
      [400, '{"type":"Feature","geometry":null,"properties":{},"author":"me"}'],
      [400, text('{"seats":NaN}')],
      [400, text('{"__proto__":{"isAdmin":true}}')],
      [400, text('{"constructor":{"prototype":{"isAdmin":true}}}')],
      [400, text(`{"name":${'['.repeat(100_000)}${']'.repeat(100_000)}}`)],
      [400, text('{}'), { 'content-crs': '<http://www.opengis.net/def/crs/EPSG/0/26191>' }],
      [413, text(`{"name":"${'a'.repeat(10_000_000)}"}`)],
      [415, text('{}'), { 'content-type': 'application/gml+xml' }],
      [415, text('{}'), { 'content-type': 'text/plain' }],
      [422, text('{}')],
      [422, '{"type":"Feature","id":"other","geometry":null,"properties":{}}'],
    ]
    for (const [status, body, headers = {}] of bodies) {
      const answer = await put(body, { ...tag, ...headers })
      expect([body?.slice(0, 70), answer.status]).toEqual([body?.slice(0, 70), status])
      expect(answer.headers.get('content-type')).toContain('application/problem+json')
    }
    const untyped = await fetch(server.url + OFFICE, {
      method: 'PUT',
      headers: { ...server.fes, ...tag },
      body: new Blob([text('{}')]),
    })
    expect([untyped.status, await untyped.json()]).toMatchObject([400, { code: 'body.type-missing' }])
    expect((await patch({ id: 'other' }, tag)).status).toBe(422)
    expect((await patch({}, { ...tag, ...GEOJSON })).status).toBe(415)
    expect((await post({ ...NEW, id: '../../etc/passwd' })).status).toBe(400)
    for (const geometry of [{ type: 'Polygon', coordinates: [] }, { type: 'Point', coordinates: [1e9, 0] }, 'here']) {
      expect((await post({ ...NEW, geometry })).body.errors).toMatchObject([{ field: 'geometry' }])
    }
    expect(await server.head()).toBe(before)
  })
})
