import { NO_SHORTLIST, type Shortlist, siteLine } from '@tvl/model'
import { beforeAll, describe, expect, it } from 'vitest'
import { lineId, zoneLines } from '../shortlists/shortlists.maker.ts'
import { demoSnapshot } from '../testing/demo-snapshot.ts'
import { opened, recalculated, withoutResults } from '../testing/soffice.ts'
import type { DossierQuestion } from './dossier.ts'
import { dossierSites } from './dossier-sites.ts'
import { aDossier, aFrozen, factsOnly, mixedLines, priced } from './dossiers.maker.ts'
import { differences, WorkbookReader } from './workbook.maker.ts'
import { dossierWorkbook } from './workbook.ts'

const MINUTES = 5 * 60_000

const vetoes: Shortlist['vetoes'] = [
  { criterion: 'rent', bound: 'at-most', value: 100 },
  { criterion: 'talent', bound: 'at-least', value: 62 },
  { criterion: 'availability', bound: 'at-least', value: 0.8 },
  { criterion: 'availability', bound: 'at-least', value: 0.5 },
]
const noWeight = Object.fromEntries(Object.keys(NO_SHORTLIST.weights).map((key) => [key, 0])) as Shortlist['weights']
const everyZone = zoneLines(...demoSnapshot().collection('zones').ids)

const CASES: Readonly<Record<string, () => DossierQuestion>> = {
  'the demonstration, in French': () => aDossier(),
  'the demonstration, in Arabic': () => aDossier(aFrozen(), { language: 'ar', issuer: 'المركز الجهوي للاستثمار' }),
  'the demonstration, in English': () => aDossier(aFrozen(), { language: 'en', issuer: null }),
  'all prices known': () => aDossier(aFrozen({}, priced)),
  'every zone': () => aDossier(aFrozen({ sites: everyZone }, priced)),
  'an office and a block': () => aDossier(aFrozen({ sites: mixedLines('casanearshore') }, priced)),
  'an office and a block that lack prices': () => aDossier(aFrozen({ sites: mixedLines('fes-shore') })),
  'sites ruled out by bounds': () => aDossier(aFrozen({ sites: everyZone, vetoes })),
  'ordered by the agency': () => aDossier(aFrozen({ order: 'agency', vetoes }, priced)),
  'published rents alone': () =>
    aDossier(aFrozen({ sites: everyZone, assumptions: { termMonths: 36, areaM2PerSeat: 8.35 } }, factsOnly)),
  'no need': () => aDossier(aFrozen({ need: [], sites: everyZone })),
  'no weight on anything': () => aDossier(aFrozen({ weights: noWeight })),
  'weights of thirds': () => aDossier(aFrozen({ weights: { ...noWeight, rent: 10, taxes: 10, airport: 10 } })),
  'equal scores': () => aDossier(aFrozen({ sites: [3, 1, 2].map((n) => siteLine(lineId(n), 'casanearshore')) })),
  'no site at all': () => aDossier(aFrozen({ sites: [] })),
}

