import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { serve, type TestApp } from '../testing/app.ts'
import { type Browser, cookieJar } from '../testing/browser.ts'
import { aZone } from '../testing/makers.ts'
import { type OpenIdProvider, openIdProvider } from '../testing/openid-provider.ts'
import { aPerson, PASSWORD, signedIn } from '../testing/people.ts'
import { requireRight } from './caller.ts'

const FES = { regionId: 'MA-03', zoneId: 'fes-shore', buildingId: null }
const MANAGER = { role: 'manager', organisationId: 'ewane', territory: { kind: 'zone', id: 'fes-shore' } } as const
const NATIONAL_READER = { role: 'reader', organisationId: 'amdie', territory: { kind: 'national' } } as const

let provider: OpenIdProvider
let test: TestApp
beforeAll(async () => {
  const port = await freePort()
  const publicUrl = `http://127.0.0.1:${port}`
  provider = await openIdProvider(`${publicUrl}/api/auth/callback/oidc`)
  const signOn = {
    issuer: provider.issuer,
    clientId: 'locator',
    clientSecret: 'a secret of the provider and the product',
    name: 'CDG',
    scopes: ['openid', 'profile', 'email'],
    groupsClaim: 'groups',
    groups: [
      { group: '/tvl/fes', grant: MANAGER },
      { group: '/tvl/readers', grant: NATIONAL_READER },
      { group: '/tvl/gone', grant: { ...MANAGER, organisationId: 'no-such-organisation' } },
    ],
    secondFactor: 'amr',
  } as const
  test = await serve([aZone('fes-shore')], { port, publicUrl, signOn }, (app) => {
    app.post('/api/test/write', async (request) => requireRight(request, 'change-inventory', FES))
  })
})
afterAll(async () => {
  await test.close()
  await provider.close()
})
beforeEach(() => {
  provider.person = null
})

const someone = (name: string, groups: readonly string[], more: Record<string, unknown> = {}) => ({
  sub: `sub-${name}`,
  claims: { email: `${name}@cdg.example`, email_verified: true, name: `Dr ${name}`, groups, ...more },
})

/** What happens at the provider: from its address to the one that it sends the browser back to. */
async function atProvider(url: string): Promise<string> {
  const page = cookieJar(provider.issuer)
  for (let at = url; ; ) {
    if (!at.startsWith(provider.issuer) && !at.startsWith('/')) return at
    const { headers } = await page.get(at)
    at = headers.get('location') ?? ''
    if (!at) throw new Error('the provider went nowhere')
  }
}

async function begin(page: Browser, to = '/manage'): Promise<string> {
  const { status, body } = await page.post('/api/auth/sign-on', { to })
  expect(status).toBe(200)
  return body.url
}

async function signOn(page = cookieJar(test.url), to?: string) {
  const back = await atProvider(await begin(page, to))
  const { headers } = await page.get(back)
  return { page, back, to: headers.get('location'), person: (await page.get('/api/session')).body.person }
}

