import { rounded } from '../rounding.ts'
import {
  CRITERIA,
  type Criterion,
  DEFAULT_ASKED_SEATS,
  DEFAULT_WEIGHTS,
  type Measure,
  SCALES,
  type ScalePoints,
  shareOf,
  type Weights,
} from './scales.ts'

/** What the score looks at: a zone, or one office (which lacks some of it). Null = unknown. */
export interface SiteForScore {
  id: string
  rentMadPerM2Month: number | null
  irCapPct: number | null
  territorialPremiumPct: number | null
  /** Least share among the asked languages, %; null = one is not published here. */
  languagePct: number | null
  universityNewEntrants: number | null
  /** Most seats in one block at the need's date. */
  contiguousSeats: number | null
  airportKm: number | null
  hsrStationKm: number | null
  /** m² announced or planned beyond what is built. */
  growthM2: number | null
}

/** A bound the investor will not trade against anything else. */
export interface Veto {
  criterion: Criterion
  /** The site's value may not be above (`at-most`) or below (`at-least`) the bound, in the criterion's unit. */
  bound: 'at-most' | 'at-least'
  value: number
}

/** How one investor reads the sites. Only what differs from the defaults need be given. */
export interface ScoreProfile {
  /** Any non-negative numbers: they are brought to a sum of 100. All zero = the default weights. */
  weights?: Partial<Weights>
  /** The investor's own scales (ideal values) in place of the reference ones. */
  scales?: Partial<Record<Measure, ScalePoints>>
  vetoes?: readonly Veto[]
  /** Seats that availability is measured against; null = 500. */
  askedSeats?: number | null
  /** true: talent is the asked languages' share; false: new entrants of the universities. */
  byLanguage?: boolean
}

export interface Contribution {
  criterion: Criterion
  measure: Measure
  /** Points, 0–100, two decimals; the weights of a score sum to exactly 100. */
  weight: number
  /** Points earned at worst, at best, and in the middle: the three differ only where the value is unknown. */
  low: number
  high: number
  mid: number
  /** In the unit of the measure; null = unknown. */
  value: number | null
  /** The value lies beyond the end of the scale. */
  clipped: boolean
  missing: boolean
}

export interface Score {
  id: string
  /** Points out of 100, each the exact sum of its contributions to the hundredth. */
  low: number
  high: number
  mid: number
  contributions: Contribution[]
  /** Vetoes the site breaks, and those that cannot be told because the value is unknown. */
  vetoed: Veto[]
  vetoUnknown: Veto[]
}

/** Hundredths of a point: all sums are of whole numbers, so that they are exact. */
const HUNDREDTHS = 10_000

/** Weights brought to whole hundredths that sum to exactly 100 points (largest remainders, then criterion order). */
export function normaliseWeights(weights: Partial<Weights> | undefined): Record<Criterion, number> {
  const given = CRITERIA.map((criterion) => {
    const weight =
      weights === undefined ? DEFAULT_WEIGHTS[criterion] : (weights[criterion] ?? DEFAULT_WEIGHTS[criterion])
    return Number.isFinite(weight) && weight > 0 ? weight : 0
  })
  const sum = given.reduce((total, weight) => total + weight, 0)
  if (sum === 0) return normaliseWeights(undefined)
  // Remainders that are equal on paper are equal here too, so that the order of the criteria settles them.
  const exact = given.map((weight) => rounded((weight / sum) * HUNDREDTHS, 6))
  const whole = exact.map(Math.floor)
  let rest = HUNDREDTHS - whole.reduce((total, weight) => total + weight, 0)
  const byRemainder = exact
    .map((weight, i) => ({ i, remainder: rounded(weight - Math.floor(weight), 6) }))
    .sort((a, b) => b.remainder - a.remainder || a.i - b.i)
  for (const { i } of byRemainder) {
    if (rest <= 0) break
    whole[i] = (whole[i] ?? 0) + 1
    rest--
  }
  return Object.fromEntries(CRITERIA.map((criterion, i) => [criterion, (whole[i] ?? 0) / 100])) as Record<
    Criterion,
    number
  >
}

