import { randomUUID } from 'node:crypto'
import { request } from 'node:http'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { changesSince, checksums } from '../storage/store.ts'
import { tokenHeader } from '../testing/caller.ts'
import { aPackage, aWorkbook, rowMarkup, workbookParts } from '../testing/files.ts'
import { twoSites } from '../testing/sites.ts'
import { type Writers, writers } from '../testing/writers.ts'
import { aTable, rowsOf, sendFile } from './imports.maker.ts'
import type { ImportAnswer } from './shapes.ts'

/** Two sites, whose offices are called. */
const sites = () =>
  twoSites().map((record) =>
    record.collection === 'offices'
      ? ({ ...record, properties: { ...record.properties, name: `A-${record.id.slice(-1)}` } } as typeof record)
      : record,
  )

let server: Writers
beforeAll(async () => {
  server = await writers(sites())
})
afterAll(() => server.close())

const patch = (one: ImportAnswer, body: object) =>
  server.send('PATCH', `/api/imports/${one.id}`, { revision: one.revision, ...body })
const apply = (one: ImportAnswer, headers = server.fes) =>
  server.send('POST', `/api/imports/${one.id}/apply`, { revision: one.revision }, headers)
const faultsOf = async (one: ImportAnswer) =>
  (await rowsOf(server, one, 'error')).rows.map(({ row, faults }) => [
    row,
    ...faults.map(({ field, code }) => `${field} ${code}`),
  ])

