import type { Incentive, IncentiveCondition, Trade } from '../../schema/reference.ts'
import type { Province } from '../../schema/territory.ts'
import type { Zone } from '../../schema/zone.ts'

/** `ask`: what is published does not settle it; the administration has to be asked. */
export type Answer = 'yes' | 'no' | 'ask'
export type Outcome = 'holds' | 'fails' | 'unknown'

export interface IncentiveProject {
  trade: Trade | null
  /** Jobs the project creates; null = not said. */
  jobs: number | null
  /** ISO day. */
  startsOn: string
}

/** The parts of a site that rules look at. */
export type ZoneForIncentives = { id: string } & Pick<Zone, 'kind' | 'regionId' | 'irCapPct' | 'territorialPremium'>
export type IncentiveRecord = { id: string } & Pick<
  Incentive,
  'status' | 'validFrom' | 'validTo' | 'conditions' | 'category' | 'capPct' | 'packVersion'
>

/** One reason of an answer, as data: the page owns the words. */
export type Reason =
  | { kind: 'status'; outcome: Outcome; status: Incentive['status'] }
  | { kind: 'dates'; outcome: Outcome; validFrom: string | null; validTo: string | null }
  /** `index` is the place of the condition in the rule. */
  | { kind: 'condition'; outcome: Outcome; index: number; condition: IncentiveCondition }

/** Something that would change, so that a refused measure is granted. */
export type Change =
  | { kind: 'start'; from: string | null; to: string | null }
  | { kind: 'trade'; trades: readonly Trade[] }
  | { kind: 'jobs'; jobs: number }
  /** Another site: one for which this condition holds. */
  | { kind: 'site'; condition: IncentiveCondition }

export interface Verdict {
  incentiveId: string
  packVersion: string
  answer: Answer
  reasons: Reason[]
  /** For a `no`: what, all together, would lift it, and the answer then. Null when nothing would (the measure ended). */
  wouldMakeItYes: { changes: Change[]; answer: 'yes' | 'ask' } | null
}

const isOneOf = (holds: boolean): Outcome => (holds ? 'holds' : 'fails')

function outcomeOf(
  condition: IncentiveCondition,
  zone: ZoneForIncentives,
  province: Pick<Province, 'territorialPremium'> | null,
  project: IncentiveProject,
): Outcome {
  switch (condition.kind) {
    case 'zone-in':
      return isOneOf(condition.zoneIds.includes(zone.id))
    case 'zone-kind-in':
      return isOneOf(condition.kinds.includes(zone.kind))
    case 'region-in':
      return isOneOf(condition.regionIds.includes(zone.regionId))
    case 'ir-cap':
      return zone.irCapPct === null ? 'unknown' : isOneOf(zone.irCapPct === condition.pct)
    case 'territorial-premium': {
      const premium = zone.territorialPremium ?? province?.territorialPremium ?? null
      return premium === null ? 'unknown' : isOneOf(premium === condition.category)
    }
    case 'trade-in':
      return project.trade === null ? 'unknown' : isOneOf(condition.trades.includes(project.trade))
    case 'min-jobs':
      if (project.jobs === null) return 'unknown'
      if (project.jobs >= condition.jobs) return 'holds'
      return condition.orAsk !== undefined && project.jobs >= condition.orAsk.fromJobs ? 'unknown' : 'fails'
    case 'unpublished':
      return 'unknown'
  }
}

const STATUS_OUTCOME: Readonly<Record<Incentive['status'], Outcome>> = {
  'in-force': 'holds',
  ended: 'fails',
  unknown: 'unknown',
}

/** First and last day count; a date that is not published bounds nothing. */
function datesOutcome({ validFrom, validTo }: IncentiveRecord, startsOn: string): Outcome {
  return isOneOf((validFrom === null || startsOn >= validFrom) && (validTo === null || startsOn <= validTo))
}

function changeOf(reason: Reason): Change | null {
  if (reason.kind === 'status') return null
  if (reason.kind === 'dates') return { kind: 'start', from: reason.validFrom, to: reason.validTo }
  const { condition } = reason
  if (condition.kind === 'trade-in') return { kind: 'trade', trades: condition.trades }
  if (condition.kind === 'min-jobs') return { kind: 'jobs', jobs: condition.jobs }
  return { kind: 'site', condition }
}

/**
 * Whether a measure is granted to a project at a site: no as soon as one condition fails, else ask as soon as one
 * cannot be told, else yes. `province` fills in a site's territorial premium where the site does not carry it.
 */
export function verdict(
  incentive: IncentiveRecord,
  zone: ZoneForIncentives,
  province: Pick<Province, 'territorialPremium'> | null,
  project: IncentiveProject,
): Verdict {
  const { id: incentiveId, packVersion, status, validFrom, validTo } = incentive
  const reasons: Reason[] = [
    { kind: 'status', outcome: STATUS_OUTCOME[status], status },
    { kind: 'dates', outcome: datesOutcome(incentive, project.startsOn), validFrom, validTo },
    ...incentive.conditions.map((condition, index): Reason => {
      return { kind: 'condition', outcome: outcomeOf(condition, zone, province, project), index, condition }
    }),
  ]
  const failing = reasons.filter((reason) => reason.outcome === 'fails')
  const isOpen = reasons.some((reason) => reason.outcome === 'unknown')
  const answer: Answer = failing.length > 0 ? 'no' : isOpen ? 'ask' : 'yes'
  const changes = failing.map(changeOf)
  const possible = changes.filter((change) => change !== null)
  const wouldMakeItYes =
    answer === 'no' && possible.length === changes.length
      ? ({ changes: possible, answer: isOpen ? 'ask' : 'yes' } as const)
      : null
  return { incentiveId, packVersion, answer, reasons, wouldMakeItYes }
}

/** The verdict of every rule of a pack on a project at a site, in the pack's order. */
export function verdictsFor(
  zone: ZoneForIncentives,
  province: Pick<Province, 'territorialPremium'> | null,
  incentives: readonly IncentiveRecord[],
  project: IncentiveProject,
): Verdict[] {
  return incentives.map((incentive) => verdict(incentive, zone, province, project))
}

export interface IrCap {
  /** % cap on income tax; null: no rule caps it for this project here on that day. */
  pct: number | null
  incentiveId: string | null
  /** `ask`: the cap is only what could be obtained. `no`: none. */
  answer: Answer
}

const INCOME_TAX = 'personal-income-tax'
const BEST_FIRST: readonly Answer[] = ['yes', 'ask']

/** The lowest cap on income tax that the rules grant a project at a site, else the lowest that may be asked for. */
export function irCapOf(
  zone: ZoneForIncentives,
  province: Pick<Province, 'territorialPremium'> | null,
  incentives: readonly IncentiveRecord[],
  project: IncentiveProject,
): IrCap {
  const caps = incentives.flatMap((incentive) => {
    if (incentive.category !== INCOME_TAX || incentive.capPct === null) return []
    const { answer } = verdict(incentive, zone, province, project)
    return answer === 'no' ? [] : [{ pct: incentive.capPct, incentiveId: incentive.id, answer }]
  })
  caps.sort((a, b) => BEST_FIRST.indexOf(a.answer) - BEST_FIRST.indexOf(b.answer) || a.pct - b.pct)
  return caps[0] ?? { pct: null, incentiveId: null, answer: 'no' }
}
