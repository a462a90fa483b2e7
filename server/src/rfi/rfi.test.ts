import { catalogue } from '@tvl/data'
import { coverageOf } from '@tvl/model'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeDemoAccounts } from '../session/demo-accounts.ts'
import { serve } from '../testing/app.ts'
import { cookieJar } from '../testing/browser.ts'
import type { Headers, Writers } from '../testing/writers.ts'
import { writers } from '../testing/writers.ts'
import { arabicRfi, englishRfi, frenchRfi, officerOf, opened, sendRfi, unpacked, workbookOf } from './rfi.maker.ts'
import { eraseExpired } from './rfi-store.ts'
import type { RfiAnswerShape } from './shapes.ts'

let server: Writers
let officer: Headers
beforeAll(async () => {
  server = await writers(catalogue({ catalogue: 'demo', inventory: 'S', today: '2026-11-23' }))
  officer = await officerOf(server.db, 'cri-fes-meknes')
})
afterAll(() => server.close())

const itemAt = (rfi: RfiAnswerShape, reference: string, sheet = 0) =>
  rfi.items.find((one) => one.sheet === sheet && one.reference === reference)

/** Properties of a record as the standard’s API serves them. */
const served = async (collection: string, id: string) =>
  (await server.send('GET', `/ogc/collections/${collection}/items/${id}`)).body.properties

