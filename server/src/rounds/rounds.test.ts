import { randomUUID } from 'node:crypto'
import { addDays, type Round } from '@tvl/model'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { anOffice } from '../testing/makers.ts'
import { twoSites } from '../testing/sites.ts'
import { type Answer, type Headers, type Writers, writers } from '../testing/writers.ts'
import { drawSample, sampleSize } from './sample.ts'

const TODAY = '2026-11-23'
const FIELDS = ['status', 'seats', 'areaM2']
const OFFICES = Array.from({ length: 40 }, (_, i) =>
  anOffice(`fes-shore-a-${i}`, { stackOrder: i, seats: 20 + i, verifiedOn: addDays(TODAY, -100) }),
)

let server: Writers
let clock: Date
beforeEach(async () => {
  clock = new Date(`${TODAY}T09:00:00Z`)
  server = await writers([...twoSites().filter(({ id }) => !/^fes-shore-a-\d$/.test(id)), ...OFFICES], { clock })
})
afterEach(() => server.close())

const someOffices = (from: number, to: number) => OFFICES.slice(from, to).map(({ id }) => ({ id, fields: FIELDS }))

async function begin(more: object = {}, headers: Headers = server.fes): Promise<Answer> {
  const body = {
    id: randomUUID(),
    base: await server.head(),
    method: 'site-visit',
    offices: someOffices(0, 40),
    ...more,
  }
  return server.send('POST', '/api/rounds', body, headers)
}
const confirm = (round: Round, body: object = {}, headers: Headers = server.fes) =>
  server.send('POST', `/api/rounds/${round.id}/confirm`, body, headers)
const valuesOf = async (id: string) => {
  const { status, seats, areaM2 } = await server.office(id)
  return { status, seats, areaM2 }
}
const giveAgain = async (round: Round, office: string, more: object = {}) =>
  server.send('POST', `/api/rounds/${round.id}/sample`, { office, values: { ...(await valuesOf(office)), ...more } })
async function finishSample(round: Round) {
  for (const { office } of round.sample) expect((await giveAgain(round, office)).status).toBe(200)
}