describe('a file', () => {
  it('is compared row by row, and nothing of the catalogue is written', async () => {
    const before = await server.head()
    const table = aTable(
      ['buildingId', 'name', 'floor', 'areaM2', 'seats', 'fitOut', 'status', 'rentMadPerM2Month'],
      [
        // As it is, under its name.
        ['Bâtiment fes-shore-a', 'A-0', 0, 400, 40, 'aménagé', 'libre', '110,5'],
        ['fes-shore-a', 'A-1', 1, 400, 55, 'aménagé', 'loué', '112,25'],
        ['fes-shore-b', 'B-0-1', 0, '1 200', 120, 'prêt à l’emploi', 'libre', ''],
        ['', '', '', '', '', '', '', ''],
      ],
    )
    const { status, body } = await sendFile(server, table)
    expect(status).toBe(201)
    expect(body.counts).toMatchObject({ new: 1, changed: 1, same: 1, error: 0, missing: 1, removed: 0 })
    expect(body.choices).toMatchObject({ decimal: ',', sheets: [{ collection: 'offices', headRow: 0 }] })
    const { rows, missing } = {
      ...(await rowsOf(server, body)),
      ...{ missing: (await rowsOf(server, body, 'missing')).missing },
    }
    expect(rows.find(({ state }) => state === 'changed')).toMatchObject({
      id: 'fes-shore-a-1',
      row: 2,
      changes: [
        { field: 'seats', before: 50, after: 55 },
        { field: 'rentMadPerM2Month', before: 110.5, after: 112.25 },
        { field: 'status', before: 'free', after: 'let' },
      ].sort(() => 0),
    })
    expect(rows.find(({ state }) => state === 'new')).toMatchObject({ id: 'fes-shore-b-b-0-1', name: 'B-0-1' })
    expect(missing).toMatchObject([{ id: 'fes-shore-a-2' }])
    expect(await server.head()).toBe(before)
  })

  it('with right-to-left heads and Arabic words is the same file', async () => {
    const table = aTable(
      ['zoneId', 'buildingId', 'name', 'seats', 'status', 'leaseEndsOn'],
      [['منطقة fes-shore', 'مبنى fes-shore-a', 'A-1', '٥٥', 'مكترى', '٣١ دجنبر ٢٠٢٧']],
      { language: 'ar' },
    )
    const { body } = await sendFile(
      server,
      await aWorkbook(table.split('\n').map((line) => line.split(';').map((t) => `\u200f${t}`))),
      'المرافق.xlsx',
    )
    expect(body.counts).toMatchObject({ changed: 1, error: 0 })
    expect((await rowsOf(server, body)).rows[0]?.changes).toEqual(
      expect.arrayContaining([
        { field: 'seats', before: 50, after: 55 },
        { field: 'leaseEndsOn', before: null, after: '2027-12-31' },
      ]),
    )
  })

  it('is held against the rules of a change, each row told by its own fault', async () => {
    const table = aTable(
      ['id', 'buildingId', 'name', 'floor', 'seats', 'status', 'leaseEndsOn', 'rentMadPerM2Month', 'stackOrder'],
      [
        ['fes-shore-a-0', '', '', 9, 40, 'libre', '', '', ''],
        ['fes-shore-a-1', '', '', 1, 'beaucoup', 'loué', '', '', ''],
        ['fes-shore-a-2', '', '', 2, 60, 'loué', '31/12/2020', '', ''],
        ['fes-shore-a-2', '', '', 2, 60, '', '', '', ''],
        ['', 'fes-shore-a', 'A-0', 0, 40, '', '', 2210, ''],
        ['', 'casanearshore-a', 'A-0', 0, 41, '', '', '', ''],
        ['', 'Atlantis', 'x', 0, 41, '', '', '', ''],
        ['fes-shore-z', 'fes-shore-a', 'A-1', '', '', '', '', '', ''],
        ['', 'fes-shore-b', 'N-1', 0, 10, 'libre', '', '', 0],
        ['', 'fes-shore-a', '=1+1', 0, 10, 'libre', '', '', ''],
      ],
    )
    const { body } = await sendFile(server, table)
    expect(body.counts.error).toBe(10)
    expect(await faultsOf(body)).toEqual([
      [1, 'floor floor.outside'],
      [2, 'seats number.unreadable'],
      [3, 'leaseEndsOn date.past'],
      [4, 'id row.twice'],
      [5, 'id row.twice'],
      [6, 'null right.missing'],
      [7, 'buildingId building.unknown'],
      [8, 'id id.other'],
      [9, 'areaM2 required', 'fitOut required'],
      [10, 'name cell.formula'],
    ])
    expect(await apply(body)).toMatchObject({ status: 409, body: { code: 'import.has-errors' } })
  })

  it('can be corrected cell by cell, its unusual figures confirmed, and its wrong rows left out', async () => {
    const table = aTable(
      ['id', 'seats', 'rentMadPerM2Month'],
      [
        ['fes-shore-a-0', 'quarante', '110,5'],
        ['fes-shore-a-1', '50', '9000'],
        ['fes-shore-a-2', 'x', ''],
      ],
    )
    const { body } = await sendFile(server, table)
    expect(body.counts).toMatchObject({ error: 3 })
    const edited = (await patch(body, { edits: [{ sheet: 0, row: 1, column: 1, value: '44' }] })).body as ImportAnswer
    expect(edited.counts).toMatchObject({ error: 2, changed: 1 })
    expect((await patch(body, {})).body).toMatchObject({ code: 'import.stale' })
    const confirmed = (await patch(edited, { confirm: ['offices/fes-shore-a-1/rentMadPerM2Month'] }))
      .body as ImportAnswer
    expect(confirmed.counts).toMatchObject({ error: 1, changed: 2 })
    const without = (await patch(confirmed, { leaveOutErrors: true })).body as ImportAnswer
    expect(without.counts).toMatchObject({ error: 0, changed: 2, 'left-out': 1 })
    expect(without.writes).toBe(2)
  })

  it('can be mapped otherwise than it was guessed', async () => {
    const { body } = await sendFile(server, 'Code;Nb\nfes-shore-a-0;41\n')
    expect(body.counts).toMatchObject({ changed: 0 })
    const sheets = [{ collection: 'offices', headRow: 0, columns: ['id', 'seats'] }]
    // A sheet that becomes a list is mapped by its heads first; then column by column.
    const listed = (await patch(body, { sheets })).body as ImportAnswer
    const mapped = (await patch(listed, { sheets })).body as ImportAnswer
    expect(mapped.counts).toMatchObject({ changed: 1 })
    const twice = [{ collection: 'offices', headRow: 0, columns: ['seats', 'seats'] }]
    expect(await patch(mapped, { sheets: twice })).toMatchObject({ status: 422, body: { code: 'import.mapping' } })
    const none = [{ collection: 'offices', headRow: 0, columns: ['id', 'provenance'] }]
    expect((await patch(mapped, { sheets: none })).status).toBe(422)
  })

  it('says by an empty cell nothing, and by a choice that a figure is not known', async () => {
    const { body } = await sendFile(server, aTable(['id', 'rentMadPerM2Month', 'seats'], [['fes-shore-a-0', '', '']]))
    expect(body.counts).toMatchObject({ same: 1 })
    const unknown = (await patch(body, { blanks: 'unknown' })).body as ImportAnswer
    expect((await rowsOf(server, unknown)).rows[0]?.changes).toEqual([
      { field: 'rentMadPerM2Month', before: 110.5, after: null },
    ])
  })

  it('is its sender’s alone, and waits a day', async () => {
    const { body } = await sendFile(server, aTable(['id', 'seats'], [['fes-shore-a-0', 41]]))
    for (const [method, path, sent] of [
      ['GET', '', undefined],
      ['PATCH', '', { revision: 1 }],
      ['GET', '/rows', undefined],
      ['GET', '/annotated', undefined],
      ['POST', '/apply', { revision: 1 }],
      ['DELETE', '', undefined],
    ] as const) {
      const other = await server.send(method, `/api/imports/${body.id}${path}`, sent, server.national)
      expect([method, path, other.status, other.body.code]).toEqual([method, path, 404, 'import.unknown'])
    }
    expect((await server.send('GET', '/api/imports')).body.open).toContainEqual(
      expect.objectContaining({ id: body.id }),
    )
    await sql`update import set expires_at = '2026-11-23T08:59:59Z' where id = ${body.id}`.execute(server.db)
    expect((await server.send('GET', `/api/imports/${body.id}`)).status).toBe(404)
  })

  it('is read only from those who may write somewhere, and before it is sent', async () => {
    expect(await sendFile(server, 'a;b', 'a.csv', {})).toMatchObject({
      status: 401,
      body: { code: 'sign-in.required' },
    })
    const reader = await tokenHeader(server.db, 'reader')
    expect(await sendFile(server, 'a;b', 'a.csv', reader)).toMatchObject({
      status: 403,
      body: { code: 'right.missing' },
    })
  })
})

