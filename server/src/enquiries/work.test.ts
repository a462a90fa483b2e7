import { randomUUID } from 'node:crypto'
import type { Enquiry, EnquiryReport } from '@tvl/model'
import { responseOf, responseSums } from '@tvl/model'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readSettings } from '../settings.ts'
import { serve, type TestApp } from '../testing/app.ts'
import type { Browser } from '../testing/browser.ts'
import { sendForm } from '../testing/enquiries.ts'
import { aPerson, mails, signedInTwice } from '../testing/people.ts'
import { twoSites } from '../testing/sites.ts'
import { changeEnquiry } from './change.ts'
import { enquiryById } from './intake.ts'

const clock = new Date('2026-11-23T09:00:00Z')
const later = (hours: number) => void clock.setTime(clock.getTime() + hours * 3_600_000)
const officer = (organisationId: string, territory: { kind: 'region'; id: string } | { kind: 'national' }) =>
  ({ role: 'officer', organisationId, territory }) as const

let test: TestApp
const ids = new Map<string, string>()
const pages = new Map<string, Browser>()
const page = (name: string): Browser => {
  const found = pages.get(name)
  if (!found) throw new Error(`${name} is not signed in`)
  return found
}
beforeAll(async () => {
  test = await serve(twoSites(), { clock, catalogue: 'facts', trustedProxies: ['127.0.0.1'] })
  for (const [name, grant] of [
    ['hind', officer('cri-fes-meknes', { kind: 'region', id: 'MA-03' })],
    ['omar', officer('cri-fes-meknes', { kind: 'region', id: 'MA-03' })],
    ['salma', officer('cri-casablanca-settat', { kind: 'region', id: 'MA-06' })],
    ['nora', officer('amdie', { kind: 'national' })],
  ] as const) {
    ids.set(name, await aPerson(test, `${name}@cri.example`, grant))
    pages.set(name, (await signedInTwice(test, `${name}@cri.example`)).page)
  }
}, 60_000)
afterAll(() => test.close())

let sender = 0
async function aEnquiry(fields: Record<string, unknown> = {}): Promise<string> {
  sender += 1
  const from = `192.0.2.${sender % 250}`
  const words = { email: `asker${sender}@acme.example`, message: `Question ${sender}`, sites: ['fes-shore'] }
  const sent = await sendForm(test, { ...words, ...fields }, { from, fill: () => later(0.01) })
  if (sent.status !== 201) throw new Error(`not taken: ${JSON.stringify(sent.body)}`)
  return sent.id
}
const read = async (name: string, id: string) => await page(name).get(`/api/enquiries/${id}`)
const step = (name: string, id: string, change: object) => page(name).send('PATCH', `/api/enquiries/${id}`, change)
const idsIn = async (name: string, query: string): Promise<string[]> =>
  (await page(name).get(`/api/enquiries?${query}`)).body.enquiries.map(({ id }: Enquiry) => id)

