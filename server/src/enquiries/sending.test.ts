import { randomUUID } from 'node:crypto'
import { catalogue } from '@tvl/data'
import {
  agencyOfRegion,
  type CatalogueRecord,
  type EnquiryNotice,
  type EnquiryTicket,
  foldName,
  NATIONAL_AGENCY,
} from '@tvl/model'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { standingClock } from '../catalogue/clock.ts'
import { readSettings } from '../settings.ts'
import { serve, TEST_SECRET, type TestApp } from '../testing/app.ts'
import { silentLog } from '../testing/database.ts'
import { sendForm } from '../testing/enquiries.ts'
import { aPerson, mails } from '../testing/people.ts'
import { twoSites } from '../testing/sites.ts'
import { enquiryById } from './intake.ts'
import { tendEnquiries } from './tend.ts'

const clock = new Date('2026-11-23T09:00:00Z')
const later = (seconds: number) => void clock.setTime(clock.getTime() + seconds * 1000)
const officer = (organisationId: string, region: string) =>
  ({ role: 'officer', organisationId, territory: { kind: 'region', id: region } }) as const

const enquiries = {
  ...{ controller: 'Société du site', contact: 'donnees@sites.example.ma', cndpReference: null },
  ...{ answerHours: 48, retentionMonths: 24 },
}
let test: TestApp
beforeAll(async () => {
  test = await serve(twoSites(), { clock, catalogue: 'facts', trustedProxies: ['127.0.0.1'], enquiries })
  await aPerson(test, 'hind@cri-fm.example', officer('cri-fes-meknes', 'MA-03'))
  await aPerson(test, 'salma@cri-cs.example', officer('cri-casablanca-settat', 'MA-06'))
  await aPerson(test, 'nora@amdie.example', {
    ...{ role: 'officer', organisationId: 'amdie', territory: { kind: 'national' } },
  })
  await sql`update auth_user set language = 'ar' where email = 'hind@cri-fm.example'`.execute(test.db)
})
afterAll(() => test.close())

const isRegion = (record: CatalogueRecord): record is CatalogueRecord<'regions'> => record.collection === 'regions'

let sender = 0
const send = (fields: Record<string, unknown> = {}, more: Parameters<typeof sendForm>[2] = {}) => {
  sender += 1
  return sendForm(
    test,
    { message: `Question ${sender} : peut-on visiter ?`, ...fields },
    { from: `192.0.2.${sender}`, fill: () => later(40), ...more },
  )
}
const lettersTo = async (email: string) => (await mails(test)).filter((mail) => mail.includes(`To: ${email}`))
const kept = async (id: string) => {
  const found = await enquiryById(test.db, id)
  if (!found) throw new Error('the enquiry was not kept')
  return found
}

