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
const seen = (kind: string, ...zones: readonly string[]) => tell({ kind, zones })
const seenTimes = async (times: number, kind: string, ...zones: readonly string[]) => {
  for (let i = 0; i < times; i++) expect((await seen(kind, ...zones)).status).toBe(204)
}
const counted = async () =>
  (await sql<{ n: number }>`select coalesce(sum(visits), 0)::int as n from visit_count`.execute(test.db)).rows[0]?.n
const report = async (weeks = 1, by = officer): Promise<VisitReport> => {
  const { status, body } = await by.get(`/api/visits?weeks=${weeks}`)
  expect(status, JSON.stringify(body)).toBe(200)
  return body
}
const zoneIn = ({ zones }: VisitReport, id: string) => zones.find((one) => one.id === id)

describe('what readers look at', () => {
  it('is kept as sums of a week, and nothing of who, from where, with what or when', async () => {
    await seenTimes(3, 'zone', 'fes-shore')
    await seen('compare', 'casanearshore', 'fes-shore')
    await tell({ kind: 'explore', zones: [] }, { 'user-agent': 'Mozilla/5.0 (of somebody)' })
    clock.setTime(SUNDAY_NIGHT)
    await seen('zone', 'fes-shore')
    clock.setTime(MONDAY)
    await seen('zone', 'fes-shore')
    const { rows } = await sql`select to_char(week, 'YYYY-MM-DD') as week, kind, zone, visits from visit_count
      order by week, kind, zone`.execute(test.db)
    expect(rows).toEqual([
      { week: WEEK, kind: 'compare', zone: 'casanearshore', visits: 1 },
      { week: WEEK, kind: 'compare', zone: 'fes-shore', visits: 1 },
      { week: WEEK, kind: 'explore', zone: '', visits: 1 },
      { week: WEEK, kind: 'zone', zone: 'fes-shore', visits: 4 },
      { week: '2026-11-30', kind: 'zone', zone: 'fes-shore', visits: 1 },
    ])
    const columns = await sql<{ name: string }>`select column_name as name from information_schema.columns
      where table_name = 'visit_count' order by name`.execute(test.db)
    expect(columns.rows.map(({ name }) => name)).toEqual(['kind', 'visits', 'week', 'zone'])
    // Not even that there was one: the time of the line would say when.
    expect(test.logged.filter((line) => line.includes('/api/visits'))).toEqual([])
  })

  it('is not counted of those who ask not to be, nor of who is signed in, nor beyond a bound, and answered alike', async () => {
    const visit = { kind: 'zone', zones: ['fes-shore'] }
    expect((await tell(visit, { 'sec-gpc': '1' })).status).toBe(204)
    expect((await tell(visit, { dnt: '1' })).status).toBe(204)
    expect((await officer.post('/api/visits', visit)).status).toBe(204)
    expect(await counted()).toBe(0)
    expect((await tell(visit)).headers.get('set-cookie')).toBeNull()
    expect(await counted()).toBe(1)
    await seenTimes(620, 'explore')
    expect(await counted()).toBe(600)
  })

  it('is refused where it is of another form, or of no zone of ours', async () => {
    for (const body of [
      {},
      null,
      { kind: 'zone', zones: ['atlantis'] },
      { kind: 'keep', zones: ['fes-shore'] },
      { kind: 'zone', zones: ['fes-shore'], address: '10.0.0.1' },
    ])
      expect((await tell(body)).status, JSON.stringify(body)).toBe(400)
    expect(await counted()).toBe(0)
  })
})

describe('the report of an agency', () => {
  it('is of its own territory and links, beside as many weeks before', async () => {
    await seenTimes(5, 'zone', 'fes-shore')
    await seenTimes(9, 'zone', 'casanearshore')
    clock.setTime(MONDAY)
    await seenTimes(7, 'zone', 'fes-shore')
    const { token } = await linkedBy(officer, (await frozenBy(officer, await saved(officer, aShortlist()))).id)
    await fetch(`${test.url}/api/shares/${token}/open`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: test.url },
      body: '{}',
    })
    await fetch(`${test.url}/api/shares/${token}/dossier.csv`)
    // The week that has begun is not told: watching it grow would tell the minute.
    expect(zoneIn(await report(), 'fes-shore')?.counts.zone).toEqual({ visits: 5, hasFew: false })

    clock.setTime(Date.parse('2026-12-07T00:00:00Z'))
    const closed = await report(1)
    expect(closed).toMatchObject({ from: '2026-11-30', to: '2026-12-06' })
    expect(closed.total).toMatchObject({ openings: 1, downloads: 1, enquiries: 0 })
    const seven = { visits: 7, hasFew: false }
    expect(zoneIn(closed, 'fes-shore')).toMatchObject({ counts: { zone: seven }, before: { zone: { visits: 5 } } })
    expect(zoneIn(closed, 'casanearshore')).toBeUndefined()
    expect(zoneIn(await report(2), 'fes-shore')?.counts.zone.visits).toBe(12)
    const stranger = await anOfficer(test, 'stranger@example.ma', 'cri-souss-massa')
    expect((await report(1, stranger)).total).toMatchObject({ openings: 0, downloads: 0 })
  })

  it('tells no sum under five, and none that two answers could be subtracted to', async () => {
    const begin = Date.parse(`${WEEK}T09:00:00Z`)
    for (const [week, times] of [6, 4, 8, 1, 5].entries()) {
      clock.setTime(begin + week * 7 * 86_400_000)
      await seenTimes(times, 'zone', 'fes-shore')
    }
    clock.setTime(begin + 5 * 7 * 86_400_000)
    const sums = await Promise.all(
      [1, 2, 3, 4, 5, 6].map(async (weeks) => zoneIn(await report(weeks), 'fes-shore')?.counts.zone.visits ?? 0),
    )
    expect(sums).toEqual([5, 5, 13, 13, 19, 19])
    const differences = sums.flatMap((a) => sums.map((b) => Math.abs(a - b)))
    expect(differences.filter((one) => one > 0 && one < 5)).toEqual([])
    expect(zoneIn(await report(2), 'fes-shore')?.counts.zone.hasFew).toBe(true)
  })

  it('forgets what is older than two years', async () => {
    await seen('zone', 'fes-shore')
    clock.setTime(Date.parse('2028-11-20T12:00:00Z'))
    expect(await forgetOldVisits(test.db, clock)).toBe(0)
    clock.setTime(Date.parse('2028-11-27T12:00:00Z'))
    expect(await forgetOldVisits(test.db, clock)).toBe(1)
  })
})
