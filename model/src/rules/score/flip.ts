import { CRITERIA, type Criterion, type Weights } from './scales.ts'
import { compareOrder, normaliseWeights, type Score, type ScoreProfile, type SiteForScore, score } from './score.ts'

/** Tenths of a point: the grid on which a change of weight is looked for. */
const STEP = 0.1
const STEPS = 1000

export interface FlipChange {
  outcome: 'flip'
  criterion: Criterion
  /** Weights in points out of 100; the others keep their proportions. */
  from: number
  to: number
  weights: Weights
  /** Scores at the last weight at which `a` still leads, and at `to`, where `b` does. */
  before: { a: Score; b: Score }
  after: { a: Score; b: Score }
}

/** `already`: b leads as things stand. `none`: no change of one weight does it. */
export type Flip = FlipChange | { outcome: 'already' } | { outcome: 'none' }

/** The weights with one criterion at `to` points and the others sharing the rest in their present proportions. */
export function withWeight(weights: Weights, criterion: Criterion, to: number): Weights {
  const rest = CRITERIA.reduce((sum, other) => (other === criterion ? sum : sum + weights[other]), 0)
  if (rest === 0) return { ...weights, [criterion]: 100 }
  return Object.fromEntries(
    CRITERIA.map((other) => [other, other === criterion ? to : (weights[other] * (100 - to)) / rest]),
  ) as Weights
}

/** Rounding moves the lead by less than this (points): nearer than that only a recomputation tells. */
const DOUBT = 0.5

/** Shares of the points `b` has over `a` per criterion, before any rounding: the lead is linear in the weights. */
function leads(a: Score, b: Score): Record<Criterion, number> {
  const share = (part: Score['contributions'][number] | undefined) =>
    part === undefined ? 0 : part.missing ? 0.5 : part.weight > 0 ? part.mid / part.weight : 0
  return Object.fromEntries(
    CRITERIA.map((criterion, i) => [criterion, share(b.contributions[i]) - share(a.contributions[i])]),
  ) as Record<Criterion, number>
}

/**
 * The smallest change of a single weight, to a tenth of a point, that puts `b` before `a` in the neutral order. Both
 * sides are recomputed with the same scores the page shows.
 */
export function flip(a: SiteForScore, b: SiteForScore, profile: ScoreProfile = {}): Flip {
  const weights = normaliseWeights(profile.weights)
  const at = (changed: Weights) => {
    const asked = { ...profile, weights: changed }
    const scores = { a: score(a, asked), b: score(b, asked) }
    return { ...scores, bLeads: compareOrder(scores.b, scores.a) < 0 }
  }
  const now = at(weights)
  if (now.bLeads) return { outcome: 'already' }
  if (now.b.vetoed.length > 0) return { outcome: 'none' }
  // Equal weights give every criterion points enough for its share to be read without much rounding.
  const even = at(Object.fromEntries(CRITERIA.map((criterion) => [criterion, 1])) as Weights)
  const lead = leads(even.a, even.b)
  let best: FlipChange | null = null
  for (const criterion of CRITERIA) {
    const from = weights[criterion]
    for (const direction of [1, -1]) {
      let before = now
      for (let step = 1; step <= STEPS; step++) {
        const to = direction > 0 ? Math.min(100, from + step * STEP) : Math.max(0, from - step * STEP)
        const reach = Math.abs(to - from)
        if (best && reach >= Math.abs(best.to - best.from)) break
        const changed = withWeight(weights, criterion, Math.round(to * 100) / 100)
        const estimate = CRITERIA.reduce((sum, other) => sum + changed[other] * lead[other], 0)
        if (estimate > -DOUBT) {
          const after = at(changed)
          if (after.bLeads) {
            const previous = Math.max(0, Math.min(100, to - direction * STEP))
            const last = step === 1 ? before : at(withWeight(weights, criterion, Math.round(previous * 100) / 100))
            if (!last.bLeads) {
              best = {
                outcome: 'flip',
                criterion,
                from,
                to: Math.round(to * 100) / 100,
                weights: changed,
                before: { a: last.a, b: last.b },
                after: { a: after.a, b: after.b },
              }
            }
            break
          }
          before = after
        }
        if (to === 0 || to === 100) break
      }
    }
  }
  return best ?? { outcome: 'none' }
}
