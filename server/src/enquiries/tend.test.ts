import type { EnquiriesAnswer } from '@tvl/model'
import { sql } from 'kysely'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { standingClock } from '../catalogue/clock.ts'
import { createMailer } from '../mail/mailer.ts'
import { readSettings } from '../settings.ts'
import { serve, TEST_SECRET, type TestApp } from '../testing/app.ts'
import { tokenHeader } from '../testing/caller.ts'
import { silentLog } from '../testing/database.ts'
import { sendForm } from '../testing/enquiries.ts'
import { aPerson, mails } from '../testing/people.ts'
import { twoSites } from '../testing/sites.ts'
import type { EnquiryOptions } from './options.ts'
import { tendEnquiries, watchEnquiries } from './tend.ts'

const START = Date.parse('2026-11-23T09:00:00Z')
const clock = new Date(START)
const HOUR = 3_600_000
const at = (instant: string | number) => void clock.setTime(typeof instant === 'string' ? Date.parse(instant) : instant)

let test: TestApp
let officer: { authorization: string }
beforeAll(async () => {
  test = await serve(twoSites(), { clock, catalogue: 'facts', trustedProxies: ['127.0.0.1'] })
  officer = await tokenHeader(test.db, 'officer')
  for (const [name, organisationId, territory] of [
    ['hind', 'cri-fes-meknes', { kind: 'region', id: 'MA-03' }],
    ['salma', 'cri-casablanca-settat', { kind: 'region', id: 'MA-06' }],
    ['nora', 'amdie', { kind: 'national' }],
  ] as const)
    await aPerson(test, `${name}@cri.example`, { role: 'officer', organisationId, territory })
})
afterAll(() => test.close())

let sender = 0
async function sent(fields: Record<string, unknown> = {}): Promise<string> {
  sender += 1
  const words = { email: `asker${sender}@acme.example`, message: `Question ${sender}`, sites: ['fes-shore'] }
  const fill = () => at(clock.getTime() + 30_000)
  return (await sendForm(test, { ...words, ...fields }, { from: `192.0.2.${sender}`, fill })).id
}
const options = (mailer = test.mailer): EnquiryOptions => ({
  ...{
    db: test.db,
    snapshot: test.live.snapshot,
    clock: standingClock(clock),
    stopwatch: standingClock(clock),
    mailer,
  },
  ...{ origin: () => 'https://sites.example.ma', secret: TEST_SECRET, log: silentLog },
  settings: { ...readSettings({}), catalogue: 'facts' },
})
const step = (id: string, change: object) =>
  fetch(`${test.url}/api/enquiries/${id}`, {
    method: 'PATCH',
    headers: { ...officer, 'content-type': 'application/json' },
    body: JSON.stringify(change),
  })
const overdueLetters = async (id: string) =>
  (await mails(test))
    .filter((mail) => mail.includes(`/agency/enquiries/${id}`) && mail.includes('n’a pas de réponse'))
    .map((mail) => /^To: (\S+)/m.exec(mail)?.[1])
    .sort()
const isThere = async (id: string) =>
  (await sql`select from enquiry where id = ${id}`.execute(test.db)).rows.length === 1

describe('an enquiry without an answer at its time', () => {
  it('is escalated then and not before, to its organisation and the country, once with two servers', async () => {
    const id = await sent()
    const answered = await sent()
    await step(answered, { revision: 1, status: 'answered' })
    const spam = await sent({ message: 'casino bonus, backlinks, guest post https://bit.ly/x', sites: [] })
    const due = START + 30_000 + 48 * HOUR
    at(due - 1)
    expect(await tendEnquiries(options())).toEqual({ escalated: 0, erased: 0 })
    expect(await overdueLetters(id)).toEqual([])
    at(due)
    const other = createMailer(
      { ...readSettings({}), dataDir: test.mailDir.replace(/\/mail$/, '') },
      pino({ level: 'silent' }),
    )
    const watched = [watchEnquiries(options()), watchEnquiries(options(other)), watchEnquiries(options())]
    await Promise.all(watched.map((one) => one.stop()))
    await other.close()
    expect(await overdueLetters(id)).toEqual(['hind@cri.example', 'nora@cri.example'])
    at(due + 200 * HOUR)
    expect((await tendEnquiries(options())).escalated).toBe(0)
    expect(await overdueLetters(id)).toHaveLength(2)
    expect([await overdueLetters(answered), await overdueLetters(spam)]).toEqual([[], []])
    const { rows } = await sql`select kind from enquiry_note where enquiry = ${id} order by n`.execute(test.db)
    expect(rows).toEqual([{ kind: 'received' }, { kind: 'escalated' }])
    const answer = await fetch(`${test.url}/api/enquiries?show=overdue`, { headers: officer })
    const body = (await answer.json()) as EnquiriesAnswer
    expect(body.enquiries).toMatchObject([{ id, isOverdue: true, escalatedAt: new Date(due).toISOString() }])
  })
})

describe('what was kept long enough', () => {
  it('is erased by a moved clock: two years after its closing, or after the last that was done with it', async () => {
    at('2027-01-15T10:00:00Z')
    const [closed, noted, untouched] = [await sent(), await sent(), await sent()]
    at('2027-03-15T10:00:00Z')
    await step(closed, { revision: 1, status: 'closed', reason: 'no-fit' })
    at('2027-06-01T10:00:00Z')
    const note = { id: closed.replace(/^.{8}/, '00000000'), text: 'relancée' }
    await fetch(`${test.url}/api/enquiries/${noted}/notes`, {
      method: 'POST',
      headers: { ...officer, 'content-type': 'application/json' },
      body: JSON.stringify(note),
    })
    const left = async () => [await isThere(closed), await isThere(noted), await isThere(untouched)]
    for (const [instant, expected] of [
      ['2029-01-14T23:00:00Z', [true, true, true]],
      ['2029-01-15T10:00:00Z', [true, true, false]],
      ['2029-03-14T23:00:00Z', [true, true, false]],
      ['2029-03-15T10:00:00Z', [false, true, false]],
      ['2029-05-31T23:00:00Z', [false, true, false]],
      ['2029-06-01T10:00:00Z', [false, false, false]],
    ] as const) {
      at(instant)
      await Promise.all([tendEnquiries(options()), tendEnquiries(options())])
      expect(await left(), instant).toEqual(expected)
    }
    const { rows } = await sql`select to_char(week, 'YYYY-MM-DD') as week, outcome, is_within as "isWithin"
      from enquiry_statistic where week = '2027-01-11' order by outcome`.execute(test.db)
    expect(rows).toEqual([
      { week: '2027-01-11', outcome: 'closed', isWithin: false },
      { week: '2027-01-11', outcome: 'open', isWithin: false },
      { week: '2027-01-11', outcome: 'open', isWithin: false },
    ])
  })

  it('is a month for spam', async () => {
    at('2030-01-01T10:00:00Z')
    const spam = await sent({ message: 'casino bonus, backlinks, guest post https://bit.ly/y', sites: [] })
    const { rows } = await sql<{ days: number }>`select extract(epoch from keep_until - at)::float8 / 86400 as days
      from enquiry where id = ${spam}`.execute(test.db)
    expect(rows[0]?.days).toBe(30)
    at('2030-02-01T10:00:00Z')
    await tendEnquiries(options())
    expect(await isThere(spam)).toBe(false)
  })
})
