import { randomUUID } from 'node:crypto'
import type { Settings } from '../settings.ts'
import { lastChange } from '../storage/store.ts'
import { serve, type TestApp } from './app.ts'
import { tokenHeader } from './caller.ts'
import { twoSites } from './sites.ts'

export type Headers = Record<string, string>

export interface Answer {
  status: number
  headers: globalThis.Headers
  // biome-ignore lint/suspicious/noExplicitAny: an answer of any shape, looked at by what is expected of it
  body: any
}

/** A server over two sites or the given records, and writers of both: real tokens, real HTTP. */
export interface Writers extends TestApp {
  /** Manager of the zone fes-shore. */
  fes: Headers
  /** Manager of the zone casanearshore. */
  casa: Headers
  national: Headers
  send(method: string, path: string, body?: unknown, headers?: Headers): Promise<Answer>
  /** `POST /api/changes`, as the manager of Fès where nobody else is named. */
  post(body: unknown, headers?: Headers): Promise<Answer>
  head(): Promise<number>
  /** Properties of an office as it is served. */
  office(id: string): Promise<Record<string, unknown>>
  /** A set with one patch of one office, read at the last version. */
  patchOf(id: string, properties: object, more?: object): Promise<{ id: string; writes: object[] }>
}

export async function writers(records = twoSites(), settings: Partial<Settings> = {}): Promise<Writers> {
  const server = await serve(records, settings)
  const { db, url } = server
  const fes = await tokenHeader(db, 'manager', { kind: 'zone', id: 'fes-shore' })
  const casa = await tokenHeader(db, 'manager', { kind: 'zone', id: 'casanearshore' })
  const national = await tokenHeader(db, 'administrator')
  const head = () => lastChange(db)

  const send: Writers['send'] = async (method, path, body, headers = fes) => {
    const type: Headers = body === undefined ? {} : { 'content-type': 'application/json' }
    const text = typeof body === 'string' || body === undefined ? body : JSON.stringify(body)
    const answer = await fetch(url + path, { method, headers: { ...type, ...headers }, body: text ?? null })
    const answered = await answer.text()
    return { status: answer.status, headers: answer.headers, body: answered === '' ? null : JSON.parse(answered) }
  }
  return {
    ...server,
    fes,
    casa,
    national,
    send,
    head,
    post: (body, headers) => send('POST', '/api/changes', body, headers),
    office: async (id) => (await send('GET', `/ogc/collections/offices/items/${id}`)).body.properties,
    patchOf: async (id, properties, more = {}) => ({
      id: randomUUID(),
      writes: [{ collection: 'offices', id, base: await head(), patch: { properties }, ...more }],
    }),
  }
}
