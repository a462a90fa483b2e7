import type { FitOut } from '../../schema/inventory.ts'
import type { Trade } from '../../schema/reference.ts'
import type { TerritorialPremium } from '../../schema/territory.ts'
import type { TechValleyStatus, ZoneStatus } from '../../schema/zone.ts'

export type NeedLanguage = 'fr' | 'en' | 'es'

/** Read and written by at least `minPct` % of the region's literate people, or not published there (kept, and said). */
export interface LanguageTerm {
  language: NeedLanguage
  minPct: number
}

/** A ring of lon/lat pairs, first = last. */
export type Ring = readonly (readonly [lon: number, lat: number])[]

/**
 * What an investor wants: the one question of the product. Empty arrays and nulls ask nothing.
 * Office-level: availableBy, fitOuts, maxRentMadPerM2Month, verifiedWithinDays. Aggregated over the offices that pass:
 * seats (contiguous or not), areaM2. The rest is asked of the zone.
 */
export interface Need {
  seats: number | null
  /** true: the seats must lie in one contiguous block. */
  contiguous: boolean
  areaM2: number | null
  /** ISO day by which the offices are free; null = today. */
  availableBy: string | null
  fitOuts: readonly FitOut[]
  maxRentMadPerM2Month: number | null
  /** Offices verified fewer days ago than this; 120 is the law of the catalogue and its default. */
  verifiedWithinDays: number
  regions: readonly string[]
  provinces: readonly string[]
  statuses: readonly ZoneStatus[]
  techValley: readonly TechValleyStatus[]
  operators: readonly string[]
  /** Caps on income tax, %; null = not published. */
  irCaps: readonly (number | null)[]
  territorialPremiums: readonly TerritorialPremium[]
  /** Ids of incentives that must be in force and not refused here. */
  incentives: readonly string[]
  languages: readonly LanguageTerm[]
  trade: Trade | null
  /** A skills city (CMC) published in the region. */
  skillsCity: boolean
  airportKm: number | null
  hsrStationKm: number | null
  railStationKm: number | null
  area: Ring | null
}

export const DEFAULT_VERIFIED_WITHIN_DAYS = 120
export const DEFAULT_LANGUAGE_PCT = 20

export const NO_NEED: Need = {
  seats: null,
  contiguous: true,
  areaM2: null,
  availableBy: null,
  fitOuts: [],
  maxRentMadPerM2Month: null,
  verifiedWithinDays: DEFAULT_VERIFIED_WITHIN_DAYS,
  regions: [],
  provinces: [],
  statuses: [],
  techValley: [],
  operators: [],
  irCaps: [],
  territorialPremiums: [],
  incentives: [],
  languages: [],
  trade: null,
  skillsCity: false,
  airportKm: null,
  hsrStationKm: null,
  railStationKm: null,
  area: null,
}
