import type { CollectionId, OfficeStatus, VerifiedField } from '@tvl/model'
import { VERIFIED_FIELDS } from '@tvl/model/schema'
import { hasNames, queryablesOf, STORED } from '../catalogue/queryables.ts'

/** The dates that a verified status stands for. */
export const STATUS_DATES = ['leaseEndsOn', 'holdEndsAt', 'deliversOn', 'freeFrom'] as const

const DATES_OF: Readonly<Record<OfficeStatus, readonly string[]>> = {
  free: ['freeFrom'],
  held: ['holdEndsAt', 'freeFrom'],
  let: ['leaseEndsOn'],
  'under-construction': ['deliversOn'],
}

/** The dates that an office of this status may have; none for what is no status. */
export const datesOf = (status: string): readonly string[] =>
  Object.hasOwn(DATES_OF, status) ? DATES_OF[status as OfficeStatus] : []

const SET_BY_SERVER: Partial<Record<CollectionId, readonly string[]>> = {
  offices: ['provenance', 'verifiedOn', 'verifiedBy', 'verificationMethod', 'verifications'],
  zones: ['provenance', 'illustrative'],
  sources: [],
}

/** The properties that only the server sets: where a figure comes from, who verified it, whether it is invented. */
export const serverFields = (collection: CollectionId): readonly string[] => SET_BY_SERVER[collection] ?? ['provenance']

/** The properties that are served and not stored. */
export function derivedFields(collection: CollectionId): ReadonlySet<string> {
  const names = queryablesOf(collection).flatMap(({ name, isDerived }) => (isDerived ? [name] : []))
  return new Set(hasNames(collection) ? [...names, 'name'] : names)
}

interface Shape {
  type?: string
  anyOf?: readonly Shape[]
}

const isNullable = ({ type, anyOf }: Shape): boolean => type === 'null' || (anyOf?.some(isNullable) ?? false)

/** The properties that may be unknown, each null. */
export function unknownFields(collection: CollectionId): Record<string, null> {
  const { properties } = STORED[collection]
  return Object.fromEntries(
    Object.entries(properties).flatMap(([name, shape]) => (isNullable(shape as Shape) ? [[name, null]] : [])),
  )
}

/** Whether a property may be missing altogether. */
export function isOptional(collection: CollectionId, name: string): boolean {
  const { properties, required } = STORED[collection]
  return name in properties && !(required as readonly string[]).includes(name)
}

/** The verified field that a change of this property is a statement about. */
export function verifiedFieldOf(name: string): VerifiedField | undefined {
  if ((STATUS_DATES as readonly string[]).includes(name)) return 'status'
  return VERIFIED_FIELDS.find((field) => field === name)
}