/** The measure and value a criterion reads from a site. */
export function measureOf(
  site: SiteForScore,
  criterion: Criterion,
  profile: ScoreProfile,
): { measure: Measure; value: number | null } {
  switch (criterion) {
    case 'rent':
      return { measure: 'rent', value: site.rentMadPerM2Month }
    case 'taxes':
      return { measure: 'taxes', value: site.irCapPct }
    case 'premium':
      return { measure: 'premium', value: site.territorialPremiumPct }
    case 'talent':
      return profile.byLanguage === true
        ? { measure: 'talent-language', value: site.languagePct }
        : { measure: 'talent-entrants', value: site.universityNewEntrants }
    case 'availability': {
      const asked = profile.askedSeats ?? DEFAULT_ASKED_SEATS
      return {
        measure: 'availability',
        value: site.contiguousSeats === null ? null : site.contiguousSeats / Math.max(1, asked),
      }
    }
    case 'airport':
      return { measure: 'airport', value: site.airportKm }
    case 'station':
      return { measure: 'station', value: site.hsrStationKm }
    case 'growth':
      return { measure: 'growth', value: site.growthM2 }
  }
}

function contribution(site: SiteForScore, criterion: Criterion, weight: number, profile: ScoreProfile): Contribution {
  const { measure, value } = measureOf(site, criterion, profile)
  const known = value !== null && Number.isFinite(value) ? value : null
  if (known === null) {
    const mid = rounded(weight / 2, 2)
    return { criterion, measure, weight, low: 0, high: weight, mid, value: null, clipped: false, missing: true }
  }
  const { share, clipped } = shareOf(profile.scales?.[measure] ?? SCALES[measure].points, known)
  const points = rounded(weight * Math.min(1, Math.max(0, share)), 2)
  return { criterion, measure, weight, low: points, high: points, mid: points, value: known, clipped, missing: false }
}

const sumOf = (contributions: readonly Contribution[], key: 'low' | 'high' | 'mid'): number =>
  contributions.reduce((total, part) => total + Math.round(part[key] * 100), 0) / 100

/**
 * The score of one site, out of 100, looking at that site alone. An unknown value earns between nothing and the whole
 * weight, so the score is an interval. Points are rounded to the hundredth per criterion, then summed exactly.
 */
export function score(site: SiteForScore, profile: ScoreProfile = {}): Score {
  const weights = normaliseWeights(profile.weights)
  const contributions = CRITERIA.map((criterion) => contribution(site, criterion, weights[criterion], profile))
  const vetoed: Veto[] = []
  const vetoUnknown: Veto[] = []
  for (const veto of profile.vetoes ?? []) {
    const { value } = measureOf(site, veto.criterion, profile)
    if (value === null) vetoUnknown.push(veto)
    else if (veto.bound === 'at-most' ? value > veto.value : value < veto.value) vetoed.push(veto)
  }
  return {
    id: site.id,
    low: sumOf(contributions, 'low'),
    high: sumOf(contributions, 'high'),
    mid: sumOf(contributions, 'mid'),
    contributions,
    vetoed,
    vetoUnknown,
  }
}

const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)

/** The neutral order: sites that break a veto last, then the middle of the score descending, ties by id. */
export function compareOrder(a: Score, b: Score): number {
  return Number(a.vetoed.length > 0) - Number(b.vetoed.length > 0) || b.mid - a.mid || byId(a, b)
}

export interface RankInterval {
  id: string
  /** 1 = first. Null for a site that breaks a veto: it is out, not last. */
  best: number | null
  worst: number | null
}

/** Best and worst rank each site can have, whatever the unknown values turn out to be. */
export function rankIntervals(scores: readonly Score[]): RankInterval[] {
  const inPlay = scores.filter((candidate) => candidate.vetoed.length === 0)
  return scores.map((site) => {
    if (site.vetoed.length > 0) return { id: site.id, best: null, worst: null }
    const others = inPlay.filter((other) => other.id !== site.id)
    const surely = others.filter((other) => other.low > site.high || (other.low === site.high && byId(other, site) < 0))
    const maybe = others.filter((other) => other.high > site.low || (other.high === site.low && byId(other, site) < 0))
    return { id: site.id, best: 1 + surely.length, worst: 1 + maybe.length }
  })
}
