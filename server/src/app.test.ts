import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { columnsOf, decodeColumns } from '@tvl/model'
import Fastify from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CatalogueAnswer } from './api/catalogue.ts'
import { answerWithProblems } from './http/problem.ts'
import { SCRIPT, serve, type TestApp } from './testing/app.ts'
import { aBuilding, anOffice, aZone } from './testing/makers.ts'

const BUILDING = aBuilding('fes-shore-a', 'fes-shore')
const OFFICES = Array.from({ length: 60 }, (_, i) => anOffice(`fes-shore-a-0-${i + 10}`, { stackOrder: i }))
const LONG_PATH = `/api/catalogue?${'x'.repeat(100_000)}`
const PMTILES = Buffer.concat([Buffer.from('PMTiles'), Buffer.from([3]), Buffer.alloc(500, 7)])

let server: TestApp
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tiles-'))
  await writeFile(join(folder, 'maroc.pmtiles'), PMTILES)
  server = await serve([aZone('fes-shore'), BUILDING, ...OFFICES], { basemapPmtiles: join(folder, 'maroc.pmtiles') })
})
afterAll(async () => {
  await server.close()
  await rm(folder, { recursive: true })
})

const get = (path: string, init: RequestInit = {}) => fetch(`${server.url}${path}`, init)

/** Says the bytes to the server as they are and gives what it answers until it closes. */
async function raw(bytes: string | Buffer): Promise<string> {
  const socket = connect(Number(new URL(server.url).port), '127.0.0.1')
  const chunks: Buffer[] = []
  socket.on('data', (chunk) => chunks.push(chunk))
  // The server may close before it has read all of a refused request.
  socket.on('error', () => undefined)
  socket.write(bytes)
  await once(socket, 'close')
  return Buffer.concat(chunks).toString()
}

describe('every answer', () => {
  it.each(['/', '/api/catalogue', '/nowhere', '/ogc', '/health'])(
    'of %s carries the headers that protect people',
    async (path) => {
      const { headers } = await get(path)
      const policy = headers.get('content-security-policy') ?? ''
      expect(policy).toContain("default-src 'none'")
      expect(policy).toContain("frame-ancestors 'none'")
      expect(policy).not.toContain('unsafe')
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('strict-transport-security')).toBeNull()
      expect(headers.get('set-cookie')).toBeNull()
    },
  )

  it('of the pages allows its own workers and drawings, and nothing else', async () => {
    const { headers } = await get('/')
    expect(headers.get('content-security-policy')).toBe(
      "default-src 'none'; script-src 'self'; worker-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; font-src 'self'; manifest-src 'self'; base-uri 'none'; frame-ancestors 'none'",
    )
  })

  it('asks for https where people come by https, and there only', async () => {
    const secure = await serve([aZone('fes-shore')], { publicUrl: 'https://sites.example.ma' })
    const { headers } = await fetch(`${secure.url}/health`)
    await secure.close()
    expect(headers.get('strict-transport-security')).toMatch(/max-age=\d+/)
  })
})

describe('a faulty request', () => {
  it.each([
    { method: 'GET', path: '/nowhere', status: 404, code: 'address.unknown' },
    { method: 'GET', path: '/basemap/../../package.json', status: 404, code: 'address.unknown' },
    { method: 'GET', path: '/basemap/secret.txt', status: 404, code: 'basemap.unknown' },
    { method: 'POST', path: '/api/catalogue', status: 405, code: 'method.not-allowed' },
    { method: 'DELETE', path: '/zones/fes-shore', status: 405, code: 'method.not-allowed' },
    { method: 'PROPFIND', path: '/', status: 405, code: 'method.not-allowed' },
    { method: 'GET', path: '/%E0%A4%A', status: 400, code: 'url.malformed' },
    { method: 'GET', path: LONG_PATH, status: 414, code: 'url.too-long' },
    { method: 'GET', path: '/api/catalogue?size=L', status: 400, code: 'query.unknown' },
    { method: 'GET', path: '/api/columns/offices?%zz', status: 400, code: 'query.encoding' },
  ])('$method $path answers $status as a problem document', async ({ method, path, status, code }) => {
    const answer = await get(path, { method })
    expect(answer.status).toBe(status)
    expect(answer.headers.get('content-type')).toContain('application/problem+json')
    const problem = (await answer.json()) as Record<string, unknown>
    expect(problem).toMatchObject({ type: 'about:blank', status, code })
    expect(JSON.stringify(problem)).not.toContain('node_modules')
  })

  it('says which methods there are', async () => {
    expect((await get('/api/catalogue', { method: 'PUT' })).headers.get('allow')).toBe('GET, HEAD, OPTIONS')
  })

  it('with 10 MB of body is refused and the server lives on', async () => {
    const answer = await raw(
      `POST /api/catalogue HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 10000000\r\nConnection: close\r\n\r\n`,
    )
    expect(answer).toMatch(/^HTTP\/1\.1 4(05|13)/)
    expect((await get('/health')).status).toBe(200)
  })

  it.each([
    [
      'with too large a head',
      `GET / HTTP/1.1\r\nHost: x\r\nX-Long: ${'y'.repeat(300_000)}\r\n\r\n`,
      '431',
      'headers.too-large',
    ],
    ['that is no HTTP', 'HELLO\r\n\r\n', '400', 'request.malformed'],
  ])('%s is answered with a problem document', async (_, bytes, status, code) => {
    const answer = await raw(bytes)
    expect(answer).toContain(`HTTP/1.1 ${status}`)
    expect(answer).toContain('application/problem+json')
    expect(answer).toContain(code)
  })
})

