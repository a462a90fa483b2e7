import { addDays, type CatalogueRecord, type Shortlist, siteLine } from '@tvl/model'
import { sql } from 'kysely'
import { SaxesParser } from 'saxes'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { stopKey } from '../mail/stop-key.ts'
import { writeRandomCommits } from '../shortlists/random-commits.maker.ts'
import { aShortlist, lineId } from '../shortlists/shortlists.maker.ts'
import { SYSTEM } from '../storage/commit.ts'
import { write } from '../storage/store.ts'
import { anOfficer, DEMO_DAY, demoRecords, frozenBy, linkedBy, saved } from '../testing/agency.ts'
import { serve, TEST_SECRET, type TestApp } from '../testing/app.ts'
import type { Browser } from '../testing/browser.ts'
import { mails } from '../testing/people.ts'
import { fromTheRecord, isAbove } from './from-the-record.maker.ts'
import type { AlertsAnswer } from './shapes.ts'
import { tellAlerts, watchAlerts } from './watch.ts'

const ZONES = ['fes-shore', 'casanearshore', 'technopolis-rabat']
const EVERYTHING = 'points=0&costPct=0&seatsPct=0&days=0'
const clock = new Date(`${DEMO_DAY}T09:00:00Z`)
const records = demoRecords()

let test: TestApp
let officer: Browser
let stranger: Browser
beforeAll(async () => {
  test = await serve(records, { clock, catalogue: 'demo' })
  officer = await anOfficer(test)
  stranger = await anOfficer(test, 'stranger@example.ma', 'cri-souss-massa')
})
afterAll(() => test.close())

const offices = (records as CatalogueRecord[]).filter(
  (one): one is CatalogueRecord<'offices'> => one.collection === 'offices',
)

/** A unit of Fès Shore that is free and priced. */
const unit = offices.find(
  ({ properties: { zoneId, status, rentMadPerM2Month } }) =>
    zoneId === 'fes-shore' && status === 'free' && rentMadPerM2Month !== null,
)
const SHORTLIST: Shortlist = aShortlist({
  sites: [...aShortlist().sites, siteLine(lineId(11), 'fes-shore', [unit?.id ?? ''])],
})

/** Changes one office as somebody else would. */
async function change(id: string, patch: Record<string, unknown> | null): Promise<void> {
  const { rows } = await sql<{ content: { geometry: null; properties: object } }>`
    select json_build_object('geometry', geometry, 'properties', properties) as content from feature
    where collection = 'offices' and id = ${id}`.execute(test.db)
  const [row] = rows
  if (!row) throw new Error(id)
  const content = patch && {
    ...row.content,
    properties: { ...row.content.properties, ...patch } as Record<string, unknown>,
  }
  const { version } = await write(test.db, { kind: 'edit', author: SYSTEM, at: clock }, [
    { collection: 'offices', id, content },
  ])
  await test.live.waitFor(version)
}

const alerts = async (query = '', by = officer): Promise<AlertsAnswer> => {
  const { status, body } = await by.get(`/api/alerts?${query}`)
  expect(status, JSON.stringify(body)).toBe(200)
  return body
}
const ofShortlist = ({ alerts: all }: AlertsAnswer, id: string) => all.filter(({ shortlistId }) => shortlistId === id)

