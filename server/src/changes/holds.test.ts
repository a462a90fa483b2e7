import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Clock } from '../catalogue/clock.ts'
import { SYSTEM } from '../storage/commit.ts'
import { changesSince, lastChange, write } from '../storage/store.ts'
import { silentLog } from '../testing/database.ts'
import { type Writers, writers } from '../testing/writers.ts'
import { endHolds, watchHolds } from './holds.ts'
import { readStored } from './records.ts'

let server: Writers
beforeEach(async () => {
  server = await writers()
})
afterEach(() => server.close())

const hold = (endsAt: string, headers = server.fes, more: object = {}) =>
  server.send('POST', '/api/offices/fes-shore-a-1/hold', { id: randomUUID(), endsAt, ...more }, headers)
const release = (headers = server.fes) =>
  server.send('DELETE', `/api/offices/fes-shore-a-1/hold?id=${randomUUID()}`, undefined, headers)
const freeSeats = async () => (await server.send('GET', '/ogc/collections/zones/items/fes-shore')).body.properties

describe('a hold', () => {
  it('takes an office out of what is free, until it is released', async () => {
    // 40, 50 and 60 in a row: without the middle one, 60 is the longest block.
    expect(await freeSeats()).toMatchObject({ freeSeats: 150, contiguousSeats: 150 })
    const held = await hold('2027-03-15T18:00+01:00')
    expect(held.body.features[0].properties).toMatchObject({ status: 'held', holdEndsAt: '2027-03-15T17:00Z' })
    expect(await freeSeats()).toMatchObject({ freeSeats: 100, contiguousSeats: 60 })
    expect((await release()).status).toBe(200)
    expect(await freeSeats()).toMatchObject({ freeSeats: 150, contiguousSeats: 150 })
    expect(await release()).toMatchObject({ status: 409, body: { code: 'hold.none' } })
  })

  it('is given to one of twenty who ask at once', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, (_, day) => hold(`2027-03-${day + 10}T18:00Z`)))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(19).fill(409)])
    const [refused] = answers.filter(({ status }) => status === 409)
    const { holdEndsAt } = await server.office('fes-shore-a-1')
    expect(refused?.body).toMatchObject({ code: 'hold.exists', holdEndsAt })
  })

  it('is for free offices, has an end to come, and needs a right', async () => {
    expect((await hold('2026-11-23T09:00Z')).body.errors).toMatchObject([{ code: 'date.past' }])
    for (const endsAt of ['2027-03-15', 'tomorrow', '2027-03-15T18:00', '2027-03-15T18:00:30Z', '2027-13-45T18:00Z']) {
      expect([endsAt, (await hold(endsAt)).status]).toEqual([endsAt, 400])
    }
    expect((await hold('2027-03-15T18:00Z', server.casa)).status).toBe(403)
    await server.post(await server.patchOf('fes-shore-a-1', { status: 'let', leaseEndsOn: '2030-01-01' }))
    expect(await hold('2027-03-15T18:00Z')).toMatchObject({ status: 409, body: { code: 'hold.not-free' } })
    const nowhere = await server.send('POST', '/api/offices/nowhere/hold', {
      id: randomUUID(),
      endsAt: '2027-03-15T18:00Z',
    })
    expect(nowhere.status).toBe(404)
  })

  it('ends at its minute and not before, once, whoever looks', async () => {
    await hold('2026-11-24T09:30Z')
    const before = await lastChange(server.db)
    expect(await endHolds(server.db, new Date('2026-11-24T09:29:59.999Z'))).toBeNull()
    const at = new Date('2026-11-24T09:30:00Z')
    const looks = await Promise.all(Array.from({ length: 5 }, () => endHolds(server.db, at)))
    expect(looks.filter((outcome) => outcome?.commit)).toHaveLength(1)
    const changes = await changesSince(server.db, before)
    expect(changes).toMatchObject([
      { id: 'fes-shore-a-1', after: { properties: { status: 'free', holdEndsAt: null } } },
    ])
    await server.live.waitFor(changes[0]?.n ?? 0)
    expect(await freeSeats()).toMatchObject({ freeSeats: 150, contiguousSeats: 150 })
  })

  it('that ended while no server ran is ended at the start, and the next at the turn of its minute', async () => {
    await hold('2026-12-31T10:00Z')
    await server.send('POST', '/api/offices/fes-shore-a-2/hold', { id: randomUUID(), endsAt: '2027-01-01T12:00Z' })
    // A clock that is half a second before a minute.
    const offset = Date.parse('2027-01-01T11:59:59.500Z') - Date.now()
    const clock: Clock = { now: () => new Date(Date.now() + offset) }
    const statuses = async () =>
      Promise.all(['fes-shore-a-1', 'fes-shore-a-2'].map(async (id) => (await server.office(id)).status))
    const watch = watchHolds({ db: server.db, clock, log: silentLog })
    try {
      await expect.poll(statuses, { timeout: 5000 }).toEqual(['free', 'free'])
      const expiries = (await changesSince(server.db, 0))
        .filter(({ after }) => after?.properties.status === 'free')
        .slice(-2)
      expect(expiries.map(({ id, at }) => `${id} ${at.slice(0, 16)}`)).toEqual([
        'fes-shore-a-1 2027-01-01T11:59',
        'fes-shore-a-2 2027-01-01T12:00',
      ])
    } finally {
      await watch.stop()
    }
  })

  it('whose minute turns during a look is ended by the next, which follows at once', async () => {
    await hold('2027-01-01T12:00Z')
    const turned = Date.parse('2027-01-01T12:00:00Z') - Date.now()
    let looks = 0
    const clock: Clock = {
      now: () => (looks++ === 0 ? new Date('2027-01-01T11:59:59.990Z') : new Date(Date.now() + turned)),
    }
    const watch = watchHolds({ db: server.db, clock, log: silentLog })
    try {
      await expect.poll(async () => (await server.office('fes-shore-a-1')).status, { timeout: 5000 }).toBe('free')
    } finally {
      await watch.stop()
    }
  })

  it('that is over but not yet ended stands in nobody’s way', async () => {
    const [stored] = (await readStored(server.db, [{ collection: 'offices', id: 'fes-shore-a-1' }])).values()
    const { geometry = null, properties } = stored?.content ?? {}
    const content = { geometry, properties: { ...properties, status: 'held', holdEndsAt: '2026-11-23T08:59Z' } }
    const words = { kind: 'edit' as const, author: SYSTEM, at: new Date('2026-11-22T09:00:00Z') }
    await write(server.db, words, [{ collection: 'offices', id: 'fes-shore-a-1', content }])
    expect((await hold('2027-03-15T18:00Z')).status).toBe(200)
  })
})
