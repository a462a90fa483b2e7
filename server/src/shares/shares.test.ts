import { hashOfText } from '@tvl/model'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anOfficer, demoRecords, frozenBy, linkedBy, saved } from '../testing/agency.ts'
import { serve, type TestApp } from '../testing/app.ts'
import { type Browser, cookieJar } from '../testing/browser.ts'
import { newToken } from './store.ts'

let test: TestApp
let officer: Browser
let freezeId: string
let hash: string
beforeAll(async () => {
  // Each test asks from an address of its own: guesses of one do not count against the next.
  test = await serve(demoRecords(), { trustedProxies: ['127.0.0.1'] })
  officer = await anOfficer(test)
  ;({ id: freezeId, hash } = await frozenBy(officer, await saved(officer)))
})
afterAll(() => test.close())

let address = 0
const reader = (): Browser => {
  const from = { 'x-forwarded-for': `203.0.113.${++address}` }
  const page = cookieJar(test.url)
  return {
    ...page,
    get: (path, headers) => page.get(path, { ...from, ...headers }),
    post: (path, body, headers) => page.post(path, body, { ...from, ...headers }),
    send: (method, path, body, headers) => page.send(method, path, body, { ...from, ...headers }),
  }
}
const open = (page: Browser, token: string, passphrase?: string) =>
  page.post(`/api/shares/${token}/open`, passphrase === undefined ? {} : { passphrase })

describe('a personal link', () => {
  it('opens what was frozen, to the byte, and tells its reader that openings are noted', async () => {
    const { token, link } = await linkedBy(officer, freezeId)
    const page = reader()
    const first = await open(page, token)
    expect(first.body).toMatchObject({ recipient: 'Mme Martin', openings: 1, lastOpenedAt: null, freeze: { hash } })
    expect(hashOfText(first.body.text)).toBe(hash)
    const again = await open(page, token)
    expect(again.body.openings).toBe(2)
    expect((await officer.get(`/api/links/${link.id}/openings`)).body.openings).toHaveLength(2)
    expect(first.headers.get('x-robots-tag')).toContain('noindex')
    expect(first.headers.get('cache-control')).toBe('no-store')
  })

  it('ends at once when it is withdrawn, and the others live', async () => {
    const [one, other] = [await linkedBy(officer, freezeId), await linkedBy(officer, freezeId)]
    expect((await officer.send('DELETE', `/api/links/${one.link.id}`)).status).toBe(204)
    const [gone, there] = [await open(reader(), one.token), await open(reader(), other.token)]
    expect([gone.status, gone.body.code, there.status]).toEqual([410, 'share.revoked', 200])
    expect((await reader().get(`/api/shares/${one.token}/difference`)).status).toBe(410)
  })

  it('is nobody else’s to withdraw', async () => {
    const { link } = await linkedBy(officer, freezeId)
    const stranger = await anOfficer(test, 'elsewhere@example.ma', 'cri-oriental')
    expect((await stranger.send('DELETE', `/api/links/${link.id}`)).status).toBe(404)
    expect((await stranger.post(`/api/freezes/${freezeId}/links`, {})).status).toBe(400)
  })

  it.each([
    ['in the past', { expiresAt: '2026-11-23T08:59:00Z' }, 'link.expiry'],
    ['in a hundred years', { expiresAt: '2126-11-23T08:59:00Z' }, 'link.expiry'],
    ['for nobody', { recipient: '   ' }, 'link.recipient'],
  ])('is not made %s', async (_, change, code) => {
    const body = { kind: 'personal', recipient: 'A', language: 'fr', expiresAt: '2027-01-01T00:00:00Z', ...change }
    expect((await officer.post(`/api/freezes/${freezeId}/links`, body)).body.code).toBe(code)
  })
})

describe('a link that ends', () => {
  it('ends in its minute, not before', async () => {
    const { token, link } = await linkedBy(officer, freezeId, { expiresAt: '2026-11-23T09:01:30Z' })
    expect((await reader().get(`/api/shares/${token}`)).body.expiresAt).toBe('2026-11-23T09:01:00.000Z')
    // The clock of the server stands at nine: the end is moved past it instead.
    const endingAt = async (instant: string) => {
      await sql`update share set expires_at = ${instant}::timestamptz where id = ${link.id}`.execute(test.db)
      const answer = await open(reader(), token)
      return [answer.status, answer.body.code]
    }
    expect(await endingAt('2026-11-23T09:00:00.001Z')).toEqual([200, undefined])
    expect(await endingAt('2026-11-23T09:00:00Z')).toEqual([410, 'share.expired'])
  })
})