describe('the record, looked through for a frozen shortlist', () => {
  it('gives exactly one alert for each commit above the threshold, none below, and again the same', async () => {
    const id = await saved(officer, SHORTLIST)
    const { version } = await frozenBy(officer, id)
    await writeRandomCommits(test.db, records, { zones: ZONES, count: 60 })
    // The unit that was picked goes, and comes back.
    const put = (content: object | null) =>
      write(test.db, { kind: 'edit', author: SYSTEM, at: clock }, [
        { collection: 'offices', id: unit?.id ?? '', content: content as never },
      ])
    await put(null)
    const { version: last } = await put({ geometry: unit?.geometry, properties: unit?.properties })
    await test.live.waitFor(last)

    const done = await fromTheRecord(test.db, SHORTLIST, version)
    for (const threshold of [
      { points: 0, costPct: 0, seatsPct: 0, days: 0 },
      { points: 1, costPct: 1, seatsPct: 5, days: 7 },
      { points: 5, costPct: 20, seatsPct: 40, days: 60 },
    ]) {
      const query = new URLSearchParams(
        Object.entries(threshold).map(([key, value]): [string, string] => [key, String(value)]),
      )
      const told = ofShortlist(await alerts(`${query}&since=0&limit=200`), id)
      const expected = done.filter(({ sites }) => sites.some(isAbove(threshold)))
      expect(told.map(({ commit }) => commit)).toEqual(expected.map(({ commit }) => commit))
      expect(told.map(({ sites }) => sites.map(({ siteId, turns, effect }) => ({ siteId, turns, effect })))).toEqual(
        expected.map(({ sites }) => sites.map(({ siteId, turns, effect }) => ({ siteId, turns, effect }))),
      )
      if (threshold.points === 5) expect(told.length).toBeGreaterThan(3)
    }

    const plain = ({ alerts: all }: AlertsAnswer) => all.map(({ seq: _, foundAt: __, ...rest }) => rest)
    const once = plain(await alerts(`${EVERYTHING}&since=0&limit=200`))
    expect(once.length).toBeGreaterThan(20)
    // Two that look at once, after everything was forgotten.
    await sql`truncate alert, alert_cursor`.execute(test.db)
    await Promise.all([alerts(), alerts(), alerts()])
    expect(plain(await alerts(`${EVERYTHING}&since=0&limit=200`))).toEqual(once)
  }, 60_000)

  it('goes on from a cursor, page by page, without losing or repeating one', async () => {
    const all = (await alerts(`${EVERYTHING}&since=0&limit=200`)).alerts.map(({ seq }) => seq)
    const seen: number[] = []
    for (let since: number | null = 0; since !== null; ) {
      const page: AlertsAnswer = await alerts(`${EVERYTHING}&since=${since}&limit=7`)
      seen.push(...page.alerts.map(({ seq }) => seq))
      since = page.next
    }
    expect(seen).toEqual(all)
    const newest = await alerts(`${EVERYTHING}&limit=5`)
    expect(newest.alerts.map(({ seq }) => seq)).toEqual(all.slice(-5).reverse())
    const older = await alerts(`${EVERYTHING}&limit=5&before=${newest.next}`)
    expect(older.alerts.map(({ seq }) => seq)).toEqual(all.slice(-10, -5).reverse())
  })

  it('tells nobody else, and nothing of a shortlist that was put away', async () => {
    expect((await alerts(EVERYTHING, stranger)).alerts).toEqual([])
    const { shortlists } = (await officer.get('/api/shortlists')).body
    for (const { id } of shortlists) await officer.send('PATCH', `/api/shortlists/${id}`, { isArchived: true })
    expect((await alerts(EVERYTHING)).alerts).toEqual([])
  })

  it('says what it costs: seats, date and money of one unit', async () => {
    const id = await saved(
      officer,
      aShortlist({ title: 'Projet Atlas', sites: [siteLine(lineId(1), 'fes-shore', [unit?.id ?? ''])] }),
    )
    await change(unit?.id ?? '', {
      seats: 120,
      rentMadPerM2Month: 100,
      serviceChargeMadPerM2Month: 20,
      freeFrom: '2027-01-01',
    })
    await frozenBy(officer, id)
    await change(unit?.id ?? '', { seats: 80, rentMadPerM2Month: 106, freeFrom: '2027-03-02' })
    const [told] = ofShortlist(await alerts(), id)
    const area = unit?.properties.areaM2 ?? 0
    expect(told).toMatchObject({
      title: 'Projet Atlas',
      role: 'system',
      sites: [
        {
          zoneId: 'fes-shore',
          units: [unit?.properties.name],
          before: { seats: 120, monthlyCentimes: 12_000 * area },
          after: { seats: 80, monthlyCentimes: 12_600 * area },
          effect: { monthlyCentimes: 600 * area, days: 60 },
          costPct: 5,
          seatsPct: -33.33,
          turns: [],
        },
      ],
      edits: [
        { id: unit?.id, field: 'freeFrom', before: '2027-01-01', after: '2027-03-02' },
        { field: 'rentMadPerM2Month', before: 100, after: 106 },
        { field: 'seats', before: 120, after: 80 },
      ],
    })
    // Below the threshold: half a percent, and no day.
    await change(unit?.id ?? '', { rentMadPerM2Month: 106.5 })
    expect(ofShortlist(await alerts('points=50'), id)).toHaveLength(1)
    expect(ofShortlist(await alerts('points=50&costPct=0.3'), id)).toHaveLength(2)
  })

  it('weighs a change against what was frozen last before it', async () => {
    const { shortlists } = (await officer.get('/api/shortlists')).body
    const id = shortlists.find(({ title }: { title: string }) => title === 'Projet Atlas').id
    const before = ofShortlist(await alerts(EVERYTHING), id)
    const again = await frozenBy(officer, id)
    await change(unit?.id ?? '', { seats: 40 })
    const now = ofShortlist(await alerts(EVERYTHING), id)
    expect(now.slice(1)).toEqual(before)
    expect(now[0]).toMatchObject({ freezeId: again.id, sites: [{ before: { seats: 80 }, after: { seats: 40 } }] })
  })
})

