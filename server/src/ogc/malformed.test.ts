import fc from 'fast-check'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ogcApp } from '../testing/ogc-app.ts'
import { COLLECTION_INFOS } from './collections.ts'
import { ITEMS_PARAMETERS } from './parameters/items-query.ts'

let app: FastifyInstance
beforeAll(async () => {
  app = await ogcApp()
})
afterAll(() => app.close())

/** Answered or refused, never failed; a refusal is a problem document without a stack. */
async function expectAnswerOrProblem(url: string): Promise<void> {
  const { statusCode, headers, body } = await app.inject({ url })
  expect(statusCode, `${url.slice(0, 300)}\n${body.slice(0, 300)}`).toBeLessThan(500)
  if (statusCode < 400) return
  expect(headers['content-type']).toContain('application/problem+json')
  expect(body).not.toMatch(/\.ts:\d+|node_modules|\n\s+at /)
}

const collection = fc.constantFrom(...COLLECTION_INFOS.map(({ id }) => id))
const words = fc.array(
  fc.constantFrom(
    'seats',
    'name',
    '>',
    '=',
    "'x'",
    '1',
    'AND',
    'NOT',
    '(',
    ')',
    'IN',
    'LIKE',
    'DATE(',
    "'2027-01-01'",
    'S_INTERSECTS(geometry,',
    'POINT(-7 33)',
    'BBOX(-8,30,-5,35)',
    'NULL',
    'IS',
    'freeSeats(',
    "''",
    '\u0000',
    'é',
    '%',
    'T_AFTER(',
    'CASEI(',
    'A_CONTAINS(incentives,',
  ),
  { maxLength: 12 },
)
const value = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  words.map((list) => list.join(' ')),
  fc.json(),
  fc.float().map(String),
)

describe('any query string', () => {
  it('is answered or refused, never failed', async () => {
    const parameter = fc.oneof(
      fc.constantFrom(...ITEMS_PARAMETERS),
      fc.constantFrom('seats', 'id', 'score-date', 'score-languages'),
      fc.string(),
    )
    await fc.assert(
      fc.asyncProperty(collection, fc.dictionary(parameter, value, { maxKeys: 4 }), async (id, query) => {
        await expectAnswerOrProblem(`/ogc/collections/${id}/items?${new URLSearchParams(query)}`)
      }),
      { numRuns: 600 },
    )
  })

  it('is answered or refused even when it is no query at all', async () => {
    const raw = fc.array(fc.constantFrom('%', '%2', '%zz', '&', '=', 'filter', 'bbox', '+', 'a', '?', '%00', '%ff'), {
      maxLength: 12,
    })
    await fc.assert(
      fc.asyncProperty(collection, raw, async (id, parts) => {
        await expectAnswerOrProblem(`/ogc/collections/${id}/items?${parts.join('')}`)
      }),
      { numRuns: 200 },
    )
  })
})

describe('a filter', () => {
  const ask = async (filter: string, lang = 'cql2-text') =>
    app.inject(`/ogc/collections/offices/items?${new URLSearchParams({ filter, 'filter-lang': lang })}`)

  it('of 100 kB is refused', async () => {
    const response = await ask(Array.from({ length: 9000 }, () => 'seats = 1').join(' OR '))
    expect(response.statusCode).toBe(400)
    expect(response.json().code).toMatch(/^cql2\./)
  })

  it('of 1,000 levels is refused, as text and as JSON', async () => {
    expect((await ask(`${'('.repeat(1000)}seats = 1${')'.repeat(1000)}`)).statusCode).toBe(400)
    expect((await ask(`${'NOT '.repeat(1000)}seats = 1`)).statusCode).toBe(400)
    const deep = `${'{"op":"not","args":['.repeat(1000)}{"op":"=","args":[{"property":"seats"},1]}${']}'.repeat(1000)}`
    expect((await ask(deep, 'cql2-json')).statusCode).toBe(400)
  })

  it('in a filter is held to the same limits', async () => {
    const inner = `${'('.repeat(1000)}seats = 1${')'.repeat(1000)}`
    const query = new URLSearchParams({ filter: `freeSeats('${inner}') > 0` })
    expect((await app.inject(`/ogc/collections/zones/items?${query}`)).statusCode).toBe(400)
    const unclosed = new URLSearchParams({ filter: "freeSeats('nothing = 1') > 0" })
    expect((await app.inject(`/ogc/collections/zones/items?${unclosed}`)).json().code).toBe('cql2.unknown-property')
  })
})

describe('a request', () => {
  it.each([
    ['/ogc/collections/%E0%A4%A/items', 400],
    ['/ogc/collections/zones/items/%00', 404],
    [`/ogc/collections/zones/items/${'x'.repeat(150)}`, 404],
    ['/ogc/nothing', 404],
    ['/ogc/static/..%2f..%2fpackage.json', 404],
    ['/ogc/collections/__proto__', 404],
    ['/ogc/collections/zones/items?filter=constructor=1', 400],
    ['/ogc/collections/zones/items?__proto__=1', 400],
  ])('for %s is refused', async (url, status) => {
    const response = await app.inject({ url })
    expect(response.statusCode).toBe(status)
  })

  it('with a body of 10 MB is refused', async () => {
    const response = await app.inject({
      method: 'POST',
      url: '/ogc/collections/zones/items',
      headers: { 'content-type': 'application/json' },
      payload: Buffer.alloc(10 * 1024 * 1024, 0x20),
    })
    expect([405, 413]).toContain(response.statusCode)
  })
})
