import { catalogue } from '@tvl/data'
import type { Grant, Territory } from '@tvl/model'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DEMO_ACCOUNTS, makeDemoAccounts } from '../session/demo-accounts.ts'
import { serve, type TestApp } from '../testing/app.ts'
import { type Browser, cookieJar } from '../testing/browser.ts'
import { aBuilding, aZone } from '../testing/makers.ts'
import { aPerson, mails, PASSWORD, signedInTwice } from '../testing/people.ts'

const NATIONAL: Territory = { kind: 'national' }
const FES_MEKNES: Territory = { kind: 'region', id: 'MA-03' }
const FES: Territory = { kind: 'zone', id: 'fes-shore' }
const FES_A: Territory = { kind: 'building', id: 'fes-shore-a' }
const CASA: Territory = { kind: 'zone', id: 'casanearshore' }
const grant = (role: Grant['role'], territory: Territory, organisationId = 'ewane'): Grant => ({
  role,
  organisationId,
  territory,
})

let test: TestApp
let national: Browser
let regional: Browser
let zonal: Browser
beforeAll(async () => {
  const facts = catalogue({ catalogue: 'facts', inventory: 'S', today: '2026-11-23' })
  test = await serve([
    ...facts.filter(({ collection }) => collection === 'regions'),
    aZone('fes-shore', { regionId: 'MA-03' }),
    aZone('casanearshore', { regionId: 'MA-06' }),
    aBuilding('fes-shore-a', 'fes-shore'),
  ])
  await makeDemoAccounts(test.db, new Date())
  await aPerson(test, 'national@example.ma', grant('administrator', NATIONAL, 'cdg'))
  await aPerson(test, 'regional@example.ma', grant('administrator', { kind: 'region', id: 'MA-03' }, 'ewane'))
  await sql`update auth_user set "organisationId" = 'ewane' where email = 'regional@example.ma'`.execute(test.db)
  await aPerson(test, 'zonal@example.ma', grant('administrator', FES))
  national = (await signedInTwice(test, 'national@example.ma')).page
  regional = (await signedInTwice(test, 'regional@example.ma')).page
  zonal = (await signedInTwice(test, 'zonal@example.ma')).page
})
afterAll(() => test.close())

const said = ({ status, body }: { status: number; body: { code?: string } }) => [status, body.code]
const invitation = (email: string, ...grants: Grant[]) => ({ email, organisationId: 'ewane', language: 'fr', grants })
const tokenIn = (mail = '') => /\/invitation\/([\w-]{43})/.exec(mail)?.[1] ?? ''
const invited = async (by: Browser, email: string, ...grants: Grant[]) => {
  const answer = await by.post('/api/invitations', invitation(email, ...grants))
  expect(answer.status).toBe(201)
  return { token: tokenIn((await mails(test)).find((mail) => mail.includes(email))), body: answer.body }
}