describe('an officer', () => {
  it('sees what lies in their region, with why it came, and nobody else’s', async () => {
    const fes = await aEnquiry({ name: 'Hélène Martin' })
    const casa = await aEnquiry({ sites: ['casanearshore'] })
    const both = await aEnquiry({ sites: ['fes-shore', 'casanearshore'] })
    const nowhere = await aEnquiry({ sites: [] })
    expect(await idsIn('hind', 'show=open')).toEqual([fes, both])
    expect(await idsIn('salma', 'show=open')).toEqual([casa, both])
    expect(await idsIn('nora', 'show=open')).toEqual([fes, casa, both, nowhere])
    expect((await read('salma', fes)).status).toBe(403)
    expect((await read('hind', nowhere)).status).toBe(403)
    expect((await step('salma', fes, { revision: 1, status: 'answered' })).status).toBe(403)
    const { body } = await read('hind', fes)
    expect(body).toMatchObject({
      ...{ name: 'Hélène Martin', status: 'new', revision: 1, owner: 'cri-fes-meknes', regions: ['MA-03'] },
      routing: { rule: 'site-region', regions: ['MA-03'] },
      dueAt: new Date(Date.parse(body.at) + 48 * 3_600_000).toISOString(),
    })
    expect(body.officers.map((one: { name: string }) => one.name).sort()).toEqual(['hind', 'nora', 'omar'])
    expect(body).not.toHaveProperty('ticket')
    expect(body).not.toHaveProperty('fingerprint')
  })

  it('reads long lists a page at a time, each enquiry once', async () => {
    for (let i = 0; i < 5; i++) await aEnquiry()
    const found: string[] = []
    let after = ''
    for (;;) {
      const { body } = await page('hind').get(`/api/enquiries?show=open&limit=2${after}`)
      found.push(...body.enquiries.map(({ id }: Enquiry) => id))
      if (body.next === null) {
        expect(body.counts.open).toBe(found.length)
        break
      }
      after = `&after=${body.next}`
    }
    expect(new Set(found).size).toBe(found.length)
    expect((await page('hind').get('/api/enquiries?show=open&limit=200')).body.enquiries).toHaveLength(found.length)
  })

  it('takes steps in an order, assigns to who may answer, and every step is kept with who took it', async () => {
    const id = await aEnquiry()
    expect((await step('hind', id, { revision: 1, assignee: ids.get('salma') })).body.code).toBe('enquiry.assignee')
    expect((await step('hind', id, { revision: 1, status: 'closed' })).body.code).toBe('enquiry.reason')
    expect((await step('hind', id, { revision: 1, status: 'new' })).body.revision).toBe(2)
    await step('hind', id, { revision: 2, status: 'in-progress', assignee: ids.get('omar') })
    expect(await idsIn('omar', 'show=mine')).toContain(id)
    expect(await idsIn('hind', 'show=mine')).not.toContain(id)
    later(3)
    const note = { id: randomUUID(), text: 'Appelée : visite mardi' }
    for (let i = 0; i < 2; i++) expect((await page('omar').post(`/api/enquiries/${id}/notes`, note)).status).toBe(201)
    const stolen = await page('hind').post(`/api/enquiries/${id}/notes`, { ...note, text: 'autre' })
    expect(stolen.body.code).toBe('enquiry.note-taken')
    await step('omar', id, { revision: 3, status: 'answered' })
    expect((await step('omar', id, { revision: 4, status: 'spam' })).body.code).toBe('enquiry.step')
    const { body } = await step('omar', id, { revision: 4, status: 'closed', reason: 'placed' })
    expect(body).toMatchObject({ status: 'closed', closedReason: 'placed', revision: 5 })
    expect(Date.parse(body.firstAnsweredAt)).toBe(clock.getTime())
    expect(
      body.events.map(({ kind, status, actor }: Enquiry['events'][number]) => [kind, status, actor?.name ?? null]),
    ).toEqual([
      ['received', null, null],
      ['status', 'in-progress', 'hind'],
      ['assigned', null, 'hind'],
      ['note', null, 'omar'],
      ['status', 'answered', 'omar'],
      ['status', 'closed', 'omar'],
    ])
    await expect(sql`update enquiry_note set text = 'x' where enquiry = ${id}`.execute(test.db)).rejects.toThrow()
  })

  it('who was overtaken is told both sides, and changes nothing', async () => {
    const id = await aEnquiry()
    const [first, second] = await Promise.all([
      step('hind', id, { revision: 1, status: 'in-progress' }),
      step('omar', id, { revision: 1, status: 'closed', reason: 'duplicate' }),
    ])
    const [won, lost] = first.status === 200 ? [first, second] : [second, first]
    expect([won.status, lost.status, lost.body.code]).toEqual([200, 412, 'enquiry.changed'])
    expect(lost.body.current).toMatchObject({ id, revision: 2, status: won.body.status })
    expect(lost.body.yours).toMatchObject({ revision: 1, status: lost === first ? 'in-progress' : 'closed' })
    expect((await read('hind', id)).body.events).toHaveLength(2)
  })

  it('and another who looked at the same state at the same moment do not both take a step', async () => {
    const id = await aEnquiry()
    const kept = await enquiryById(test.db, id)
    if (!kept) throw new Error('the enquiry is not there')
    const by = { actorId: null, role: 'officer', organisationId: 'cri-fes-meknes' }
    const settings = { ...readSettings({}), catalogue: 'facts' } as const
    const on = { db: test.db, settings, by, now: new Date(clock), organisationIds: [] }
    const taken = await Promise.allSettled(
      (['acknowledged', 'in-progress', 'answered'] as const).map((status) =>
        changeEnquiry(on, kept, { revision: 1, status }),
      ),
    )
    expect(taken.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(taken.flatMap((one) => (one.status === 'rejected' ? one.reason.code : []))).toEqual([
      'enquiry.changed',
      'enquiry.changed',
    ])
    expect((await read('hind', id)).body).toMatchObject({ revision: 2, events: { length: 2 } })
  })

  it('finds what was put aside under its filter, and “not spam” announces it as if nothing had happened', async () => {
    const email = 'real@acme.example'
    const message = 'Guest post and backlinks: we buy none. SEO agency, casino clients, {https://bit.ly/x}'
    const id = await aEnquiry({ email, message, language: 'en' })
    expect(await idsIn('hind', 'show=open')).not.toContain(id)
    expect(await idsIn('hind', 'show=all')).not.toContain(id)
    expect(await idsIn('hind', 'show=spam')).toEqual([id])
    expect((await read('hind', id)).body.spamReasons).toContain('web-services')
    await step('hind', id, { revision: 1, status: 'new' })
    const letters = (await mails(test)).filter((mail) => mail.includes(`To: ${email}`))
    expect(letters).toHaveLength(1)
    expect((await mails(test)).filter((mail) => mail.includes(`/agency/enquiries/${id}`)).length).toBeGreaterThan(0)
    expect(await idsIn('hind', 'show=open')).toContain(id)
    expect((await read('hind', id)).body.keepUntil.slice(0, 4)).toBe('2028')
  })
})

/** The report worked out by hand from what the histories say. */
async function fromTheLog(name: string): Promise<EnquiryReport['medianHours'][]> {
  const found = [...(await idsIn(name, 'show=all&limit=200')), ...(await idsIn(name, 'show=spam&limit=200'))]
  const responses = []
  for (const id of found) {
    const { events, dueAt } = (await read(name, id)).body as Enquiry
    const timeOf = (status: string) => {
      const found = events.find((event) => event.kind === 'status' && event.status === status)
      return found ? Date.parse(found.at) : null
    }
    const last = events.filter(({ kind }) => kind === 'status').at(-1)?.status
    const times = { at: Date.parse(events[0]?.at ?? ''), dueAt: Date.parse(dueAt), closedAt: timeOf('closed') }
    const status = last ?? (await read(name, id)).body.status
    responses.push(responseOf({ ...times, status, firstAnsweredAt: timeOf('answered') }, clock.getTime()))
  }
  const { received, open, answered, closed, spam, medianHours, p90Hours, withinPct } = responseSums(responses)
  return [received, open, answered, closed, spam, medianHours, p90Hours, withinPct]
}

describe('the report', () => {
  it('equals what the log of every enquiry says, and stays the same when a person is erased', async () => {
    for (const hours of [1, 7, 20, 47, 48.5, 70]) {
      const id = await aEnquiry()
      later(hours)
      await step('hind', id, { revision: 1, status: 'answered' })
    }
    await aEnquiry()
    later(60)
    const report = async (name: string) =>
      (await page(name).get('/api/enquiries/report?from=2026-11-01&to=2026-12-31')).body as EnquiryReport
    for (const name of ['hind', 'salma', 'nora']) {
      const { received, open, answered, closed, spam, medianHours, p90Hours, withinPct } = await report(name)
      expect([received, open, answered, closed, spam, medianHours, p90Hours, withinPct], name).toEqual(
        await fromTheLog(name),
      )
    }
    const before = await report('hind')
    expect([before.from, before.to]).toEqual(['2026-10-26', '2026-12-28'])
    expect(before.weeks.length).toBeGreaterThan(1)
    expect(before.weeks.reduce((sum, week) => sum + week.received, 0)).toBe(before.received)
    const [id = ''] = await idsIn('hind', 'show=done')
    const { email } = (await read('hind', id)).body as Enquiry
    expect((await page('hind').post('/api/enquiries/erase', { email })).body).toEqual({ erased: 1, elsewhere: 0 })
    expect((await read('hind', id)).status).toBe(404)
    expect(await report('hind')).toEqual(before)
    expect((await page('hind').get('/api/enquiries/report?from=2026-12-31&to=2026-11-01')).status).toBe(400)
    expect((await page('hind').get('/api/enquiries/report?from=2026-02-30')).status).toBe(400)
  })
})

/** Every row of every table, as text. */
async function everything(): Promise<string> {
  const { rows: tables } = await sql<{ name: string }>`select table_name as name from information_schema.tables
    where table_schema = current_schema() and table_type = 'BASE TABLE'`.execute(test.db)
  expect(tables.length).toBeGreaterThan(20)
  const texts = await Promise.all(
    tables.map(async ({ name }) => {
      const { rows } = await sql<{ row: string }>`select row_to_json(t)::text as row from ${sql.table(name)} t`.execute(
        test.db,
      )
      return rows.map(({ row }) => row).join('\n')
    }),
  )
  return texts.join('\n')
}

describe('a person who asked', () => {
  const person = { name: 'Zoubida Ouhammou', email: 'Zoubida.Ouhammou@Firm.Example', company: 'Firme Ouhammou' }
  const words = ['zoubida', 'ouhammou', 'firm.example', 'projet girafe', 'rappelée au sujet']

  it('gets all that is kept of them, and after the erasure nothing is left in the database but statistics', async () => {
    const fes = await aEnquiry({ ...person, message: 'Projet Girafe, 600 postes', trade: 'KPO', seats: 600 })
    await aEnquiry({
      ...person,
      email: person.email.toLowerCase(),
      message: 'Projet Girafe, encore',
      sites: ['casanearshore'],
    })
    await page('hind').post(`/api/enquiries/${fes}/notes`, { id: randomUUID(), text: 'Zoubida rappelée au sujet' })
    const asked = await page('hind').post('/api/enquiries/export', { email: person.email.toUpperCase() })
    expect(asked.body).toMatchObject({
      elsewhere: 1,
      enquiries: [{ id: fes, name: person.name, message: 'Projet Girafe, 600 postes' }],
    })
    expect(asked.body.enquiries[0].events.map(({ text }: { text: string }) => text)).toContain(
      'Zoubida rappelée au sujet',
    )
    const all = (await page('nora').post('/api/enquiries/export', { email: person.email })).body
    expect([all.elsewhere, all.enquiries.length]).toEqual([0, 2])
    const before = (await everything()).toLowerCase()
    for (const word of words) expect(before).toContain(word)

    expect((await page('hind').post('/api/enquiries/erase', { email: person.email })).body).toEqual({
      erased: 1,
      elsewhere: 1,
    })
    expect((await page('nora').post('/api/enquiries/erase', { email: person.email })).body).toEqual({
      erased: 1,
      elsewhere: 0,
    })
    const after = (await everything()).toLowerCase()
    for (const word of [...words, fes]) expect(after).not.toContain(word)
    const { rows } = await sql`select owner, regions, trade, size_band as band, outcome from enquiry_statistic
      where size_band = '500+'`.execute(test.db)
    expect(rows).toEqual([{ owner: 'amdie', regions: ['MA-03'], trade: 'KPO', band: '500+', outcome: 'open' }])
    expect(test.logged.join('\n').toLowerCase()).not.toContain('ouhammou')
  })
})
