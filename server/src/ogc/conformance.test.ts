import { validate } from '@readme/openapi-parser'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoSnapshot } from '../testing/demo-snapshot.ts'
import { ogcApp } from '../testing/ogc-app.ts'
import { COLLECTION_INFOS } from './collections.ts'

// What the abstract test suites of OGC API – Features ask (Part 1, Annex A; Part 3, Annex A), put to the real routes.

interface Link {
  href: string
  rel: string
  type?: string
}
interface Parameter {
  name: string
  in: string
  required?: boolean
  style?: string
  explode?: boolean
  schema: Record<string, unknown>
}

let app: FastifyInstance
beforeAll(async () => {
  app = await ogcApp()
})
afterAll(() => app.close())

const get = (url: string, headers: Record<string, string> = {}) => app.inject({ url, headers })
const json = async (url: string) => (await get(url)).json()
const linksOf = (document: { links: Link[] }, rel: string): Link[] => document.links.filter((link) => link.rel === rel)
const local = (link: Link | undefined): string => (link ? link.href.replace(/^https?:\/\/[^/]+/, '') : 'no link')
const IDS = COLLECTION_INFOS.map(({ id }) => id)

describe('landing page (A.2.2)', () => {
  it('links to the definition, the conformance and the collections, and they are there', async () => {
    const landing = await json('/ogc')
    for (const rel of ['self', 'service-desc', 'service-doc', 'conformance', 'data']) {
      const [link] = linksOf(landing, rel)
      expect(link, rel).toBeDefined()
      const response = await get(local(link), { accept: link?.type ?? '*/*' })
      expect(response.statusCode, rel).toBe(200)
      expect(response.headers['content-type'], rel).toContain(link?.type)
    }
    expect(linksOf(landing, 'service-desc')[0]?.type).toBe('application/vnd.oai.openapi+json;version=3.0')
  })
})

describe('API definition (A.2.3)', () => {
  it('is valid OpenAPI 3.0', async () => {
    const document = await json('/ogc/api')
    expect(document.openapi).toBe('3.0.3')
    const outcome = await validate(structuredClone(document))
    expect(outcome.valid, JSON.stringify(outcome).slice(0, 2000)).toBe(true)
  })

  it('defines bbox, datetime and limit as the standard has them', async () => {
    const { paths, components } = await json('/ogc/api')
    for (const id of IDS) {
      const given: (Parameter & { $ref?: string })[] = paths[`/collections/${id}/items`].get.parameters
      const parameters = given.map(
        (one): Parameter => (one.$ref ? components.parameters[one.$ref.split('/').at(-1) ?? ''] : one),
      )
      const named = (name: string) => parameters.find((parameter) => parameter.name === name)
      expect(named('bbox')).toMatchObject({
        in: 'query',
        required: false,
        style: 'form',
        explode: false,
        schema: { type: 'array', minItems: 4, maxItems: 6, items: { type: 'number' } },
      })
      expect(named('limit')).toMatchObject({
        in: 'query',
        required: false,
        style: 'form',
        explode: false,
        schema: { type: 'integer', minimum: 1, maximum: 10_000, default: 10 },
      })
      expect(named('datetime')).toMatchObject({
        in: 'query',
        required: false,
        style: 'form',
        explode: false,
        schema: { type: 'string' },
      })
      const { properties } = await json(`/ogc/collections/${id}/queryables`)
      for (const property of Object.keys(properties).filter((name) => name !== 'geometry')) {
        expect(named(property), `${id} ${property}`).toMatchObject({ in: 'query', required: false })
      }
    }
  })

  it('lists no parameter that is refused, and every one that is taken', async () => {
    const { paths, components } = await json('/ogc/api')
    const example: Record<string, string> = {
      f: 'json',
      lang: 'fr',
      bbox: '-8,30,-5,34',
      datetime: '2027-01-01',
      limit: '1',
      filter: "id <> ''",
      'filter-lang': 'cql2-text',
      'filter-crs': 'http://www.opengis.net/def/crs/OGC/1.3/CRS84',
      'bbox-crs': 'http://www.opengis.net/def/crs/OGC/1.3/CRS84',
      sortby: 'id',
      'score-date': '2027-01-01',
      'score-languages': 'fr',
    }
    const exampleOf = ({ name, schema }: Parameter) => {
      const [first] = (schema.enum as string[] | undefined) ?? []
      const byType: Record<string, string> = { integer: '1', number: '1', boolean: 'true' }
      return example[name] ?? first ?? (schema.format === 'date' ? '2027-01-01' : (byType[String(schema.type)] ?? 'x'))
    }
    for (const id of IDS) {
      for (const given of paths[`/collections/${id}/items`].get.parameters) {
        const parameter: Parameter = given.$ref ? components.parameters[given.$ref.split('/').at(-1)] : given
        if (parameter.name === 'cursor') continue
        const query = new URLSearchParams({ [parameter.name]: exampleOf(parameter) })
        const response = await get(`/ogc/collections/${id}/items?${query}`)
        expect(response.statusCode, `${id} ${query} ${response.body.slice(0, 200)}`).toBe(200)
      }
    }
  })
})