describe('an administrator of a region', () => {
  it.each([
    ['the region', FES_MEKNES],
    ['a zone of it', FES],
    ['a building of it', FES_A],
  ])('gives rights in %s', async (_, territory) => {
    const id = await aPerson(test, `in-${territory.kind}@example.ma`)
    const given = await regional.post(`/api/people/${id}/grants`, grant('manager', territory))
    expect(given.status).toBe(204)
    const { people } = (await regional.get('/api/people')).body
    expect(people.find((person: { id: string }) => person.id === id).grants).toMatchObject([
      grant('manager', territory),
    ])
  })

  it.each([
    ['the country', NATIONAL],
    ['another region', { kind: 'region', id: 'MA-06' } as const],
    ['a zone of another region', CASA],
    ['a zone that is not there', { kind: 'zone', id: 'nowhere' } as const],
  ])('gives none in %s, by no way', async (name, territory) => {
    const id = await aPerson(test, `out-${name.replaceAll(' ', '-')}@example.ma`)
    const wanted = grant('reader', territory)
    const tries = [
      await regional.post(`/api/people/${id}/grants`, wanted),
      await regional.post('/api/invitations', invitation('friend@example.ma', grant('reader', FES), wanted)),
      await regional.post('/api/tokens', { name: 'key', days: 1, ...wanted }),
    ]
    for (const answer of tries) expect(said(answer)).toEqual([403, 'right.missing'])
    const { rows } = await sql`select from person_grant where person_id = ${id}`.execute(test.db)
    expect(rows).toHaveLength(0)
  })

  it('speaks for operators and for their own organisation, and for no other', async () => {
    const id = await aPerson(test, 'named@example.ma')
    expect(said(await regional.post(`/api/people/${id}/grants`, grant('manager', FES, 'cdg')))).toEqual([
      403,
      'organisation.not-yours',
    ])
    expect((await regional.post(`/api/people/${id}/grants`, grant('manager', FES, 'mitc'))).status).toBe(204)
    expect(said(await national.post(`/api/people/${id}/grants`, grant('manager', FES, 'nobody')))).toEqual([
      422,
      'organisation.unknown',
    ])
    expect((await national.post(`/api/people/${id}/grants`, grant('manager', FES, 'cdg'))).status).toBe(204)
  })

  it('sees what lies in the region, and touches nobody who is more than that', async () => {
    const id = await aPerson(test, 'both@example.ma', grant('manager', FES), grant('manager', CASA))
    const { people } = (await regional.get('/api/people')).body
    const both = people.find((person: { id: string }) => person.id === id)
    expect(both).toMatchObject({ isWhole: false, grants: [grant('manager', FES)] })
    expect(people.some(({ email }: { email: string }) => email === 'national@example.ma')).toBe(false)
    expect(said(await regional.send('DELETE', `/api/people/${id}`))).toEqual([403, 'right.missing'])
    expect(said(await regional.send('DELETE', `/api/people/${id}/factors`))).toEqual([403, 'right.missing'])
    const { rows } = await sql<{ id: string }>`select id from person_grant
      where person_id = ${id} and territory_id = 'casanearshore'`.execute(test.db)
    const grantId = rows[0]?.id
    expect(said(await regional.send('DELETE', `/api/people/${id}/grants/${grantId}`))).toEqual([403, 'right.missing'])
    expect((await regional.send('DELETE', `/api/people/${id}/grants/${both.grants[0].id}`)).status).toBe(204)
  })

  it('of a zone gives none in its region', async () => {
    const id = await aPerson(test, 'zoned@example.ma')
    expect(said(await zonal.post(`/api/people/${id}/grants`, grant('reader', FES_MEKNES)))).toEqual([
      403,
      'right.missing',
    ])
    expect((await zonal.post(`/api/people/${id}/grants`, grant('reader', FES))).status).toBe(204)
  })
})

describe('a person', () => {
  it('who is no administrator sees and changes nobody', async () => {
    await aPerson(test, 'manager@example.ma', grant('manager', NATIONAL))
    const { page } = await signedInTwice(test, 'manager@example.ma')
    for (const path of ['/api/people', '/api/invitations', '/api/tokens']) {
      expect(said(await page.get(path))).toEqual([403, 'right.missing'])
    }
    const { person } = (await page.get('/api/session')).body
    const own = person.id.replace('person:', '')
    const self = await page.post(`/api/people/${own}/grants`, grant('administrator', NATIONAL))
    expect(said(self)).toEqual([403, 'right.missing'])
  })

  it('cannot take their own administration, nor their own account, away', async () => {
    const { person } = (await national.get('/api/session')).body
    const id = person.id.replace('person:', '')
    const { people } = (await national.get('/api/people')).body
    const own = people.find((one: { id: string }) => one.id === id).grants[0].id
    expect(said(await national.send('DELETE', `/api/people/${id}/grants/${own}`))).toEqual([409, 'grant.own'])
    expect(said(await national.send('DELETE', `/api/people/${id}`))).toEqual([409, 'person.self'])
  })

  it('who lost the telephone starts anew with the password', async () => {
    const id = await aPerson(test, 'lost@example.ma', grant('manager', FES))
    const { page } = await signedInTwice(test, 'lost@example.ma')
    expect((await regional.send('DELETE', `/api/people/${id}/factors`)).status).toBe(204)
    expect((await page.get('/api/session')).body.person).toBeNull()
    const again = await cookieJar(test.url).post('/api/auth/sign-in', { email: 'lost@example.ma', password: PASSWORD })
    expect(again.body).toEqual({ next: 'signed-in' })
    expect((await mails(test))[0]).toContain('lost@example.ma')
  })

  it('who is erased leaves neither name nor address', async () => {
    const id = await aPerson(test, 'erased@example.ma', grant('manager', FES))
    const { page } = await signedInTwice(test, 'erased@example.ma')
    expect((await regional.send('DELETE', `/api/people/${id}`)).status).toBe(204)
    expect((await page.get('/api/session')).body.person).toBeNull()
    for (const table of [
      'auth_user',
      'auth_account',
      'auth_session',
      'auth_two_factor',
      'person_grant',
      'rights_event',
    ]) {
      const { rows } = await sql<{
        row: string
      }>`select ${sql.ref(table)}::text as row from ${sql.table(table)}`.execute(test.db)
      expect([table, rows.some(({ row }) => row.includes('erased@'))]).toEqual([table, false])
    }
  })
})

