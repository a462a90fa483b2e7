import { existsSync } from 'node:fs'
import { type Browser as Chromium, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { serve, type TestApp } from '../testing/app.ts'
import { aZone } from '../testing/makers.ts'
import { aPerson, PASSWORD } from '../testing/people.ts'
import { requireRight } from './caller.ts'

const SYSTEM_CHROMIUM = '/usr/bin/chromium'
const executable = process.env.CHROMIUM_PATH ?? (existsSync(SYSTEM_CHROMIUM) ? SYSTEM_CHROMIUM : undefined)

const FES = { regionId: 'MA-03', zoneId: 'fes-shore', buildingId: null }
const MANAGER = { role: 'manager', organisationId: 'cdg', territory: { kind: 'zone', id: 'fes-shore' } } as const

// biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape.
type Answer = any

let test: TestApp
let chrome: Chromium
let origin: string
beforeAll(async () => {
  test = await serve([aZone('fes-shore')], {}, (app) => {
    app.post('/api/test/write', async (request) => requireRight(request, 'change-inventory', FES))
  })
  // Browsers allow passkeys on names alone, never on addresses.
  origin = test.url.replace('127.0.0.1', 'localhost')
  chrome = await chromium.launch({
    ...(executable ? { executablePath: executable } : {}),
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  })
})
afterAll(async () => {
  await chrome?.close()
  await test.close()
})

/** A page with a device that keeps passkeys, and opens them by a finger or, if not `isVerified`, by a mere touch. */
async function pageWithDevice(
  isVerified: boolean,
): Promise<{ page: Page; setVerified: (is: boolean) => Promise<unknown> }> {
  const page = await (await chrome.newContext()).newPage()
  const device = await page.context().newCDPSession(page)
  await device.send('WebAuthn.enable')
  const { authenticatorId } = await device.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: isVerified,
      automaticPresenceSimulation: true,
    },
  })
  await page.goto(origin)
  const setVerified = (isUserVerified: boolean) =>
    device.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified })
  return { page, setVerified }
}

/** A request of the page’s own code. */
const ask = (page: Page, method: string, path: string, body?: unknown): Promise<{ status: number; body: Answer }> =>
  page.evaluate(`(async () => {
    const body = ${JSON.stringify(body) ?? 'undefined'}
    const json = body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }
    const response = await fetch('${path}', { method: '${method}', ...json })
    const text = await response.text()
    return { status: response.status, body: text ? JSON.parse(text) : null }
  })()`)

const register = (page: Page): Promise<number> =>
  page.evaluate(`(async () => {
    const options = await (await fetch('/api/auth/passkeys/options', { method: 'POST' })).json()
    const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(options)
    const made = await navigator.credentials.create({ publicKey })
    const body = JSON.stringify({ name: 'telephone', credential: made.toJSON() })
    const headers = { 'content-type': 'application/json' }
    return (await fetch('/api/auth/passkeys', { method: 'POST', body, headers })).status
  })()`)

/** Shows the passkey twice; `touch` asks the device for a touch alone, as an intruder’s page would. */
const show = (page: Page, touch = false): Promise<{ status: number; again: number; asked: string }> =>
  page.evaluate(`(async () => {
    const options = await (await fetch('/api/auth/passkey/options', { method: 'POST' })).json()
    if (${touch}) options.userVerification = 'discouraged'
    const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(options)
    const shown = await navigator.credentials.get({ publicKey })
    const body = JSON.stringify({ credential: shown.toJSON() })
    const headers = { 'content-type': 'application/json' }
    const send = async () => (await fetch('/api/auth/passkey', { method: 'POST', body, headers })).status
    return { status: await send(), again: await send(), asked: options.userVerification }
  })()`)

describe('a passkey', () => {
  it('signs in without a password, counts as second factor, and answers each challenge once', async () => {
    await aPerson(test, 'hind@example.ma', MANAGER)
    const { page } = await pageWithDevice(true)
    await ask(page, 'POST', '/api/auth/sign-in', { email: 'hind@example.ma', password: PASSWORD })
    expect(await register(page)).toBe(204)
    const { passkeys } = (await ask(page, 'GET', '/api/auth/passkeys')).body
    expect(passkeys).toEqual([{ id: expect.any(String), name: 'telephone', createdAt: expect.any(String) }])
    await ask(page, 'POST', '/api/auth/sign-out')
    expect(await show(page)).toEqual({ status: 200, again: 400, asked: 'required' })
    expect((await ask(page, 'GET', '/api/session')).body.person).toMatchObject({
      email: 'hind@example.ma',
      hasSecondFactor: true,
    })
    expect((await ask(page, 'POST', '/api/test/write')).status).toBe(200)
    expect((await ask(page, 'DELETE', `/api/auth/passkeys/${passkeys[0].id}`)).status).toBe(204)
    expect((await ask(page, 'GET', '/api/auth/passkeys')).body.passkeys).toEqual([])
  })

  it('opened by a mere touch is refused', async () => {
    await aPerson(test, 'omar@example.ma', MANAGER)
    const { page, setVerified } = await pageWithDevice(true)
    await ask(page, 'POST', '/api/auth/sign-in', { email: 'omar@example.ma', password: PASSWORD })
    expect(await register(page)).toBe(204)
    await ask(page, 'POST', '/api/auth/sign-out')
    await setVerified(false)
    expect((await show(page, true)).status).toBe(401)
    expect((await ask(page, 'GET', '/api/session')).body.person).toBeNull()
  })

  it('of somebody else is not taken away', async () => {
    await aPerson(test, 'sara@example.ma', MANAGER)
    await aPerson(test, 'ali@example.ma', MANAGER)
    const { page: owner } = await pageWithDevice(true)
    await ask(owner, 'POST', '/api/auth/sign-in', { email: 'sara@example.ma', password: PASSWORD })
    await register(owner)
    const [{ id }] = (await ask(owner, 'GET', '/api/auth/passkeys')).body.passkeys
    const { page: other } = await pageWithDevice(true)
    await ask(other, 'POST', '/api/auth/sign-in', { email: 'ali@example.ma', password: PASSWORD })
    expect((await ask(other, 'DELETE', `/api/auth/passkeys/${id}`)).status).toBe(401)
    expect((await ask(owner, 'GET', '/api/auth/passkeys')).body.passkeys).toHaveLength(1)
  })

  it('of nonsense is the sender’s fault', async () => {
    const { page } = await pageWithDevice(true)
    await ask(page, 'POST', '/api/auth/passkey/options')
    const response = { clientDataJSON: 'AA', authenticatorData: 'AA', signature: 'AA', userHandle: null }
    const credential = { id: 'AA', rawId: 'AA', type: 'public-key', response }
    const answer = await ask(page, 'POST', '/api/auth/passkey', { credential })
    expect([answer.status, answer.body.code]).toEqual([401, 'passkey.refused'])
  })
})