describe('letters', () => {
  const options = () => ({
    ...{ db: test.db, snapshot: test.live.snapshot, clock: { now: () => clock }, mailer: test.mailer },
    ...{
      settings: { catalogue: 'demo' as const },
      origin: () => 'https://sites.example.ma',
      secret: TEST_SECRET,
      log: test.app.log,
    },
  })
  const sent = async () => (await mails(test)).filter((mail) => mail.includes('/agency/alerts'))
  const later = (minutes: number) => clock.setTime(clock.getTime() + minutes * 60_000)

  it('come once, when what matters has gathered for ten minutes, and never of what was before they were wanted', async () => {
    const wishes = { points: 1, costPct: 1, seatsPct: 5, days: 7, isMailed: true }
    expect((await officer.send('PUT', '/api/alerts/settings', wishes)).body).toEqual({ ...wishes, hasFeed: false })
    later(60)
    await watchAlerts(options()).stop()
    expect(await sent()).toEqual([])
    await change(unit?.id ?? '', { rentMadPerM2Month: 120 })
    await change(unit?.id ?? '', { rentMadPerM2Month: 130 })
    await watchAlerts(options()).stop()
    later(9)
    await watchAlerts(options()).stop()
    expect(await sent()).toEqual([])
    later(1)
    const told = await Promise.all([tellAlerts(options()), tellAlerts(options())])
    expect(told.reduce((sum, one) => sum + one, 0)).toBe(1)
    const [letter, ...more] = await sent()
    expect(more).toEqual([])
    // Both in one letter, as text and as HTML.
    expect(letter?.split('Projet Atlas')).toHaveLength(1 + 2 * 2)
    expect(letter).toContain('Inventaire illustratif')
    later(60)
    await watchAlerts(options()).stop()
    expect(await sent()).toHaveLength(1)
  })

  it('are stopped by the link in them, by a button and by a mail program', async () => {
    const { rows } = await sql<{ id: string }>`select person_id as id from alert_reader`.execute(test.db)
    const link = `${test.url}/api/alerts/letters/${stopKey(TEST_SECRET, 'alerts', rows[0]?.id ?? '')}`
    expect(await (await fetch(link)).text()).toContain('value="off"')
    await fetch(link, { method: 'POST', body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }) })
    expect((await officer.get('/api/alerts/settings')).body.isMailed).toBe(false)
    await change(unit?.id ?? '', { rentMadPerM2Month: 150 })
    later(60)
    await watchAlerts(options()).stop()
    expect(await sent()).toHaveLength(1)
    const other = link.replace(/[^/]+$/, stopKey(TEST_SECRET, 'reminders', rows[0]?.id ?? ''))
    expect((await fetch(other, { method: 'POST', body: new URLSearchParams() })).status).toBe(404)
  })
})

