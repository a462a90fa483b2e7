import type { Fault } from '@tvl/data'
import type { ChangeConflict, ChangeWrite, CollectionId, FieldConflict, VerifiedField } from '@tvl/model'
import { VERIFIED_FIELDS } from '@tvl/model/schema'
import type { Content } from '../storage/database.ts'
import { datesOf, derivedFields, isOptional, STATUS_DATES, serverFields, unknownFields } from './fields.ts'
import { contentOf, fieldsOf, type Key, type PastChange, type Stored } from './records.ts'
import { differing, type Fields, isSame } from './same.ts'

/** What a write makes of a record, before it is judged. */
export interface Draft extends Key {
  before: Content | null
  /** Number of the change that wrote `before`. */
  version: number | null
  after: Content | null
  /** Fields confirmed as they are. */
  verifies: ReadonlySet<VerifiedField>
  /** Fields whose unusual value is meant. */
  confirm: ReadonlySet<string>
  /** What is wrong with what was sent, whatever the record is. */
  faults: Fault[]
  conflict: ChangeConflict | null
}

export interface Now {
  stored: Stored | null
  /** The changes of the record after the base of the write, oldest first. */
  since: readonly PastChange[]
}

/** Whether a draft leaves every field as it is. */
export const isUnchanged = ({ before, after }: Draft): boolean =>
  before !== null && after !== null && differing(fieldsOf(before), fieldsOf(after)).length === 0

/** Merges a write into the record as it stands: field by field, and a conflict where both changed the same. */
export function draftOf(write: ChangeWrite, { stored, since }: Now): Draft {
  const { collection, id, base } = write
  const draft: Draft = {
    collection,
    id,
    before: stored?.content ?? null,
    version: stored?.version ?? null,
    after: stored?.content ?? null,
    verifies: new Set(write.verifies?.includes('*') ? VERIFIED_FIELDS : ((write.verifies as VerifiedField[]) ?? [])),
    confirm: new Set(write.confirm),
    faults: [],
    conflict: null,
  }
  const conflict = (reason: ChangeConflict['reason'], fields: FieldConflict[] = []): Draft => ({
    ...draft,
    conflict: { collection, id, reason, base, current: stored?.version ?? null, fields },
  })
  if (base === null) {
    if (stored) return conflict('exists')
    const properties = write.feature?.properties ?? {}
    draft.faults = foreignFaults(collection, properties, null)
    draft.after = contentOf({ ...unknownFields(collection), ...sent(collection, properties), ...geometryOf(write) })
    return draft
  }
  const atBase = since.length > 0 ? (since[0]?.before ?? null) : (stored?.content ?? null)
  if (!stored) {
    if (atBase) return conflict('deleted')
    draft.faults.push({ field: 'id', code: 'record.unknown', value: id, words: `${collection} has no ${id}` })
    return draft
  }
  if (!atBase) return conflict('exists')

  const was = fieldsOf(atBase)
  const now = fieldsOf(stored.content)
  const wanted = wantedOf(write, was, stored.content, draft.faults)
  const names = write.remove ? differing(was, now) : statedNames(wanted, draft.verifies)
  const fields = names
    .filter((field) => isLost(field, was, now, field in wanted ? wanted : null))
    .map((field) => conflictOf(field, was, now, field in wanted ? wanted[field] : was[field], since))
  if (fields.length > 0) return conflict('changed', fields)
  draft.after = write.remove ? null : contentOf(present(withStatusDates(write, now, { ...now, ...wanted })))
  return draft
}

/** Whether a change of somebody’s would be lost. Two who want the same agree, but not on who holds an office. */
function isLost(field: string, was: Fields, now: Fields, wanted: Fields | null): boolean {
  if (isSame(was[field], now[field])) return false
  const isSecondHold = field === 'status' && wanted?.status === 'held'
  return isSecondHold || !wanted || !isSame(now[field], wanted[field])
}

function conflictOf(
  field: string,
  was: Fields,
  now: Fields,
  yours: unknown,
  since: readonly PastChange[],
): FieldConflict {
  const last = since.findLast(({ before, after }) => {
    const [a, b] = [before, after].map((content) => (content ? fieldsOf(content)[field] : undefined))
    return !isSame(a, b)
  })
  const [base = null, theirs = null] = [was[field], now[field]]
  return { field, base, theirs, yours: yours ?? null, role: last?.role ?? 'system', at: last?.at ?? '' }
}

