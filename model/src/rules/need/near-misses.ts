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
  const relaxer = new Relaxer(index, evaluation, context)
  const candidates = evaluation.zones
    .flatMap((site, place) => {
      const [smallest] = site.isHit ? [] : relaxer.relaxationsOf(place)
      return smallest === undefined ? [] : [{ ...smallest, zone: site.zone, place }]
    })
    .sort((a, b) => a.effort - b.effort || (a.zone.id < b.zone.id ? -1 : 1))
  const evaluated = new Map<string, Evaluation>()
  const found: NearMiss[] = []
  for (const { place, ...candidate } of candidates) {
    if (found.length >= limit) break
    const key = JSON.stringify(candidate.need)
    const relaxed = evaluated.get(key) ?? evaluate(index, candidate.need, context)
    evaluated.set(key, relaxed)
    // Fewer seats can also lose an incentive that asks for a number of jobs: then the change does not admit the zone.
    if (!relaxed.zones[place]?.isHit) continue
    found.push({ ...candidate, hits: relaxed.hits, extraHits: relaxed.hits - evaluation.hits })
  }
  return found
}