describe('a hostile file', () => {
  it.each([
    [
      'macros',
      aPackage(workbookParts(rowMarkup(1, ['Plateau']), [{ name: 'xl/vbaProject.bin', data: 'x' }])),
      'a.xlsx',
      422,
      'import.macros',
    ],
    [
      'a bomb',
      aPackage(workbookParts('', [{ name: 'xl/media/a.png', data: Buffer.alloc(150_000_000) }])),
      'a.xlsx',
      422,
      'import.bomb',
    ],
    [
      'entities',
      aPackage(workbookParts('', [], '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]>')),
      'a.xlsx',
      422,
      'import.unsafe-xml',
    ],
    ['a page', '<html></html>', 'a.csv', 415, 'import.type'],
    ['another ending', 'a;b', 'a.exe', 415, 'import.type'],
    ['a path for a name', 'a;b', '../../etc/passwd', 415, 'import.type'],
    ['no name', 'a;b', '', 400, 'request.invalid'],
    ['too much', Buffer.alloc(11 * 1024 * 1024, 0x61), 'a.csv', 413, 'body.too-large'],
    ['nothing', '', 'a.csv', 422, 'import.empty'],
  ] as const)('with %s is refused by its reason', async (_, bytes, name, status, code) => {
    expect(await sendFile(server, bytes, name)).toMatchObject({ status, body: { code } })
  })

  it('by a name that leads elsewhere is kept under its last part, and breaks no header', async () => {
    for (const [name, kept] of [
      ['../../../etc/cron.d/parc.csv', 'parc.csv'],
      ['C:\\Windows\\parc.csv', 'parc.csv'],
      ['a"\r\nset-cookie: x=1\u202e.csv', 'a"set-cookie: x=1.csv'],
    ] as const) {
      const { status, body } = await sendFile(server, 'Bâtiment;Plateau\nfes-shore-a;A-0', name)
      expect([status, body.fileName]).toEqual([201, kept])
      const answer = await fetch(`${server.url}/api/imports/${body.id}/annotated`, { headers: server.fes })
      expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename="[A-Za-z0-9._-]+"; filename\*=/)
      expect(answer.headers.get('set-cookie')).toBeNull()
    }
  })

  it('that says to have four gigabytes is refused before any of them has come', async () => {
    const { port } = new URL(server.url)
    const headers = { ...server.fes, 'content-length': String(4 * 1024 ** 3) }
    const status = await new Promise<number | undefined>((done) => {
      const path = '/api/imports?name=parc.xlsx'
      const call = request({ host: '127.0.0.1', port, path, method: 'POST', headers }, (answer) => {
        done(answer.statusCode)
        call.destroy()
      })
      call.on('error', () => done(undefined))
      call.flushHeaders()
    })
    expect(status).toBe(413)
  })

  it('of a gigabyte is refused while it is sent, and the server answers on', async () => {
    const { port } = new URL(server.url)
    const chunk = Buffer.alloc(64 * 1024, 0x61)
    const outcome = await new Promise<{ status: number | undefined; sent: number }>((done) => {
      let sent = 0
      const path = '/api/imports?name=parc.csv'
      const call = request({ host: '127.0.0.1', port, path, method: 'POST', headers: server.fes }, (answer) => {
        done({ status: answer.statusCode, sent })
        answer.resume()
        call.destroy()
      })
      call.on('error', () => done({ status: undefined, sent }))
      const push = () => {
        while (sent < 1024 ** 3 && !call.destroyed) {
          sent += chunk.length
          if (!call.write(chunk)) return void call.once('drain', push)
        }
        call.end()
      }
      push()
    })
    expect(outcome.status).toBe(413)
    expect(outcome.sent).toBeLessThan(64 * 1024 * 1024)
    expect((await fetch(`${server.url}/api/catalogue`)).status).toBe(200)
  })
})

