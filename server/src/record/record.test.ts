import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { tokenHeader } from '../testing/caller.ts'
import { aPerson, signedInTwice } from '../testing/people.ts'
import { type Writers, writers } from '../testing/writers.ts'
import { csvCell } from './csv.ts'
import type { RecordAnswer, RecordEntry } from './entry.ts'

let server: Writers
beforeAll(async () => {
  server = await writers()
})
afterAll(() => server.close())

async function seats(
  id: string,
  value: number,
  headers = server.national,
  more: object = {},
): Promise<RecordEntry['commit']> {
  const answer = await server.post({ ...(await server.patchOf(id, { seats: value })), ...more }, headers)
  expect([answer.status, answer.body]).toEqual([200, expect.anything()])
  return answer.body.commit
}
const read = async (query = '', headers: Record<string, string> = server.national) => {
  const { status, body } = await server.send('GET', `/api/record${query}`, undefined, headers)
  return { status, code: body.code as string, ...(body as RecordAnswer) }
}
const edits = ({ entries }: RecordAnswer) => entries.filter(({ kind }) => kind !== 'seed').map(({ id }) => id)
const ids = ({ entries }: RecordAnswer) => [...new Set(entries.map(({ id }) => id))].sort()

describe('GET /api/record', () => {
  it('tells who changed what, with the values before and after, the last change first', async () => {
    await aPerson(server, 'amina@example.ma', {
      role: 'manager',
      organisationId: 'ewane',
      territory: { kind: 'zone', id: 'fes-shore' },
    })
    const { page } = await signedInTwice(server, 'amina@example.ma')
    const set = { ...(await server.patchOf('fes-shore-a-0', { seats: 45 })), note: 'recounted', method: 'site-visit' }
    expect((await page.post('/api/changes', set)).status).toBe(200)
    const { entries, head } = await read('?limit=1')
    expect(entries).toEqual([
      expect.objectContaining({
        n: head,
        kind: 'edit',
        role: 'manager',
        organisation: 'ewane',
        author: { id: expect.stringMatching(/^person:/), name: 'amina' },
        note: 'recounted',
        method: 'site-visit',
        collection: 'offices',
        id: 'fes-shore-a-0',
        zone: 'fes-shore',
        building: 'fes-shore-a',
        undoneBy: null,
      }),
    ])
    expect(entries[0]?.fields.seats).toEqual({ before: 40, after: 45 })
  })

  it('names the program of a token, and nobody for the seed', async () => {
    await seats('fes-shore-a-1', 51)
    const [last] = (await read('?limit=1')).entries
    expect(last?.author?.name).toBe('test administrator')
    expect((await read('?kind=seed&limit=1')).entries[0]?.author).toBeNull()
  })

  it('gives every change once, page by page', async () => {
    const { head } = await read('?limit=1')
    const seen: number[] = []
    for (let before: number | null = head + 1; before !== null; ) {
      const page: RecordAnswer = await read(`?limit=4&before=${before}`)
      seen.push(...page.entries.map(({ n }) => n))
      before = page.next
    }
    expect(seen).toEqual(Array.from({ length: head }, (_, i) => head - i))
  })

  it('can be asked for a place, an office, a person, a commit and a day', async () => {
    const commit = await seats('casanearshore-a-0', 33)
    expect((await read('?zone=casanearshore')).entries.every(({ zone }) => zone === 'casanearshore')).toBe(true)
    expect(ids(await read('?building=fes-shore-a'))).toEqual([
      'fes-shore-a',
      'fes-shore-a-0',
      'fes-shore-a-1',
      'fes-shore-a-2',
    ])
    expect(ids(await read('?office=casanearshore-a-0'))).toEqual(['casanearshore-a-0'])
    expect(edits(await read(`?commit=${commit}`))).toEqual(['casanearshore-a-0'])
    const author = (await read(`?commit=${commit}`)).entries[0]?.author?.id ?? ''
    expect((await read(`?person=${author}`)).entries.every((entry) => entry.author?.id === author)).toBe(true)
    // The clock stands at ten in the morning of the 23rd in Morocco; the seed is of the hour before.
    expect((await read('?day=2026-11-23')).entries.length).toBeGreaterThan(2)
    for (const none of ['?day=2026-11-22', '?day=2026-11-24', '?from=2026-11-24', '?to=2026-11-22', '?office=none']) {
      expect([none, (await read(none)).entries]).toEqual([none, []])
    }
  })

  it('shows what was moved away to those it was taken from', async () => {
    const set = await server.patchOf('fes-shore-a-2', {
      zoneId: 'casanearshore',
      buildingId: 'casanearshore-a',
      stackOrder: 9,
    })
    expect((await server.post(set, server.national)).status).toBe(200)
    expect(edits(await read('?zone=fes-shore', server.fes))[0]).toBe('fes-shore-a-2')
    expect(edits(await read('', server.casa))[0]).toBe('fes-shore-a-2')
  })

  it('is for those with the right to read it, in their own territory', async () => {
    expect([(await read('', {})).status, (await read('', {})).code]).toEqual([401, 'sign-in.required'])
    const own = await read('?limit=500', server.fes)
    expect(own.entries.length).toBeGreaterThan(3)
    expect(
      own.entries.filter(({ zone, fields }) => zone !== 'fes-shore' && fields.zoneId?.before !== 'fes-shore'),
    ).toEqual([])
    const other = await read('?zone=casanearshore', server.fes)
    expect([other.status, other.code]).toEqual([403, 'right.missing'])
    expect((await read('?building=casanearshore-a', server.fes)).status).toBe(403)
    expect((await read('?office=casanearshore-a-0', server.fes)).entries).toEqual([])
    const region = await tokenHeader(server.db, 'officer', { kind: 'region', id: 'MA-06' })
    expect(ids(await read('?collection=zones', region))).toEqual(['casanearshore'])
    const building = await tokenHeader(server.db, 'reader', { kind: 'building', id: 'fes-shore-a' })
    expect((await read('', building)).entries.every((entry) => entry.building === 'fes-shore-a')).toBe(true)
    expect((await read('?zone=fes-shore', building)).status).toBe(403)
    expect((await read('?building=fes-shore-a', building)).status).toBe(200)
  })

  it('refuses what cannot be asked', async () => {
    for (const query of [
      '?day=2026-02-30',
      '?day=yesterday',
      '?from=0001-01-01',
      '?kind=none',
      '?collection=houses',
      '?commit=1',
      '?before=0',
      '?limit=-1',
      '?who=me',
      '?zone=%00',
      '?day=2026-11-23&day=2026-11-23',
    ]) {
      expect([query, (await read(query)).status]).toEqual([query, 400])
    }
    expect((await read("?id=' or true --")).entries).toEqual([])
  })
})