describe('a sign-on', () => {
  it('asks with code, PKCE, state and nonce, and makes an account with what the groups give', async () => {
    provider.person = someone('hind', ['/tvl/fes', '/other'], { locale: 'ar-MA' })
    const page = cookieJar(test.url)
    expect((await page.get('/api/session')).body.signOn).toBe('CDG')
    const asked = new URL(await begin(page)).searchParams
    expect(Object.fromEntries(asked)).toMatchObject({ response_type: 'code', code_challenge_method: 'S256' })
    for (const name of ['code_challenge', 'state', 'nonce']) expect(asked.get(name)?.length).toBeGreaterThan(20)
    const { to, person } = await signOn()
    expect(to).toBe('/manage')
    expect(person).toMatchObject({
      email: 'hind@cdg.example',
      name: 'Dr hind',
      language: 'ar',
      organisationId: 'ewane',
      grants: [MANAGER],
      hasSecondFactor: false,
    })
    expect(provider.asked).toEqual(expect.arrayContaining(['POST /token', 'GET /me']))
  })

  it('keeps none of the provider’s tokens', async () => {
    const { rows } = await sql`select from auth_account
      where "accessToken" is not null or "refreshToken" is not null or "idToken" is not null`.execute(test.db)
    expect(rows).toHaveLength(0)
  })

  it('follows the groups: what is gone there is gone here at the next one', async () => {
    provider.person = someone('omar', ['/tvl/fes', '/tvl/readers'])
    expect((await signOn()).person.grants).toEqual(expect.arrayContaining([MANAGER, NATIONAL_READER]))
    provider.person = someone('omar', ['/tvl/readers', '/tvl/gone'])
    expect((await signOn()).person.grants).toEqual([NATIONAL_READER])
    provider.person = someone('omar', [])
    const last = await signOn()
    expect([last.to, last.person]).toEqual(['/sign-in?problem=sign-on.no-rights', null])
  })

  it('makes no account for whoever no group gives a right', async () => {
    provider.person = someone('stranger', ['/other'])
    const { to, person } = await signOn()
    expect([to, person]).toEqual(['/sign-in?problem=sign-on.no-rights', null])
    const { rows } = await sql`select from auth_user where email = 'stranger@cdg.example'`.execute(test.db)
    expect(rows).toHaveLength(0)
  })

  it('counts as second factor when the provider says that there was one', async () => {
    provider.person = { ...someone('nora', ['/tvl/fes']), amr: ['pwd'] }
    const one = await signOn()
    expect((await one.page.post('/api/test/write')).body.code).toBe('second-factor.required')
    provider.person = { ...someone('nora', ['/tvl/fes']), amr: ['pwd', 'otp', 'mfa'] }
    const two = await signOn()
    expect(two.person.hasSecondFactor).toBe(true)
    expect((await two.page.post('/api/test/write')).status).toBe(200)
  })

  it('comes into an account of the same address only when the provider has proven the address', async () => {
    await aPerson(test, 'invited@cdg.example', NATIONAL_READER)
    provider.person = someone('invited', ['/tvl/fes'], { email_verified: false })
    expect((await signOn()).to).toBe('/sign-in?problem=sign-on.not-linked')
    provider.person = someone('invited', ['/tvl/fes'])
    expect((await signOn()).person.grants).toEqual(expect.arrayContaining([MANAGER, NATIONAL_READER]))
    // What was given here stays when the groups are gone.
    provider.person = someone('invited', [])
    expect((await signOn()).person.grants).toEqual([NATIONAL_READER])
    expect((await (await signedIn(test, 'invited@cdg.example')).get('/api/session')).body.person).not.toBeNull()
  })

  it('gives no password that would outlive it', async () => {
    provider.person = someone('sara', ['/tvl/fes'])
    await signOn()
    const page = cookieJar(test.url)
    await page.post('/api/auth/password-reset', { email: 'sara@cdg.example' })
    await test.mailer.idle()
    const { rows } = await sql`select from auth_account join auth_user on auth_user.id = "userId"
      where email = 'sara@cdg.example' and "providerId" = 'credential'`.execute(test.db)
    expect(rows).toHaveLength(0)
    const answer = await page.post('/api/auth/sign-in', { email: 'sara@cdg.example', password: PASSWORD })
    expect([answer.status, answer.body.code]).toEqual([401, 'sign-in.wrong'])
  })

  it('that is cancelled says so', async () => {
    const { to, person } = await signOn()
    expect([to, person]).toEqual(['/sign-in?problem=sign-on.cancelled', null])
  })
})

describe('an answer of the provider', () => {
  const refused = async (page: Browser, back: string) => {
    const { headers } = await page.get(back)
    expect(headers.get('location')).toBe('/sign-in?problem=sign-on.failed')
    expect((await page.get('/api/session')).body.person).toBeNull()
  }

  it('is taken by the browser that asked, and by no other', async () => {
    provider.person = someone('hind', ['/tvl/fes'])
    const attacker = cookieJar(test.url)
    await refused(cookieJar(test.url), await atProvider(await begin(attacker)))
  })

  it('is taken once', async () => {
    provider.person = someone('hind', ['/tvl/fes'])
    const { back, page } = await signOn()
    await page.post('/api/auth/sign-out')
    await refused(page, back)
  })

  it('with another state, or none, is taken for nothing', async () => {
    provider.person = someone('hind', ['/tvl/fes'])
    const page = cookieJar(test.url)
    const back = new URL(await atProvider(await begin(page)))
    for (const state of ['A'.repeat(32), '']) {
      const forged = new URL(back)
      forged.searchParams.set('state', state)
      await refused(page.copy(), forged.href)
    }
    back.searchParams.delete('state')
    await refused(page.copy(), back.href)
  })

  it('of a code that another sign-on was given is refused: the verifier does not fit', async () => {
    provider.person = someone('hind', ['/tvl/fes'])
    const stolen = new URL(await atProvider(await begin(cookieJar(test.url))))
    const page = cookieJar(test.url)
    const own = new URL(await atProvider(await begin(page)))
    own.searchParams.set('code', stolen.searchParams.get('code') ?? '')
    await refused(page, own.href)
  })
})

it.each(['https://evil.example', '//evil.example', '/\\evil.example', 'javascript:alert(1)'])(
  'goes to no page elsewhere after: %s',
  async (to) => {
    const answer = await cookieJar(test.url).post('/api/auth/sign-on', { to })
    expect([answer.status, answer.body.code]).toEqual([400, 'request.invalid'])
  },
)

function freePort(): Promise<number> {
  return new Promise((done) => {
    const probe = createServer()
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo
      probe.close(() => done(port))
    })
  })
}
