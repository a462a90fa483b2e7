import type { Difference, FreezeCatalogue, FrozenShortlist, SiteTotals } from '@tvl/model'
import { changesIn, differenceOf, freeze, siteLine } from '@tvl/model'
import fc from 'fast-check'
import { type Kysely, sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Content, Database } from '../storage/database.ts'
import { loadSnapshotAt } from '../storage/load.ts'
import { DEMO_DAY, demoRecords } from '../testing/agency.ts'
import { freshDatabase, type TestDatabase } from '../testing/database.ts'
import { demoSnapshot } from '../testing/demo-snapshot.ts'
import { freezeCatalogue } from './freeze-catalogue.ts'
import { writeRandomCommits } from './random-commits.maker.ts'
import { aShortlist, lineId } from './shortlists.maker.ts'

const COMMITS = 60
const ZONES = ['fes-shore', 'casanearshore', 'technopolis-rabat']

let database: TestDatabase
let first: number
let last: number
beforeAll(async () => {
  const records = demoRecords()
  database = await freshDatabase(records)
  first = records.length
  await writeRandomCommits(database.db, records, { zones: ZONES, count: COMMITS })
  const { rows } = await sql<{ n: number }>`select max(n)::int as n from change`.execute(database.db)
  last = rows[0]?.n ?? 0
}, 120_000)
afterAll(() => database.close())

const SHORTLIST = aShortlist({
  sites: [
    ...aShortlist().sites,
    siteLine(lineId(11), 'fes-shore', someOffices('fes-shore', 1)),
    siteLine(lineId(12), 'casanearshore', someOffices('casanearshore', 4)),
  ],
})

function someOffices(zoneId: string, count: number): string[] {
  const table = demoSnapshot().collection('offices')
  const zoneOf = table.get('zoneId')
  return table.ids.filter((_, row) => zoneOf(row) === zoneId).slice(0, count)
}

const catalogues = new Map<number, Promise<FreezeCatalogue>>()
const catalogueAt = (version: number): Promise<FreezeCatalogue> => {
  const read = async () => freezeCatalogue(await loadSnapshotAt(database.db, version, DEMO_DAY), SHORTLIST, 'demo')
  const catalogue = catalogues.get(version) ?? read()
  catalogues.set(version, catalogue)
  return catalogue
}

/** What a diff has to say of records, told from the record of changes alone: first state before, last state after. */
async function fromTheRecord(db: Kysely<Database>, frozen: FrozenShortlist, from: number, to: number) {
  const { rows } = await sql<{ collection: string; id: string; before: Content; after: Content }>`
    select collection, feature_id as id, (array_agg(before order by n))[1] as before,
      (array_agg(after order by n desc))[1] as after
    from change where n > ${from} and n <= ${to} group by collection, feature_id`.execute(db)
  const frozenIds = new Set(
    frozen.sites.flatMap(({ zone, region, pool, units, buildings }) => [
      `zones ${zone.id}`,
      `regions ${region?.id}`,
      `talent-pools ${pool?.id}`,
      ...units.map(({ id }) => `offices ${id}`),
      ...buildings.map(({ id }) => `buildings ${id}`),
    ]),
  )
  for (const { id } of frozen.incentives) frozenIds.add(`incentives ${id}`)
  return rows
    .filter(({ collection, id }) => frozenIds.has(`${collection} ${id}`))
    .flatMap(({ collection, id, before, after }) =>
      [...new Set([...Object.keys(before.properties), ...Object.keys(after.properties)])].flatMap((field) => {
        const [was, is] = [before.properties[field] ?? null, after.properties[field] ?? null]
        return JSON.stringify(was) === JSON.stringify(is) ? [] : [{ collection, id, field, before: was, after: is }]
      }),
    )
}

const byPlace = (a: { collection: string; id: string; field: string }, b: typeof a) =>
  `${a.collection} ${a.id} ${a.field}` < `${b.collection} ${b.id} ${b.field}` ? -1 : 1
const plain = ({ fields }: Difference) =>
  fields.map(({ collection, id, field, before, after }) => ({ collection, id, field, before, after })).sort(byPlace)
const totalsIn = (totals: readonly (SiteTotals | null)[]) => JSON.parse(JSON.stringify(totals))