describe('a passphrase', () => {
  const words = 'quatre mots pris au hasard'

  it('is asked before anything is shown, and remembered by the browser that gave it', async () => {
    const { token } = await linkedBy(officer, freezeId, { passphrase: words })
    const page = reader()
    expect((await page.get(`/api/shares/${token}`)).body).toMatchObject({ needsPassphrase: true })
    expect((await open(page, token)).body.code).toBe('share.passphrase')
    expect((await page.get(`/api/shares/${token}/difference`)).status).toBe(401)
    const opened = await open(page, token, words)
    expect(opened.status).toBe(200)
    expect(opened.cookies[0]).toMatch(new RegExp(`Path=/api/shares/${token};.*HttpOnly; SameSite=Strict`))
    expect((await page.get(`/api/shares/${token}/difference`)).status).toBe(200)
    expect((await open(page, token)).status).toBe(200)
    const forged = page.copy((value) => `${value.slice(0, -1)}${value.endsWith('A') ? 'B' : 'A'}`)
    expect((await forged.get(`/api/shares/${token}/difference`)).status).toBe(401)
  })

  it('cannot be tried out: five wrong ones, from wherever, and it waits', async () => {
    const { token } = await linkedBy(officer, freezeId, { passphrase: words })
    const codes = []
    for (let i = 0; i < 8; i++) codes.push((await open(reader(), token, `wrong words number ${i}`)).status)
    expect(codes).toEqual([401, 401, 401, 401, 401, 429, 429, 429])
    expect((await open(reader(), token, words)).status).toBe(429)
  })
})

describe('whoever guesses tokens', () => {
  it('gets nothing of 10,000 and is slowed down', async () => {
    const page = reader()
    const statuses = new Map<number, number>()
    for (let batch = 0; batch < 100; batch++) {
      const answers = await Promise.all(Array.from({ length: 100 }, () => page.get(`/api/shares/${newToken()}`)))
      for (const { status } of answers) statuses.set(status, (statuses.get(status) ?? 0) + 1)
    }
    expect([...statuses]).toEqual([
      [404, 20],
      [429, 9980],
    ])
  })
})

describe('a token', () => {
  it('is in no row of the database and in no line of the log', async () => {
    const { token } = await linkedBy(officer, freezeId, { passphrase: 'not to be seen anywhere' })
    await open(reader(), token, 'not to be seen anywhere')
    await reader().get(`/api/shares/${token}/nothing`)
    const { rows } = await sql<{ name: string }>`select table_name as name from information_schema.tables
      where table_schema = 'public'`.execute(test.db)
    for (const { name } of rows) {
      const found = await sql`select 1 from ${sql.table(name)} as t
        where t::text like ${`%${token}%`} or t::text like '%not to be seen%'`.execute(test.db)
      expect([name, found.rows.length]).toEqual([name, 0])
    }
    expect(test.logged.filter((line) => line.includes(token))).toEqual([])
  })
})

describe('a private link', () => {
  const ciphertext = Buffer.from('only browsers can read this, the server has no key').toString('base64url')
  const make = (page: Browser, change = {}) =>
    page.post('/api/shares', { ciphertext, language: 'en', expiresAt: '2026-12-01T00:00:00Z', ...change })

  it('gives back what a browser encrypted, and ends for who has its secret', async () => {
    const page = reader()
    const { token, endSecret } = (await make(page)).body
    expect((await open(reader(), token)).body).toMatchObject({ kind: 'private', ciphertext, text: null })
    const wrong = await reader().send('DELETE', `/api/shares/${token}`, { endSecret: newToken() })
    expect([wrong.status, wrong.body.code]).toEqual([403, 'share.not-yours'])
    expect((await page.send('DELETE', `/api/shares/${token}`, { endSecret })).status).toBe(204)
    expect((await open(reader(), token)).body.code).toBe('share.revoked')
    const { rows } = await sql<{ length: number }>`select length(ciphertext) as length from share
      where kind = 'private' and revoked_at is not null`.execute(test.db)
    expect(rows.map(({ length }) => length)).toEqual([0])
  })

  it('may carry a scenario of many sites', async () => {
    const long = 'Zm9v'.repeat(150_000)
    const { token } = (await make(reader(), { ciphertext: long })).body
    expect((await open(reader(), token)).body.ciphertext).toBe(long)
  })

  it('is bounded in size, and in number for one address', async () => {
    expect((await make(reader(), { ciphertext: 'A'.repeat(700_001) })).status).toBe(400)
    const page = reader()
    const statuses = []
    for (let i = 0; i < 22; i++) statuses.push((await make(page)).status)
    expect(statuses.slice(-3)).toEqual([201, 429, 429])
  })

  it('is no way into what an agency froze', async () => {
    const { token, link } = await linkedBy(officer, freezeId)
    const ended = await reader().send('DELETE', `/api/shares/${token}`, { endSecret: newToken() })
    expect(ended.status).toBe(403)
    expect((await officer.get(`/api/links/${link.id}/openings`)).status).toBe(200)
  })
})