describe('a questionnaire', () => {
  it('is matched question by question, with what is known, by whom and when', async () => {
    const { status, body } = await sendRfi(server, await frenchRfi(), officer)
    expect([status, body.code]).toEqual([201, undefined])
    const fes = await served('zones', 'fes-shore')
    expect(body.items.map(({ reference, field, state }) => [reference, state, field])).toEqual([
      ['D4', 'filled', 'zone.name'],
      ['D5', 'filled', 'region.name'],
      ['D6', 'filled', 'zone.areaHa'],
      ['D7', 'filled', 'zone.officeM2Built'],
      ['D8', 'filled', 'zone.officeM2PlannedTotal'],
      ['D9', 'filled', 'zone.rentMadPerM2Month'],
      ['D10', 'filled', 'zone.occupancyPct'],
      ['D11', 'ambiguous', null],
      ['D12', 'unknown', 'zone.companies'],
      ['D13', expect.anything(), 'talent.unemploymentPct'],
      ['D14', 'filled', 'zone.airportKm'],
      ['D15', 'unmatched', null],
      ['D16', 'unmatched', null],
      ['D17', 'filled', 'zone.firstAvailableOn'],
      ['D18', 'kept', 'zone.operatorName'],
    ])
    expect(itemAt(body, 'D6')).toMatchObject({
      ...{
        value: fes.areaHa,
        unit: 'ha',
        grade: 'press',
        confidence: 1,
        zoneId: 'fes-shore',
        label: 'Superficie du site',
      },
      sources: fes.provenance['*'].sources,
    })
    expect(itemAt(body, 'D9')).toMatchObject({
      value: Math.round(((fes.rentMadPerM2Month * 12) / 11.1409) * 100) / 100,
      unit: 'EUR/m²/year',
      rate: { currency: 'EUR', madPerUnit: '11.1409' },
    })
    expect(
      itemAt(body, 'D11')
        ?.choices.slice(0, 2)
        .map(({ field }) => field),
    ).toEqual(['offers.serviceChargeFrom', 'offers.serviceChargeTo'])
    expect(itemAt(body, 'D17')).toMatchObject({ grade: 'illustrative' })
    for (const { state, grade, sources } of body.items) {
      if (state === 'filled') expect([grade, sources.length > 0]).toEqual([expect.any(String), true])
    }
  })

  it('says a coverage that a count confirms', async () => {
    const { body } = await sendRfi(server, await frenchRfi(), officer)
    const workbook = await opened(await workbookOf(server, body.id, officer))
    const sheet = workbook.getWorksheet('Site')
    const cells = body.items
      .filter(({ state }) => state !== 'kept')
      .map(({ reference }) => sheet?.getCell(reference).value)
    const filled = cells.filter((value) => value !== null).length
    expect(body.coverage).toEqual(coverageOf(body.items.map(({ state }) => state)))
    expect(body.coverage).toMatchObject({
      questions: cells.length,
      filled,
      kept: 1,
      pct: Math.floor((100 * filled) / cells.length),
    })
    expect(body.coverage.questions - filled).toBe(
      body.coverage.unknown + body.coverage.ambiguous + body.coverage.unmatched,
    )
  })

  it('is changed by what an officer says it means, by one of several at a time', async () => {
    const { body } = await sendRfi(server, await frenchRfi(), officer)
    const put = (revision: number, choices: object, headers = officer) =>
      server.send('PUT', `/api/rfi/${body.id}/choices`, { revision, choices }, headers)
    const question = itemAt(body, 'D11')?.question ?? ''
    const chosen = await put(1, { [question]: 'offers.serviceChargeTo', '0!B4': null })
    expect([chosen.status, chosen.body.detail, chosen.body.revision]).toEqual([200, undefined, 2])
    expect(itemAt(chosen.body, 'D11')).toMatchObject({ state: 'filled', isChosen: true, unit: 'MAD/m²/month' })
    expect(itemAt(chosen.body, 'D4')).toMatchObject({ state: 'left-empty', value: null })
    const colleague = await officerOf(server.db, 'cri-fes-meknes')
    expect(await put(1, {}, colleague)).toMatchObject({ status: 409, body: { code: 'rfi.stale' } })
    expect((await put(2, {}, colleague)).body.coverage.leftEmpty).toBe(0)
    expect(await put(3, { '0!Z9': null })).toMatchObject({ status: 422, body: { code: 'rfi.choice' } })
    expect(await put(3, { [question]: 'zone.beauty' })).toMatchObject({ status: 422, body: { code: 'rfi.choice' } })
  })

  it('is its organisation’s alone, and gone after ninety days', async () => {
    const { body } = await sendRfi(server, await frenchRfi(), officer)
    const other = await officerOf(server.db, 'cri-oriental', 'MA-02')
    for (const path of ['', '/workbook']) {
      expect(await server.send('GET', `/api/rfi/${body.id}${path}`, undefined, other)).toMatchObject({
        status: 404,
        body: { code: 'rfi.unknown' },
      })
    }
    expect((await server.send('GET', '/api/rfi', undefined, other)).body.requests).toEqual([])
    const mine = (await server.send('GET', '/api/rfi', undefined, officer)).body.requests
    expect(mine.find(({ id }: { id: string }) => id === body.id)).toMatchObject({
      fileName: 'questions.xlsx',
      zoneIds: ['fes-shore'],
    })
    const days = (Date.parse(body.expiresAt) - Date.parse(body.createdAt)) / 86_400_000
    expect(days).toBe(90)
    expect(await eraseExpired(server.db, new Date(Date.parse(body.expiresAt) - 1))).toBe(0)
    expect((await server.send('GET', `/api/rfi/${body.id}`, undefined, officer)).status).toBe(200)
    expect(await eraseExpired(server.db, new Date(body.expiresAt))).toBeGreaterThan(0)
    const { rows } = await sql`select from rfi`.execute(server.db)
    expect(rows).toEqual([])
    expect((await server.send('GET', `/api/rfi/${body.id}`, undefined, officer)).status).toBe(404)
  })

  it('of the demonstration, which everybody may read, is kept for a day', async () => {
    const demo = await serve(catalogue({ catalogue: 'demo', inventory: 'S', today: '2026-11-23' }), {
      catalogue: 'demo',
    })
    try {
      await makeDemoAccounts(demo.db, new Date('2026-11-23T09:00:00Z'))
      const page = cookieJar(demo.url)
      await page.post('/api/auth/sign-in', { email: 'officer@demo.example', password: 'demo officer locator' })
      const cookie = [...page.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
      const { status, body } = await sendRfi(demo, await frenchRfi(), { cookie, origin: demo.url })
      expect(status).toBe(201)
      expect(Date.parse(body.expiresAt) - Date.parse(body.createdAt)).toBe(86_400_000)
      // Whoever has an account of their own is not shown to the demonstration’s visitors.
      expect(body.owners.filter(({ kind }) => kind === 'person').map(({ name }) => name.fr)).toEqual(['Karim (démo)'])
    } finally {
      await demo.close()
    }
  })

  it('is dropped when its officers say so', async () => {
    const { body } = await sendRfi(server, await frenchRfi(), officer)
    expect((await server.send('DELETE', `/api/rfi/${body.id}`, undefined, officer)).status).toBe(204)
    expect((await server.send('GET', `/api/rfi/${body.id}`, undefined, officer)).status).toBe(404)
  })
})

describe('a column a site', () => {
  it('is filled for the site that it is named after, or its turn', async () => {
    const bytes = await englishRfi(['Casanearshore', 'Site 1'])
    const { body } = await sendRfi(server, bytes, officer, { zones: 'fes-shore,casanearshore', lang: 'en' })
    const [fes, casa] = [await served('zones', 'fes-shore'), await served('zones', 'casanearshore')]
    expect(new Set(body.items.map(({ reference, zoneId }) => `${reference[0]} ${zoneId}`))).toEqual(
      new Set(['B casanearshore', 'C fes-shore']),
    )
    expect(itemAt(body, 'C5')).toMatchObject({ value: Math.round(fes.areaHa * 2.4710538147 * 100) / 100, unit: 'acre' })
    expect(itemAt(body, 'B6')).toMatchObject({ value: Math.round(casa.officeM2Built / 0.09290304), unit: 'ft²' })
    expect(itemAt(body, 'C8')).toMatchObject({ value: Math.round((fes.airportKm / 1.609344) * 10) / 10, unit: 'mi' })
    const region = await served('regions', 'MA-03')
    expect(itemAt(body, 'C10')).toMatchObject({ value: region.population2024 / 1000, unit: '10³' })
  })

  it('of a site that was not chosen stays empty', async () => {
    const { body } = await sendRfi(server, await englishRfi(['Casanearshore', 'Site 1', 'Site 2']), officer)
    expect(new Set(body.items.map(({ zoneId }) => zoneId))).toEqual(new Set(['fes-shore']))
    const sheet = (await opened(await workbookOf(server, body.id, officer))).getWorksheet('Comparison')
    expect([sheet?.getCell('B4').value, sheet?.getCell('D4').value]).toEqual([null, null])
  })
})

describe('a gap', () => {
  it('is asked of somebody by a day, and answered for this workbook alone', async () => {
    const { body } = await sendRfi(server, await frenchRfi(), officer)
    const path = `/api/rfi/${body.id}/gaps`
    const ask = (more: object = {}) =>
      server.send(
        'POST',
        path,
        { cell: '0!D12', owner: { kind: 'organisation', id: 'ewane' }, dueOn: '2026-12-01', ...more },
        officer,
      )
    expect(body.owners.map(({ id }) => id)).toEqual(expect.arrayContaining(['cri-fes-meknes', 'ewane']))
    expect(await ask({ dueOn: '2026-11-22' })).toMatchObject({ status: 422, body: { code: 'rfi.due' } })
    expect(await ask({ dueOn: '2026-02-31' })).toMatchObject({ status: 422, body: { code: 'rfi.due' } })
    expect(await ask({ cell: '0!A1' })).toMatchObject({ status: 422, body: { code: 'rfi.gap' } })
    expect(await ask({ owner: { kind: 'organisation', id: 'mitc' } })).toMatchObject({
      status: 422,
      body: { code: 'rfi.owner' },
    })
    const asked = await ask()
    expect(asked.status).toBe(201)
    const gap = itemAt(asked.body, 'D12')?.gap
    expect(gap).toMatchObject({ ownerOrganisationId: 'ewane', dueOn: '2026-12-01', answer: null })

    const head = await server.head()
    const answered = await server.send('PUT', `${path}/${gap?.id}`, { value: '=38+1' }, officer)
    expect(itemAt(answered.body, 'D12')).toMatchObject({
      state: 'declared',
      grade: 'declared',
      value: '=38+1',
      gap: { answeredOn: '2026-11-23', answeredByRole: 'officer' },
    })
    expect(await server.head()).toBe(head)
    const workbook = await opened(await workbookOf(server, body.id, officer))
    expect(workbook.getWorksheet('Site')?.getCell('D12').value).toBe('=38+1')
    const sources = workbook.getWorksheet('Sources')
    const row = sources?.getRows(1, sources.rowCount)?.find((one) => one.getCell(2).value === 'D12')
    expect([row?.getCell(7).value, row?.getCell(12).value]).toEqual(['déclaré', 'déclaré par l’agence, le 2026-11-23'])

    const back = await server.send('DELETE', `${path}/${gap?.id}`, undefined, officer)
    expect(itemAt(back.body, 'D12')).toMatchObject({ state: 'unknown', gap: null })
    expect(await server.send('DELETE', `${path}/${gap?.id}`, undefined, officer)).toMatchObject({
      status: 404,
      body: { code: 'rfi.gap-unknown' },
    })
  })
})

describe('the language', () => {
  it('is that of the reader, and right-to-left sheets are read as they lie', async () => {
    const { body } = await sendRfi(server, await arabicRfi(), officer, { lang: 'ar', name: 'استمارة.xlsx' })
    const fes = await served('zones', 'fes-shore')
    expect(body.items.map(({ reference, state }) => [reference, state])).toEqual([
      ['B2', 'filled'],
      ['B3', 'filled'],
      ['B4', 'filled'],
      ['B5', 'filled'],
      ['B6', 'filled'],
      ['B7', expect.anything()],
      ['B8', 'unmatched'],
    ])
    expect([itemAt(body, 'B2')?.value, itemAt(body, 'B4')?.value]).toEqual([fes.nameAr, fes.cityAr])
    expect(itemAt(body, 'B5')).toMatchObject({ value: fes.rentMadPerM2Month, unit: 'MAD/m²/month' })
    const bytes = await workbookOf(server, body.id, officer)
    const workbook = await opened(bytes)
    expect(workbook.getWorksheet('المصادر')?.views[0]?.rightToLeft).toBe(true)
    expect(unpacked(bytes).get('xl/worksheets/sheet1.xml')?.toString()).toContain('rightToLeft="1"')
  })
})
