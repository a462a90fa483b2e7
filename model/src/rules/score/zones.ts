import type { TalentPool } from '../../schema/territory.ts'
import { evaluate, type NeedIndex } from '../need/evaluate.ts'
import type { IncentiveVerdicts } from '../need/evaluate-zones.ts'
import { type Need, NO_NEED } from '../need/need.ts'
import { type Score, type SiteForScore, score } from './score.ts'
import { siteForScore } from './site.ts'

const NO_VERDICTS: ReturnType<IncentiveVerdicts> = new Map()

/** A zone's place in the neutral order, looking at no other term of the need than its day and its languages. */
export interface ZoneScore {
  site: SiteForScore
  score: Score
}

/**
 * Scores of all zones at the need's day and languages, with the default weights and the fixed scales: what the API
 * orders by with `sortby=-score`. No other term moves a score, so filtering never reorders what stays. A zone without
 * an office on record is not one with none free: its availability is unknown, and its score an interval.
 * @param today ISO day: the catalogue's date in Africa/Casablanca
 * @param poolOf talent pools by region
 */
export function scoreZones(
  index: NeedIndex,
  today: string,
  poolOf: ReadonlyMap<string, TalentPool>,
  need: Pick<Need, 'availableBy' | 'languages'>,
): ReadonlyMap<string, ZoneScore> {
  // Incentives are no criterion: nobody's verdict is asked for.
  const context = { today, verdicts: () => NO_VERDICTS }
  const neutral = evaluate(index, { ...NO_NEED, availableBy: need.availableBy }, context)
  const languages = need.languages.map((term) => term.language)
  return new Map(
    neutral.zones.map(({ zone, contiguousSeats }, i) => {
      const pool = poolOf.get(zone.properties.regionId) ?? null
      const hasOffices = (index.rowTo[i] ?? 0) > (index.rowFrom[i] ?? 0)
      const inventory = hasOffices ? { contiguousSeats } : null
      const site = siteForScore({ id: zone.id, ...zone.properties }, pool, inventory, { languages })
      return [zone.id, { site, score: score(site, { byLanguage: languages.length > 0 }) }]
    }),
  )
}