describe('collections (A.2.5, A.2.6)', () => {
  it('each have id, links and extent, and the same alone as in the list', async () => {
    const { collections, links } = await json('/ogc/collections')
    expect(linksOf({ links }, 'self')).toHaveLength(1)
    expect(linksOf({ links }, 'alternate')[0]?.type).toBe('text/html')
    expect(collections.map(({ id }: { id: string }) => id)).toEqual(IDS)
    for (const listed of collections) {
      expect(linksOf(listed, 'items')[0]?.type).toBe('application/geo+json')
      const alone = await json(`/ogc/collections/${listed.id}`)
      expect({ ...alone, links: [] }).toEqual({ ...listed, links: [] })
      expect((await get(local(linksOf(alone, 'items')[0]))).statusCode).toBe(200)
      const { bbox } = listed.extent.spatial ?? {}
      if (bbox)
        expect((await json(`/ogc/collections/${listed.id}/items?bbox=${bbox[0]}`)).numberMatched).toBeGreaterThan(0)
    }
  })
})

describe('features (A.2.7)', () => {
  it.each(IDS)('%s come with links, counts and a time', async (id) => {
    const response = await get(`/ogc/collections/${id}/items`)
    expect(response.headers['content-type']).toBe('application/geo+json')
    const page = response.json()
    const { count } = demoSnapshot().collection(id)
    expect(page).toMatchObject({ type: 'FeatureCollection', numberMatched: count, numberReturned: Math.min(10, count) })
    expect(page.features).toHaveLength(page.numberReturned)
    expect(Math.abs(Date.parse(page.timeStamp) - Date.now())).toBeLessThan(600_000)
    for (const rel of ['self', 'alternate', 'collection']) expect(linksOf(page, rel), rel).not.toHaveLength(0)
    expect(linksOf(page, 'next')).toHaveLength(count > 10 ? 1 : 0)
    for (const { href, rel } of page.links) expect(response.headers.link).toContain(`<${href}>; rel="${rel}"`)
  })

  it('end at the limit, and a limit over the maximum counts as the maximum', async () => {
    expect((await json('/ogc/collections/offices/items?limit=7')).features).toHaveLength(7)
    expect((await json('/ogc/collections/offices/items?limit=99999')).features).toHaveLength(400)
  })

  it.each([
    'limit=0',
    'limit=NaN',
    'bbox=1,2,3',
    'bbox=NaN,1,2,3',
    'datetime=x',
    'nothing=1',
    'lang=de',
    'f=xml',
    'filter-crs=EPSG:26191',
    'filter-lang=cql',
    'seats=many',
    'fitOut=palace',
    'sortby=nothing',
    'cursor=x',
    'filter=',
    'bbox-crs=EPSG:4326',
    'cursor=',
  ])('refuse %s with a problem document', async (query) => {
    const response = await get(`/ogc/collections/offices/items?${query}`)
    expect(response.statusCode).toBe(400)
    expect(response.headers['content-type']).toContain('application/problem+json')
    expect(response.json()).toMatchObject({ status: 400, code: expect.any(String), title: expect.any(String) })
  })

  it('within a datetime are those whose extent meets it', async () => {
    const offices = demoSnapshot().collection('offices')
    const [from, until] = [offices.get('availableFrom'), offices.get('countedUntil')]
    const isFree = (row: number, day: string) => {
      const [available, counted] = [from(row), until(row)]
      return available !== null && counted !== null && available <= day && counted > demoSnapshot().today
    }
    const free = offices.ids.filter((_, row) => isFree(row, '2027-09-01')).length
    expect(free).toBeGreaterThan(0)
    expect((await json('/ogc/collections/offices/items?datetime=2027-09-01')).numberMatched).toBe(free)
    expect((await json('/ogc/collections/offices/items?datetime=../2027-09-01')).numberMatched).toBe(free)
    const later = await json('/ogc/collections/incentives/items?datetime=2031-01-01/..&limit=100')
    for (const { properties } of later.features)
      expect(properties.validTo ?? '9999').toSatisfy((to: string) => to >= '2031-01-01')
  })

  it('alone have their links, and an unknown one is not found', async () => {
    const response = await get('/ogc/collections/zones/items/fes-shore')
    const feature = response.json()
    expect(response.headers['content-type']).toBe('application/geo+json')
    expect(feature).toMatchObject({ type: 'Feature', id: 'fes-shore' })
    for (const rel of ['self', 'alternate', 'collection']) expect(linksOf(feature, rel), rel).not.toHaveLength(0)
    expect((await get('/ogc/collections/zones/items/nowhere')).statusCode).toBe(404)
    expect((await get('/ogc/collections/nothing/items')).statusCode).toBe(404)
  })
})

