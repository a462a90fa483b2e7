import type { Geometry } from 'geojson'
import type { ProvenanceByProperty } from '../../schema/common.ts'
import type { Building, Office } from '../../schema/inventory.ts'
import type { Incentive, Source } from '../../schema/reference.ts'
import type { Shortlist } from '../../schema/shortlist.ts'
import type { Region, TalentPool } from '../../schema/territory.ts'
import type { Zone } from '../../schema/zone.ts'
import type { Answer } from '../incentives/verdict.ts'
import type { ExchangeRate } from '../money.ts'
import type { NeedTerm } from '../need/evaluate-zones.ts'
import type { Score } from '../score/score.ts'

/** The form of what is frozen. A later form gets a number of its own, and this one stays readable for good. */
export const FROZEN_FORMAT = 1

/** Changes when the same data would give other totals. */
export const RULES_VERSION = '2026.1'

/** A record as the catalogue stores it: nothing derived is in it. */
export interface FrozenRecord<P> {
  id: string
  geometry: Geometry | null
  properties: P
}

export interface FrozenRate extends ExchangeRate {
  sources: readonly string[]
}

/** What the zone's other offices say: sums that cannot be told from the units frozen beside. */
export interface FrozenInventory {
  /** Most seats in one block at the need's day, asking nothing else: what the score reads. */
  contiguousSeats: number
  /** Offices that pass the need, their seats, and the most seats in one block of them. */
  matching: { offices: number; freeSeats: number; contiguousSeats: number }
  /** Terms of the need that the zone fails; none: it answers the need. */
  failing: readonly NeedTerm[]
}

export interface FrozenSite {
  /** Of the line of the shortlist. */
  id: string
  zone: FrozenRecord<Zone>
  region: FrozenRecord<Region> | null
  pool: FrozenRecord<TalentPool> | null
  /** Null where no office is on record, which is not "none free". */
  inventory: FrozenInventory | null
  /** The offices of the line; for a zone, the block that answers the need at the lowest monthly cost. */
  units: readonly FrozenRecord<Office>[]
  buildings: readonly FrozenRecord<Building>[]
}

/** What a site comes to. Money in whole MAD centimes a month; null: it cannot be told, which is never 0. */
export interface SiteTotals {
  /** Of the line of the shortlist. */
  id: string
  /** Place in the order shown, from 1. */
  place: number
  score: Score
  /** Best and worst rank by score, whatever the unknown values turn out to be; null: ruled out by a veto. */
  rank: { best: number; worst: number } | null
  /** `units`: summed over offices; `published-rent`: an old published rent times the seats asked; `none`: neither. */
  basis: 'units' | 'published-rent' | 'none'
  seats: number | null
  areaM2: number | null
  rentCentimes: number | null
  serviceChargeCentimes: number | null
  /** Rent and service charge. */
  monthlyCentimes: number | null
  /** What is known of it: the least it can be when offices lack a price. Null: nothing of it is known. */
  knownMonthlyCentimes: number | null
  /** Offices that lack a rent or a service charge. */
  unpriced: number
  perSeatCentimes: number | null
  /** `monthlyCentimes` over the months assumed. */
  termCentimes: number | null
  /** Day from which all of it can be had. */
  availableOn: string | null
  /** Day on which the verification of one of the units becomes too old to be counted. */
  countedUntil: string | null
  incentives: readonly { incentiveId: string; answer: Answer }[]
}

/** A shortlist with everything that its figures rest on, as it is kept for good. */
export interface FrozenShortlist {
  format: typeof FROZEN_FORMAT
  rules: string
  /** `demo`: offices and buildings are invented and must be shown as such. */
  catalogue: { kind: 'demo' | 'facts'; today: string }
  /** In whose name; null: nobody’s. */
  organisation: { id: string; nameFr: string; nameAr: string; nameEn: string } | null
  shortlist: Shortlist
  rates: readonly FrozenRate[]
  /** In the order of the shortlist’s lines. */
  sites: readonly FrozenSite[]
  incentives: readonly FrozenRecord<Incentive>[]
  /** Every source that something above cites. */
  sources: readonly FrozenRecord<Source>[]
  /** In the order of the shortlist’s lines. */
  totals: readonly SiteTotals[]
}

/** What the totals are computed from. */
export type FrozenData = Omit<FrozenShortlist, 'totals'>

/** A figure of a record may have a provenance of its own, else the one that stands for all. */
export const provenanceOf = (record: { provenance: ProvenanceByProperty }, property: string) =>
  record.provenance[property] ?? record.provenance['*'] ?? null
