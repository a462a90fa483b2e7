import type {
  Answer,
  Criterion,
  FitOut,
  Grade,
  Language,
  NeedTerm,
  TechValleyStatus,
  VerificationMethod,
  ZoneKind,
  ZoneStatus,
} from '@tvl/model'

/** What a dossier says in one language. Functions take what is already written. */
export interface DossierWords {
  dossier: string
  dossierOf: (title: string) => string
  untitled: string
  page: (page: string, pages: string) => string
  snapshot: (id: string) => string
  dataOf: (day: string) => string
  orderNeutral: string
  orderAgency: string
  illustrative: string
  illustrativeShort: string
  siteCount: (count: number, written: string) => string
  unknown: string
  mapAlt: (sites: string) => string
  siteMapAlt: (site: string, city: string) => string
  markAlt: (name: string) => string
  allSourcesOn: string
  numbersAreSources: string
  crowFlies: string
  column: {
    site: string
    score: string
    seats: string
    monthly: string
    rent: string
    irCap: string
    premium: string
    airport: string
  }
  between: (low: string, high: string) => string
  known: (amount: string) => string
  undated: string
  noPremium: string
  /** Without offices, at a published rent: what the figures of a site then are. */
  byRent: string
  place: (place: string, of: string) => string
  rankBetween: (best: string, worst: string) => string
  rankIs: (rank: string) => string
  ruledOut: string
  failing: (terms: string) => string
  operator: (name: string) => string
  invented: string
  programme: (status: string) => string
  note: string
  noteIn: Record<Language, string>
  outOf100: string
  exact: string
  missing: (criteria: string) => string
  key: {
    seats: string
    area: string
    monthly: string
    perSeat: string
    term: (months: number) => string
    available: string
  }
  countedUntil: (day: string) => string
  unpriced: (count: number) => string
  units: string
  block: string
  noUnits: string
  publishedRent: (seats: string, area: string) => string
  unit: {
    name: string
    floor: string
    seats: string
    area: string
    rent: string
    charge: string
    monthly: string
    free: string
    verified: string
  }
  ground: string
  total: string
  rentOf: string
  chargeOf: string
  never: string
  building: { floors: (count: number) => string; power: string; backup: string; fibre: string }
  scoreParts: string
  part: { criterion: string; value: string; points: string }
  clipped: string
  facts: string
  fact: Record<
    | 'status'
    | 'operator'
    | 'developer'
    | 'land'
    | 'built'
    | 'plan'
    | 'announced'
    | 'available'
    | 'occupancy'
    | 'jobs'
    | 'jobsPlanned'
    | 'companies'
    | 'opened'
    | 'expected'
    | 'rent'
    | 'investment'
    | 'irCap'
    | 'premium'
    | 'position',
    string
  >
  talent: string
  access: string
  person: Record<
    | 'entrants'
    | 'french'
    | 'english'
    | 'spanish'
    | 'unemployment'
    | 'activity'
    | 'population'
    | 'offshoring'
    | 'cmc'
    | 'cmcPlaces',
    string
  >
  reach: Record<'airport' | 'hsr' | 'rail', string>
  within: (distance: string) => string
  tenants: string
  services: string
  siteNotes: string
  incentives: string
  incentivesFor: (jobs: string | null) => string
  answer: Record<Answer, string>
  from: (day: string) => string
  until: (day: string) => string
  fromTo: (from: string, to: string) => string
  legalBases: string
  binding: string
  provenance: string
  sources: string
  sourcesLead: string
  accessed: string
  grades: string
  gradesLead: string
  grade: Record<Grade, string>
  meaning: Record<Grade, string>
  method: string
  basis: string
  rules: string
  rulesPack: string
  catalogueDay: string
  catalogueKind: Record<'demo' | 'facts', string>
  assumptions: string
  assumedTerm: (months: number) => string
  assumedArea: (area: string) => string
  rates: string
  rate: (currency: string, mad: string, day: string) => string
  noRates: string
  weights: string
  weightsLead: string
  weight: string
  scale: string
  vetoes: string
  noVetoes: string
  atMost: (value: string) => string
  atLeast: (value: string) => string
  verify: string
  verifyLead: string
  verifyHow: readonly string[]
  fullHash: string
  format: string
  contact: string
  madeWith: string
  credits: string
  criterion: Record<Criterion, string>
  term: Record<NeedTerm, string>
  kind: Record<ZoneKind, string>
  status: Record<ZoneStatus, string>
  techValley: Record<TechValleyStatus, string>
  fitOut: Record<FitOut, string>
  verification: Record<VerificationMethod, string>
  measured: {
    mad: string
    madMonth: string
    madM2Month: string
    m2: string
    ha: string
    km: string
    perYear: string
    seats: string
    kva: string
    hours: string
  }
}