describe('an enquiry', () => {
  it('is acknowledged at once in the language of who asks: reference, what follows, by when, rights', async () => {
    for (const [language, words] of [
      ['fr', ['Votre demande est bien arrivée', 'Zone fes-shore', 'CRI Fès-Meknès', 'loi 09-08', 'heure du Maroc']],
      ['ar', ['وصل طلبكم', 'منطقة fes-shore', 'المركز الجهوي للاستثمار فاس', 'القانون 09-08', 'dir="rtl"']],
      ['en', ['Your enquiry arrived', 'fes-shore zone', 'CRI Fès-Meknès', 'law 09-08', 'time in Morocco']],
    ] as const) {
      const email = `asker-${language}@acme.example`
      const { status, body, id } = await send({
        email,
        language,
        sites: ['fes-shore'],
        message: `Visite ? ${language}`,
      })
      expect(status).toBe(201)
      const [letter = '', ...more] = await lettersTo(email)
      expect(more).toEqual([])
      for (const word of [...words, body.reference, 'donnees@sites.example.ma'])
        expect(letter, language).toContain(word)
      // The catalogue’s clock stands between the two: within a minute means before anything else happens.
      expect((await kept(id)).at.getTime()).toBe(clock.getTime())
      expect(letter).not.toMatch(/<img|List-Unsubscribe|Visite \?/)
    }
  })

  it('is told to the officers of its region, in theirs, without who asks or what', async () => {
    const before = (await lettersTo('hind@cri-fm.example')).length
    const { id, body } = await send({ name: 'Awatif Secret', email: 'awatif@acme.example', sites: ['fes-shore'] })
    const letters = await lettersTo('hind@cri-fm.example')
    expect(letters.length).toBe(before + 1)
    expect(letters[0]).toContain(body.reference)
    expect(letters[0]).toContain(`/agency/enquiries/${id}`)
    expect(letters[0]).toContain('lang="ar"')
    expect(letters[0]).not.toMatch(/Secret|awatif|120 postes/)
    expect((await lettersTo('salma@cri-cs.example')).length).toBe(0)
    expect((await lettersTo('nora@amdie.example')).length).toBe(0)
  })

  it.each([
    [{ sites: ['casanearshore'] }, 'site-region', 'cri-casablanca-settat', ['salma@cri-cs.example']],
    [{ region: 'MA-06' }, 'asked-region', 'cri-casablanca-settat', ['salma@cri-cs.example']],
    [{ need: 'seats=120&region=MA-03' }, 'asked-region', 'cri-fes-meknes', ['hind@cri-fm.example']],
    [{ need: 'seats=700&region=MA-03' }, 'large', 'amdie', ['hind@cri-fm.example', 'nora@amdie.example']],
    [
      { sites: ['fes-shore', 'casanearshore'] },
      'several-regions',
      'amdie',
      ['hind@cri-fm.example', 'nora@amdie.example', 'salma@cri-cs.example'],
    ],
    // Nobody is an officer of that centre: the country’s are told, so that it does not lie.
    [{ region: 'MA-09' }, 'asked-region', 'cri-souss-massa', ['nora@amdie.example']],
    [{ sites: ['nowhere'] }, 'no-region', 'amdie', ['nora@amdie.example']],
  ] as const)('%j goes by %s to %s, and the rule is kept', async (fields, rule, owner, told) => {
    const { id, body } = await send({ ...fields, message: `Bureaux à visiter, ${JSON.stringify(fields)}` })
    expect(await kept(id)).toMatchObject({ owner, routing: { rule, owner } })
    const all = (await mails(test)).filter((mail) => mail.includes(`/agency/enquiries/${id}`))
    expect(all.map((mail) => /^To: (\S+)/m.exec(mail)?.[1]).sort()).toEqual([...told].sort())
    expect(body.owner).toHaveProperty('ar')
  })

  it('sent twice is kept once, and answered alike; another with its id is refused', async () => {
    const id = randomUUID()
    const fields = { id, email: 'twice@acme.example', message: 'Deux fois, la même question sur les bureaux' }
    const form = (await (await fetch(`${test.url}/api/enquiries/ticket`)).json()) as EnquiryTicket
    later(30)
    const [first, second] = await Promise.all([
      send({ ...fields, ticket: form.ticket }, { hasWork: false }),
      send({ ...fields, ticket: form.ticket }, { hasWork: false }),
    ])
    expect([first.status, second.status, second.body]).toEqual([201, 201, first.body])
    expect((await lettersTo('twice@acme.example')).length).toBe(1)
    const other = await send({ ...fields, message: 'Autre chose' })
    expect([other.status, other.body.code]).toEqual([409, 'enquiry.taken'])
  })

  it('needs a consent that was given, to the notice as it is', async () => {
    for (const consent of [false, 'true', 1, null, undefined])
      expect((await send({ consent })).body.code, String(consent)).toBe('enquiry.consent')
    expect((await send({ notice: '2025-01.000000000000' })).body.code).toBe('enquiry.notice')
    const notice = (await (await fetch(`${test.url}/api/enquiries/notice`)).json()) as EnquiryNotice
    // Never made up: the operator has not given it yet.
    expect(notice).toMatchObject({ controller: 'Société du site', cndpReference: null, retentionMonths: 24 })
    const { id } = await send({ email: 'consent@acme.example' })
    expect(await kept(id)).toMatchObject({ consentAt: new Date(clock), consentText: notice.version })
  })

  it('needs the ticket of a form that was opened here, not too long ago, once', async () => {
    const ticketOf = async () =>
      ((await (await fetch(`${test.url}/api/enquiries/ticket`)).json()) as EnquiryTicket).ticket
    const good = await ticketOf()
    const [nonce, , mark] = good.split('.')
    for (const ticket of ['x', `${nonce}.${(clock.getTime() - 60_000).toString(36)}.${mark}`, good.replace(/.$/, '')])
      expect((await send({ ticket })).body.code, ticket).toBe('enquiry.ticket')
    later(12 * 3600 + 1)
    expect((await send({ ticket: good })).body.code).toBe('enquiry.ticket')
    const once = await ticketOf()
    later(30)
    expect((await send({ ticket: once })).status).toBe(201)
    expect((await send({ ticket: once, message: 'Une autre question sur les bureaux' })).body.code).toBe(
      'enquiry.ticket',
    )
  })

  it('is limited by address, with the time to wait', async () => {
    const codes: number[] = []
    for (let i = 0; i < 14; i++) {
      const from = '203.0.113.9'
      codes.push((await send({ email: `many${i}@acme.example`, message: `Question ${i}` }, { from })).status)
    }
    expect(codes.filter((status) => status === 201)).toHaveLength(12)
    expect(codes.at(-1)).toBe(429)
  })

  it('never fails by what is sent', async () => {
    const bodies = [
      '',
      '[]',
      'null',
      '{"consent":true}',
      '{"message":"\\ud800"}',
      `{"sites":[${'"a",'.repeat(20)}"b"]}`,
    ]
    for (const body of bodies) {
      const headers = { 'content-type': 'application/json', 'x-forwarded-for': '203.0.113.77' }
      const answer = await fetch(`${test.url}/api/enquiries`, { method: 'POST', headers, body })
      expect(answer.status, body).toBeGreaterThanOrEqual(400)
      expect(answer.status, body).toBeLessThan(500)
      expect(answer.headers.get('content-type')).toContain('problem+json')
    }
    for (const fields of [
      { email: 'no address' },
      { seats: 1e9 },
      { sites: ['Fès'] },
      { isAdmin: true },
      { trade: 'X' },
    ])
      expect((await send(fields)).status, JSON.stringify(fields)).toBe(400)
  })

  it('that looks like spam is answered alike and writes to nobody', async () => {
    const email = 'mistaken@acme.example'
    const mine = { email, sites: ['fes-shore'], message: 'Guest posts and backlinks, casino bonus {https://bit.ly/x}' }
    const { status, body, id } = await send(mine)
    expect([status, Object.keys(body).sort()]).toEqual([201, ['at', 'dueAt', 'owner', 'reference']])
    expect((await kept(id)).status).toBe('spam')
    expect((await mails(test)).filter((mail) => mail.includes(body.reference))).toEqual([])
  })

  it('leaves neither name, address nor words in the log', () => {
    const log = test.logged.join('\n')
    expect(log).toContain('answered')
    for (const word of ['@acme.example', 'Hélène', 'Secret', 'backlinks']) expect(log).not.toContain(word)
  })
})