describe('the workbook of a dossier', () => {
  const made = new Map<string, { question: DossierQuestion; bytes: Buffer }>()
  const computed = new Map<string, WorkbookReader>()
  const fileOf = (name: string) => made.get(name) ?? { question: aDossier(), bytes: Buffer.alloc(0) }
  const readerOf = async (name: string) => {
    const { question, bytes } = fileOf(name)
    return new WorkbookReader(await opened(bytes), question.language)
  }

  beforeAll(async () => {
    for (const [name, question] of Object.entries(CASES)) {
      made.set(name, { question: question(), bytes: await dossierWorkbook(question()) })
    }
    const bare: Buffer[] = []
    for (const { bytes } of made.values()) bare.push(await withoutResults(await opened(bytes)))
    const results = await recalculated(bare)
    for (const [i, [name, { question }]] of [...made].entries()) {
      const workbook = results[i]
      if (workbook) computed.set(name, new WorkbookReader(workbook, question.language))
    }
  }, MINUTES)

  it.each(Object.keys(CASES))('comes to what is written in it when it is recalculated: %s', async (name) => {
    const recomputed = computed.get(name)
    if (!recomputed) throw new Error('not recalculated')
    expect(differences(await readerOf(name), recomputed)).toEqual([])
  })

  it.each(Object.keys(CASES))('equals the totals to the centime and the scores to the hundredth: %s', (name) => {
    const { frozen, language } = fileOf(name).question
    const reader = computed.get(name)
    if (!reader) throw new Error('not recalculated')
    const { head, unknown } = reader.words
    const centimes = (text: string, place: number) => {
      const shown = reader.shown(reader.cell('costs', text, place))
      return shown === unknown ? null : Math.round(Number(shown) * 100)
    }
    dossierSites(frozen, language).forEach(({ totals, neutralPlace }, place) => {
      expect(centimes(head.monthlyRent, place)).toBe(totals.rentCentimes)
      expect(centimes(head.monthlyCharge, place)).toBe(totals.serviceChargeCentimes)
      expect(centimes(head.monthly, place)).toBe(totals.monthlyCentimes)
      expect(centimes(head.knownMonthly, place)).toBe(totals.knownMonthlyCentimes)
      expect(centimes(head.perSeat, place)).toBe(totals.perSeatCentimes)
      expect(centimes(head.term, place)).toBe(totals.termCentimes)
      for (const key of ['low', 'mid', 'high'] as const) {
        expect(reader.shown(reader.cell('score', head[key], place))).toBeCloseTo(totals.score[key], 9)
      }
      expect(reader.shown(reader.cell('score', head.neutralPlace, place))).toBe(neutralPlace)
      expect(reader.shown(reader.cell('score', head.place, place))).toBe(totals.place)
    })
  })

  it('computes by formulas whatever is computed', async () => {
    const reader = await readerOf('all prices known')
    const { head } = reader.words
    const asked = [
      ...['monthlyRent', 'monthlyCharge', 'monthly', 'perSeat', 'term', 'seats', 'area'].map(
        (key) => ['costs', head[key as keyof typeof head]] as const,
      ),
      ...['low', 'mid', 'high', 'best', 'worst', 'place', 'neutralPlace'].map(
        (key) => ['score', head[key as keyof typeof head]] as const,
      ),
      ...['value', 'share', 'weight', 'low', 'mid', 'high'].map(
        (key) => ['criteria', head[key as keyof typeof head]] as const,
      ),
      ...['monthlyRent', 'monthlyCharge', 'monthly'].map((key) => ['units', head[key as keyof typeof head]] as const),
    ] as const
    for (const [sheet, text] of asked) expect(reader.cell(sheet, text, 0).formula, `${sheet}: ${text}`).toBeTruthy()
    for (const currency of ['EUR', 'USD', 'GBP']) {
      expect(reader.cell('costs', `Total (${currency}/mois)`, 0).formula).toContain(`Rate_${currency}`)
    }
  })

  it('gives the same bytes for the same snapshot, at any time', async () => {
    const name = 'the demonstration, in Arabic'
    await new Promise((done) => setTimeout(done, 2_100))
    const { question, bytes } = fileOf(name)
    expect((await dossierWorkbook(question)).equals(bytes)).toBe(true)
  })

  it('says in each sheet which snapshot it is of, and prints it', async () => {
    const { question } = fileOf('the demonstration, in French')
    const reader = await readerOf('the demonstration, in French')
    reader.workbook.eachSheet((sheet) => {
      const texts: unknown[] = []
      sheet.eachRow((row) => row.eachCell((cell) => texts.push(cell.value)))
      expect(texts.some((text) => typeof text === 'string' && text.includes(question.hash))).toBe(true)
      expect(sheet.headerFooter.oddFooter).toContain(question.hash)
    })
  })

  it('runs from the right in Arabic', async () => {
    const reader = await readerOf('the demonstration, in Arabic')
    reader.workbook.eachSheet((sheet) => expect(sheet.views[0]?.rightToLeft, sheet.name).toBe(true))
  })

  it('runs no text that begins like a formula', async () => {
    const frozen = aFrozen({ title: '=1+1', sites: noted('=HYPERLINK("https://example.org")') })
    const reader = new WorkbookReader(await opened(await dossierWorkbook(aDossier(frozen, { issuer: '+CRI' }))))
    reader.workbook.eachSheet((sheet) => {
      sheet.eachRow((row) => {
        row.eachCell((cell) => {
          if (typeof cell.value === 'string') expect(cell.value).not.toMatch(/^[=+\-@]/)
          if (cell.formula) expect(cell.formula).not.toContain('HYPERLINK')
        })
      })
    })
  })
})

function noted(text: string): Shortlist['sites'] {
  return zoneLines('fes-shore').map((line) => ({ ...line, notes: { ...line.notes, fr: text } }))
}
