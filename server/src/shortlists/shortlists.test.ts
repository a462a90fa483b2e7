import { randomUUID } from 'node:crypto'
import { hashOfText, siteLine } from '@tvl/model'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anOfficer, demoRecords, frozenBy, saved } from '../testing/agency.ts'
import { serve, type TestApp } from '../testing/app.ts'
import type { Browser } from '../testing/browser.ts'
import { aShortlist, lineId } from './shortlists.maker.ts'

let test: TestApp
let officer: Browser
let colleague: Browser
let stranger: Browser
beforeAll(async () => {
  test = await serve(demoRecords())
  officer = await anOfficer(test)
  colleague = await anOfficer(test, 'colleague@example.ma')
  stranger = await anOfficer(test, 'stranger@example.ma', 'cri-souss-massa')
})
afterAll(() => test.close())

const put = (by: Browser, id: string, base: number | null, content: unknown) =>
  by.send('PUT', `/api/shortlists/${id}`, { base, content })

describe('a shortlist of an organisation', () => {
  it('is there for its people and for nobody else', async () => {
    const id = await saved(officer)
    expect((await colleague.get(`/api/shortlists/${id}`)).body).toMatchObject({ revision: 1, by: 'officer' })
    expect((await stranger.get(`/api/shortlists/${id}`)).status).toBe(404)
    expect((await put(stranger, id, 1, aShortlist())).status).toBe(404)
    expect((await put(stranger, id, null, aShortlist())).status).toBe(404)
    const listed = (await stranger.get('/api/shortlists')).body.shortlists
    expect(listed.map((one: { id: string }) => one.id)).not.toContain(id)
  })

  it('may hold zones of every region: listing changes nothing of them', async () => {
    const id = await saved(officer, aShortlist())
    const { content } = (await officer.get(`/api/shortlists/${id}`)).body
    expect(content.sites.map(({ zoneId }: { zoneId: string }) => zoneId)).toContain('casanearshore')
    const change = { id: randomUUID(), writes: [{ collection: 'zones', id: 'casanearshore', base: 1, patch: {} }] }
    expect((await officer.post('/api/changes', change)).status).toBe(403)
  })

  it('takes what two wrote at once, and writes nothing where both changed one thing', async () => {
    const id = await saved(officer)
    const base = aShortlist()
    expect((await put(officer, id, 1, { ...base, title: 'Un' })).body.revision).toBe(2)
    const added = { ...base, sites: [...base.sites, siteLine(lineId(7), 'oujda-shore')] }
    const both = await put(colleague, id, 1, added)
    expect(both.status).toBe(200)
    expect(both.body.content).toMatchObject({ title: 'Un', sites: { length: 4 } })
    const conflict = await put(colleague, id, 1, { ...base, title: 'Deux' })
    expect(conflict.status).toBe(412)
    expect(conflict.body).toMatchObject({
      code: 'shortlist.conflict',
      revision: 3,
      conflicts: [{ field: 'title', base: base.title, theirs: 'Un', yours: 'Deux' }],
    })
    expect((await officer.get(`/api/shortlists/${id}`)).body.revision).toBe(3)
  })

  it('loses nothing when twenty lines come from two people at the same time', async () => {
    const id = await saved(officer, aShortlist({ sites: [] }))
    await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        put(i % 2 ? officer : colleague, id, 1, aShortlist({ sites: [siteLine(lineId(100 + i), 'fes-shore')] })),
      ),
    )
    const { content } = (await officer.get(`/api/shortlists/${id}`)).body
    expect(content.sites).toHaveLength(20)
  })

  it('writes nothing when the same new one comes twice', async () => {
    const id = randomUUID()
    const [first, again] = [await put(officer, id, null, aShortlist()), await put(officer, id, null, aShortlist())]
    expect([first.body.revision, again.body.revision]).toEqual([1, 1])
  })

  it.each([
    ['a site twice over the most', { sites: Array.from({ length: 41 }, (_, i) => siteLine(lineId(i), 'fes-shore')) }],
    [
      'a note that is too long',
      { sites: [{ ...siteLine(lineId(1), 'fes-shore'), notes: { fr: 'x'.repeat(2001), ar: null, en: null } }] },
    ],
    ['a member that nobody knows', { secret: true }],
    ['a NUL', { title: 'a\0b' }],
  ])('is refused with %s', async (_, change) => {
    expect((await put(officer, randomUUID(), null, { ...aShortlist(), ...change })).status).toBe(400)
  })
})

describe('a freeze', () => {
  it('has the same hash for the same state, whoever freezes it and under whichever shortlist', async () => {
    const [one, other] = [await saved(officer), await saved(colleague)]
    const [first, again, twin] = [
      await frozenBy(officer, one),
      await frozenBy(colleague, one),
      await frozenBy(colleague, other),
    ]
    expect(again).toEqual(first)
    expect(twin.hash).toBe(first.hash)
    const { text, freeze } = (await officer.get(`/api/freezes/${first.id}`)).body
    expect(hashOfText(text)).toBe(freeze.hash)
    expect(JSON.parse(text).organisation.id).toBe('cri-fes-meknes')
  })

  it('cannot be rewritten in the database, and what was altered behind its back is shown to nobody', async () => {
    const { sql } = await import('kysely')
    const { id, hash } = await frozenBy(officer, await saved(officer, aShortlist({ title: 'Altered later' })))
    await expect(sql`update frozen set content = 'x' where hash = ${hash}`.execute(test.db)).rejects.toThrow()
    await sql`alter table frozen disable trigger frozen_is_append_only`.execute(test.db)
    await sql`alter table frozen drop constraint frozen_check`.execute(test.db)
    await sql`update frozen set content = replace(content, 'Altered', 'altered') where hash = ${hash}`.execute(test.db)
    expect((await officer.get(`/api/freezes/${id}`)).body).toMatchObject({ code: 'frozen.altered', status: 409 })
  })

  it('is refused for a state that was not looked at, without sites, and with a site that is not there', async () => {
    const id = await saved(officer)
    expect((await officer.post(`/api/shortlists/${id}/freezes`, { revision: 7 })).body.code).toBe('shortlist.moved')
    const empty = await saved(officer, aShortlist({ sites: [] }))
    expect((await officer.post(`/api/shortlists/${empty}/freezes`, { revision: 1 })).body.code).toBe('shortlist.empty')
    const lost = await saved(officer, aShortlist({ sites: [siteLine(lineId(3), 'atlantis')] }))
    expect((await officer.post(`/api/shortlists/${lost}/freezes`, { revision: 1 })).body).toMatchObject({
      code: 'shortlist.site',
      siteId: lineId(3),
    })
  })
})
