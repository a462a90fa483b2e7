import type { VisitReport } from '@tvl/model'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { aShortlist } from '../shortlists/shortlists.maker.ts'
import { anOfficer, demoRecords, frozenBy, linkedBy, saved } from '../testing/agency.ts'
import { serve, type TestApp } from '../testing/app.ts'
import type { Browser } from '../testing/browser.ts'
import { forgetOldVisits } from './counts.ts'

const WEEK = '2026-11-23'
const SUNDAY_NIGHT = Date.parse('2026-11-29T23:59:59Z')
const MONDAY = Date.parse('2026-11-30T00:00:00Z')

let clock: Date
let test: TestApp
let officer: Browser
beforeEach(async () => {
  clock = new Date(`${WEEK}T09:00:00Z`)
  test = await serve(demoRecords(), { clock })
  officer = await anOfficer(test)
})
afterEach(() => test.close())

const tell = (body: unknown, headers: Record<string, string> = {}) =>
  fetch(`${test.url}/api/visits`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: test.url, ...headers },
    body: JSON.stringify(body),
  })
const seen = (kind: string, ...zones: readonly string[]) => tell({ kind, zones, language: 'fr' })
const report = async (weeks = 0, by = officer): Promise<VisitReport> => {
  const { status, body } = await by.get(`/api/visits?weeks=${weeks}`)
  expect(status, JSON.stringify(body)).toBe(200)
  return body
}
const zoneIn = ({ zones }: VisitReport, id: string) => zones.find((one) => one.id === id)

describe('what readers look at', () => {
  it('is kept as sums of a week, and nothing of who, from where, with what or when', async () => {
    for (let i = 0; i < 3; i++) expect((await seen('zone', 'fes-shore')).status).toBe(204)
    await seen('compare', 'casanearshore', 'fes-shore')
    await tell({ kind: 'explore', zones: [], language: 'ar' }, { 'user-agent': 'Mozilla/5.0 (of somebody)' })
    clock.setTime(SUNDAY_NIGHT)
    await seen('zone', 'fes-shore')
    clock.setTime(MONDAY)
    await seen('zone', 'fes-shore')
    const { rows } = await sql`select to_char(week, 'YYYY-MM-DD') as week, kind, zone, language, visits from visit_count
      order by week, kind, zone`.execute(test.db)
    const fr = { language: 'fr' }
    expect(rows).toEqual([
      { week: WEEK, kind: 'compare', zone: 'casanearshore', ...fr, visits: 1 },
      { week: WEEK, kind: 'compare', zone: 'fes-shore', ...fr, visits: 1 },
      { week: WEEK, kind: 'explore', zone: '', language: 'ar', visits: 1 },
      { week: WEEK, kind: 'zone', zone: 'fes-shore', ...fr, visits: 4 },
      { week: '2026-11-30', kind: 'zone', zone: 'fes-shore', ...fr, visits: 1 },
    ])
    const columns = await sql<{ name: string }>`select column_name as name from information_schema.columns
      where table_name = 'visit_count' order by name`.execute(test.db)
    expect(columns.rows.map(({ name }) => name)).toEqual(['kind', 'language', 'visits', 'week', 'zone'])
    const lines = test.logged.filter((line) => line.includes('/api/visits'))
    expect(lines.length).toBeGreaterThan(0)
    expect(lines.join('\n')).not.toMatch(/Mozilla|127\.0\.0\.1|casanearshore|"fr"/)
  })

  it('is not counted of those who ask not to be, nor of who is signed in, and answered alike', async () => {
    const visit = { kind: 'zone', zones: ['fes-shore'], language: 'fr' }
    expect((await tell(visit, { 'sec-gpc': '1' })).status).toBe(204)
    expect((await tell(visit, { dnt: '1' })).status).toBe(204)
    const answer = await officer.post('/api/visits', visit)
    expect(answer.status).toBe(204)
    expect((await tell(visit)).headers.get('set-cookie')).toBeNull()
    expect(zoneIn(await report(), 'fes-shore')?.counts.zone).toBe(1)
  })

  it('is refused where it is of another form, of no zone of ours, or too much from one address', async () => {
    for (const body of [
      {},
      null,
      { kind: 'zone', zones: ['atlantis'], language: 'fr' },
      { kind: 'sleep', zones: [], language: 'fr' },
    ])
      expect((await tell(body)).status, JSON.stringify(body)).toBe(400)
    const visit = { kind: 'zone', zones: ['fes-shore'], language: 'fr', address: '10.0.0.1' }
    expect((await tell(visit)).status).toBe(400)
    let last = await seen('explore')
    for (let i = 0; i < 600; i++) last = await seen('explore')
    expect([last.status, last.headers.get('retry-after')]).toEqual([429, '3600'])
  })
})

describe('the report of an agency', () => {
  it('is of its own territory and links, beside as many weeks before', async () => {
    await seen('zone', 'fes-shore')
    await seen('zone', 'casanearshore')
    clock.setTime(MONDAY)
    await seen('zone', 'fes-shore')
    await seen('zone', 'fes-shore')
    await seen('ask', 'fes-shore')
    const { token } = await linkedBy(officer, (await frozenBy(officer, await saved(officer, aShortlist()))).id)
    await fetch(`${test.url}/api/shares/${token}/open`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: test.url },
      body: '{}',
    })
    await fetch(`${test.url}/api/shares/${token}/dossier.csv`)

    const running = await report()
    expect(running).toMatchObject({ from: '2026-11-30', to: '2026-12-06', totalBefore: null })
    expect(running.total).toEqual({ explore: 0, openings: 1, downloads: 1, enquiries: 0 })
    expect(zoneIn(running, 'fes-shore')).toEqual({
      id: 'fes-shore',
      counts: { zone: 2, compare: 0, keep: 0, ask: 1 },
      before: null,
    })
    expect(zoneIn(running, 'casanearshore')).toBeUndefined()

    clock.setTime(Date.parse('2026-12-07T00:00:00Z'))
    const closed = await report(1)
    expect(closed).toMatchObject({ from: '2026-11-30', to: '2026-12-06', languages: { fr: 2, ar: 0, en: 0 } })
    expect(zoneIn(closed, 'fes-shore')).toMatchObject({ counts: { zone: 2 }, before: { zone: 1 } })
    expect(zoneIn(await report(2), 'fes-shore')).toMatchObject({ counts: { zone: 3 }, before: { zone: 0 } })
    const stranger = await anOfficer(test, 'stranger@example.ma', 'cri-souss-massa')
    expect((await report(1, stranger)).total).toMatchObject({ openings: 0, downloads: 0 })
  })

  it('forgets what is older than two years', async () => {
    await seen('zone', 'fes-shore')
    clock.setTime(Date.parse('2028-11-20T12:00:00Z'))
    expect(await forgetOldVisits(test.db, clock)).toBe(0)
    clock.setTime(Date.parse('2028-11-27T12:00:00Z'))
    expect(await forgetOldVisits(test.db, clock)).toBe(1)
  })
})
