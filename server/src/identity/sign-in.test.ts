import { getMigrations } from 'better-auth/db/migration'
import { sql } from 'kysely'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DEMO_ACCOUNTS, makeDemoAccounts } from '../session/demo-accounts.ts'
import { serve, TEST_SECRET, type TestApp } from '../testing/app.ts'
import { cookieJar } from '../testing/browser.ts'
import { aBuilding, aZone } from '../testing/makers.ts'
import { createAuth } from './auth.ts'

let test: TestApp
beforeAll(async () => {
  test = await serve([aZone('fes-shore'), aZone('casanearshore'), aBuilding('fes-shore-a', 'fes-shore')])
  await makeDemoAccounts(test.db, new Date('2026-11-23T09:00:00Z'))
})
afterAll(() => test.close())

const [administrator, fes] = DEMO_ACCOUNTS
const browser = () => cookieJar(test.url)
const credentials = (account: typeof fes) => ({ email: account?.email, password: account?.password })

describe('signing in', () => {
  it('opens a session of a httpOnly, same-site cookie, and says who one is', async () => {
    const page = browser()
    expect((await page.get('/api/session')).body.person).toBeNull()
    const answer = await page.post('/api/auth/sign-in', credentials(fes))
    expect([answer.status, answer.body]).toEqual([200, { next: 'signed-in' }])
    const [cookie = ''] = answer.cookies
    expect(cookie).toMatch(/^tvl\.session_token=/)
    for (const part of ['HttpOnly', 'SameSite=Strict', 'Path=/', 'Max-Age=2592000']) expect(cookie).toContain(part)
    const { person } = (await page.get('/api/session')).body
    expect(person).toMatchObject({
      email: 'fes@demo.example',
      organisationId: 'ewane',
      grants: [{ role: 'manager', organisationId: 'ewane', territory: { kind: 'zone', id: 'fes-shore' } }],
      hasSecondFactor: false,
      isDemo: true,
    })
  })

  it('never tells the page the session’s token', async () => {
    const page = browser()
    const answer = await page.post('/api/auth/sign-in', credentials(fes))
    const [, token = '?'] = /session_token=([^.;]+)/.exec(answer.cookies[0] ?? '') ?? []
    expect(JSON.stringify(answer.body) + JSON.stringify((await page.get('/api/session')).body)).not.toContain(token)
  })

  it('ends at once, for a copy of the cookie too', async () => {
    const page = browser()
    await page.post('/api/auth/sign-in', credentials(fes))
    const copy = page.copy()
    expect((await page.post('/api/auth/sign-out')).status).toBe(204)
    expect((await copy.get('/api/session')).body.person).toBeNull()
  })

  it('gives a new session, whatever session a page came with', async () => {
    const attacker = browser()
    await attacker.post('/api/auth/sign-in', credentials(fes))
    const victim = attacker.copy()
    await victim.post('/api/auth/sign-in', credentials(administrator))
    expect((await victim.get('/api/session')).body.person.email).toBe('administrator@demo.example')
    expect((await attacker.get('/api/session')).body.person?.email).not.toBe('administrator@demo.example')
  })

  it('takes no cookie that this server has not signed', async () => {
    const page = browser()
    await page.post('/api/auth/sign-in', credentials(fes))
    const forged = page.copy((value) => value.replace(/\.[^.]*$/, `.${'A'.repeat(43)}%3D`))
    expect((await forged.get('/api/session')).body.person).toBeNull()
  })

  it('refuses other members than address and password', async () => {
    const answer = await browser().post('/api/auth/sign-in', {
      ...credentials(fes),
      callbackURL: 'https://evil.example',
    })
    expect([answer.status, answer.body.code]).toEqual([400, 'request.invalid'])
  })

  it('opens none of better-auth’s own addresses', async () => {
    for (const path of ['sign-up/email', 'get-session', 'update-user', 'list-sessions', 'two-factor/enable', 'ok']) {
      expect([path, (await browser().post(`/api/auth/${path}`, {})).status]).toEqual([path, 404])
    }
  })
})

describe('a page of another site', () => {
  const cross = [
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { origin: 'https://evil.example', 'sec-fetch-site': 'same-origin' },
  ]
  it.each(cross)('signs nobody in or out: %j', async (headers) => {
    const page = browser()
    const before = await page.post('/api/auth/sign-in', credentials(fes), headers as Record<string, string>)
    expect([before.status, before.body.code]).toEqual([403, 'request.cross-site'])
    await page.post('/api/auth/sign-in', credentials(fes))
    expect((await page.post('/api/auth/sign-out', undefined, headers as Record<string, string>)).status).toBe(403)
    expect((await page.get('/api/session')).body.person).not.toBeNull()
  })

  it('is not taken for this one when its browser does not say where it is', async () => {
    const page = browser()
    await page.post('/api/auth/sign-in', credentials(fes))
    expect((await page.post('/api/auth/sign-out', undefined, { origin: '' })).body.code).toBe('request.cross-site')
  })
})

it('has the tables that the installed better-auth expects', async () => {
  const letters = { reset: async () => undefined, passwordChanged: async () => undefined }
  const log = pino({ level: 'silent' })
  const auth = createAuth({ db: test.db, secret: TEST_SECRET, publicUrl: null, log, letters, signOn: null })
  const { toBeCreated, toBeAdded } = await getMigrations(auth.options)
  expect([toBeCreated, toBeAdded]).toEqual([[], []])
})

it('keeps passwords as argon2id alone', async () => {
  const { rows } = await sql<{ password: string }>`select password from auth_account`.execute(test.db)
  expect(rows.length).toBe(DEMO_ACCOUNTS.length)
  for (const { password } of rows) expect(password).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
})