describe('an invitation', () => {
  it('is a mail whose link makes an account with what was promised, once', async () => {
    const { token, body } = await invited(regional, 'new@example.ma', grant('manager', FES))
    expect(body).toMatchObject({ email: 'new@example.ma', grants: [grant('manager', FES)] })
    expect(JSON.stringify(body)).not.toContain(token)
    const page = cookieJar(test.url)
    expect((await page.post('/api/invitations/look-up', { token })).body).toEqual({
      email: 'new@example.ma',
      organisationName: { fr: 'Ewane Assets', ar: 'إيوان أسيتس', en: 'Ewane Assets' },
      grants: [grant('manager', FES)],
      hasAccount: false,
    })
    const accept = { token, name: 'Noor', password: PASSWORD, language: 'ar' }
    const both = await Promise.all([
      page.post('/api/invitations/accept', accept),
      cookieJar(test.url).post('/api/invitations/accept', accept),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual([204, 400])
    expect(said(await cookieJar(test.url).post('/api/invitations/accept', accept))).toEqual([400, 'link.spent'])
    const signedIn = cookieJar(test.url)
    await signedIn.post('/api/auth/sign-in', { email: 'new@example.ma', password: PASSWORD })
    expect((await signedIn.get('/api/session')).body.person).toMatchObject({
      name: 'Noor',
      language: 'ar',
      organisationId: 'ewane',
      grants: [grant('manager', FES)],
      isDemo: false,
      hasSecondFactor: false,
    })
  })

  it('gives nothing that it did not promise', async () => {
    const { token } = await invited(regional, 'greedy@example.ma', grant('reader', FES))
    const accept = { token, name: 'Greedy', password: PASSWORD }
    const more = [
      { grants: [grant('administrator', NATIONAL)] },
      { organisationId: 'cdg' },
      { isDemo: true },
      { email: 'national@example.ma' },
      { emailVerified: true, role: 'administrator' },
    ]
    for (const extra of more) {
      expect(said(await cookieJar(test.url).post('/api/invitations/accept', { ...accept, ...extra }))).toEqual([
        400,
        'request.invalid',
      ])
    }
    const smuggled = { ...grant('reader', FES), origin: 'sign-on' }
    expect(said(await regional.post('/api/invitations', invitation('s@example.ma', smuggled)))).toEqual([
      400,
      'request.invalid',
    ])
    const id = await aPerson(test, 'assigned@example.ma')
    expect(said(await regional.post(`/api/people/${id}/grants`, { ...grant('reader', FES), personId: id }))).toEqual([
      400,
      'request.invalid',
    ])
    const national = { ...grant('reader', FES), territory: { kind: 'national', id: 'fes-shore' } }
    expect(said(await regional.post(`/api/people/${id}/grants`, national))).toEqual([400, 'request.invalid'])
  })

  it('for an account is accepted by who has signed in with it alone', async () => {
    await aPerson(test, 'there@example.ma', grant('reader', CASA))
    const { token } = await invited(regional, 'there@example.ma', grant('manager', FES))
    const accept = { token, name: 'Takeover', password: 'another fine password' }
    expect(said(await cookieJar(test.url).post('/api/invitations/accept', accept))).toEqual([401, 'sign-in.required'])
    expect(said(await zonal.post('/api/invitations/accept', { token }))).toEqual([403, 'invitation.other'])
    const { page } = await signedInTwice(test, 'there@example.ma')
    expect((await page.post('/api/invitations/accept', { token })).status).toBe(204)
    const { grants, name } = (await page.get('/api/session')).body.person
    expect([grants.length, name]).toEqual([2, 'there'])
  })

  it('ends when it is taken back, when another follows, and after a week', async () => {
    const look = (token: string) => cookieJar(test.url).post('/api/invitations/look-up', { token })
    const first = await invited(regional, 'late@example.ma', grant('reader', FES))
    const second = await invited(regional, 'late@example.ma', grant('reader', FES))
    expect([(await look(first.token)).status, (await look(second.token)).status]).toEqual([400, 200])
    expect((await regional.send('DELETE', `/api/invitations/${second.body.id}`)).status).toBe(204)
    expect(said(await look(second.token))).toEqual([400, 'link.spent'])
    const third = await invited(regional, 'late@example.ma', grant('reader', FES))
    await sql`update invitation set expires_at = invited_at where id = ${third.body.id}`.execute(test.db)
    expect(said(await look(third.token))).toEqual([400, 'link.spent'])
    for (const token of ['A'.repeat(43), third.token.replace(/.$/, 'A')]) expect((await look(token)).status).toBe(400)
  })

  it('asks for a good password', async () => {
    const { token } = await invited(regional, 'weak@example.ma', grant('reader', FES))
    const accept = { token, name: 'Weak', password: 'short' }
    expect(said(await cookieJar(test.url).post('/api/invitations/accept', accept))).toEqual([422, 'password.weak'])
  })
})

describe('a token', () => {
  it('is made, used, listed without its secret, and revoked', async () => {
    const made = await regional.post('/api/tokens', { name: 'robot', days: 30, ...grant('administrator', FES) })
    const { id, secret } = made.body
    const headers = { authorization: `Bearer ${secret}` }
    const asRobot = (path: string) => fetch(`${test.url}${path}`, { headers }).then(({ status }) => status)
    expect(await asRobot('/api/people')).toBe(200)
    const { tokens } = (await regional.get('/api/tokens')).body
    const listed = tokens.find((token: { id: string }) => token.id === id)
    expect(listed).toMatchObject({ name: 'robot', role: 'administrator', territory: FES, revokedAt: null })
    expect(JSON.stringify(tokens)).not.toContain(secret)
    expect((await regional.send('DELETE', `/api/tokens/${id}`)).status).toBe(204)
    expect(await asRobot('/api/people')).toBe(401)
    expect(said(await regional.send('DELETE', `/api/tokens/${id}`))).toEqual([404, 'token.unknown'])
  })

  it('of another region is neither seen nor revoked', async () => {
    const { id } = (await national.post('/api/tokens', { name: 'casa', days: 30, ...grant('manager', CASA) })).body
    const { tokens } = (await regional.get('/api/tokens')).body
    expect(tokens.some((token: { id: string }) => token.id === id)).toBe(false)
    expect(said(await regional.send('DELETE', `/api/tokens/${id}`))).toEqual([403, 'right.missing'])
  })
})

describe('the demonstration’s administrator', () => {
  it('sends no mail out, and shows and changes no real account', async () => {
    const id = await aPerson(test, 'real@example.ma', grant('manager', FES))
    const demo = cookieJar(test.url)
    const [account] = (await demo.get('/api/session')).body.demoAccounts
    await demo.post('/api/auth/sign-in', { email: account.email, password: account.password })
    const { people } = (await demo.get('/api/people')).body
    expect(people.length).toBe(DEMO_ACCOUNTS.length)
    expect(people.every(({ isDemo }: { isDemo: boolean }) => isDemo)).toBe(true)
    const tries = [
      await demo.send('DELETE', `/api/people/${id}`),
      await demo.send('DELETE', `/api/people/${id}/factors`),
      await demo.post(`/api/people/${id}/grants`, grant('reader', FES)),
      await demo.post(`/api/people/${people[1].id}/grants`, grant('reader', FES)),
    ]
    for (const answer of tries) expect(said(answer)).toEqual([403, 'demo.fixed'])
    expect((await demo.post('/api/invitations', invitation('friend@example.ma', grant('reader', FES)))).status).toBe(
      201,
    )
  })
})

describe('organisations', () => {
  it('are everybody’s to read, and the national administration’s to add', async () => {
    const cri = {
      id: 'agence-de-fes',
      kind: 'agency',
      name: { fr: 'Agence de Fès', ar: 'وكالة فاس', en: 'Agency of Fez' },
    }
    expect(said(await regional.post('/api/organisations', cri))).toEqual([403, 'right.missing'])
    expect((await national.post('/api/organisations', cri)).status).toBe(201)
    expect(said(await national.post('/api/organisations', cri))).toEqual([409, 'organisation.exists'])
    const { organisations } = (await cookieJar(test.url).get('/api/organisations')).body
    expect(organisations).toContainEqual(cri)
  })
})

it('keeps who changed whose rights, and lets nobody rewrite it', async () => {
  const { rows } = await sql<{
    actions: string[]
  }>`select array_agg(distinct action) as actions from rights_event`.execute(test.db)
  expect(rows[0]?.actions).toEqual(
    expect.arrayContaining([
      'grant',
      'withdraw',
      'invite',
      'join',
      'erase',
      'remove-factors',
      'issue-token',
      'revoke-token',
    ]),
  )
  await expect(sql`delete from rights_event`.execute(test.db)).rejects.toThrow('append-only')
})
