import { catalogue } from '@tvl/data'
import { type Action, may, maySomewhere, ROLES, type Role, type Territory, WRITING } from '@tvl/model'
import type { InjectOptions } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openApiDocument } from '../docs/openapi.ts'
import { serve, type TestApp } from '../testing/app.ts'
import { tokenHeader } from '../testing/caller.ts'
import { aBuilding, anOffice, aZone } from '../testing/makers.ts'
import type { OperationSample } from '../testing/operation-sample.ts'
import { OPERATION_SAMPLES } from '../testing/operation-samples.ts'
import { aPerson, signedIn } from '../testing/people.ts'
import { OPERATIONS } from './operations.ts'

interface Operation {
  id: string
  method: string
  /** As Fastify names it. */
  path: string
}

const operations: Operation[] = Object.entries(
  openApiDocument('http://localhost').paths as Record<
    string,
    Record<string, { operationId?: string; servers?: unknown }>
  >,
).flatMap(([path, item]) =>
  Object.entries(item).flatMap(([method, { operationId: id }]) =>
    id ? [{ id, method: method.toUpperCase(), path: item.servers ? path : `/ogc${path === '/' ? '' : path}` }] : [],
  ),
)

const TERRITORIES: readonly Territory[] = [
  { kind: 'national' },
  { kind: 'region', id: 'MA-03' },
  { kind: 'zone', id: 'fes-shore' },
  { kind: 'building', id: 'fes-shore-a' },
  { kind: 'region', id: 'MA-06' },
  { kind: 'zone', id: 'casanearshore' },
  { kind: 'building', id: 'casanearshore-a' },
]

let test: TestApp
const headers = new Map<string, { authorization: string }>()
const key = (role: Role, territory: Territory) => `${role} of ${'id' in territory ? territory.id : 'the country'}`
beforeAll(async () => {
  const facts = catalogue({ catalogue: 'facts', inventory: 'S', today: '2026-11-23' })
  test = await serve([
    ...facts.filter(({ collection }) => collection !== 'zones'),
    aZone('fes-shore', { regionId: 'MA-03' }),
    aZone('casanearshore', { regionId: 'MA-06' }),
    aBuilding('fes-shore-a', 'fes-shore'),
    aBuilding('casanearshore-a', 'casanearshore'),
    anOffice('fes-shore-a-0'),
  ])
  for (const role of ROLES) {
    for (const territory of TERRITORIES) headers.set(key(role, territory), await tokenHeader(test.db, role, territory))
  }
})
afterAll(() => test.close())

const REFUSALS = ['sign-in.required', 'right.missing', 'second-factor.required']

/** What rights say to a request: `allowed`, whatever else may be wrong with it, or the code of the refusal. */
async function verdict(sample: Pick<OperationSample, 'request'>, more: Record<string, string> = {}): Promise<string> {
  const request = await sample.request(test)
  const answer = await test.app.inject({ ...request, headers: { ...request.headers, ...more } })
  if (answer.statusCode >= 500) return `failed with ${answer.statusCode}`
  const code = /problem/.test(String(answer.headers['content-type'])) ? answer.json().code : ''
  return REFUSALS.includes(code) ? code : 'allowed'
}

const guarded = operations.filter(({ id }) => OPERATIONS[id] !== 'public' && OPERATIONS[id] !== 'account')

describe('every operation', () => {
  it('has a rule, and every rule an operation', () => {
    expect(Object.keys(OPERATIONS).sort()).toEqual(operations.map(({ id }) => id).sort())
  })

  it('that needs a right or an account has a sample here', () => {
    const needing = Object.entries(OPERATIONS).flatMap(([id, rule]) => (rule === 'public' ? [] : [id]))
    expect(Object.keys(OPERATION_SAMPLES).sort()).toEqual(needing.sort())
  })

  it('that changes something, and every address of the API, is in the document', () => {
    const documented = new Set(operations.map(({ method, path }) => `${method} ${path.replace(/\{[^}]+\}/g, '*')}`))
    const hidden = test.app.knownRoutes.flatMap(({ methods, url }) =>
      methods.flatMap((method) => {
        const path = url.replace(/:[^/]+/g, '*')
        const isOpen = method === 'HEAD' || method === 'OPTIONS' || (method === 'GET' && !url.startsWith('/api/'))
        const isReference = method === 'GET' && url.startsWith('/api/docs')
        // The standard’s addresses stand in the document one by one for each collection.
        const each = path.replace('/ogc/collections/*', '/ogc/collections/zones')
        return isOpen || isReference || documented.has(`${method} ${each}`) ? [] : [`${method} ${url}`]
      }),
    )
    expect(hidden).toEqual([])
  })
})

describe.each(guarded)('$id', ({ id }) => {
  const rule = OPERATIONS[id] as Action
  const samples = OPERATION_SAMPLES[id] ?? []

  it('is refused to whoever is not signed in', async () => {
    for (const sample of samples) expect(await verdict(sample)).toBe('sign-in.required')
  })

  it('is allowed to the roles and in the territories that rights say, and to no other', async () => {
    const expected: Record<string, string> = {}
    const found: Record<string, string> = {}
    for (const [i, sample] of samples.entries()) {
      const { place, action = rule } = sample
      for (const role of ROLES) {
        for (const territory of TERRITORIES) {
          const grants = [{ role, organisationId: 'cdg', territory }]
          const isAllowed = place === 'somewhere' ? maySomewhere(grants, action) : may(grants, action, place)
          const name = `${i}: ${key(role, territory)}`
          expected[name] = isAllowed ? 'allowed' : 'right.missing'
          found[name] = await verdict(sample, headers.get(key(role, territory)))
        }
      }
    }
    expect(found).toEqual(expected)
    // Neither all nor none: a sample that everybody or nobody passes would prove nothing.
    expect(new Set(Object.values(found))).toEqual(new Set(['allowed', 'right.missing']))
  })
})

