import { randomUUID } from 'node:crypto'
import { catalogue } from '@tvl/data'
import { addDays, type DueAnswer, type DueItem, dueFacts, dueOf, dueUrgency, type Office } from '@tvl/model'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { snapshotOf } from '../catalogue/snapshot.ts'
import { anOffice } from '../testing/makers.ts'
import { twoSites } from '../testing/sites.ts'
import { type Writers, writers } from '../testing/writers.ts'
import { dueItem, dueRows } from './due-list.ts'

const TODAY = '2026-11-23'
const clock = new Date(`${TODAY}T09:00:00Z`)

const RECORDS = [
  ...twoSites().filter(({ id }) => !/-[012]$/.test(id)),
  anOffice('fes-shore-a-0', { stackOrder: 0, seats: 40, verifiedOn: addDays(TODAY, -103) }),
  anOffice('fes-shore-a-1', { stackOrder: 1, seats: 50, verifiedOn: addDays(TODAY, -29) }),
  anOffice('fes-shore-a-2', { stackOrder: 2, seats: 60, verifiedOn: addDays(TODAY, -130) }),
  anOffice('casanearshore-a-0', {
    zoneId: 'casanearshore',
    buildingId: 'casanearshore-a',
    verifiedOn: addDays(TODAY, -119),
  }),
]

let server: Writers
beforeAll(async () => {
  server = await writers(RECORDS, { clock })
})
afterAll(() => server.close())

const due = async (query = '', headers = server.fes): Promise<DueAnswer> =>
  (await server.send('GET', `/api/due${query}`, undefined, headers)).body
const ids = ({ items }: DueAnswer) => items.map(({ id }) => id)

describe('GET /api/due', () => {
  it('has what is due in the caller’s territory, the most urgent first, with reason and effect', async () => {
    const answer = await due()
    expect(ids(answer)).toEqual(['fes-shore-a-2', 'fes-shore-a-0'])
    expect(answer).toMatchObject({
      today: TODAY,
      version: await server.head(),
      offices: 2,
      states: { fresh: 0, due: 0, late: 0, doubtful: 1, expired: 1, never: 0 },
    })
    expect(answer.items[0]?.effect).toEqual({ kind: 'left-totals', on: addDays(TODAY, -10), days: -10 })
    expect(answer.items[1]).toMatchObject({
      seats: 40,
      state: 'doubtful',
      effect: { kind: 'leaves-totals', on: '2026-12-10', days: 17 },
      fields: expect.arrayContaining([
        {
          field: 'seats',
          state: 'doubtful',
          value: 40,
          verified: { on: addDays(TODAY, -103), days: 103, by: 'zone-manager', method: 'site-visit' },
        },
      ]),
      attempt: null,
    })
  })

  it('is of one zone or building where one is named, and of the whole country for who has it', async () => {
    expect(ids(await due('', server.national))).toEqual(['fes-shore-a-2', 'casanearshore-a-0', 'fes-shore-a-0'])
    expect(ids(await due('?zone=casanearshore', server.national))).toEqual(['casanearshore-a-0'])
    expect(ids(await due('?building=fes-shore-b'))).toEqual([])
    expect(await due('?limit=1', server.national)).toMatchObject({ offices: 3, items: [{ id: 'fes-shore-a-2' }] })
    const refused = await Promise.all(
      ['?zone=casanearshore', '?building=casanearshore-a', '?zone=nowhere', '?limit=0', '?x=1', '?zone=a&zone=b'].map(
        async (query) => (await server.send('GET', `/api/due${query}`)).status,
      ),
    )
    expect(refused).toEqual([403, 403, 404, 400, 400, 400])
  })

  it('loses what was confirmed, and what was corrected in one field keeps the others', async () => {
    const base = await server.head()
    const confirm = (id: string, more: object) =>
      server.post({ id: randomUUID(), method: 'call', writes: [{ collection: 'offices', id, base, ...more }] })
    expect((await confirm('fes-shore-a-2', { verifies: ['*'] })).status).toBe(200)
    expect(ids(await due())).toEqual(['fes-shore-a-0'])
    expect((await confirm('fes-shore-a-0', { patch: { properties: { seats: 44 } } })).status).toBe(200)
    const [item] = (await due()).items
    expect(item?.fields.map(({ field }) => field)).not.toContain('seats')
    // Its state is as old as before, so it still leaves the totals on that day.
    expect(item).toMatchObject({
      state: 'doubtful',
      effect: { days: 17 },
      fields: [{ field: 'status' }, {}, {}, {}, {}],
    })
    expect((await confirm('fes-shore-a-0', { verifies: ['status'] })).status).toBe(200)
    expect((await due()).items[0]).toMatchObject({ state: 'fresh', effect: { kind: 'ages', days: null } })
  })
})

