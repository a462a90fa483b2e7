import { type Building, columnsOf, evaluate, NO_NEED, type Office, prepare, type RuleZone, type Zone } from '@tvl/model'
import type { Feature } from '../../api/features.ts'
import { ruleZone } from '../../api/zone-index.ts'

/** What of a zone the public sees: seats free on the day, and the largest block of them. */
export interface PublicFigures {
  freeSeats: number
  contiguousSeats: number
}

/** By the rules that every list, map and answer goes by. */
export function publicFigures(
  zone: Feature<Zone>,
  buildings: readonly Feature<Building>[],
  offices: readonly { id: string; properties: Office }[],
  today: string,
): PublicFigures {
  const site: RuleZone = ruleZone(zone)
  const index = prepare(columnsOf(offices, [...buildings]), [site], [])
  const found = evaluate(index, NO_NEED, { today, verdicts: () => new Map() }).zones[0]
  return { freeSeats: found?.freeSeats ?? 0, contiguousSeats: found?.contiguousSeats ?? 0 }
}
