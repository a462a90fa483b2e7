import {
  CRITERIA,
  type Criterion,
  DEFAULT_ASKED_SEATS,
  DEFAULT_WEIGHTS,
  type Measure,
  normaliseWeights,
  SCALES,
  type Veto,
  type Weights,
  withWeight,
} from '@tvl/model'

/** The end of each measure beyond which an investor can rule a site out. */
export const BOUND_OF: Readonly<Record<Measure, Veto['bound']>> = {
  rent: 'at-most',
  taxes: 'at-most',
  premium: 'at-least',
  'talent-language': 'at-least',
  'talent-entrants': 'at-least',
  availability: 'at-least',
  airport: 'at-most',
  station: 'at-most',
  growth: 'at-least',
}

/** A bound as the reader sets it: in the measure's own unit, seats (not shares of the asked ones) for availability. */
export type Bounds = Readonly<Partial<Record<Measure, number>>>

const isCriterion = (text: string): text is Criterion => CRITERIA.some((criterion) => criterion === text)
const isMeasure = (text: string): text is Measure => Object.hasOwn(SCALES, text)
const NUMBER = /^\d{1,7}(\.\d{1,2})?$/

const pairs = (text: string | null | undefined): [name: string, value: number][] =>
  (text ?? '').split(',').flatMap((part) => {
    const [name = '', value = '', ...rest] = part.split(':')
    return rest.length === 0 && NUMBER.test(value) ? [[name, Number(value)]] : []
  })

const written = (value: number) => String(Math.round(value * 100) / 100)

/** Points out of 100, summing to exactly 100. What is missing or malformed in the text has its default weight. */
export function readWeights(text: string | null | undefined): Weights {
  const given: Partial<Record<Criterion, number>> = {}
  for (const [name, value] of pairs(text)) if (isCriterion(name)) given[name] = value
  return normaliseWeights(given)
}

/** `rent:40,taxes:7.5,…` with all criteria; null for the default weights, which need no words in an address. */
export function writeWeights(weights: Weights): string | null {
  const whole = normaliseWeights(weights)
  if (CRITERIA.every((criterion) => whole[criterion] === DEFAULT_WEIGHTS[criterion])) return null
  return CRITERIA.map((criterion) => `${criterion}:${written(whole[criterion])}`).join(',')
}

/** One weight moved to `to` points, the others keeping their proportions (the default ones, when they were all zero). */
export function moveWeight(weights: Weights, criterion: Criterion, to: number): Weights {
  const points = Math.min(100, Math.max(0, to))
  const others = CRITERIA.reduce((sum, other) => (other === criterion ? sum : sum + weights[other]), 0)
  const base = others > 0 ? weights : DEFAULT_WEIGHTS
  return normaliseWeights(withWeight(base, criterion, points))
}

/** `rent:110,airport:25`: what a site must have, in each measure's unit. */
export function readBounds(text: string | null | undefined): Bounds {
  return Object.fromEntries(pairs(text).filter(([name]) => isMeasure(name)))
}

export function writeBounds(bounds: Bounds): string | null {
  const parts = (Object.keys(SCALES) as Measure[]).flatMap((measure) => {
    const value = bounds[measure]
    return value === undefined ? [] : [`${measure}:${written(value)}`]
  })
  return parts.length > 0 ? parts.join(',') : null
}

/** The measure a criterion reads, as `measureOf` of the model chooses it. */
export const measureFor = (criterion: Criterion, byLanguage: boolean): Measure =>
  criterion === 'talent' ? (byLanguage ? 'talent-language' : 'talent-entrants') : criterion

/** The bounds as the score takes them. A bound on the talent measure that is not in use rules nobody out. */
export function vetoesOf(bounds: Bounds, byLanguage: boolean): Veto[] {
  return CRITERIA.flatMap((criterion) => {
    const measure = measureFor(criterion, byLanguage)
    const bound = bounds[measure]
    if (bound === undefined) return []
    const value = criterion === 'availability' ? bound / DEFAULT_ASKED_SEATS : bound
    return [{ criterion, bound: BOUND_OF[measure], value }]
  })
}
