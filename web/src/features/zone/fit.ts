import { type Criterion, evaluate, failingTerms, type Need, type NeedTerm, needToParams } from '@tvl/model'
import { rankZones } from '../../api/rank-zones.ts'
import type { ZoneIndex } from '../../api/zone-index.ts'

/** How a zone stands to the need. */
export type Fit =
  | {
      isHit: true
      rank: number
      total: number
      best: number
      worst: number
      /** what is unknown and leaves the rank open */
      missing: readonly Criterion[]
    }
  | { isHit: false; terms: readonly NeedTerm[]; have: number | null; asked: number | null; contiguous: boolean }

export const asksAnything = (need: Need) => needToParams(need).length > 0

/** The zone's place among all that answer the need; null when nothing is asked or the zone is not in the index. */
export function fitOf(zoneIndex: ZoneIndex, need: Need, zoneId: string): Fit | null {
  if (!asksAnything(need)) return null
  const { zones } = evaluate(zoneIndex.index, need, zoneIndex.context)
  const own = zones.find(({ zone }) => zone.id === zoneId)
  if (!own) return null
  if (!own.isHit) {
    const seats = need.contiguous ? own.contiguousSeats : own.freeSeats
    // Without an inventory nothing is known of its seats: that is not 0.
    const have = zoneIndex.index.columns.zoneIds.includes(zoneId) ? seats : null
    return { isHit: false, terms: failingTerms(own), have, asked: need.seats, contiguous: need.contiguous }
  }
  const scores = zoneIndex.scoresOf(need)
  const hits = zones.filter(({ isHit }) => isHit).map(({ zone }) => zone.id)
  const { order, rankOf } = rankZones(hits, scores)
  const rank = order.indexOf(zoneId) + 1
  const { best, worst } = rankOf.get(zoneId) ?? {}
  const missingOf = (id: string) =>
    scores.get(id)?.score.contributions.flatMap(({ criterion, missing }) => (missing ? [criterion] : [])) ?? []
  // The zone's own unknown figures move it first; where it has none, those of the others do.
  const ownMissing = missingOf(zoneId)
  const missing = ownMissing.length > 0 ? ownMissing : [...new Set(hits.flatMap(missingOf))]
  return { isHit: true, rank, total: hits.length, best: best ?? rank, worst: worst ?? rank, missing }
}
