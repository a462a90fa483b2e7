import type { BrandAnswer, BrandBody, Grant } from '@tvl/model'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { issueToken } from '../identity/tokens.ts'
import { makeDemoAccounts } from '../session/demo-accounts.ts'
import { serve, type TestApp } from '../testing/app.ts'
import { cookieJar } from '../testing/browser.ts'
import { tokenHeader } from '../testing/caller.ts'
import { aPerson, signedIn } from '../testing/people.ts'
import { twoSites } from '../testing/sites.ts'
import { brandOf } from './store.ts'

const NOW = new Date('2026-11-23T09:00:00Z')
const CRI = 'cri-fes-meknes'
const OFFICER: Grant = { role: 'officer', organisationId: CRI, territory: { kind: 'region', id: 'MA-03' } }

let test: TestApp
let officer: { authorization: string }
beforeAll(async () => {
  test = await serve(twoSites(), { catalogue: 'facts' })
  const { secret } = await issueToken(test.db, { name: 't', grant: OFFICER, at: NOW, expiresAt: null, createdBy: null })
  officer = { authorization: `Bearer ${secret}` }
})
beforeEach(() => sql`delete from brand_revision`.execute(test.db))
afterAll(() => test.close())

const CONTACT = { email: 'contact@cri-fes.ma', phone: '+212 535 65 20 57', address: 'Fès', web: 'https://cri-fes.ma' }
const aBrand = (more: Partial<BrandBody> = {}): BrandBody => ({
  names: { fr: 'CRI Fès-Meknès', ar: 'المركز الجهوي للاستثمار فاس مكناس', en: 'CRI Fès-Meknès' },
  primary: '#12337a',
  accent: '#a85600',
  contact: CONTACT,
  ...more,
})

interface Answer {
  status: number
  tag: string | undefined
  // biome-ignore lint/suspicious/noExplicitAny: answers and problems of several shapes.
  body: any
}
async function ask(
  method: 'GET' | 'PUT' | 'DELETE',
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const answer = await test.app.inject({
    ...{ method, url: '/api/brand' },
    headers: { ...officer, ...(body ? { 'content-type': 'application/json' } : {}), ...headers },
    ...(body ? { body: JSON.stringify(body) } : {}),
  })
  expect(answer.headers['cache-control']).toBe('no-store')
  return { status: answer.statusCode, tag: answer.headers.etag as string | undefined, body: answer.json() }
}
const set = async (body: unknown, tag?: string): Promise<Answer> =>
  ask('PUT', body, { 'if-match': tag ?? (await ask('GET')).tag ?? '' })

