import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { serve, type TestApp } from '../testing/app.ts'
import { cookieJar } from '../testing/browser.ts'
import { aZone } from '../testing/makers.ts'
import { aPerson, PASSWORD, signedIn, signedInTwice } from '../testing/people.ts'
import { totp } from '../testing/totp.ts'
import { requireRight } from './caller.ts'

const FES = { regionId: 'MA-03', zoneId: 'fes-shore', buildingId: null }
const MANAGER = { role: 'manager', organisationId: 'cdg', territory: { kind: 'zone', id: 'fes-shore' } } as const
const HALF_MINUTE = 30_000

let test: TestApp
beforeAll(async () => {
  test = await serve([aZone('fes-shore')], {}, (app) => {
    app.post('/api/test/write', async (request) => requireRight(request, 'change-inventory', FES))
  })
})
afterAll(() => test.close())

const secondFactor = async (page: {
  get: (path: string) => Promise<{ body: { person: { hasSecondFactor: boolean } } }>
}) => (await page.get('/api/session')).body.person?.hasSecondFactor

describe('a manager', () => {
  it('writes only in a session that a second factor has confirmed', async () => {
    await aPerson(test, 'hind@example.ma', MANAGER)
    const page = await signedIn(test, 'hind@example.ma')
    const refused = await page.post('/api/test/write')
    expect([refused.status, refused.body.code]).toEqual([403, 'second-factor.required'])

    const { secret, uri, backupCodes } = (await page.post('/api/auth/authenticator', { password: PASSWORD })).body
    expect(uri).toMatch(/^otpauth:\/\/totp\/Tech%20Valley%20Locator:hind%40example\.ma\?/)
    expect(backupCodes).toHaveLength(10)
    const before = page.copy()
    expect((await page.post('/api/auth/code', { code: totp(secret) })).status).toBe(204)
    expect((await page.post('/api/test/write')).body).toMatchObject({ role: 'manager', organisationId: 'cdg' })
    // The session of the password alone is no more: whoever had a copy of it has nothing.
    expect((await before.get('/api/session')).body.person).toBeNull()
  })

  it('is asked for a code from then on, and only once for each', async () => {
    await aPerson(test, 'omar@example.ma', MANAGER)
    const { secret, used } = await signedInTwice(test, 'omar@example.ma')
    const page = cookieJar(test.url)
    const first = await page.post('/api/auth/sign-in', { email: 'omar@example.ma', password: PASSWORD })
    expect(first.body).toEqual({ next: 'second-factor' })
    expect((await page.get('/api/session')).body.person).toBeNull()
    const wrong = await page.post('/api/auth/code', { code: '000000' })
    expect([wrong.status, wrong.body.code]).toEqual([401, 'second-factor.wrong'])
    const replay = await page.post('/api/auth/code', { code: used })
    expect([replay.status, replay.body.code]).toEqual([401, 'second-factor.wrong'])

    const again = cookieJar(test.url)
    await again.post('/api/auth/sign-in', { email: 'omar@example.ma', password: PASSWORD })
    const shoulder = again.copy()
    // The clock of an authenticator may be half a minute ahead.
    const code = totp(secret, Date.now() + HALF_MINUTE)
    expect((await again.post('/api/auth/code', { code })).status).toBe(204)
    expect(await secondFactor(again)).toBe(true)
    // Neither the code nor the half-open sign-in is good for a second session.
    expect((await shoulder.post('/api/auth/code', { code })).status).toBe(401)
    const other = cookieJar(test.url)
    await other.post('/api/auth/sign-in', { email: 'omar@example.ma', password: PASSWORD })
    expect((await other.post('/api/auth/code', { code })).body.code).toBe('second-factor.wrong')
  })

  it('confirms a session that was open before, which gets another cookie', async () => {
    await aPerson(test, 'zineb@example.ma', MANAGER)
    const telephone = await signedIn(test, 'zineb@example.ma')
    const { secret } = await signedInTwice(test, 'zineb@example.ma')
    expect((await telephone.post('/api/test/write')).body.code).toBe('second-factor.required')
    const copy = telephone.copy()
    const code = totp(secret, Date.now() + HALF_MINUTE)
    expect((await telephone.post('/api/auth/code', { code })).status).toBe(204)
    expect((await telephone.post('/api/test/write')).status).toBe(200)
    expect((await copy.get('/api/session')).body.person).toBeNull()
  })

  it('gets in with a backup code, once', async () => {
    await aPerson(test, 'sara@example.ma', MANAGER)
    const page = await signedIn(test, 'sara@example.ma')
    const { secret, backupCodes } = (await page.post('/api/auth/authenticator', { password: PASSWORD })).body
    await page.post('/api/auth/code', { code: totp(secret) })
    const enter = async () => {
      const other = cookieJar(test.url)
      await other.post('/api/auth/sign-in', { email: 'sara@example.ma', password: PASSWORD })
      return (await other.post('/api/auth/code', { code: backupCodes[0] })).status
    }
    expect([await enter(), await enter()]).toEqual([204, 401])
  })

  it('cannot guess codes without end, in a sign-in or in a session', async () => {
    await aPerson(test, 'ali@example.ma', MANAGER)
    await signedInTwice(test, 'ali@example.ma')
    const page = cookieJar(test.url)
    await page.post('/api/auth/sign-in', { email: 'ali@example.ma', password: PASSWORD })
    const codes: string[] = []
    for (let i = 0; i < 7; i++) codes.push((await page.post('/api/auth/code', { code: `00000${i}` })).body.code)
    expect(new Set(codes.slice(0, 5))).toEqual(new Set(['second-factor.wrong']))
    expect(new Set(codes.slice(5))).toEqual(new Set(['sign-in.again']))

    await aPerson(test, 'mona@example.ma', MANAGER)
    const inside = await signedIn(test, 'mona@example.ma')
    await inside.post('/api/auth/authenticator', { password: PASSWORD })
    const statuses: number[] = []
    for (let i = 0; i < 11; i++) statuses.push((await inside.post('/api/auth/code', { code: `00000${i % 10}` })).status)
    expect([statuses.slice(0, 10).includes(429), statuses[10]]).toEqual([false, 429])
  })

  it('with a password alone cannot take the factors away or add another', async () => {
    await aPerson(test, 'nora@example.ma', MANAGER)
    await signedInTwice(test, 'nora@example.ma')
    // As an intruder would stand after a sign-in that asked for no code: a session without a factor.
    const page = await signedIn(test, 'nora@example.ma').then(async (half) => {
      await sql`update auth_user set "twoFactorEnabled" = false where email = 'nora@example.ma'`.execute(test.db)
      await half.post('/api/auth/sign-in', { email: 'nora@example.ma', password: PASSWORD })
      return half
    })
    expect(await secondFactor(page)).toBe(false)
    const asked = [
      await page.send('DELETE', '/api/auth/authenticator', { password: PASSWORD }),
      await page.post('/api/auth/authenticator', { password: PASSWORD }),
      await page.post('/api/auth/passkeys/options'),
      await page.post('/api/auth/backup-codes', { password: PASSWORD }),
    ]
    for (const { status, body } of asked) expect([status, body.code]).toEqual([403, 'second-factor.required'])
  })
})
