import { type Evaluation, evaluate, type NeedContext, type NeedIndex } from './evaluate.ts'
import type { RuleZone } from './evaluate-zones.ts'
import type { RelaxedNeed } from './relaxation.ts'
import { Relaxer } from './relaxations.ts'

/** A zone that one change would make a hit. */
export interface NearMiss extends RelaxedNeed {
  zone: RuleZone
  /** zones that answer the relaxed need, counted by evaluating it; and how many more than now */
  hits: number
  extraHits: number
}

export const NEAR_MISSES = 5

/**
 * The zones that fail by one term, each with the smallest single change that admits it and what that change brings,
 * nearest first, ties by id. Where nothing is one change away the list is empty: no other site is passed off as an
 * answer. Costs one evaluation for each different change that is returned.
 */
export function nearMisses(
  index: NeedIndex,
  evaluation: Evaluation,
  context: NeedContext,
  limit = NEAR_MISSES,
): NearMiss[] {
  const steps = nearMissesInSteps(index, evaluation, context, limit)
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
  }
}

const ZONES_A_STEP = 8

/** The same, at most one evaluation a step, so that a page can be used between two. */
export function* nearMissesInSteps(
  index: NeedIndex,
  evaluation: Evaluation,
  context: NeedContext,
  limit = NEAR_MISSES,
): Generator<void, NearMiss[], void> {
  const relaxer = new Relaxer(index, evaluation, context)
  const candidates: (RelaxedNeed & { zone: RuleZone; place: number })[] = []
  for (const [place, { zone }] of evaluation.zones.entries()) {
    for (const relaxed of relaxer.relaxationsOf(place)) candidates.push({ ...relaxed, zone, place })
    if (place % ZONES_A_STEP === ZONES_A_STEP - 1) yield
  }
  candidates.sort((a, b) => a.effort - b.effort || (a.zone.id < b.zone.id ? -1 : a.zone.id > b.zone.id ? 1 : 0))
  const evaluated = new Map<string, Evaluation>()
  const found: NearMiss[] = []
  const settled = new Set<number>()
  for (const { place, ...candidate } of candidates) {
    if (found.length >= limit) break
    if (settled.has(place)) continue
    const key = JSON.stringify(candidate.need)
    const relaxed = evaluated.get(key) ?? evaluate(index, candidate.need, context)
    evaluated.set(key, relaxed)
    yield
    // Fewer seats can also lose an incentive that asks for a number of jobs: then another change may admit the zone.
    if (!relaxed.zones[place]?.isHit) continue
    settled.add(place)
    found.push({ ...candidate, hits: relaxed.hits, extraHits: relaxed.hits - evaluation.hits })
  }
  return found
}