describe('the brand of an organisation', () => {
  it('is its own name in the product’s colours until one is set', async () => {
    const { body, tag } = await ask('GET')
    expect(body).toEqual({
      ...{ organisationId: CRI, revision: 0, updatedAt: null, expiresAt: null, lastsHours: null, corrections: [] },
      brand: {
        names: { fr: 'CRI Fès-Meknès', ar: 'المركز الجهوي للاستثمار فاس - مكناس', en: 'CRI Fès-Meknès' },
        ...{ primary: '#0a5c44', accent: '#4a4f4b', markId: null },
        contact: { email: null, phone: null, address: null, web: null },
      },
    })
    expect(tag).toBe('"0"')
    expect(await brandOf(test.db, CRI, NOW)).toEqual({ ...body.brand, mark: null, markType: 'image/png' })
  })

  it('is kept as it was set, tidied, for good', async () => {
    const contact = { ...CONTACT, web: ' www.cri-fes.ma', phone: '' }
    const answer = await set(aBrand({ contact, primary: '#12337A' }))
    expect(answer.status).toBe(200)
    const kept = { ...aBrand({ contact: { ...CONTACT, web: 'https://www.cri-fes.ma', phone: null } }), markId: null }
    expect(answer.body).toMatchObject({ brand: kept, expiresAt: null, updatedAt: NOW.toISOString(), corrections: [] })
    expect((await ask('GET')).body).toEqual({ ...answer.body, corrections: [] })
    expect(await brandOf(test.db, CRI, new Date('2036-01-01'))).toMatchObject(kept)
    expect(await brandOf(test.db, 'cdg', NOW)).toMatchObject({ names: { fr: 'CDG' }, primary: '#0a5c44' })
  })

  it('has its colours moved until they read, and says so', async () => {
    const { status, body } = await set(aBrand({ primary: '#ffcc00' }))
    expect(status).toBe(200)
    expect(body.corrections).toEqual([
      { field: 'primary', from: '#ffcc00', to: '#8e7000', contrast: { from: 1.4, to: 4.5 } },
    ])
    expect([body.brand.primary, body.brand.accent]).toEqual(['#8e7000', '#a85600'])
  })

  it('is refused with a colour that would no longer be the same, and with the nearest that reads', async () => {
    const { status, body } = await set(aBrand({ primary: '#ffcc00', accent: '#FFF59D' }))
    expect([status, body.code]).toEqual([422, 'brand.contrast'])
    expect(body.colours).toEqual([{ field: 'accent', colour: '#fff59d', contrast: 1, nearest: '#7f7515' }])
    expect((await ask('GET')).body.revision).toBe(0)
    const [proposal] = body.colours
    expect((await set(aBrand({ accent: proposal.nearest }))).body).toMatchObject({ corrections: [] })
  })

  it('is refused field by field', async () => {
    const names = { fr: ' ', ar: 'م\u202e', en: 'CRI' }
    const { status, body } = await set(aBrand({ names, contact: { ...CONTACT, web: 'javascript:alert(1)' } }))
    expect([status, body.code]).toEqual([422, 'brand.invalid'])
    expect(body.errors).toEqual([
      { field: 'names.fr', code: 'missing' },
      { field: 'names.ar', code: 'characters' },
      { field: 'contact.web', code: 'form' },
    ])
    const malformed = [
      {},
      { ...aBrand(), primary: 'red' },
      { ...aBrand(), markId: 'x' },
      { ...aBrand(), isDemo: false },
    ]
    for (const bad of malformed) expect((await set(bad)).status).toBe(400)
  })

  it('is not overwritten by somebody who has not seen it: both sides are told', async () => {
    const { tag } = await ask('GET')
    const first = await set(aBrand(), tag)
    expect(first.tag).not.toBe(tag)
    const late = await set(aBrand({ primary: '#8a1c1c' }), tag)
    expect([late.status, late.body.code, late.tag]).toEqual([412, 'brand.changed', first.tag])
    expect(late.body.current).toEqual({ ...first.body, corrections: [] })
    expect(late.body.sent.primary).toBe('#8a1c1c')
    expect((await ask('PUT', aBrand())).status).toBe(428)
    expect((await set(aBrand({ primary: '#8a1c1c' }), `W/"9", ${first.tag}`)).status).toBe(200)
  })

  it('that two set at once is set by one of them', async () => {
    const { tag } = await ask('GET')
    const both = await Promise.all(['#8a1c1c', '#12337a'].map((primary) => set(aBrand({ primary }), tag)))
    expect(both.map(({ status }) => status).sort()).toEqual([200, 412])
  })

  it('is noted at every change, by whom and what, for ever', async () => {
    await set(aBrand({ primary: '#8a1c1c' }))
    const { rows } = await sql`select organisation_id, actor_id is not null as known, action, detail from brand_event
      order by n desc limit 1`.execute(test.db)
    const fields = ['primary', 'accent', 'names.ar', 'contact.email', 'contact.phone', 'contact.address', 'contact.web']
    expect(rows).toEqual([
      {
        ...{ organisation_id: CRI, known: true, action: 'set' },
        detail: { fields: expect.arrayContaining(fields), markId: null, isDemo: false },
      },
    ])
    await expect(sql`delete from brand_event`.execute(test.db)).rejects.toThrow()
  })

  it('is for officers and administrators, each of their own organisation', async () => {
    await set(aBrand())
    const said = async (headers: Record<string, string>) => {
      const answer = await test.app.inject({ url: '/api/brand', headers })
      return [answer.statusCode, answer.json().code ?? answer.json().organisationId]
    }
    expect(await said({})).toEqual([401, 'sign-in.required'])
    expect(await said(await tokenHeader(test.db, 'manager'))).toEqual([403, 'right.missing'])
    expect(await said(await tokenHeader(test.db, 'reader'))).toEqual([403, 'right.missing'])
    expect(await said(await tokenHeader(test.db, 'officer', { kind: 'zone', id: 'fes-shore' }))).toEqual([200, 'cdg'])
    await aPerson(test, 'half@example.ma', OFFICER)
    const page = await signedIn(test, 'half@example.ma')
    expect((await page.get('/api/brand')).body.code).toBe('second-factor.required')
  })
})

describe('a brand set with an account of the demonstration', () => {
  it('is in force for a day, and then the last that was not', async () => {
    const lasting: BrandAnswer = (await set(aBrand())).body
    await makeDemoAccounts(test.db, NOW)
    const page = cookieJar(test.url)
    await page.post('/api/auth/sign-in', { email: 'officer@demo.example', password: 'demo officer locator' })
    const names = { fr: 'Rien', ar: 'لا شيء', en: 'Nothing' }
    const read = await page.get('/api/brand')
    const tag = read.headers.get('etag') ?? ''
    const demo = await page.send('PUT', '/api/brand', aBrand({ names }), { 'if-match': tag })
    expect(demo.body).toMatchObject({ revision: lasting.revision + 1, expiresAt: '2026-11-24T09:00:00.000Z' })
    expect((await brandOf(test.db, CRI, new Date('2026-11-24T08:59:59Z'))).names).toEqual(names)
    expect(await brandOf(test.db, CRI, new Date('2026-11-24T09:00:00Z'))).toMatchObject(lasting.brand)

    // However often it is set, one of them is kept, and its texts nowhere else.
    const again = { 'if-match': demo.headers.get('etag') ?? '' }
    expect((await page.send('PUT', '/api/brand', aBrand({ names, primary: '#8a1c1c' }), again)).status).toBe(200)
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from brand_revision
      where expires_at is not null`.execute(test.db)
    expect(rows[0]?.n).toBe(1)
    const { rows: kept } = await sql`select 1 from brand_event where detail::text like '%Rien%'`.execute(test.db)
    expect(kept).toEqual([])
  })

  it('lasts no longer when it is set by anybody in a catalogue of the demonstration', async () => {
    const demo = await serve(twoSites(), { catalogue: 'demo' })
    try {
      const headers = {
        ...(await tokenHeader(demo.db, 'administrator')),
        'if-match': '*',
        'content-type': 'application/json',
      }
      const answer = await demo.app.inject({
        method: 'PUT',
        url: '/api/brand',
        headers,
        body: JSON.stringify(aBrand()),
      })
      expect(answer.json()).toMatchObject({ expiresAt: '2026-11-24T09:00:00.000Z', lastsHours: 24 })
    } finally {
      await demo.close()
    }
  })
})