describe('a request', () => {
  const ask = (lines: string) => raw(`${lines}\r\nConnection: close\r\n\r\n`)

  it.each(['a>; rel="next", <http://elsewhere', 'a"><script>', 'a b', 'a/b', 'user@a', '[::1'])(
    'for the host %j is refused: it would write into the links',
    async (host) => {
      const answer = await ask(`GET /ogc HTTP/1.1\r\nHost: ${host}`)
      expect(answer).toMatch(/^HTTP\/1\.1 400/)
      expect(answer).toContain('host.invalid')
    },
  )

  it('without a host is refused with a problem document, and answered in HTTP/1.0', async () => {
    const refused = await ask('GET /ogc HTTP/1.1')
    expect(refused).toMatch(/^HTTP\/1\.1 400/)
    expect(refused).toContain('host.missing')
    expect(await ask('GET /ogc HTTP/1.0')).toContain(`<${server.url}/ogc>; rel="self"`)
  })

  it('for a whole address is answered by its path', async () => {
    const answer = await ask('GET http://elsewhere.example/ogc?lang=en HTTP/1.1\r\nHost: here.example')
    expect(answer).toContain('<http://here.example/ogc?lang=en>; rel="self"')
  })

  it('for what is not there is never answered with “not modified”', async () => {
    const init = { headers: { accept: 'text/html' } }
    const etag = (await get('/zones/nowhere', init)).headers.get('etag') ?? ''
    for (const path of ['/zones/nowhere', '/nowhere']) {
      const again = await get(path, { headers: { ...init.headers, 'if-none-match': etag } })
      expect(again.status).toBe(404)
    }
  })

  it('with a long filter has an answer whose headers fit a proxy', async () => {
    const filter = Array.from({ length: 900 }, (_, i) => `seats <> ${i + 5000}`).join(' AND ')
    const answer = await get(`/ogc/collections/offices/items?${new URLSearchParams({ filter })}`)
    expect(answer.status).toBe(200)
    const size = [...answer.headers].reduce((sum, [name, value]) => sum + name.length + value.length + 4, 0)
    expect(size).toBeLessThan(8192)
    const { links } = (await answer.json()) as { links: { rel: string }[] }
    expect(links.map(({ rel }) => rel)).toContain('next')
  })
})

describe('a fault of ours', () => {
  it('is logged whole and told to no one', async () => {
    const logged: string[] = []
    const app = Fastify({ logger: { stream: { write: (line: string) => void logged.push(line) } } })
    answerWithProblems(app)
    app.get('/broken', () => {
      throw new Error('secret of the store')
    })
    app.get('/broken-by-a-library', () => {
      throw Object.assign(new Error('secret of the store'), { statusCode: 502 })
    })
    for (const path of ['/broken', '/broken-by-a-library']) {
      const answer = await app.inject(path)
      expect(answer.statusCode).toBe(500)
      expect(answer.json()).toMatchObject({ code: 'internal' })
      expect(answer.body).not.toContain('secret')
    }
    expect(logged.join('')).toContain('secret of the store')
  })
})

