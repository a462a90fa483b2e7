import {
  compareOrder,
  evaluate,
  type Need,
  NO_NEED,
  type RankInterval,
  rankIntervals,
  type Score,
  type SiteForScore,
  score,
  siteForScore,
} from '@tvl/model'
import type { ZoneIndex } from './zone-index.ts'

/** A zone's place in the neutral order, looking at no other term of the need than its day and its languages. */
export interface ZoneScore {
  site: SiteForScore
  score: Score
}

/**
 * Scores of all zones at the need's day and languages, with the default weights and the fixed scales: what the API
 * orders by with `sortby=-score`. No other term moves a score, so filtering never reorders what stays.
 */
export function scoreZones(
  { index, context, poolOf }: ZoneIndex,
  need: Pick<Need, 'availableBy' | 'languages'>,
): ReadonlyMap<string, ZoneScore> {
  const neutral = evaluate(index, { ...NO_NEED, availableBy: need.availableBy }, context)
  const languages = need.languages.map((term) => term.language)
  return new Map(
    neutral.zones.map(({ zone, contiguousSeats }) => {
      const pool = poolOf.get(zone.properties.regionId) ?? null
      const inventory = index.columns.count > 0 ? { contiguousSeats } : null
      const site = siteForScore({ id: zone.id, ...zone.properties }, pool, inventory, { languages })
      return [zone.id, { site, score: score(site, { byLanguage: languages.length > 0 }) }]
    }),
  )
}

export interface Ranked {
  /** ids in the neutral order */
  order: readonly string[]
  rankOf: ReadonlyMap<string, RankInterval>
}

/** The neutral order of some zones and the ranks each can have among them, unknown values considered. */
export function rankZones(ids: readonly string[], scores: ReadonlyMap<string, ZoneScore>): Ranked {
  const own = ids.flatMap((id) => scores.get(id)?.score ?? [])
  return {
    order: [...own].sort(compareOrder).map(({ id }) => id),
    rankOf: new Map(rankIntervals(own).map((interval) => [interval.id, interval])),
  }
}
