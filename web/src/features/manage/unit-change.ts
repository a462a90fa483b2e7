import type { ChangeConflict, ChangeSet, Office, VerificationMethod, VerifiedField } from '@tvl/model'
import type { Picture } from '../../state/outbox-pictures.ts'
import type { UnitPatch } from './unit-draft.ts'

/** How a manager may have verified a unit; an import says so itself. */
export const METHODS_BY_HAND = [
  'site-visit',
  'lease-ledger',
  'call',
  'declaration',
] as const satisfies readonly VerificationMethod[]
export type MethodByHand = (typeof METHODS_BY_HAND)[number]

export type OfficePatch = UnitPatch & Partial<Pick<Office, 'photos'>>

/** The fields that the page of a unit shows, and so those that publishing it confirms. An unknown one is none. */
export function confirmedBy(office: Office): VerifiedField[] {
  return office.rentMadPerM2Month === null ? ['status', 'seats'] : ['status', 'seats', 'rentMadPerM2Month']
}

interface UnitChange {
  id: string
  /** the version at which the office was read */
  base: number
  /** as it was read */
  office: Office
  patch: OfficePatch
  /** fields confirmed as they are after the patch */
  verifies: readonly VerifiedField[]
  method: MethodByHand
}

/** The change of one unit, ready to be kept and sent. Its id is made here, once. */
export function unitChange({ id, base, patch, verifies, method }: UnitChange): ChangeSet {
  const write: ChangeSet['writes'][number] = { collection: 'offices', id, base, verifies: [...verifies] }
  if (Object.keys(patch).length > 0) write.patch = { properties: patch }
  return { id: crypto.randomUUID(), method, writes: [write] }
}

/** What was seen of the unit where the change speaks of it. Pictures that travel with it speak of those that are there. */
export function seenBy(
  { id, office, patch, verifies }: UnitChange,
  hasPictures = false,
): Record<string, Record<string, unknown>> {
  const spoken = [...(Object.keys(patch) as (keyof Office)[]), ...verifies, ...(hasPictures ? ['photos' as const] : [])]
  const fields = [...new Set<keyof Office>(spoken)]
  return { [`offices/${id}`]: Object.fromEntries(fields.map((field) => [field, office[field] ?? null])) }
}

const STATUS_FIELDS: readonly string[] = ['status', 'freeFrom', 'holdEndsAt', 'leaseEndsOn', 'deliversOn']

/** A state and its dates are one statement: they are chosen together. */
export const groupOf = (field: string): string => (STATUS_FIELDS.includes(field) ? 'status' : field)

/**
 * The same change after a conflict: based on what stands there now, without what its maker leaves to the other.
 * `mine`: the groups of fields in which their own value stays. `hasPictures`: new ones still travel with it. Null:
 * nothing is left to send.
 */
export function settled(
  set: ChangeSet,
  conflict: ChangeConflict,
  mine: ReadonlySet<string>,
  hasPictures = false,
): ChangeSet | null {
  const given = new Set(conflict.fields.map(({ field }) => groupOf(field)))
  const isKept = (field: string) => !given.has(groupOf(field)) || mine.has(groupOf(field))
  const own = Object.fromEntries(
    conflict.fields.filter(({ field }) => isKept(field)).map(({ field, yours }) => [field, yours]),
  )
  const writes = set.writes.flatMap((write) => {
    if (write.collection !== conflict.collection || write.id !== conflict.id) return [write]
    const patch = Object.fromEntries(Object.entries(write.patch?.properties ?? {}).filter(([field]) => isKept(field)))
    const properties = { ...patch, ...own }
    const verifies = write.verifies?.filter(isKept) ?? []
    if (Object.keys(properties).length === 0 && verifies.length === 0 && !hasPictures) return []
    const { patch: _, ...rest } = write
    const base = conflict.current ?? write.base
    return [{ ...rest, base, verifies, ...(Object.keys(properties).length > 0 ? { patch: { properties } } : {}) }]
  })
  return writes.length > 0 ? { ...set, id: crypto.randomUUID(), writes } : null
}

/** New pictures do not travel when the other's pictures stay: they would take the place of these. */
export function picturesSettled<T>(
  pictures: readonly T[] | undefined,
  conflict: ChangeConflict,
  mine: ReadonlySet<string>,
): readonly T[] {
  const areTheirs = conflict.fields.some(({ field }) => field === 'photos') && !mine.has('photos')
  return areTheirs ? [] : (pictures ?? [])
}

/** Whether a picture has words in at least one language. */
export const isDescribed = ({ words }: Pick<Picture, 'words'>): boolean =>
  [words.altFr, words.altAr, words.altEn].some((text) => (text ?? '').trim() !== '')