describe('applying', () => {
  let own: Writers
  beforeEach(async () => {
    own = await writers(sites())
    return () => own.close()
  })
  const applyOwn = ({ id, revision }: ImportAnswer) => own.send('POST', `/api/imports/${id}/apply`, { revision })
  const TABLE = aTable(
    ['id', 'buildingId', 'name', 'floor', 'areaM2', 'seats', 'fitOut', 'status', 'leaseEndsOn'],
    [
      ['fes-shore-a-0', '', '', '', '', 44, '', '', ''],
      ['fes-shore-a-1', '', '', '', '', '', '', 'loué', '2028-06-30'],
      ['', 'fes-shore-b', 'B-0-1', 0, 300, 30, 'brut', 'libre', ''],
      ['', 'fes-shore-b', 'B-0-2', 0, 300, 31, 'brut', 'libre', ''],
    ],
  )

  it('writes one commit as it was shown, once, and says how it was verified', async () => {
    const { body } = await sendFile(own, TABLE)
    const before = await own.head()
    const [first, second] = await Promise.all([applyOwn(body), applyOwn(body)])
    expect(first).toMatchObject({ status: 200, body: { commit: body.id, changes: 4 } })
    expect(second.body).toEqual(first.body)
    expect(await own.head()).toBe(before + 4)
    const changes = await changesSince(own.db, before)
    expect(new Set(changes.map(({ commit }) => commit))).toEqual(new Set([body.id]))
    const { rows } = await sql`select kind, method, note, actor_role from commit where id = ${body.id}`.execute(own.db)
    expect(rows).toEqual([{ kind: 'import', method: 'import', note: 'parc.csv', actor_role: 'manager' }])
    expect(await own.office('fes-shore-a-0')).toMatchObject({
      seats: 44,
      verifications: { seats: { on: '2026-11-23', by: 'zone-manager', method: 'import' } },
    })
    const [b1, b2] = [await own.office('fes-shore-b-b-0-1'), await own.office('fes-shore-b-b-0-2')]
    expect([b1.stackOrder, b2.stackOrder, b1.zoneId]).toEqual([0, 1, 'fes-shore'])
    // The file says now what the catalogue says: nothing is left to do.
    expect((await sendFile(own, TABLE)).body.counts).toMatchObject({ same: 4, new: 0, changed: 0, error: 0 })
    expect((await own.send('GET', '/api/imports')).body).toMatchObject({
      open: [{}],
      applied: [{ commit: body.id, fileName: 'parc.csv', changes: 4, undoneAt: null }],
    })
  })

  it('is undone as a whole, to exactly what was there', async () => {
    const before = await checksums(own.db)
    const { body } = await sendFile(own, TABLE)
    await applyOwn(body)
    expect(await checksums(own.db)).not.toEqual(before)
    const undo = await own.send('POST', `/api/commits/${body.id}/undo`, { id: randomUUID() })
    expect(undo.status).toBe(200)
    expect(await checksums(own.db)).toEqual(before)
    expect((await own.send('GET', '/api/imports')).body.applied[0].undoneAt).not.toBeNull()
  })

  it('is refused where somebody changed the same field since, and lets other changes stand', async () => {
    const { body } = await sendFile(own, TABLE)
    await own.post(await own.patchOf('fes-shore-a-0', { areaM2: 444 }), own.national)
    const other = (await sendFile(own, TABLE)).body
    await own.post(await own.patchOf('fes-shore-a-0', { seats: 77 }), own.national)
    const before = await own.head()
    for (const one of [body, other]) {
      expect(await applyOwn(one)).toMatchObject({ status: 409, body: { code: 'change.conflict' } })
    }
    expect(await own.head()).toBe(before)
    // Compared anew, the file says what it would change of the newer state.
    const again = (await own.send('PATCH', `/api/imports/${body.id}`, { revision: 1 })).body as ImportAnswer
    expect(again.version).toBe(before)
    expect((await applyOwn(again)).status).toBe(200)
    expect(await own.office('fes-shore-a-0')).toMatchObject({ seats: 44, areaM2: 444 })
  })

  it('removes what the file does not list only when asked, and only in its buildings', async () => {
    const { body } = await sendFile(own, TABLE)
    expect(body.counts).toMatchObject({ missing: 1, removed: 0 })
    const removing = (await own.send('PATCH', `/api/imports/${body.id}`, { revision: 1, removeMissing: true }))
      .body as ImportAnswer
    expect(removing.counts).toMatchObject({ missing: 1, removed: 1 })
    expect((await applyOwn(removing)).body).toMatchObject({ changes: 5 })
    expect((await own.send('GET', '/ogc/collections/offices/items/fes-shore-a-2')).status).toBe(404)
    expect((await own.send('GET', '/ogc/collections/offices/items/casanearshore-a-2')).status).toBe(200)
  })

  it('keeps the preview for another process, and after a restart', async () => {
    const { body } = await sendFile(own, TABLE)
    const { importOf, previewOfImport } = await import('./import-store.ts')
    const { rows } = await sql<{ actor_id: string }>`select actor_id from import`.execute(own.db)
    const now = new Date('2026-11-23T09:00:00Z')
    expect(await importOf(own.db, body.id, rows[0]?.actor_id ?? '', now)).toMatchObject({ revision: 1 })
    expect((await previewOfImport(own.db, body.id)).writes).toHaveLength(4)
  })

  it('brings buildings and their offices in one file', async () => {
    const buildings = aTable(
      ['zoneId', 'nameFr', 'nameAr', 'nameEn', 'floors', 'grossLeasableAreaM2', 'status', 'longitude', 'latitude'],
      [['fes-shore', 'Bâtiment C', 'المبنى ج', 'Building C', 3, 2000, 'en service', -4.981, 34.001]],
      { collection: 'buildings' },
    )
    const offices = aTable(
      ['zoneId', 'buildingId', 'name', 'floor', 'areaM2', 'seats', 'fitOut', 'status'],
      [['fes-shore', 'Bâtiment C', 'C-0', 0, 500, 60, 'brut', 'libre']],
    )
    const asRows = (text: string) => text.split('\n').map((line) => line.split(';'))
    const workbook = await aWorkbook(asRows(offices), (book) => {
      const sheet = book.addWorksheet('Bâtiments')
      for (const row of asRows(buildings)) sheet.addRow(row)
    })
    const { body } = await sendFile(own, workbook, 'parc.xlsx')
    expect(body.counts).toMatchObject({ new: 2, error: 0 })
    expect((await applyOwn(body)).body).toMatchObject({ changes: 2 })
    const office = await own.send('GET', '/ogc/collections/offices/items/fes-shore-batiment-c-c-0')
    expect(office.body).toMatchObject({
      geometry: { coordinates: [-4.981, 34.001] },
      properties: { buildingId: 'fes-shore-batiment-c' },
    })
  })
})

describe('the annotated file', () => {
  it('says in the reader’s language what is wrong beside each row', async () => {
    const table = aTable(
      ['id', 'seats'],
      [
        ['fes-shore-a-0', 'x'],
        ['fes-shore-a-1', '50'],
      ],
    )
    const { body } = await sendFile(server, table)
    for (const [language, words] of [
      ['fr', '« x » n’est pas un nombre.'],
      ['en', '“x” is not a number.'],
      ['ar', '«x» ليس عددا.'],
    ]) {
      const answer = await fetch(`${server.url}/api/imports/${body.id}/annotated?lang=${language}`, {
        headers: server.fes,
      })
      expect(answer.headers.get('content-disposition')).toContain('attachment; filename="parc-')
      const lines = (await answer.text()).split('\r\n')
      expect(lines[1]).toContain(words)
      expect(lines[2]).toBe('fes-shore-a-1;50')
    }
  })
})
