import type { Answer, Criterion, Measure, NeedTerm, SiteTotals, ZoneStatus } from '@tvl/model'

export const SHEETS = [
  'cover',
  'comparison',
  'costs',
  'units',
  'score',
  'criteria',
  'assumptions',
  'incentives',
  'sources',
] as const
export type SheetKey = (typeof SHEETS)[number]

export type SiteKind = 'zone' | 'office' | 'block'

/** What the files of a dossier say in one language. */
export interface DossierWords {
  sheets: Readonly<Record<SheetKey, string>>
  /** What each sheet holds, and what to know before using it. */
  notes: Readonly<Record<SheetKey, string>>
  product: string
  untitled: string
  unknown: string
  yes: string
  no: string
  evidence: string
  source: string
  mark: string
  /** In the mark’s column, and at the head of each sheet. */
  illustrative: string
  illustrativeSentence: string
  cover: Readonly<
    Record<'need' | 'day' | 'catalogue' | 'order' | 'issuer' | 'snapshot' | 'rules' | 'sheets' | 'reading', string>
  >
  catalogue: Readonly<Record<'demo' | 'facts', string>>
  order: Readonly<Record<'neutral' | 'agency', string>>
  /** How to read the cells: what can be changed, what follows, what is unknown. */
  reading: Readonly<Record<'input' | 'formula' | 'unknown' | 'grade', string>>
  siteKind: Readonly<Record<SiteKind, string>>
  basis: Readonly<Record<SiteTotals['basis'], string>>
  status: Readonly<Record<ZoneStatus, string>>
  answer: Readonly<Record<Answer, string>>
  criterion: Readonly<Record<Criterion, string>>
  measure: Readonly<Record<Measure, string>>
  unit: Readonly<Record<Measure, string>>
  term: Readonly<Record<NeedTerm, string>>
  fits: string
  ruledOut: string
  cannotTell: string
  beyondScale: string
  head: Readonly<
    Record<
      | 'number'
      | 'site'
      | 'kind'
      | 'building'
      | 'unit'
      | 'floor'
      | 'rank'
      | 'area'
      | 'seats'
      | 'fitOut'
      | 'state'
      | 'rent'
      | 'charge'
      | 'monthlyRent'
      | 'monthlyCharge'
      | 'monthly'
      | 'availableFrom'
      | 'verifiedOn'
      | 'countedUntil'
      | 'counts'
      | 'run'
      | 'basis'
      | 'units'
      | 'unpriced'
      | 'knownMonthly'
      | 'perSeat'
      | 'term'
      | 'criterion'
      | 'measured'
      | 'unitOf'
      | 'value'
      | 'share'
      | 'scale'
      | 'weight'
      | 'low'
      | 'mid'
      | 'high'
      | 'bound'
      | 'tie'
      | 'ruledOut'
      | 'neutralPlace'
      | 'place'
      | 'best'
      | 'worst'
      | 'lineId'
      | 'measure'
      | 'category'
      | 'rate'
      | 'cap'
      | 'amount'
      | 'months'
      | 'from'
      | 'to'
      | 'dates'
      | 'law'
      | 'summary'
      | 'sourceId'
      | 'title'
      | 'publisher'
      | 'published'
      | 'url',
      string
    >
  >
  assumptions: Readonly<
    Record<
      | 'parameters'
      | 'label'
      | 'name'
      | 'origin'
      | 'asOf'
      | 'termMonths'
      | 'areaPerSeat'
      | 'askedSeats'
      | 'referenceSeats'
      | 'needDay'
      | 'dataDay'
      | 'months'
      | 'squareMetres'
      | 'seats'
      | 'day'
      | 'ofShortlist'
      | 'ofNeed'
      | 'ofScale'
      | 'ofCatalogue'
      | 'rates'
      | 'currency'
      | 'madPerUnit'
      | 'weights'
      | 'entered'
      | 'byDefault'
      | 'exact'
      | 'whole'
      | 'remainder'
      | 'normalised'
      | 'atMost'
      | 'atLeast'
      | 'scales'
      | 'point'
      | 'shareAt'
      | 'reason'
      | 'ownReference',
      string
    >
  >
  /** Amounts of `currency`. */
  inCurrency: (head: string, currency: string) => string
  pages: string
}