describe('what a body may say', () => {
  const SMUGGLED = {
    ...{ role: 'administrator', isDemo: false, organisationId: 'cdg', grants: [], secondFactor: 'passkey' },
    ...{ author: 'minister', verifiedBy: 'minister', createdBy: null, isSampled: true, kind: 'seed', actorId: 'me' },
  }
  const withBody = (request: InjectOptions) =>
    typeof request.body === 'string' && String(request.headers?.['content-type']).endsWith('json')

  it('is what its operation knows: members that another would read are refused, one by one', async () => {
    const administrator = headers.get('administrator of the country')
    const taken: string[] = []
    let tried = 0
    for (const [id, samples] of Object.entries(OPERATION_SAMPLES)) {
      // Of an import that is not there nothing is read; that of one that is has its own schema.
      if (OPERATIONS[id] === 'account' || id === 'applyImport') continue
      for (const [name, value] of Object.entries(SMUGGLED)) {
        const request = await samples[0]?.request(test)
        if (!request || !withBody(request)) continue
        const body = JSON.parse(String(request.body))
        // A feature’s own properties are judged by the schema of its collection, below.
        if (name in body || body.type === 'Feature') continue
        tried += 1
        const sent = { ...request, headers: { ...request.headers, ...administrator } }
        const answer = await test.app.inject({ ...sent, body: JSON.stringify({ ...body, [name]: value }) })
        if (answer.statusCode !== 400 && answer.statusCode !== 422) taken.push(`${id} ${name}: ${answer.statusCode}`)
      }
    }
    expect(taken).toEqual([])
    expect(tried).toBeGreaterThan(100)
  })

  it('of a feature leaves out of the record what the server alone says', async () => {
    const administrator = headers.get('administrator of the country')
    const feature = anOffice('x', { stackOrder: 7, verifiedBy: 'minister' })
    const answer = await test.app.inject({
      method: 'POST',
      url: '/ogc/collections/offices/items',
      headers: { ...administrator, 'content-type': 'application/geo+json' },
      body: JSON.stringify({ type: 'Feature', geometry: feature.geometry, properties: feature.properties }),
    })
    expect([answer.statusCode, answer.json().code]).toEqual([422, 'change.invalid'])
    expect(
      answer
        .json()
        .errors.map(({ field }: { field: string }) => field)
        .sort(),
    ).toEqual(['provenance', 'verificationMethod', 'verifiedBy', 'verifiedOn'])
  })
})

describe('every account’s own operation', () => {
  it.each(Object.keys(OPERATIONS).filter((id) => OPERATIONS[id] === 'account'))(
    '%s is for persons alone',
    async (id) => {
      for (const sample of OPERATION_SAMPLES[id] ?? []) {
        expect(await verdict(sample)).toBe('sign-in.required')
        expect(await verdict(sample, headers.get('administrator of the country'))).toBe('sign-in.required')
      }
    },
  )
})

describe('every public operation', () => {
  // The stream of changes has no end that this could wait for; its own tests read it without signing in.
  it.each(operations.filter(({ id }) => OPERATIONS[id] === 'public' && id !== 'followChanges'))(
    '$id asks for no right',
    async ({ method, path }) => {
      const url = path
        .replace('{z}/{x}/{y}', '0/0/0')
        .replace('{featureId}', 'fes-shore')
        .replace(/\{[^}]+\}/g, 'x')
      const body = method === 'GET' ? {} : { headers: { 'content-type': 'application/json' }, body: '{}' }
      expect(await verdict({ request: () => ({ method: method as 'GET', url, ...body }) })).toBe('allowed')
    },
  )
})

describe('a national administrator who has shown no second factor', () => {
  it('changes nothing', async () => {
    await aPerson(test, 'half@example.ma', {
      role: 'administrator',
      organisationId: 'cdg',
      territory: { kind: 'national' },
    })
    const page = await signedIn(test, 'half@example.ma')
    const cookie = [...page.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const origin = test.url
    const found: Record<string, string> = {}
    for (const { id } of guarded) {
      for (const sample of OPERATION_SAMPLES[id] ?? []) {
        const host = new URL(origin).host
        if (WRITING.has(sample.action ?? (OPERATIONS[id] as Action))) {
          found[id] = await verdict(sample, { cookie, origin, host })
        }
      }
    }
    expect(Object.keys(found).length).toBeGreaterThan(10)
    expect(new Set(Object.values(found))).toEqual(new Set(['second-factor.required']))
  })

  it('and nobody’s page of another site either, for any of them', async () => {
    const page = await signedIn(test, 'half@example.ma')
    const cookie = [...page.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    for (const { id, method } of operations) {
      if (method === 'GET') continue
      const path = operations.find((operation) => operation.id === id)?.path.replace(/\{[^}]+\}/g, 'x') ?? ''
      const answer = await test.app.inject({
        method: method as 'POST',
        url: path,
        headers: { cookie, origin: 'https://evil.example' },
      })
      expect([id, answer.statusCode, answer.json().code]).toEqual([id, 403, 'request.cross-site'])
    }
  })
})
