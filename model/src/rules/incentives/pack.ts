import type { IncentiveCondition, Trade } from '../../schema/reference.ts'
import type { Province } from '../../schema/territory.ts'
import { addDays } from '../days.ts'
import type { Need } from '../need/need.ts'
import { type Answer, type IncentiveRecord, verdict, type ZoneForIncentives } from './verdict.ts'

/** Something in a pack that its author has to look at. */
export type PackIssue =
  | { kind: 'duplicate'; ids: [string] }
  /** The rule ends before it begins. */
  | { kind: 'dates'; ids: [string] }
  /** Two rules of one category cap the same project with different figures over these days. */
  | { kind: 'overlap'; ids: [string, string]; from: string | null; to: string | null }
  /** One rule follows another of the same conditions, with days between them that neither covers. */
  | { kind: 'gap'; ids: [string, string]; from: string; to: string }

/** True when no project at any site can meet both conditions. */
function areDisjoint(a: IncentiveCondition, b: IncentiveCondition): boolean {
  const apart = (left: readonly string[], right: readonly string[]) => !left.some((value) => right.includes(value))
  if (a.kind === 'zone-in' && b.kind === 'zone-in') return apart(a.zoneIds, b.zoneIds)
  if (a.kind === 'zone-kind-in' && b.kind === 'zone-kind-in') return apart(a.kinds, b.kinds)
  if (a.kind === 'region-in' && b.kind === 'region-in') return apart(a.regionIds, b.regionIds)
  if (a.kind === 'trade-in' && b.kind === 'trade-in') return apart(a.trades, b.trades)
  if (a.kind === 'ir-cap' && b.kind === 'ir-cap') return a.pct !== b.pct
  if (a.kind === 'territorial-premium' && b.kind === 'territorial-premium') return a.category !== b.category
  return false
}

const canMeet = (a: IncentiveRecord, b: IncentiveRecord): boolean =>
  !a.conditions.some((left) => b.conditions.some((right) => areDisjoint(left, right)))

const later = (a: string | null, b: string | null): string | null => (a === null ? b : b === null ? a : a > b ? a : b)
const earlier = (a: string | null, b: string | null): string | null => (a === null ? b : b === null ? a : a < b ? a : b)

/** What two rules must share for one to be the other's successor: category and published conditions. */
const scopeOf = ({ category, conditions }: IncentiveRecord): string =>
  JSON.stringify([category, conditions.filter(({ kind }) => kind !== 'unpublished')])

/** Looks for contradictions in a pack: an empty list is a sound pack. Rules that ended are history, and not compared. */
export function checkPack(incentives: readonly IncentiveRecord[]): PackIssue[] {
  const issues: PackIssue[] = []
  const seen = new Set<string>()
  for (const { id, validFrom, validTo } of incentives) {
    if (seen.has(id)) issues.push({ kind: 'duplicate', ids: [id] })
    seen.add(id)
    if (validFrom !== null && validTo !== null && validFrom > validTo) issues.push({ kind: 'dates', ids: [id] })
  }
  const live = incentives.filter(({ status }) => status !== 'ended')
  live.forEach((a, i) => {
    for (const b of live.slice(i + 1)) {
      if (a.category !== b.category || a.capPct === null || b.capPct === null || a.capPct === b.capPct) continue
      const [from, to] = [later(a.validFrom, b.validFrom), earlier(a.validTo, b.validTo)]
      const overlap = from === null || to === null || from <= to
      if (overlap && canMeet(a, b)) issues.push({ kind: 'overlap', ids: [a.id, b.id], from, to })
    }
  })
  const dated = live.filter(({ validFrom }) => validFrom !== null)
  for (const a of dated) {
    if (a.validTo === null) continue
    const next = dated
      .filter((b) => b !== a && scopeOf(b) === scopeOf(a) && (b.validTo === null || b.validTo > (a.validTo ?? '')))
      .sort((b, c) => ((b.validFrom ?? '') < (c.validFrom ?? '') ? -1 : 1))[0]
    if (!next || next.validFrom === null) continue
    const dayAfter = addDays(a.validTo, 1)
    if (next.validFrom > dayAfter) {
      issues.push({ kind: 'gap', ids: [a.id, next.id], from: dayAfter, to: addDays(next.validFrom, -1) })
    }
  }
  return issues
}

/** One worked case that lies beside a pack and must keep its answer. */
export interface IncentiveVector {
  incentiveId: string
  zoneId: string
  trade: Trade | null
  jobs: number | null
  /** ISO day on which the project starts. */
  on: string
  expected: Answer
  why: string
}

export interface VectorFailure {
  vector: IncentiveVector
  /** Null: the vector names a rule or a site that is not there. */
  got: Answer | null
}

/** Puts every vector to a pack; an empty list means all hold. */
export function runVectors(
  vectors: readonly IncentiveVector[],
  incentives: readonly IncentiveRecord[],
  zones: readonly (ZoneForIncentives & { provinceId: string })[],
  provinces: readonly ({ id: string } & Pick<Province, 'territorialPremium'>)[],
): VectorFailure[] {
  return vectors.flatMap((vector): VectorFailure[] => {
    const incentive = incentives.find(({ id }) => id === vector.incentiveId)
    const zone = zones.find(({ id }) => id === vector.zoneId)
    if (!incentive || !zone) return [{ vector, got: null }]
    const province = provinces.find(({ id }) => id === zone.provinceId) ?? null
    const project = { trade: vector.trade, jobs: vector.jobs, startsOn: vector.on }
    const { answer } = verdict(incentive, zone, province, project)
    return answer === vector.expected ? [] : [{ vector, got: answer }]
  })
}

/**
 * The rules as a need asks them: for each site, the answer of every rule. A need's seats stand for the project's jobs
 * and its project starts on `startsOn` (the catalogue's day).
 */
export function incentiveVerdicts(
  incentives: readonly IncentiveRecord[],
  provinces: readonly ({ id: string } & Pick<Province, 'territorialPremium'>)[],
  startsOn: string,
): (
  zone: { id: string; properties: Omit<ZoneForIncentives, 'id'> & { provinceId: string } },
  need: Need,
) => ReadonlyMap<string, Answer> {
  const byId = new Map(provinces.map((province) => [province.id, province]))
  return (zone, need) => {
    const site = { ...zone.properties, id: zone.id }
    const province = byId.get(zone.properties.provinceId) ?? null
    const project = { trade: need.trade, jobs: need.seats, startsOn }
    return new Map(incentives.map((incentive) => [incentive.id, verdict(incentive, site, province, project).answer]))
  }
}
