import type { CatalogueRecord, Language, Office } from '@tvl/model'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { aBuilding, anOffice } from '../testing/makers.ts'
import { twoSites } from '../testing/sites.ts'
import { type Writers, writers } from '../testing/writers.ts'
import { sendFile } from './imports.maker.ts'
import { Workshop } from './reading/workshop.ts'

const workshop = new Workshop()
afterAll(() => workshop.close())

const get = async ({ url }: Pick<Writers, 'url'>, path: string) => {
  const answer = await fetch(url + path)
  return { answer, bytes: Buffer.from(await answer.arrayBuffer()) }
}

const text = fc.oneof(
  fc.constantFrom(
    '=1+1',
    '+212',
    '-A',
    '@x',
    "'=1",
    ' = 1',
    'A;B',
    'A,"B"',
    'inconnu',
    'é ß',
    'الوحدة ١',
    '12',
    '1,5',
    'sep=;',
  ),
  fc.string({ minLength: 1, maxLength: 20, unit: 'grapheme' }).filter((one) => one.trim() !== ''),
)
const day = fc
  .integer({ min: 0, max: 4000 })
  .map((n) => new Date(Date.UTC(2026, 10, 24 + n)).toISOString().slice(0, 10))
const minute = fc
  .integer({ min: 1, max: 2_000_000 })
  .map((n) => `${new Date(Date.UTC(2026, 10, 24) + n * 60_000).toISOString().slice(0, 16)}Z`)
const figure = fc.option(fc.integer({ min: 0, max: 9_999_999 }).map((n) => n / 1000))
const stated = fc.oneof(
  fc.record({ status: fc.constant('free' as const), freeFrom: fc.option(day) }),
  fc.record({ status: fc.constant('let' as const), leaseEndsOn: fc.option(day) }),
  fc.record({ status: fc.constant('held' as const), holdEndsAt: fc.option(minute) }),
  fc.record({ status: fc.constant('under-construction' as const), deliversOn: fc.option(day) }),
)
const office = fc
  .record({
    name: text,
    floor: fc.integer({ min: -2, max: 3 }),
    areaM2: fc.integer({ min: 1, max: 99_999 }),
    seats: fc.integer({ min: 1, max: 9999 }),
    fitOut: fc.constantFrom('shell' as const, 'fitted' as const, 'plug-and-play' as const),
    rentMadPerM2Month: figure,
    serviceChargeMadPerM2Month: figure,
    dates: stated,
  })
  .map(({ dates, ...rest }): Partial<Office> => ({ ...rest, ...dates }) as Partial<Office>)

describe('an export sent back as an import', () => {
  it('changes nothing, whatever the records say, in any language and format', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(office, { minLength: 1, maxLength: 25 }), text, async (offices, building) => {
        const records: CatalogueRecord[] = [
          ...twoSites(),
          aBuilding('fes-shore-c', 'fes-shore', { nameFr: building, powerKva: 630, backupPowerHours: 12.5 }),
          ...offices.map((properties, i) =>
            anOffice(`fes-shore-c-${i}`, { ...properties, buildingId: 'fes-shore-c', stackOrder: i }),
          ),
        ]
        const server = await writers(records)
        try {
          for (const collection of ['offices', 'buildings']) {
            for (const [type, language] of [
              ['xlsx', 'fr'],
              ['xlsx', 'ar'],
              ['csv', 'fr'],
              ['csv', 'ar'],
              ['csv', 'en'],
              ['geojson', 'en'],
            ] as const) {
              const path = `/api/exports/${collection}.${type}?lang=${language}`
              const { bytes } = await get(server, `${path}&zoneId=fes-shore`)
              const { status, body } = await sendFile(server, bytes, `parc.${type}`)
              const same = collection === 'offices' ? offices.length + 3 : 3
              const counts = { new: 0, changed: 0, error: 0, 'left-out': 0, missing: 0, removed: 0, same }
              expect([path, status, body.counts]).toEqual([path, 201, counts])
            }
          }
        } finally {
          await server.close()
        }
      }),
      { numRuns: Number(process.env.RUNS ?? 2), endOnFailure: true },
    )
  }, 240_000)
})

describe('an export', () => {
  it('has what the same question gives by the standard’s API, with its grade and its mark', async () => {
    const server = await writers()
    try {
      const filter = encodeURIComponent("seats >= 50 AND zoneId = 'fes-shore'")
      const { answer, bytes } = await get(server, `/api/exports/offices.geojson?filter=${filter}`)
      expect(answer.headers.get('content-disposition')).toContain('illustrative')
      const { features } = JSON.parse(bytes.toString())
      const items = await server.send('GET', `/ogc/collections/offices/items?filter=${filter}`)
      expect(features.map(({ id }: { id: string }) => id)).toEqual(
        items.body.features.map(({ id }: { id: string }) => id),
      )
      expect(features[0].properties).toMatchObject({ grade: 'illustrative', illustrative: true, sources: 'inventory' })
      for (const [language, mark] of Object.entries({ fr: 'illustratif', ar: 'توضيحي', en: 'illustrative' })) {
        const { sheets } = await workshop.read(
          (await get(server, `/api/exports/offices.xlsx?lang=${language}`)).bytes,
          'a.xlsx',
        )
        expect(sheets[0]?.rows.slice(1).every((row) => row.includes(mark))).toBe(true)
        expect(String(sheets[1]?.rows[0]?.[0])).toMatch(/ILLUSTRATI|توضيحية/)
      }
      expect((await get(server, '/api/exports/offices.csv?filter=nope')).answer.status).toBe(400)
      expect((await get(server, '/api/exports/offices.csv?x=1')).answer.status).toBe(400)
      expect((await get(server, '/api/exports/zones.csv')).answer.status).toBe(404)
    } finally {
      await server.close()
    }
  })

  it('masks what a spreadsheet would run', async () => {
    const names = ['=1+1', '+1', '-1', '@x', '\tx', '\rx', 'plain']
    const records = names.map((name, stackOrder) =>
      anOffice(`fes-shore-b-${stackOrder}`, { name, stackOrder, buildingId: 'fes-shore-b' }),
    )
    const server = await writers([...twoSites(), ...records])
    try {
      for (const type of ['csv', 'xlsx'] as const) {
        const { bytes } = await get(server, `/api/exports/offices.${type}?lang=en&buildingId=fes-shore-b`)
        const { sheets } = await workshop.read(bytes, `a.${type}`)
        const column = sheets[0]?.rows[0]?.indexOf('Unit') ?? -1
        const cells = sheets[0]?.rows.slice(1).map((row) => row[column])
        expect(cells).toEqual(["'=1+1", "'+1", "'-1", "'@x", 'x', 'x', 'plain'])
      }
    } finally {
      await server.close()
    }
  })
})

describe('a template', () => {
  it.each(['fr', 'ar', 'en'] as Language[])(
    'in %s is an import without rows, whose heads are certain',
    async (language) => {
      const server = await writers()
      try {
        for (const type of ['xlsx', 'csv'] as const) {
          const { answer, bytes } = await get(server, `/api/imports/template.${type}?lang=${language}`)
          expect(answer.status).toBe(200)
          const { body } = await sendFile(server, bytes, `modele.${type}`)
          expect(body.choices.sheets[0]).toMatchObject({ collection: 'offices', headRow: 0 })
          expect(body.choices.sheets[0]?.columns).not.toContain(null)
          if (type === 'xlsx') expect(body.choices.sheets[1]).toMatchObject({ collection: 'buildings' })
          expect(body.counts).toMatchObject({ new: 0, error: 0, missing: 0 })
        }
      } finally {
        await server.close()
      }
    },
  )
})