describe('GET /api/record.csv', () => {
  const csv = async (query = '', headers: Record<string, string> = server.national) => {
    const answer = await fetch(`${server.url}/api/record.csv${query}`, { headers })
    return { answer, bytes: Buffer.from(await answer.arrayBuffer()) }
  }

  it('is UTF-8 with its mark, a line for each field, and nothing that a spreadsheet would run', async () => {
    const commit = await seats('fes-shore-a-0', 47, server.national, { note: '=HYPERLINK("http://evil"),1' })
    const { answer, bytes } = await csv(`?commit=${commit}`)
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    const [head, ...lines] = bytes.subarray(3).toString().trimEnd().split('\r\n')
    expect(head?.split(',').slice(0, 3)).toEqual(['n', 'at', 'commit'])
    expect(lines.some((line) => line.endsWith(',seats,45,47'))).toBe(true)
    expect(lines.every((line) => line.includes(`"'=HYPERLINK(""http://evil""),1"`))).toBe(true)
  })

  it('holds all that the pages hold, and only that', async () => {
    const { bytes } = await csv('?zone=fes-shore', server.fes)
    const numbers = new Set([...bytes.toString().matchAll(/(?:^|\n)(\d+),\d{4}-/g)].map(([, n]) => Number(n)))
    const pages = await read('?zone=fes-shore&limit=500', server.fes)
    expect([...numbers]).toEqual(pages.entries.map(({ n }) => n))
    expect((await csv('', {})).answer.status).toBe(401)
    expect((await csv('?zone=casanearshore', server.fes)).answer.status).toBe(403)
  })

  it('masks every beginning of a formula, and leaves numbers alone', () => {
    expect(['=1', '+1', '-1', '@a', '\tx', "'=1", 'a=1', -4.98, null, true].map(csvCell)).toEqual([
      "'=1",
      "'+1",
      "'-1",
      "'@a",
      "'\tx",
      "''=1",
      'a=1',
      '-4.98',
      '',
      'true',
    ])
    expect(csvCell('\rx')).toBe('"\'\rx"')
  })
})

describe('GET /api/record/verification', () => {
  const verify = (query = '', headers: Record<string, string> = server.national) =>
    server.send('GET', `/api/record/verification${query}`, undefined, headers)

  it('tells that the record is whole, and knows its own links', async () => {
    const { body } = await verify()
    expect(body).toMatchObject({ isWhole: true, isPresentRight: true, broken: null, strays: 0, knowsHead: null })
    expect(body.changes).toBe(await server.head())
    expect((await verify(`?head=${body.head}`)).body.knowsHead).toBe(true)
    expect((await verify(`?head=${'0'.repeat(64)}`)).body.knowsHead).toBe(false)
    expect((await verify('?head=x')).body.knowsHead).toBe(false)
  })

  it('is for everybody, and names nobody', async () => {
    const { status, body } = await verify('', {})
    expect([status, Object.keys(body).sort()]).toEqual([
      200,
      ['at', 'broken', 'changes', 'commits', 'head', 'isPresentRight', 'isWhole', 'knowsHead', 'strays'],
    ])
  })
})