/** A new status takes away the dates of the former one, unless they were sent: then they are judged. */
function withStatusDates({ collection, feature, patch }: ChangeWrite, now: Fields, after: Fields): Fields {
  const { status } = after
  if (collection !== 'offices' || typeof status !== 'string' || status === now.status) return after
  const given = (feature ?? patch)?.properties ?? {}
  const stale = STATUS_DATES.filter((date) => !(date in given) && !datesOf(status).includes(date))
  return { ...after, ...Object.fromEntries(stale.map((date) => [date, null])) }
}

/** What the write wants of each field that it is about. */
function wantedOf(write: ChangeWrite, was: Fields, stored: Content, faults: Fault[]): Fields {
  const { collection, patch, feature } = write
  if (feature) {
    faults.push(...foreignFaults(collection, feature.properties, stored))
    const server = Object.fromEntries(serverFields(collection).map((field) => [field, was[field]]))
    const whole: Fields = {
      ...unknownFields(collection),
      ...sent(collection, feature.properties),
      ...server,
      geometry: null,
      ...geometryOf(write),
    }
    return Object.fromEntries(differing(was, whole).map((field) => [field, whole[field]]))
  }
  const given = patch?.properties ?? {}
  const foreign = [...serverFields(collection), ...derivedFields(collection)].filter((field) => field in given)
  faults.push(...foreign.map((field) => setByServer(field, given[field])))
  const wanted = Object.entries(given)
    .filter(([field]) => !foreign.includes(field))
    .map(([field, value]) => [field, patched(collection, field, was[field], value)])
  return { ...Object.fromEntries(wanted), ...geometryOf(write) }
}

/** RFC 7396 within a property; null takes away what may be missing, and makes the rest unknown. */
function patched(collection: CollectionId, field: string, was: unknown, value: unknown): unknown {
  if (value === null) return isOptional(collection, field) ? undefined : null
  return mergePatch(was, value)
}

function mergePatch(target: unknown, patch: unknown): unknown {
  if (!isObject(patch)) return patch
  const merged: Record<string, unknown> = isObject(target) ? { ...target } : {}
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) delete merged[key]
    else merged[key] = mergePatch(merged[key], value)
  }
  return merged
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function geometryOf({ patch, feature }: ChangeWrite): Fields {
  const from = patch ?? feature ?? {}
  return 'geometry' in from ? { geometry: from.geometry } : {}
}

/** What was sent of the record itself: what is derived or set by the server may come back, and is left out. */
function sent(collection: CollectionId, properties: Fields): Fields {
  const left = new Set([...serverFields(collection), ...derivedFields(collection)])
  return Object.fromEntries(Object.entries(properties).filter(([field]) => !left.has(field)))
}

/**
 * A whole record may carry back what the server set, as it is; anything else would be an attempt to sign for others.
 */
function foreignFaults(collection: CollectionId, properties: Fields, stored: Content | null): Fault[] {
  return serverFields(collection).flatMap((field) => {
    const value = properties[field]
    const is = stored?.properties[field]
    const isBrought = value !== undefined && value !== null && !(value === false && !stored)
    const own = field === 'provenance' && isObject(value) ? ownProvenance(collection, value) : value
    return isBrought && !isSame(own, is) ? [setByServer(field, value)] : []
  })
}

/** The provenance of what is stored, without that of derived figures, which is served with it. */
function ownProvenance(collection: CollectionId, provenance: Fields): Fields {
  const derived = derivedFields(collection)
  return Object.fromEntries(Object.entries(provenance).filter(([field]) => !derived.has(field)))
}

const setByServer = (field: string, value: unknown): Fault => ({
  field,
  code: 'field.server-set',
  value,
  words: `${field} is set by the service`,
})

const present = (fields: Fields): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))

/** What a write is a statement about. A status and its dates are one: half of it merged with another half is none. */
function statedNames(wanted: Fields, verifies: ReadonlySet<VerifiedField>): string[] {
  const names = new Set<string>([...Object.keys(wanted), ...verifies])
  const status = ['status', ...STATUS_DATES]
  if (status.some((field) => names.has(field))) for (const field of status) names.add(field)
  return [...names]
}
