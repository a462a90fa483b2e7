import { compareOrder, type RankInterval, rankIntervals, type ZoneScore } from '@tvl/model'

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