describe('queryables and filter (Part 3)', () => {
  it.each(IDS)('%s are described by a JSON Schema, linked from the collection', async (id) => {
    const [link] = linksOf(await json(`/ogc/collections/${id}`), 'http://www.opengis.net/def/rel/ogc/1.0/queryables')
    const response = await get(local(link), { accept: 'application/schema+json' })
    expect(response.headers['content-type']).toBe('application/schema+json')
    const schema = response.json()
    expect(schema).toMatchObject({ $schema: 'https://json-schema.org/draft/2020-12/schema', type: 'object' })
    expect(schema.$id).toContain(local(link))
    for (const [name, property] of Object.entries<Record<string, unknown>>(schema.properties)) {
      if (name === 'geometry') expect(property).toMatchObject({ format: expect.stringMatching(/^geometry-/) })
      else expect(property.type, name).toEqual(expect.any(String))
      expect(property.title, name).toEqual(expect.any(String))
    }
  })

  it('say the same as text and as JSON', async () => {
    const text = new URLSearchParams({ filter: "seats >= 60 AND fitOut = 'fitted'", limit: '1000' })
    const tree = {
      op: 'and',
      args: [
        { op: '>=', args: [{ property: 'seats' }, 60] },
        { op: '=', args: [{ property: 'fitOut' }, 'fitted'] },
      ],
    }
    const asJson = new URLSearchParams({ filter: JSON.stringify(tree), 'filter-lang': 'cql2-json', limit: '1000' })
    const ids = async (query: URLSearchParams) =>
      (await json(`/ogc/collections/offices/items?${query}`)).features.map(({ id }: { id: string }) => id)
    const byProperty = new URLSearchParams({ filter: 'seats >= 60', fitOut: 'fitted', limit: '1000' })
    expect(await ids(text)).not.toHaveLength(0)
    expect(await ids(asJson)).toEqual(await ids(text))
    expect(await ids(byProperty)).toEqual(await ids(text))
  })

  it('names every function that a filter can use', async () => {
    const { functions } = await json('/ogc/functions')
    for (const { name } of functions) {
      const query = new URLSearchParams({ filter: `${name}('seats > 0') > 0` })
      expect((await get(`/ogc/collections/zones/items?${query}`)).statusCode, name).toBe(200)
      expect((await get(`/ogc/collections/offices/items?${query}`)).statusCode, name).toBe(400)
    }
  })

  it('refuses more office filters than it will walk', async () => {
    const filter = Array.from({ length: 9 }, (_, i) => `freeSeats('seats > ${i}') > 0`).join(' OR ')
    expect((await get(`/ogc/collections/zones/items?${new URLSearchParams({ filter })}`)).json().code).toBe(
      'cql2.too-many-terms',
    )
  })
})

describe('HTTP', () => {
  it('answers HEAD, 304 and compressed forms', async () => {
    const url = '/ogc/collections/zones/items?limit=100'
    const plain = await get(url)
    const head = await app.inject({ method: 'HEAD', url })
    expect([head.statusCode, head.body, head.headers['content-length']]).toEqual([
      200,
      '',
      String(plain.rawPayload.length),
    ])
    const etag = String(plain.headers.etag)
    const again = await get(url, { 'if-none-match': etag })
    expect([again.statusCode, again.body, again.headers.etag]).toEqual([304, '', etag])
    const small = await get(url, { 'accept-encoding': 'gzip, br' })
    expect(small.headers['content-encoding']).toBe('br')
    expect(small.rawPayload.length).toBeLessThan(plain.rawPayload.length / 3)
    expect(plain.headers.vary).toBe('Accept, Accept-Language, Accept-Encoding')
  })

  it('negotiates format and language, and says when none fits', async () => {
    const page = await get('/ogc/collections/zones', {
      accept: 'text/html,application/json;q=0.5',
      'accept-language': 'de, ar;q=0.8',
    })
    expect(page.headers['content-type']).toContain('text/html')
    expect(page.headers['content-language']).toBe('ar')
    expect(page.body).toContain('<html lang="ar" dir="rtl">')
    expect((await get('/ogc', { accept: 'image/png' })).statusCode).toBe(406)
    const english = await get('/ogc/collections/regions/items/MA-06', { 'accept-language': 'en-GB' })
    const arabic = await get('/ogc/collections/regions/items/MA-06?lang=ar', { 'accept-language': 'en-GB' })
    expect(arabic.json().properties.name).toBe(english.json().properties.nameAr)
    expect(english.headers.etag).not.toBe(arabic.headers.etag)
  })

  it('refuses a wrong method with 405, in the reader’s language', async () => {
    const response = await app.inject({ method: 'DELETE', url: '/ogc/collections/zones/items' })
    expect(response.statusCode).toBe(405)
    expect(response.headers.allow).toContain('GET')
    const arabic = await get('/ogc/collections/zones/items?limit=0&lang=ar')
    expect(arabic.json().title).toMatch(/[\u0600-\u06ff]/)
  })
})
