import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DEMO_ACCOUNTS, makeDemoAccounts } from '../session/demo-accounts.ts'
import { serve, type TestApp } from '../testing/app.ts'
import { cookieJar } from '../testing/browser.ts'
import { aZone } from '../testing/makers.ts'
import { aPerson, mails, PASSWORD, signedIn } from '../testing/people.ts'
import { isPassword } from './password.ts'

let test: TestApp
beforeAll(async () => {
  test = await serve([aZone('fes-shore')], { trustedProxies: ['127.0.0.1'] })
  await makeDemoAccounts(test.db, new Date())
})
afterAll(() => test.close())

/** Each try from another address, so that the limits of addresses do not hide those of accounts. */
let addresses = 0
const elsewhere = () => ({ 'x-forwarded-for': `192.0.2.${++addresses % 250}` })
const tryPassword = (email: string, password: string) =>
  cookieJar(test.url).post('/api/auth/sign-in', { email, password }, elsewhere())

const linkIn = (mail = '') => /https?:\/\/[^\s"]+\/reset\/([\w-]+)/.exec(mail)?.[1] ?? ''
const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

describe('an account', () => {
  it('is locked after five wrong passwords, in the same words whether it exists or not', async () => {
    await aPerson(test, 'known@example.ma')
    const answers = async (email: string) => {
      const all = []
      for (let i = 0; i < 7; i++) {
        const { status, body, headers } = await tryPassword(email, `wrong password ${i}`)
        all.push({ status, body, waits: Number(headers.get('retry-after')) > 800 })
      }
      return all
    }
    const known = await answers('known@example.ma')
    expect(known).toEqual(await answers('unknown@example.ma'))
    expect(known.map(({ status }) => status)).toEqual([401, 401, 401, 401, 401, 429, 429])
    expect(known[6]).toMatchObject({ body: { code: 'sign-in.locked' }, waits: true })
    // The right password does not open it either; capitals make no other account.
    expect((await tryPassword('Known@Example.ma', PASSWORD)).status).toBe(429)
  })

  it('cannot be tried at many passwords at once', async () => {
    await aPerson(test, 'raced@example.ma')
    const tries = Array.from({ length: 20 }, (_, i) => tryPassword('raced@example.ma', `wrong password ${i}`))
    const statuses = (await Promise.all(tries)).map(({ status }) => status)
    expect(statuses.filter((status) => status === 401)).toHaveLength(5)
    expect(statuses.filter((status) => status === 429)).toHaveLength(15)
  })

  it('is free again after a quarter of an hour, and after a success', async () => {
    await aPerson(test, 'patient@example.ma')
    for (let i = 0; i < 6; i++) await tryPassword('patient@example.ma', 'wrong password')
    await sql`update attempt set since = now() - interval '15 minutes 1 second'`.execute(test.db)
    expect((await tryPassword('patient@example.ma', PASSWORD)).status).toBe(200)
    for (let i = 0; i < 4; i++) await tryPassword('patient@example.ma', 'wrong password')
    expect((await tryPassword('patient@example.ma', PASSWORD)).status).toBe(200)
    expect((await tryPassword('patient@example.ma', 'wrong password')).status).toBe(401)
  })

  it('takes as long to refuse when it does not exist', async () => {
    await aPerson(test, 'timed@example.ma')
    const times: Record<string, number[]> = { 'timed@example.ma': [], 'nobody@example.ma': [] }
    for (let i = 0; i < 15; i++) {
      for (const [email, taken] of Object.entries(times)) {
        const start = performance.now()
        await tryPassword(email, 'wrong password')
        taken.push(performance.now() - start)
        await sql`truncate attempt`.execute(test.db)
      }
    }
    const [known = 0, unknown = 0] = Object.values(times).map(median)
    // Without the password's work for nobody, this is a fifth.
    expect(unknown / known).toBeGreaterThan(0.6)
    expect(unknown / known).toBeLessThan(1.6)
  })

  it('of the demonstration cannot be locked for everybody, nor changed', async () => {
    const [, demo = { email: '', password: '' }] = DEMO_ACCOUNTS
    const { email, password } = demo
    for (let i = 0; i < 6; i++) await tryPassword(email, 'wrong password')
    const page = cookieJar(test.url)
    expect((await page.post('/api/auth/sign-in', { email, password }, elsewhere())).status).toBe(200)
    const change = await page.send('PUT', '/api/auth/password', {
      current: password,
      password: 'another fine password',
    })
    const factor = await page.post('/api/auth/authenticator', { password })
    for (const { status, body } of [change, factor]) expect([status, body.code]).toEqual([403, 'demo.fixed'])
  })
})

describe('an address', () => {
  it('may fail thirty times a minute, whatever accounts it tries', async () => {
    const headers = { 'x-forwarded-for': '2001:db8:1:2::1' }
    const neighbour = { 'x-forwarded-for': '2001:db8:1:2:ffff::9' }
    const other = { 'x-forwarded-for': '2001:db8:1:3::1' }
    const spray = (i: number, from = headers) =>
      cookieJar(test.url).post('/api/auth/sign-in', { email: `spray${i}@example.ma`, password: 'x' }, from)
    for (let i = 0; i < 30; i++) expect((await spray(i)).status).toBe(401)
    const refused = await spray(31)
    expect([refused.status, refused.body.code]).toEqual([429, 'rate.exceeded'])
    expect([(await spray(32, neighbour)).status, (await spray(33, other)).status]).toEqual([429, 401])
  })
})

describe('a forgotten password', () => {
  const ask = (email: string) => cookieJar(test.url).post('/api/auth/password-reset', { email }, elsewhere())
  const choose = (token: string, password: string) =>
    cookieJar(test.url).post('/api/auth/password', { token, password }, elsewhere())

  it('is answered alike for an account and for none, and mailed to the account alone', async () => {
    await aPerson(test, 'forgot@example.ma')
    const known = await ask('forgot@example.ma')
    const unknown = await ask('never@example.ma')
    expect([known.status, known.body]).toEqual([202, ''])
    expect([unknown.status, unknown.body]).toEqual([202, ''])
    expect([...known.headers.keys()].sort()).toEqual([...unknown.headers.keys()].sort())
    await expect
      .poll(async () => (await mails(test)).filter((mail) => mail.includes('forgot@example.ma')).length)
      .toBe(1)
    expect((await mails(test)).some((mail) => mail.includes('never@example.ma'))).toBe(false)
  })

  it('is answered before it is looked up, so that no time tells whether there is an account', async () => {
    await aPerson(test, 'waits@example.ma')
    const answered: number[] = []
    await test.db.transaction().execute(async (transaction) => {
      // Whoever looked into the accounts would wait here.
      await sql`lock table auth_user, attempt in access exclusive mode`.execute(transaction)
      for (const email of ['waits@example.ma', 'never@example.ma']) {
        answered.push(await Promise.race([ask(email).then(({ status }) => status), wait(3000, 0)]))
      }
    })
    expect(answered).toEqual([202, 202])
  })

  it('is chosen anew by the link, once, and ends every session', async () => {
    await aPerson(test, 'lost@example.ma')
    const former = await signedIn(test, 'lost@example.ma')
    await ask('lost@example.ma')
    await expect.poll(async () => linkIn((await mails(test)).find((mail) => mail.includes('lost@')))).not.toBe('')
    const token = linkIn((await mails(test)).find((mail) => mail.includes('lost@')))
    const weak = await choose(token, 'aaaaaaaaaaaa')
    expect([weak.status, weak.body.code]).toEqual([422, 'password.weak'])
    expect((await choose(token, 'a new and better one')).status).toBe(204)
    const again = await choose(token, 'a third one for good')
    expect([again.status, again.body.code]).toEqual([400, 'link.spent'])
    expect((await former.get('/api/session')).body.person).toBeNull()
    expect((await tryPassword('lost@example.ma', PASSWORD)).status).toBe(401)
    expect((await tryPassword('lost@example.ma', 'a new and better one')).status).toBe(200)
    await expect.poll(async () => (await mails(test))[0]).toContain('vient d’être changé')
  })

  it('gives no link that was made up, and none after its hour', async () => {
    for (const token of ['A'.repeat(24), 'x'.repeat(128)]) {
      expect((await choose(token, 'a new and better one')).body.code).toBe('link.spent')
    }
    await aPerson(test, 'slow@example.ma')
    await ask('slow@example.ma')
    await expect.poll(async () => linkIn((await mails(test)).find((mail) => mail.includes('slow@')))).not.toBe('')
    await sql`update auth_verification set "expiresAt" = now() - interval '1 second'`.execute(test.db)
    const token = linkIn((await mails(test)).find((mail) => mail.includes('slow@')))
    expect((await choose(token, 'a new and better one')).body.code).toBe('link.spent')
  })

  it('is kept as no link that the database would give away', async () => {
    await aPerson(test, 'hashed@example.ma')
    await ask('hashed@example.ma')
    await expect.poll(async () => linkIn((await mails(test)).find((mail) => mail.includes('hashed@')))).not.toBe('')
    const token = linkIn((await mails(test)).find((mail) => mail.includes('hashed@')))
    const { rows } = await sql<{ row: string }>`select auth_verification::text as row from auth_verification`.execute(
      test.db,
    )
    expect(rows.length).toBeGreaterThan(0)
    expect(rows.some(({ row }) => row.includes(token))).toBe(false)
  })

  it('fills nobody’s box: three mails an hour', async () => {
    await aPerson(test, 'flooded@example.ma')
    for (let i = 0; i < 6; i++) expect((await ask('flooded@example.ma')).status).toBe(202)
    const count = async () => (await mails(test)).filter((mail) => mail.includes('flooded@')).length
    await expect.poll(count).toBe(3)
  })

  it('makes no link to an address that the asker chose', async () => {
    await aPerson(test, 'poisoned@example.ma')
    const body = { email: 'poisoned@example.ma' }
    await cookieJar(test.url).post('/api/auth/password-reset', body, {
      ...elsewhere(),
      'x-forwarded-host': 'evil.example',
    })
    await expect.poll(async () => linkIn((await mails(test)).find((mail) => mail.includes('poisoned@')))).not.toBe('')
    const mail = (await mails(test)).find((text) => text.includes('poisoned@'))
    expect(mail).toContain(`${test.url}/reset/`)
    expect(mail).not.toContain('evil.example')
  })
})

describe('a password', () => {
  it('is changed by who knows it, and other sessions end', async () => {
    await aPerson(test, 'change@example.ma')
    const page = await signedIn(test, 'change@example.ma')
    const other = await signedIn(test, 'change@example.ma')
    const send = (current: string) =>
      page.send('PUT', '/api/auth/password', { current, password: 'a new and better one' })
    const wrong = await send('not the present one')
    expect([wrong.status, wrong.body.code]).toEqual([403, 'password.wrong'])
    expect((await send(PASSWORD)).status).toBe(204)
    expect((await page.get('/api/session')).body.person).not.toBeNull()
    expect((await other.get('/api/session')).body.person).toBeNull()
  })

  it('is nobody’s when its hash is none', async () => {
    expect(await isPassword('', 'plain')).toBe(false)
  })
})