describe('a round', () => {
  it('confirms everything in one commit once each value of its sample was given again', async () => {
    const started = await begin()
    expect(started.status).toBe(201)
    const round = started.body as Round
    expect(round).toMatchObject({ day: TODAY, method: 'site-visit', commit: null })
    expect(round.sample).toHaveLength(2)
    expect(round.sample.every(({ isConfirmed, fields }) => !isConfirmed && fields.length === 3)).toBe(true)

    expect(await confirm(round)).toMatchObject({
      status: 409,
      body: { code: 'round.sample-open', offices: round.sample.map(({ office }) => office) },
    })
    const [first, second] = round.sample.map(({ office }) => office) as [string, string]
    expect(await giveAgain(round, first, { seats: 999 })).toMatchObject({
      status: 422,
      body: { code: 'round.differs', fields: ['seats'] },
    })
    const done = await giveAgain(round, first)
    expect(done.body.sample.map(({ isConfirmed }: Round['sample'][number]) => isConfirmed)).toEqual([true, false])
    expect((await confirm(round)).status).toBe(409)
    // Nothing but the first of the sample is verified yet.
    const verified = async () => {
      const { body } = await server.send('GET', '/api/freshness')
      return body.zones.find(({ id }: { id: string }) => id === 'fes-shore').sums.states.fresh.offices
    }
    expect(await verified()).toBe(1)
    await giveAgain(round, second)
    const before = await server.head()
    expect(await confirm(round)).toMatchObject({ status: 200, body: { commit: round.id } })
    expect(await server.head()).toBe(before + 38)
    expect(await verified()).toBe(40)
    const feed = await server.send('GET', `/api/changes?since=${before}&limit=100`)
    expect(new Set(feed.body.changes.map(({ commit }: { commit: string }) => commit))).toEqual(new Set([round.id]))
    expect(feed.body.changes[0]).toMatchObject({ kind: 'verification', method: 'site-visit', role: 'manager' })
    // Sent again, it writes nothing and says the same.
    expect(await confirm(round)).toMatchObject({ status: 200, body: { commit: round.id } })
    expect(await server.head()).toBe(before + 38)
  })

  it('is drawn by the server: one office in twenty, and never none', async () => {
    expect([1, 2, 19, 20, 21, 40, 41, 60, 1000].map(sampleSize)).toEqual([1, 1, 1, 1, 2, 2, 3, 3, 50])
    const ids = OFFICES.map(({ id }) => id)
    const drawn = new Set(Array.from({ length: 400 }, () => [...drawSample(ids, new Set())]).flat())
    expect(drawn.size).toBe(40)
    expect((await begin({ sample: ['fes-shore-a-0'] })).status).toBe(400)
  })

  it('keeps in the next sample what was drawn and left open', async () => {
    const drawn = new Set<string>()
    for (let i = 0; i < 4; i++) {
      for (const { office } of ((await begin()).body as Round).sample) drawn.add(office)
    }
    // The first two were drawn; every round since had to take them, and was full with them.
    expect(drawn.size).toBe(2)
    const [known = ''] = drawn
    const fresh = OFFICES.filter(({ id }) => !drawn.has(id)).slice(0, 10)
    const round = (
      await begin({ offices: [known, ...fresh.map(({ id }) => id)].map((id) => ({ id, fields: FIELDS })) })
    ).body as Round
    expect(round.sample.map(({ office }) => office)).toEqual([known])
    await finishSample(round)
    await confirm(round)
    // Confirmed, it is no sample for others.
    const next = (await begin()).body as Round
    expect(next.offices).toHaveLength(29)
    expect(next.sample.map(({ office }) => office)).not.toContain(known)
  })

  it('takes a correction for a look, and leaves out what changed meanwhile only when told to', async () => {
    const round = (await begin()).body as Round
    const [first, second] = round.sample.map(({ office }) => office) as [string, string]
    const correction = await server.patchOf(first, { seats: 7 }, { verifies: ['status', 'areaM2'] })
    expect((await server.post({ ...correction, method: 'site-visit' })).status).toBe(200)
    await giveAgain(round, second)
    const other = round.offices.find(({ id }) => id !== first && id !== second)?.id ?? ''
    const change = await server.patchOf(other, { areaM2: 444 })
    expect((await server.post(change, server.national)).status).toBe(200)
    const head = await server.head()
    expect(await confirm(round)).toMatchObject({
      status: 409,
      body: { code: 'change.conflict', conflicts: [{ id: other }] },
    })
    expect(await server.head()).toBe(head)
    expect(await confirm(round, { except: [other] })).toMatchObject({ status: 200, body: { commit: round.id } })
    expect(await server.head()).toBe(head + 37)
    expect(await server.office(other)).toMatchObject({ areaM2: 444, verifiedOn: addDays(TODAY, -100) })
  })

  it('is of its own day: nothing is confirmed later or for an earlier one', async () => {
    const round = (await begin()).body as Round
    const [first, second] = round.sample.map(({ office }) => office) as [string, string]
    clock.setTime(Date.parse('2026-11-23T23:59:59Z'))
    expect((await giveAgain(round, first)).status).toBe(200)
    clock.setTime(Date.parse('2026-11-24T00:00:00Z'))
    expect(await giveAgain(round, second)).toMatchObject({ status: 409, body: { code: 'round.over' } })
    expect(await confirm(round)).toMatchObject({ status: 409, body: { code: 'round.over' } })
    for (const dated of [{ day: '2026-12-01' }, { on: '2026-12-01' }]) expect((await begin(dated)).status).toBe(400)
  })

  it('is its maker’s alone, in their territory, and says nothing of an office without such a value', async () => {
    const round = (await begin()).body as Round
    expect((await server.send('GET', `/api/rounds/${round.id}`)).body).toEqual(round)
    for (const headers of [server.national, server.casa]) {
      expect((await server.send('GET', `/api/rounds/${round.id}`, undefined, headers)).status).toBe(404)
      expect((await confirm(round, {}, headers)).status).toBe(404)
    }
    expect(await begin({ id: round.id }, server.national)).toMatchObject({ status: 409, body: { code: 'round.taken' } })
    expect((await begin({ id: round.id })).body).toEqual(round)
    expect((await begin({}, server.casa)).status).toBe(403)
    expect((await begin({ method: 'import' })).status).toBe(400)
    expect((await begin({ offices: [{ id: 'nowhere', fields: FIELDS }] })).status).toBe(404)
    expect((await begin({ base: 1e6 })).body.code).toBe('round.malformed')
    expect((await begin({ offices: [...someOffices(0, 1), ...someOffices(0, 1)] })).body.code).toBe('round.malformed')
    const set = await server.patchOf('fes-shore-a-3', { rentMadPerM2Month: null })
    await server.post(set)
    const noRent = { offices: [{ id: 'fes-shore-a-3', fields: ['rentMadPerM2Month'] }] }
    expect((await begin(noRent)).body.code).toBe('round.no-value')
  })
})

describe('POST /api/changes', () => {
  it('confirms one office at a time; for more there are rounds', async () => {
    const base = await server.head()
    const write = (i: number, more: object = {}) => ({
      collection: 'offices',
      id: `fes-shore-a-${i}`,
      base,
      verifies: ['*'],
      ...more,
    })
    const send = (...writes: object[]) => server.post({ id: randomUUID(), method: 'call', writes })
    expect(await send(write(0), write(1))).toMatchObject({ status: 422, body: { code: 'round.needed' } })
    // A patch that changes nothing is a confirmation too.
    const same = { patch: { properties: { seats: 20 } } }
    expect(await send(write(0, same), write(1))).toMatchObject({ status: 422, body: { code: 'round.needed' } })
    expect(await server.head()).toBe(base)
    expect((await send(write(0), write(1, { patch: { properties: { seats: 22 } } }))).status).toBe(200)
  })
})
