import { randomUUID } from 'node:crypto'
import { catalogue } from '@tvl/data'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { changesSince } from '../storage/store.ts'
import { tokenHeader } from '../testing/caller.ts'
import { type Answer, type Writers, writers } from '../testing/writers.ts'

let server: Writers
beforeEach(async () => {
  server = await writers()
  return () => server.close()
})

const errorsOf = ({ body }: Answer) =>
  body.errors.map(({ field, code }: { field: string; code: string }) => `${field} ${code}`)

describe('POST /api/changes', () => {
  it('writes one commit, serves it before it answers, and says who verified what and how', async () => {
    const set = await server.patchOf('fes-shore-a-0', { seats: 30, status: 'held', holdEndsAt: '2027-03-15T12:00Z' })
    const answer = await server.post({ ...set, method: 'site-visit', note: 'seen on the floor' })
    expect(answer).toMatchObject({ status: 200, body: { commit: set.id, version: await server.head(), changes: 1 } })
    const verified = { on: '2026-11-23', by: 'zone-manager', method: 'site-visit' }
    expect(await server.office('fes-shore-a-0')).toMatchObject({
      seats: 30,
      status: 'held',
      holdEndsOn: '2027-03-15',
      verifiedOn: '2026-11-01',
      verifications: { seats: verified, status: verified },
      provenance: { '*': { grade: 'illustrative' } },
    })
    expect(answer.body.features[0].properties).toMatchObject({ seats: 30, availableFrom: '2027-03-16' })
    const zone = await server.send('GET', '/ogc/collections/zones/items/fes-shore')
    // 50 and 60 stay free, next to each other.
    expect(zone.body.properties).toMatchObject({ seats: 140, freeSeats: 110, contiguousSeats: 110 })
    const [change] = await changesSince(server.db, answer.body.version - 1)
    expect(change).toMatchObject({ commit: set.id, before: { properties: { seats: 40 } } })
  })

  it('does once what is sent twice, and never takes another’s commit for it', async () => {
    const set = await server.patchOf('fes-shore-a-0', { seats: 33 })
    const [first, second] = await Promise.all([server.post(set), server.post(set)])
    expect(second).toEqual(first)
    expect(await server.head()).toBe(first.body.version)
    expect(await server.post(set, server.national)).toMatchObject({ status: 409, body: { code: 'commit.taken' } })
  })

  it('takes no other set for one that is written, whichever way it comes', async () => {
    const set = await server.patchOf('fes-shore-a-0', { seats: 26 })
    expect((await server.post(set)).status).toBe(200)
    const other = { ...set, writes: [{ ...set.writes[0], patch: { properties: { seats: 30 } } }] }
    const elsewhere = { ...(await server.patchOf('fes-shore-a-1', { seats: 26 })), id: set.id }
    for (const one of [other, elsewhere])
      expect(await server.post(one)).toMatchObject({ status: 409, body: { code: 'commit.taken' } })
    const undo = server.send('POST', `/api/commits/${set.id}/undo`, { id: set.id }, server.fes)
    expect(await undo).toMatchObject({ status: 409, body: { code: 'commit.taken' } })
    expect((await server.post(set)).status).toBe(200)
    expect(await server.office('fes-shore-a-0')).toMatchObject({ seats: 26 })
  })

  it('merges what two have changed of one record, field by field', async () => {
    const [a, b] = [
      await server.patchOf('fes-shore-a-0', { seats: 35 }),
      await server.patchOf('fes-shore-a-0', { areaM2: 410 }),
    ]
    expect([(await server.post(a)).status, (await server.post(b, server.national)).status]).toEqual([200, 200])
    expect(await server.office('fes-shore-a-0')).toMatchObject({ seats: 35, areaM2: 410 })
  })

  it('refuses what would overwrite another’s change of the same field, and shows both', async () => {
    const base = await server.head()
    const [a, b] = [
      await server.patchOf('fes-shore-a-0', { seats: 35 }),
      await server.patchOf('fes-shore-a-0', { seats: 36, areaM2: 9 }),
    ]
    await server.post(a, server.national)
    const refused = await server.post(b)
    expect(refused).toMatchObject({
      status: 409,
      body: {
        code: 'change.conflict',
        conflicts: [
          {
            id: 'fes-shore-a-0',
            reason: 'changed',
            base,
            current: base + 1,
            fields: [{ field: 'seats', base: 40, theirs: 35, yours: 36, role: 'administrator' }],
          },
        ],
      },
    })
    expect(await server.head()).toBe(base + 1)
  })

  it('agrees with two who want the same, but lets only one hold an office', async () => {
    const same = [
      await server.patchOf('fes-shore-a-0', { seats: 35 }),
      await server.patchOf('fes-shore-a-0', { seats: 35 }),
    ]
    expect([(await server.post(same[0])).status, (await server.post(same[1], server.national)).status]).toEqual([
      200, 200,
    ])
    const hold = { status: 'held', holdEndsAt: '2027-01-01T09:00Z' }
    const holds = [await server.patchOf('fes-shore-a-1', hold), await server.patchOf('fes-shore-a-1', hold)]
    expect([(await server.post(holds[0])).status, (await server.post(holds[1], server.national)).status]).toEqual([
      200, 409,
    ])
  })

  it('does not let somebody confirm a value that was changed meanwhile', async () => {
    const base = await server.head()
    await server.post(await server.patchOf('fes-shore-a-0', { seats: 35 }), server.national)
    const confirm = { collection: 'offices', id: 'fes-shore-a-0', base, verifies: ['seats'] }
    expect((await server.post({ id: randomUUID(), writes: [confirm] })).body.conflicts[0].fields).toMatchObject([
      { field: 'seats', yours: 40, theirs: 35 },
    ])
    const now = await server.post({
      id: randomUUID(),
      method: 'call',
      writes: [{ ...confirm, base: base + 1, verifies: ['*'] }],
    })
    expect(now.status).toBe(200)
    expect(await server.office('fes-shore-a-0')).toMatchObject({ verifiedOn: '2026-11-23', verificationMethod: 'call' })
    expect(await server.office('fes-shore-a-0')).not.toHaveProperty('verifications')
  })

  it('asks for the right where a record lies and where it would lie', async () => {
    const elsewhere = await server.patchOf('casanearshore-a-0', { seats: 1 })
    expect(await server.post(elsewhere)).toMatchObject({ status: 403, body: { code: 'right.missing' } })
    expect(server.logged.some((line) => line.includes('refused: no right'))).toBe(true)
    const moved = await server.patchOf('fes-shore-a-0', {
      zoneId: 'casanearshore',
      buildingId: 'casanearshore-a',
      stackOrder: 9,
    })
    expect((await server.post(moved)).status).toBe(403)
    expect((await server.post(moved, server.casa)).status).toBe(403)
    expect((await server.post(moved, server.national)).status).toBe(200)
  })

  it('writes nothing at all when one write of the set is refused', async () => {
    const before = await server.head()
    const writes = ['fes-shore-a-0', 'casanearshore-a-0'].map((id) => ({
      collection: 'offices',
      id,
      base: before,
      patch: { properties: { seats: 7 } },
    }))
    expect((await server.post({ id: randomUUID(), writes })).status).toBe(403)
    expect(await server.head()).toBe(before)
  })

  it('keeps a building’s manager to the building', async () => {
    const ofBuilding = await tokenHeader(server.db, 'manager', { kind: 'building', id: 'fes-shore-a' })
    expect((await server.post(await server.patchOf('fes-shore-a-0', { seats: 7 }), ofBuilding)).status).toBe(200)
    const move = {
      collection: 'buildings',
      id: 'fes-shore-a',
      base: await server.head(),
      patch: { properties: { zoneId: 'casanearshore' } },
    }
    expect((await server.post({ id: randomUUID(), writes: [move] }, ofBuilding)).status).toBe(403)
    const remove = { collection: 'buildings', id: 'fes-shore-a', base: await server.head(), remove: true }
    expect((await server.post({ id: randomUUID(), writes: [remove] }, ofBuilding)).status).toBe(403)
  })

  it('leaves to the country which zones there are and what the law gives there', async () => {
    const write = (properties: object, base: number) => ({
      id: randomUUID(),
      writes: [{ collection: 'zones', id: 'fes-shore', base, patch: { properties } }],
    })
    expect((await server.post(write({ jobsCurrent: 900 }, await server.head()))).status).toBe(200)
    expect((await server.post(write({ irCapPct: 10 }, await server.head()))).status).toBe(403)
    expect((await server.post(write({ irCapPct: 10 }, await server.head()), server.national)).status).toBe(200)
  })

  it('is for writers only', async () => {
    expect(await server.post({}, {})).toMatchObject({ status: 401, body: { code: 'sign-in.required' } })
    expect((await server.post({}, await tokenHeader(server.db, 'reader'))).status).toBe(403)
  })

  it('creates and removes records', async () => {
    const { provenance, verifiedOn, verifiedBy, verificationMethod, ...properties } =
      await server.office('fes-shore-a-2')
    const feature = {
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [-4.98, 34] },
      properties: { ...properties, stackOrder: 3 },
    }
    const create = { collection: 'offices', id: 'fes-shore-a-3', base: null, feature }
    const made = await server.post({ id: randomUUID(), writes: [create] })
    expect(made.body.features?.[0].properties).toMatchObject({
      stackOrder: 3,
      verifiedOn: '2026-11-23',
      verifiedBy: 'zone-manager',
    })
    expect(await server.post({ id: randomUUID(), writes: [create] })).toMatchObject({
      status: 409,
      body: { conflicts: [{ reason: 'exists' }] },
    })
    const remove = { collection: 'offices', id: 'fes-shore-a-3', base: made.body.version, remove: true }
    expect(await server.post({ id: randomUUID(), writes: [remove] })).toMatchObject({
      status: 200,
      body: { features: [] },
    })
    const late = {
      collection: 'offices',
      id: 'fes-shore-a-3',
      base: made.body.version,
      patch: { properties: { seats: 4 } },
    }
    expect(await server.post({ id: randomUUID(), writes: [late] })).toMatchObject({
      status: 409,
      body: { conflicts: [{ reason: 'deleted', current: null }] },
    })
    const building = { collection: 'buildings', id: 'fes-shore-a', base: await server.head(), remove: true }
    expect(errorsOf(await server.post({ id: randomUUID(), writes: [building] }))).toEqual(['id reference.used'])
  })

  it('takes a rent twenty times the former when it is confirmed', async () => {
    const set = await server.patchOf('fes-shore-a-0', { rentMadPerM2Month: 2210 })
    expect((await server.post(set)).body.errors).toMatchObject([
      { code: 'figure.unusual', limit: 110.5, confirmable: true },
    ])
    expect(
      (
        await server.post(
          await server.patchOf('fes-shore-a-0', { rentMadPerM2Month: 2210 }, { confirm: ['rentMadPerM2Month'] }),
        )
      ).status,
    ).toBe(200)
  })

  it('takes away the dates of a status with the status', async () => {
    await server.post(await server.patchOf('fes-shore-a-0', { status: 'let', leaseEndsOn: '2030-01-01' }))
    expect((await server.post(await server.patchOf('fes-shore-a-0', { status: 'free' }))).status).toBe(200)
    expect(await server.office('fes-shore-a-0')).toMatchObject({ status: 'free', leaseEndsOn: null })
  })

  it('swaps two offices in the stack in one set, which no order of single writes could', async () => {
    const base = await server.head()
    const write = (id: string, stackOrder: number) => ({
      collection: 'offices',
      id,
      base,
      patch: { properties: { stackOrder } },
    })
    const writes = [write('fes-shore-a-0', 1), write('fes-shore-a-1', 0)]
    expect((await server.post({ id: randomUUID(), writes })).status).toBe(200)
  })
})

