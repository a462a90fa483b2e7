import { CRITERIA, type FrozenShortlist, type Shortlist, siteLine, type Weights } from '@tvl/model'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { freezeCatalogue } from '../shortlists/freeze-catalogue.ts'
import { aShortlist, lineId } from '../shortlists/shortlists.maker.ts'
import { demoSnapshot } from '../testing/demo-snapshot.ts'
import { opened, recalculated, withoutResults } from '../testing/soffice.ts'
import { dossierSites } from './dossier-sites.ts'
import { aDossier, aFrozen, mixedLines, priced, refrozen } from './dossiers.maker.ts'
import { boundEdit, type Edit, factEdit, priceEdit, rateEdit, someEdits, termEdit, weightEdit } from './edits.maker.ts'
import { differences, WorkbookReader } from './workbook.maker.ts'
import { dossierWorkbook } from './workbook.ts'

const MINUTES = 5 * 60_000

const CHANGES: Readonly<Record<string, readonly Edit[]>> = {
  'a rent': [priceEdit('rent', 1, 93.45)],
  'a rent that was unknown': [0, 1, 2, 3, 4, 5, 6, 7].map((nth) => priceEdit('rent', nth, 88.15)),
  'a service charge that is not known any more': [priceEdit('charge', 0, null)],
  'a weight': [weightEdit('rent', 47.5)],
  'all weights to nothing': CRITERIA.map((criterion) => weightEdit(criterion, 0)),
  'a rate': [rateEdit('EUR', '10.8333')],
  'the term': [termEdit(37)],
  'a bound': [boundEdit('airport', 12)],
  'a distance': [factEdit('airportKm', 2, 44)],
  'a published rent that is not known any more': [factEdit('rentMadPerM2Month', 0, null)],
}

const zoneIds = demoSnapshot().collection('zones').ids

const weights = fc
  .array(fc.integer({ min: 0, max: 4000 }), { minLength: CRITERIA.length, maxLength: CRITERIA.length })
  .map((all) => Object.fromEntries(CRITERIA.map((criterion, i) => [criterion, (all[i] ?? 0) / 100])) as Weights)

/** Zones, offices and blocks as an agency lists them. */
const shortlist: fc.Arbitrary<Partial<Shortlist>> = fc.record({
  order: fc.constant('agency' as const),
  weights,
  assumptions: fc.record({
    termMonths: fc.integer({ min: 1, max: 240 }),
    areaM2PerSeat: fc.integer({ min: 400, max: 2000 }).map((n) => n / 100),
  }),
  sites: fc
    .uniqueArray(fc.tuple(fc.constantFrom(...zoneIds), fc.nat(9), fc.nat(5)), {
      selector: ([zoneId, from, count]) => `${zoneId} ${from} ${count}`,
      minLength: 1,
      maxLength: 5,
    })
    .map((lines) => lines.map(([zoneId, from, count], i) => lineOf(lineId(99 - i), zoneId, from, count))),
})

function lineOf(id: string, zoneId: string, from: number, count: number): Shortlist['sites'][number] {
  const { offices } = freezeCatalogue(demoSnapshot(), { sites: [siteLine(id, zoneId)] }, 'demo')
  return siteLine(
    id,
    zoneId,
    offices.slice(from, from + count).map((office) => office.id),
  )
}

/** The file of one state with changes made in its cells, and what the product says of the state after them. */
async function changed(
  frozen: FrozenShortlist,
  edits: readonly Edit[],
): Promise<{ file: Buffer; after: FrozenShortlist }> {
  const reader = new WorkbookReader(await opened(await dossierWorkbook(aDossier(frozen))))
  for (const edit of edits) edit.inFile(reader, frozen)
  const after = refrozen(frozen, (data) => edits.reduce((state, edit) => edit.inData(state), data))
  return { file: await withoutResults(reader.workbook), after }
}

const readerOf = async (frozen: FrozenShortlist) =>
  new WorkbookReader(await opened(await dossierWorkbook(aDossier(frozen))))

const isSameMoneyAndScore = (a: FrozenShortlist, b: FrozenShortlist): boolean =>
  JSON.stringify(a.totals) === JSON.stringify(b.totals)

describe('a workbook in which something is changed', () => {
  it(
    'comes to what the product says of the changed data',
    async () => {
      const weights = { ...aShortlist().weights, station: 30 }
      const frozen = aFrozen({ order: 'agency', weights, sites: mixedLines('casanearshore') })
      const cases = await Promise.all(Object.values(CHANGES).map((edits) => changed(frozen, edits)))
      const results = await recalculated(cases.map(({ file }) => file))
      for (const [i, name] of Object.keys(CHANGES).entries()) {
        const [one, workbook] = [cases[i], results[i]]
        if (!one || !workbook) throw new Error(`${name} was not recalculated`)
        expect(isSameMoneyAndScore(one.after, frozen), name).toBe(name === 'a rate')
        expect(differences(await readerOf(one.after), new WorkbookReader(workbook)), name).toEqual([])
      }
    },
    MINUTES,
  )

  it(
    'puts sites in the order of the product when weights change',
    async () => {
      const frozen = aFrozen({}, priced)
      const edits = CRITERIA.map((criterion) => weightEdit(criterion, criterion === 'talent' ? 100 : 0))
      const { file, after } = await changed(frozen, edits)
      const [workbook] = await recalculated([file])
      if (!workbook) throw new Error('not recalculated')
      const reader = new WorkbookReader(workbook)
      const places = dossierSites(frozen, 'fr').map(({ site }, row) => [
        ...[site.id, reader.shown(reader.cell('score', reader.words.head.place, row))],
      ])
      expect(new Map(places as [string, unknown][])).toEqual(new Map(after.totals.map(({ id, place }) => [id, place])))
      expect(after.totals.map(({ place }) => place)).not.toEqual(frozen.totals.map(({ place }) => place))
    },
    MINUTES,
  )

  it(
    'does so for any shortlist and any changes',
    async () => {
      const seed = Date.now()
      const runs = fc.sample(fc.tuple(shortlist, someEdits), { seed, numRuns: 12 })
      const cases: Awaited<ReturnType<typeof changed>>[] = []
      for (const [asked, edits] of runs) cases.push(await changed(aFrozen(asked), edits))
      const results = await recalculated(cases.map(({ file }) => file))
      for (const [i, { after }] of cases.entries()) {
        const workbook = results[i]
        if (!workbook) throw new Error('not recalculated')
        expect(differences(await readerOf(after), new WorkbookReader(workbook)), `seed ${seed}, run ${i}`).toEqual([])
      }
    },
    MINUTES,
  )
})
