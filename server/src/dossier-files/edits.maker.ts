import { CRITERIA, type Criterion, type FrozenData, type FrozenShortlist } from '@tvl/model'
import fc from 'fast-check'
import { dossierSites } from './dossier-sites.ts'
import { FIGURES } from './figures.ts'
import type { WorkbookReader } from './workbook.maker.ts'

/** One change, as a person makes it in the file and as the catalogue or the shortlist would have had it. */
export interface Edit {
  inFile: (reader: WorkbookReader, frozen: FrozenShortlist) => void
  inData: (data: FrozenData) => FrozenData
}

export const weightEdit = (criterion: Criterion, weight: number): Edit => ({
  inFile: (reader) => {
    reader.named(`Entered_weight_${criterion}`).value = weight
  },
  inData: (data) => ({
    ...data,
    shortlist: { ...data.shortlist, weights: { ...data.shortlist.weights, [criterion]: weight } },
  }),
})

export const rateEdit = (currency: string, madPerUnit: string): Edit => ({
  inFile: (reader) => {
    reader.named(`Rate_${currency}`).value = Number(madPerUnit)
  },
  inData: (data) => ({
    ...data,
    rates: data.rates.map((rate) => (rate.currency === currency ? { ...rate, madPerUnit } : rate)),
  }),
})

export const termEdit = (termMonths: number): Edit => ({
  inFile: (reader) => {
    reader.named('Term_months').value = termMonths
  },
  inData: (data) => ({
    ...data,
    shortlist: { ...data.shortlist, assumptions: { ...data.shortlist.assumptions, termMonths } },
  }),
})

export const boundEdit = (criterion: Criterion, value: number): Edit => ({
  inFile: (reader) => {
    reader.named(`Bound_${criterion}_at_most`).value = value
  },
  inData: (data) => ({
    ...data,
    shortlist: {
      ...data.shortlist,
      // The file holds one bound of a kind.
      vetoes: [
        ...data.shortlist.vetoes.filter((veto) => veto.criterion !== criterion || veto.bound !== 'at-most'),
        { criterion, bound: 'at-most', value },
      ],
    },
  }),
})

/** The price of a unit, counted over all units of the sheet; null: it is no longer published. */
export const priceEdit = (key: 'rent' | 'charge', nth: number, price: number | null): Edit => {
  const unitAt = (frozen: Pick<FrozenShortlist, 'sites'>, order: readonly string[]) => {
    const all = order.flatMap((id) => {
      const site = frozen.sites.find((candidate) => candidate.id === id)
      return (site?.units ?? []).map((unit) => unit)
    })
    return { all, at: all.length === 0 ? -1 : nth % all.length }
  }
  // Listed as the agency has them: the order of the lines is the order of the rows.
  const order = ({ sites }: Pick<FrozenShortlist, 'sites'>) => sites.map(({ id }) => id)
  return {
    inFile: (reader, frozen) => {
      const { at } = unitAt(frozen, order(frozen))
      if (at >= 0) reader.cell('units', reader.words.head[key], at).value = price ?? reader.words.unknown
    },
    inData: (data) => {
      const { all, at } = unitAt(data, order(data))
      const unit = all[at]
      const property = key === 'rent' ? 'rentMadPerM2Month' : 'serviceChargeMadPerM2Month'
      if (unit) unit.properties[property] = price
      return data
    },
  }
}

const FACTS = ['airportKm', 'hsrStationKm', 'irCapPct', 'rentMadPerM2Month', 'officeM2Announced'] as const

export const factEdit = (key: (typeof FACTS)[number], nth: number, value: number | null): Edit => ({
  inFile: (reader, frozen) => {
    if (frozen.sites.length === 0) return
    const head = FIGURES.find((figure) => figure.key === key)?.head.fr ?? ''
    const place = nth % frozen.sites.length
    if (dossierSites(frozen, 'fr')[place]?.site.id !== frozen.sites[place]?.id) throw new Error('not as listed')
    reader.cell('comparison', head, place).value = value ?? reader.words.unknown
  },
  inData: (data) => {
    const site = data.sites[nth % data.sites.length]
    if (site) site.zone.properties[key] = value
    return data
  },
})

const hundredths = (min: number, max: number) => fc.integer({ min: min * 100, max: max * 100 }).map((n) => n / 100)
const orUnknown = (value: fc.Arbitrary<number>) => fc.option(value, { nil: null, freq: 6 })

export const someEdits: fc.Arbitrary<Edit[]> = fc.array(
  fc.oneof(
    fc.tuple(fc.constantFrom(...CRITERIA), hundredths(0, 100)).map((of) => weightEdit(...of)),
    fc
      .tuple(fc.constantFrom('EUR', 'USD', 'GBP'), fc.integer({ min: 50_000, max: 200_000 }))
      .map(([currency, rate]) => rateEdit(currency, (rate / 10_000).toFixed(4))),
    fc.integer({ min: 1, max: 240 }).map(termEdit),
    fc.tuple(fc.constantFrom('rent', 'airport', 'taxes'), hundredths(5, 120)).map((of) => boundEdit(...of)),
    fc
      .tuple(fc.constantFrom('rent', 'charge'), fc.nat(500), orUnknown(hundredths(5, 250)))
      .map((of) => priceEdit(...of)),
    fc
      .tuple(fc.constantFrom(...FACTS), fc.nat(40), orUnknown(hundredths(0, 160).map(Math.round)))
      .map((of) => factEdit(...of)),
  ),
  { minLength: 1, maxLength: 12 },
)