describe('the catalogue for the pages', () => {
  it('says what it holds and that its offices are illustrative', async () => {
    const catalogue = (await (await get('/api/catalogue')).json()) as CatalogueAnswer
    expect(catalogue).toMatchObject({
      version: 62,
      today: '2026-11-23',
      timeZone: 'Africa/Casablanca',
      illustrative: true,
      operatorTiles: true,
    })
    expect(catalogue.counts).toMatchObject({ zones: 1, buildings: 1, offices: 60, sources: 0 })
    expect(catalogue.attribution).toContain('© OpenStreetMap contributors (ODbL)')
  })

  it('gives the offices as the columns of the rules, compressed', async () => {
    const answer = await get('/api/columns/offices', { headers: { 'accept-encoding': 'br' } })
    expect(answer.headers.get('content-encoding')).toBe('br')
    expect(decodeColumns(await answer.arrayBuffer())).toEqual(columnsOf(OFFICES, [BUILDING]))
  })

  it.each(['/api/catalogue', '/api/columns/offices', '/'])('says of %s that it has not changed', async (path) => {
    for (const encoding of ['br', 'gzip', 'identity']) {
      const first = await get(path, { headers: { 'accept-encoding': encoding } })
      const etag = first.headers.get('etag') ?? ''
      const again = await get(path, { headers: { 'accept-encoding': encoding, 'if-none-match': `"other", W/${etag}` } })
      expect(again.status).toBe(304)
      expect(await again.text()).toBe('')
      expect(again.headers.get('etag')).toBe(etag)
      expect((await get(path, { headers: { 'if-none-match': '*' } })).status).toBe(304)
      expect((await get(path, { headers: { 'if-none-match': '"older"' } })).status).toBe(200)
    }
  })

  it.each(['/api/catalogue', '/api/columns/offices', '/', '/zones/fes-shore', '/health'])(
    'answers HEAD of %s like GET, without a body',
    async (path) => {
      const [head, whole] = await Promise.all([get(path, { method: 'HEAD' }), get(path)])
      expect(head.status).toBe(whole.status)
      expect(head.headers.get('content-type')).toBe(whole.headers.get('content-type'))
      expect(head.headers.get('etag')).toBe(whole.headers.get('etag'))
      expect(await head.text()).toBe('')
    },
  )

  it('may be read by programs of other origins, and written where an address takes it', async () => {
    const origin = { origin: 'https://elsewhere.example' }
    expect((await get('/api/catalogue', { headers: origin })).headers.get('access-control-allow-origin')).toBe('*')
    const preflight = async (path: string) => {
      const headers = { ...origin, 'access-control-request-method': 'GET' }
      const answer = await get(path, { method: 'OPTIONS', headers })
      expect(answer.status).toBe(200)
      return answer.headers.get('access-control-allow-methods')
    }
    expect(await preflight('/ogc/collections')).toBe('GET, HEAD, OPTIONS')
    expect(await preflight('/ogc/collections/zones/items')).toBe('GET, HEAD, OPTIONS, POST')
    expect((await get('/', { headers: origin })).headers.get('access-control-allow-origin')).toBeNull()
  })
})

describe('the pages', () => {
  it.each([
    ['/', 200],
    ['/compare?a=1', 200],
    ['/zones/fes-shore', 200],
    ['/zones/no-such-zone', 404],
    ['/no-such-page', 404],
  ])('at %s answer people with a page and status %i', async (path, status) => {
    const answer = await get(path, { headers: { accept: 'text/html,*/*' } })
    expect(answer.status).toBe(status)
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(await answer.text()).toContain('<div id="root">')
  })

  it('keep for ever what is named by its content', async () => {
    const answer = await get('/assets/main-3f2a.js', { headers: { 'accept-encoding': 'br' } })
    expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect(answer.headers.get('content-encoding')).toBe('br')
    expect(answer.headers.get('content-type')).toContain('javascript')
    expect(await answer.text()).toBe(SCRIPT)
    expect((await get('/assets/main-0000.js', { headers: { accept: 'text/html' } })).status).toBe(404)
  })
})

describe('the operator’s tiles', () => {
  it('are read by ranges', async () => {
    const answer = await get('/basemap/operator.pmtiles', { headers: { range: 'bytes=0-7' } })
    expect(answer.status).toBe(206)
    expect(answer.headers.get('content-range')).toBe(`bytes 0-7/${PMTILES.length}`)
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(PMTILES.subarray(0, 8))
  })
})

describe('the state of the server', () => {
  it('is alive, and ready at a version', async () => {
    expect(await (await get('/health')).json()).toEqual({ status: 'alive' })
    expect(await (await get('/ready')).json()).toEqual({ status: 'ready', version: '62-2026-11-23' })
  })

  it('is logged without saying who asked for what', async () => {
    await get('/api/catalogue?looking-for=300-seats', { headers: { 'user-agent': 'someone' } })
    await expect.poll(() => server.logged.some((line) => line.includes('/api/catalogue'))).toBe(true)
    expect(server.logged.join('')).not.toMatch(/300-seats|someone|127\.0\.0\.1"/)
  })
})