describe('the agency of every region', () => {
  it('is an organisation of that region’s name', async () => {
    const regions = catalogue({ catalogue: 'facts', inventory: 'S', today: '2026-11-23' }).filter(isRegion)
    const { rows } = await sql<{ id: string; fr: string }>`select id, name_fr as fr from organisation`.execute(test.db)
    const names = new Map(rows.map(({ id, fr }) => [id, fr]))
    expect(regions).toHaveLength(12)
    for (const { id, properties } of regions)
      expect(foldName(names.get(agencyOfRegion(id) ?? '') ?? ''), id).toBe(foldName(`CRI ${properties.nameFr}`))
    expect(names.has(NATIONAL_AGENCY)).toBe(true)
  })
})

describe('in a demonstration', () => {
  it('the notice says so, no letter leaves the house, and a day later nothing is left', async () => {
    const day = new Date('2026-11-23T09:00:00Z')
    const demo = await serve(twoSites(), { clock: day })
    const fill = () => void day.setTime(day.getTime() + 30_000)
    expect(await (await fetch(`${demo.url}/api/enquiries/notice`)).json()).toMatchObject({ demoHours: 24 })
    const { id, body } = await sendForm(demo, { email: 'visitor@acme.example' }, { fill })
    const found = await enquiryById(demo.db, id)
    expect(found?.keepUntil.getTime()).toBe(day.getTime() + 24 * 3_600_000)
    const [letter = ''] = (await mails(demo)).filter((mail) => mail.includes('To: visitor@acme.example'))
    expect(letter).toContain(body.reference)
    expect(letter).toContain('démonstration')
    const tended = {
      ...{ db: demo.db, snapshot: demo.live.snapshot, clock: standingClock(day), stopwatch: standingClock(day) },
      ...{
        mailer: demo.mailer,
        origin: () => demo.url,
        secret: TEST_SECRET,
        log: silentLog,
        settings: readSettings({}),
      },
    }
    for (const [hours, erased] of [
      [23.9, 0],
      [24, 1],
    ] as const) {
      day.setTime((found?.at.getTime() ?? 0) + hours * 3_600_000)
      expect((await tendEnquiries(tended)).erased).toBe(erased)
    }
    expect(await enquiryById(demo.db, id)).toBeUndefined()
    await demo.close()
  })
})
