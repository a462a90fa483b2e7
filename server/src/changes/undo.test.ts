import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { checksums } from '../storage/store.ts'
import { type Writers, writers } from '../testing/writers.ts'

let server: Writers
beforeEach(async () => {
  server = await writers()
  return () => server.close()
})

const undo = (commit: string, headers = server.fes, id = randomUUID()) =>
  server.send('POST', `/api/commits/${commit}/undo`, { id }, headers)

async function write(id: string, properties: object, headers = server.fes): Promise<string> {
  const answer = await server.post(await server.patchOf(id, properties), headers)
  expect(answer.status).toBe(200)
  return answer.body.commit
}

describe('undo', () => {
  it('makes every record exactly as it was, as a new commit', async () => {
    const before = await checksums(server.db)
    const base = await server.head()
    const feature = {
      geometry: { type: 'Point', coordinates: [-4.98, 34] },
      properties: {
        name: 'C-1',
        zoneId: 'fes-shore',
        buildingId: 'fes-shore-b',
        floor: 1,
        stackOrder: 0,
        areaM2: 90,
        seats: 9,
        fitOut: 'shell',
        status: 'free',
      },
    }
    const writes = [
      { collection: 'offices', id: 'fes-shore-a-0', base, patch: { properties: { seats: 30, name: 'X' } } },
      { collection: 'offices', id: 'fes-shore-a-1', base, remove: true },
      { collection: 'offices', id: 'fes-shore-b-0', base: null, feature },
    ]
    const written = await server.post({ id: randomUUID(), method: 'site-visit', writes })
    expect(written.body.changes).toBe(3)
    const undone = await undo(written.body.commit)
    expect(undone).toMatchObject({ status: 200, body: { changes: 3, version: base + 6 } })
    expect(await checksums(server.db)).toEqual(before)
    expect(await server.live.checkDrift()).toBe(false)
  })

  it('leaves what others changed since in other fields', async () => {
    const commit = await write('fes-shore-a-0', { seats: 30, rentMadPerM2Month: 99 })
    await write('fes-shore-a-0', { areaM2: 500 }, server.national)
    expect((await undo(commit)).status).toBe(200)
    const office = await server.office('fes-shore-a-0')
    expect(office).toMatchObject({ seats: 40, rentMadPerM2Month: 110.5, areaM2: 500 })
    expect(Object.keys(office.verifications as object)).toEqual(['areaM2'])
  })

  it('is refused with what changed since when the same field did', async () => {
    const commit = await write('fes-shore-a-0', { seats: 30 })
    await write('fes-shore-a-0', { seats: 31 }, server.national)
    const head = await server.head()
    expect(await undo(commit)).toMatchObject({
      status: 409,
      body: {
        code: 'undo.conflict',
        conflicts: [
          {
            id: 'fes-shore-a-0',
            fields: [{ field: 'seats', base: 30, theirs: 31, yours: 40, role: 'administrator' }, {}],
          },
        ],
      },
    })
    expect(await server.head()).toBe(head)
  })

  it('does not take back half a status', async () => {
    const commit = await write('fes-shore-a-0', { status: 'let' })
    await write('fes-shore-a-0', { leaseEndsOn: '2030-01-01' }, server.national)
    const { fields } = (await undo(commit)).body.conflicts[0]
    expect(fields.map(({ field }: { field: string }) => field)).toEqual(['verifications.status', 'leaseEndsOn'])
  })

  it('can itself be undone, is done once, and says when nothing is left', async () => {
    const commit = await write('fes-shore-a-0', { seats: 30 })
    const id = randomUUID()
    const [first, second] = [await undo(commit, server.fes, id), await undo(commit, server.fes, id)]
    expect(second.body).toEqual(first.body)
    expect(await undo(commit)).toMatchObject({ status: 409, body: { code: 'undo.nothing' } })
    expect((await undo(id)).status).toBe(200)
    expect(await server.office('fes-shore-a-0')).toMatchObject({ seats: 30 })
  })

  it('needs the right to what it changes back, and a commit', async () => {
    const commit = await write('fes-shore-a-0', { seats: 30 })
    expect((await undo(commit, server.casa)).status).toBe(403)
    expect((await undo(commit, {})).status).toBe(401)
    expect(await undo(randomUUID())).toMatchObject({ status: 404, body: { code: 'commit.unknown' } })
    expect((await undo('1 or 1=1')).status).toBe(400)
  })

  it('keeps the rules: it takes no place that somebody else has since', async () => {
    const commit = await write('fes-shore-a-0', { stackOrder: 7 })
    await write('fes-shore-a-1', { stackOrder: 0 })
    expect(await undo(commit)).toMatchObject({ status: 422, body: { errors: [{ code: 'stack-order.taken' }] } })
  })
})