/** Well-formed XML, as elements’ names in their order. */
function elementsOf(xml: string): string[] {
  const names: string[] = []
  const parser = new SaxesParser({ xmlns: true })
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name }) => void names.push(name))
  parser.write(xml).close()
  return names
}

describe('the feed', () => {
  it('is read without an account by its address, which can be changed and ended', async () => {
    const { token } = (await officer.post('/api/alerts/feed')).body
    const feed = async (key: string, query = '') => await fetch(`${test.url}/api/alerts/feed/${key}${query}`)
    const answer = await feed(token, '?lang=en')
    expect(answer.headers.get('content-type')).toContain('application/atom+xml')
    const xml = await answer.text()
    const names = elementsOf(xml)
    expect(names[0]).toBe('feed')
    expect(names.filter((name) => name === 'entry').length).toBeGreaterThan(2)
    expect(xml).toContain('Projet Atlas')
    expect(xml).toMatch(/monthly cost/)
    // What is invented is never told without its mark.
    expect(xml.split('llustrative inventory').length - 1).toBe(names.filter((name) => name === 'entry').length)
    expect(elementsOf(await (await feed(token, '?lang=ar')).text())[0]).toBe('feed')
    // Its key stands in no table and in no line of the log.
    const { rows } = await sql<{ text: string }>`select alert_reader::text as text from alert_reader`.execute(test.db)
    expect(JSON.stringify([rows, test.logged])).not.toContain(token)
    const { token: next } = (await officer.post('/api/alerts/feed')).body
    expect([(await feed(token)).status, (await feed(next)).status]).toEqual([404, 200])
    await officer.send('DELETE', '/api/alerts/feed')
    expect((await feed(next)).status).toBe(404)
  })

  it('of a link says the same to who has it, and ends with it', async () => {
    const id = await saved(
      officer,
      aShortlist({ title: 'Titre <&> \u0001', sites: [siteLine(lineId(1), 'fes-shore', [unit?.id ?? ''])] }),
    )
    const { link, token } = await linkedBy(officer, (await frozenBy(officer, id)).id, { kind: 'public' })
    const read = () => fetch(`${test.url}/api/shares/${token}/alerts.atom`)
    expect(elementsOf(await (await read()).text()).filter((name) => name === 'entry')).toEqual([])
    await change(unit?.id ?? '', { freeFrom: addDays('2027-03-02', 45) })
    const xml = await (await read()).text()
    expect(elementsOf(xml).filter((name) => name === 'entry')).toHaveLength(1)
    expect(xml).toContain('&lt;&amp;&gt;')
    const ids = /<id>(.*)<\/id>/g
    expect([...(await (await read()).text()).matchAll(ids)].map(String)).toEqual([...xml.matchAll(ids)].map(String))
    // A feed reader that looks every hour has not opened the link.
    expect((await officer.get(`/api/links/${link.id}/openings`)).body.openings).toEqual([])
    await officer.send('DELETE', `/api/links/${link.id}`)
    expect((await read()).status).toBe(410)
  })

  it('of a link with a passphrase stays closed', async () => {
    const id = await saved(officer)
    const { token } = await linkedBy(officer, (await frozenBy(officer, id)).id, { passphrase: 'a long passphrase' })
    expect((await fetch(`${test.url}/api/shares/${token}/alerts.atom`)).status).toBe(401)
  })
})

it('refuses what it cannot be asked', async () => {
  for (const query of ['since=-1', 'points=x', 'limit=0', 'days=1.5', 'zone=fes-shore', 'points=101', 'since=1e99']) {
    expect([query, (await officer.get(`/api/alerts?${query}`)).status]).toEqual([query, 400])
  }
  for (const body of [
    {},
    { points: -1, costPct: 1, seatsPct: 1, days: 1, isMailed: true },
    { points: 1, costPct: 1, seatsPct: 1, days: 1 },
  ]) {
    expect((await officer.send('PUT', '/api/alerts/settings', body)).status).toBe(400)
  }
  expect((await fetch(`${test.url}/api/alerts`)).status).toBe(401)
})
