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
    .flatMap(({ zone }, place) => relaxer.relaxationsOf(place).map((relaxed) => ({ ...relaxed, zone, place })))
    .sort((a, b) => a.effort - b.effort || (a.zone.id < b.zone.id ? -1 : a.zone.id > b.zone.id ? 1 : 0))
  const evaluated = new Map<string, Evaluation>()
  const found: NearMiss[] = []
  const settled = new Set<number>()
  for (const { place, ...candidate } of candidates) {
    if (found.length >= limit) break
    if (settled.has(place)) continue
    const key = JSON.stringify(candidate.need)
    const relaxed = evaluated.get(key) ?? evaluate(index, candidate.need, context)
    evaluated.set(key, relaxed)
    // Fewer seats can also lose an incentive that asks for a number of jobs: then another change may admit the zone.
    if (!relaxed.zones[place]?.isHit) continue
    settled.add(place)
    found.push({ ...candidate, hits: relaxed.hits, extraHits: relaxed.hits - evaluation.hits })
  }
  return found
}