describe('in a catalogue of facts', () => {
  let facts: Writers
  beforeAll(async () => {
    facts = await writers(catalogue({ catalogue: 'facts', inventory: 'S', today: '2026-11-23' }), {
      catalogue: 'facts',
    })
  })
  afterAll(() => facts.close())

  it('grades what a manager enters as declared, by a source that is in the catalogue', async () => {
    const building = {
      nameFr: 'Bâtiment A',
      nameAr: 'المبنى أ',
      nameEn: 'Building A',
      zoneId: 'fes-shore',
      floors: 3,
      grossLeasableAreaM2: 900,
      status: 'operational',
    }
    const geometry = { type: 'Point', coordinates: [-4.98, 34.0] }
    const base = await facts.head()
    const writes = [
      { collection: 'buildings', id: 'fes-shore-a', base: null, feature: { geometry, properties: building } },
      { collection: 'zones', id: 'fes-shore', base, patch: { properties: { jobsCurrent: 1234 } } },
    ]
    const { features } = (await facts.post({ id: randomUUID(), writes })).body
    const declared = { grade: 'declared', sources: ['zone-manager-declaration'], asOf: '2026-11-23' }
    expect(features[0].properties).toMatchObject({ powerKva: null, provenance: { '*': declared } })
    expect(features[1].properties.provenance.jobsCurrent).toEqual(declared)
    expect(features[1].properties.provenance['*'].grade).not.toBe('declared')
    expect((await facts.send('GET', '/ogc/collections/sources/items/zone-manager-declaration')).status).toBe(200)
  })
})