describe('POST /api/due/attempts', () => {
  const attempt = (more: object = {}, headers = server.casa) =>
    server.send(
      'POST',
      '/api/due/attempts',
      { id: randomUUID(), office: 'casanearshore-a-0', fields: ['seats'], reason: 'no-access', ...more },
      headers,
    )

  it('is shown with what is due until it is verified', async () => {
    const kept = await attempt({ note: 'the guard had no key' })
    expect(kept).toMatchObject({ status: 201, body: { role: 'manager', at: '2026-11-23T09:00:00.000Z' } })
    const item = async () => (await due('', server.casa)).items[0] as DueItem
    expect((await item()).attempt).toEqual(kept.body)
    clock.setTime(clock.getTime() + 60_000)
    await attempt({ reason: 'no-answer' })
    expect((await item()).attempt).toMatchObject({ reason: 'no-answer', note: null })
    const write = { collection: 'offices', id: 'casanearshore-a-0', base: await server.head(), verifies: ['seats'] }
    await server.post({ id: randomUUID(), writes: [write] }, server.casa)
    expect(await item()).toMatchObject({ id: 'casanearshore-a-0', attempt: null })
  })

  it('is kept once, is nobody else’s to send again, and is refused where it makes no sense', async () => {
    const id = randomUUID()
    expect((await attempt({ id })).body).toEqual((await attempt({ id })).body)
    expect(await attempt({ id }, server.national)).toMatchObject({ status: 409, body: { code: 'attempt.taken' } })
    expect((await attempt({}, server.fes)).status).toBe(403)
    expect((await attempt({ office: 'nowhere' })).status).toBe(404)
    for (const wrong of [
      { fields: [] },
      { fields: ['name'] },
      { reason: 'tired' },
      { extra: 1 },
      { note: 'a\u0000' },
    ]) {
      expect((await attempt(wrong)).status, JSON.stringify(wrong)).toBe(400)
    }
  })
})

describe('the list found in columns', () => {
  it('is that of the rules, office by office, over the demonstration’s catalogue', () => {
    const records = catalogue({ catalogue: 'demo', inventory: 'S', today: TODAY })
    const snapshot = snapshotOf(records, { changeNumber: 1, today: addDays(TODAY, 40) })
    const offices = records.flatMap(({ collection, id, properties }) =>
      collection === 'offices' ? [{ id, office: properties as Office }] : [],
    )
    const expected = offices
      .flatMap(({ id, office }) => {
        const found = dueOf(office, snapshot.today)
        if (!found) return []
        return [{ id, seats: office.seats, urgency: dueUrgency(found.effect.kind, dueFacts(office, snapshot.today)) }]
      })
      .sort((a, b) => a.urgency - b.urgency || b.seats - a.seats || (a.id < b.id ? -1 : 1))
    const { rows } = dueRows(snapshot, () => true)
    expect(rows.map((row) => dueItem(snapshot, row, new Map()).id)).toEqual(expected.map(({ id }) => id))
    expect(expected.length).toBeGreaterThan(200)
  })
})
