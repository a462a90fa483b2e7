import {
  type Attempt,
  type CatalogueRecord,
  type DueAnswer,
  type DueFacts,
  type DueItem,
  dayInMorocco,
  dueEffect,
  dueOf,
  dueUrgency,
  FRESHNESS_FIELDS,
  stateAfter,
  VERIFICATION_STATES,
  type VerificationState,
} from '@tvl/model'
import { UNKNOWN_DAY } from '../catalogue/column.ts'
import type { Snapshot } from '../catalogue/snapshot.ts'
import { byCodeUnit } from '../catalogue/table.ts'
import { type OfficeDays, officeDays } from '../freshness/office-days.ts'

/** What is due of the offices of some buildings, the most urgent first, before attempts are added. */
export interface DueRows {
  rows: readonly number[]
  states: DueAnswer['states']
}

/** Found in columns, because a national list looks at every office of the country. */
export function dueRows(snapshot: Snapshot, isAskedFor: (buildingId: string) => boolean): DueRows {
  const offices = snapshot.collection('offices')
  const days = officeDays(snapshot)
  const buildingOf = offices.get('buildingId')
  const isWanted = remembered(isAskedFor)
  const states = Object.fromEntries(VERIFICATION_STATES.map((state) => [state, 0])) as Record<VerificationState, number>
  const found: { row: number; urgency: number }[] = []
  for (let row = 0; row < offices.count; row++) {
    if (!isWanted(String(buildingOf(row)))) continue
    const facts = factsOf(days, row)
    const kind = dueEffect(facts)
    if (kind === null) continue
    found.push({ row, urgency: dueUrgency(kind, facts) })
    states[facts.countedAge === null ? 'never' : stateAfter(facts.countedAge, facts.status)] += 1
  }
  found.sort(
    (a, b) =>
      a.urgency - b.urgency ||
      days.seats(b.row) - days.seats(a.row) ||
      byCodeUnit(offices.ids[a.row] ?? '', offices.ids[b.row] ?? ''),
  )
  return { rows: found.map(({ row }) => row), states }
}

export const officeOf = (snapshot: Snapshot, row: number) =>
  snapshot.collection('offices').record(row) as CatalogueRecord<'offices'>

/** The facts of an office, from columns. */
export function factsOf(days: OfficeDays, row: number): DueFacts {
  const since = (day: number | undefined) => (day === undefined || day === UNKNOWN_DAY ? null : days.today - day)
  const until = (day: number | undefined) => (day === undefined || day === UNKNOWN_DAY ? null : day - days.today)
  let oldestAge: number | null = 0
  for (const field of FRESHNESS_FIELDS) {
    if (!days.isKnown(row, field)) continue
    const age = since(days.verified[field][row])
    oldestAge = oldestAge === null || age === null ? null : Math.max(oldestAge, age)
  }
  return {
    status: days.status(row),
    countedAge: since(days.countedSince[row]),
    oldestAge,
    availableIn: until(days.availableFrom[row]),
    leavesIn: until(days.countedUntil[row]),
  }
}

/** A row as it is shown, with the last attempt that is about what is still due. */
export function dueItem(snapshot: Snapshot, row: number, attempts: ReadonlyMap<string, readonly Attempt[]>): DueItem {
  const { id, properties } = officeOf(snapshot, row)
  const due = dueOf(properties, snapshot.today)
  if (!due) throw new RangeError(`nothing is due of ${id}`)
  const { name, zoneId, buildingId, floor, stackOrder, seats, status } = properties
  const { leaseEndsOn, holdEndsAt, deliversOn, freeFrom } = properties
  const isStillDue = ({ at, fields }: Attempt) =>
    due.fields.some(
      ({ field, age }) => fields.includes(field) && (age === null || age.on <= dayInMorocco(new Date(at))),
    )
  return {
    ...{ id, name, zoneId, buildingId, floor, stackOrder, seats, status },
    ...{ leaseEndsOn, holdEndsAt, deliversOn, freeFrom },
    state: due.state,
    effect: due.effect,
    fields: due.fields.map(({ field, state, age }) => ({
      field,
      state,
      value: properties[field] as string | number,
      verified: age && { on: age.on, days: age.days, by: age.by, method: age.method },
    })),
    attempt: attempts.get(id)?.find(isStillDue) ?? null,
  }
}

/** The answer for each building, worked out once. */
function remembered(ask: (id: string) => boolean): (id: string) => boolean {
  const known = new Map<string, boolean>()
  return (id) => {
    const answer = known.get(id) ?? ask(id)
    known.set(id, answer)
    return answer
  }
}