describe('what has changed since', () => {
  it('equals what the record of changes says, for 200 pairs of moments', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.nat(), async (a, b) => {
        const [from, to] = [first + (a % (last - first)), first + (b % (last - first + 1))].sort((x, y) => x - y)
        if (from === undefined || to === undefined) throw new Error('two moments')
        const frozen = freeze(SHORTLIST, await catalogueAt(from))
        const then = await catalogueAt(to)
        const difference = differenceOf(frozen, then)
        expect(plain(difference)).toEqual((await fromTheRecord(database.db, frozen, from, to)).sort(byPlace))
        expect(totalsIn(difference.now)).toEqual(totalsIn(freeze(SHORTLIST, then).totals))
      }),
      { numRuns: 200, seed: 1126 },
    )
  }, 180_000)

  it('is nothing when nothing changed', async () => {
    const catalogue = await catalogueAt(last)
    const difference = differenceOf(freeze(SHORTLIST, catalogue), catalogue)
    expect(changesIn(difference)).toBe(0)
    expect(difference.fields).toEqual([])
  })

  it('gives the effect of a change on money, date and score', () => {
    const shortlist = aShortlist({ sites: [siteLine(lineId(1), 'fes-shore', someOffices('fes-shore', 1))] })
    const catalogue = freezeCatalogue(demoSnapshot(), shortlist, 'demo')
    const priced = {
      ...catalogue,
      offices: catalogue.offices.map(({ id, geometry, properties }) => {
        const known = { rentMadPerM2Month: 100, serviceChargeMadPerM2Month: 20, status: 'free', freeFrom: '2027-01-01' }
        return { id, geometry, properties: { ...properties, ...(known as object) } }
      }),
    }
    const frozen = freeze(shortlist, priced)
    const area = frozen.sites[0]?.units[0]?.properties.areaM2 ?? 0
    const dearer = {
      ...priced,
      offices: priced.offices.map((office) => ({
        ...office,
        properties: { ...office.properties, rentMadPerM2Month: 110.5, freeFrom: '2027-03-01' },
      })),
    }
    const { fields } = differenceOf(frozen, dearer)
    const effectOf = (name: string) => fields.find(({ field }) => field === name)?.effects.get(lineId(1))
    expect(effectOf('rentMadPerM2Month')).toEqual({
      monthlyCentimes: Math.round(10.5 * 100) * area,
      days: 0,
      score: expect.any(Number),
    })
    expect(effectOf('rentMadPerM2Month')?.score).toBeLessThan(0)
    // A rent that is no longer published is no saving.
    const unpublished = {
      ...priced,
      offices: priced.offices.map((office) => ({
        ...office,
        properties: { ...office.properties, rentMadPerM2Month: null },
      })),
    }
    const [lost] = differenceOf(frozen, unpublished).fields
    expect(lost?.effects.get(lineId(1))).toMatchObject({ monthlyCentimes: null })
    expect(effectOf('freeFrom')).toMatchObject({ monthlyCentimes: 0, days: 59 })
  })

  it('says when an office that was let can be had again, once, by its state', () => {
    const shortlist = aShortlist({ sites: [siteLine(lineId(1), 'fes-shore', someOffices('fes-shore', 1))] })
    const catalogue = freezeCatalogue(demoSnapshot(), shortlist, 'demo')
    const office = (properties: object) => ({
      ...catalogue,
      offices: catalogue.offices.map((one) => ({ ...one, properties: { ...one.properties, ...properties } })),
    })
    const free = {
      status: 'free' as const,
      freeFrom: null,
      leaseEndsOn: null,
      verifiedOn: '2026-11-01',
      verifications: undefined,
    }
    const frozen = freeze(shortlist, office(free))
    const difference = differenceOf(
      frozen,
      office({ ...free, status: 'let', leaseEndsOn: '2031-05-01', verifiedOn: '2026-11-23' }),
    )
    expect(difference.sums).toEqual([])
    const ofOffice = difference.fields.filter(({ id }) => id === shortlist.sites[0]?.officeIds[0])
    expect(ofOffice.map(({ field, effects }) => [field, effects.get(lineId(1))?.days])).toEqual([
      ['leaseEndsOn', undefined],
      ['status', 1643],
      ['verifiedOn', undefined],
    ])
  })

  it('says that an office or a zone is gone, and what remains', () => {
    const shortlist = aShortlist()
    const catalogue = freezeCatalogue(demoSnapshot(), shortlist, 'demo')
    const frozen = freeze(shortlist, catalogue)
    const without = { ...catalogue, zones: catalogue.zones.filter(({ id }) => id !== 'fes-shore') }
    const { fields, now } = differenceOf(frozen, without)
    expect(fields.filter(({ kind }) => kind === 'gone').map(({ id }) => id)).toEqual(['fes-shore'])
    expect(now.map((site) => site !== null)).toEqual([false, true, true])
  })
})
