import { ILLUSTRATIVE_SOURCE_ID } from '@tvl/data'
import type { Office, Provenance, Role, Verification, VerificationMethod, VerifiedField } from '@tvl/model'
import { VERIFIED_FIELDS } from '@tvl/model/schema'
import type { Content } from '../storage/database.ts'
import type { Draft } from './draft.ts'
import { serverFields, verifiedFieldOf } from './fields.ts'
import { fieldsOf } from './records.ts'
import { differing, isSame } from './same.ts'

/** The source that stands for what managers enter here. */
export const DECLARATION_SOURCE_ID = 'zone-manager-declaration'

/** What the world reads of a verification is the office held, in the words of the catalogue. */
const VERIFIER: Readonly<Record<Role, string>> = {
  manager: 'zone-manager',
  administrator: 'administrator',
  officer: 'officer',
  reader: 'reader',
}

export interface Stamp {
  /** ISO day in Morocco: a verification is of the day on which it is entered. */
  today: string
  role: string
  method: VerificationMethod | null
  /** The demonstration’s catalogue: what is entered there is a rehearsal. */
  isDemo: boolean
}

/** The content with what only the server may say: where each figure comes from, and when and how it was verified. */
export function stamped(draft: Draft, stamp: Stamp): Content | null {
  const { collection, before, after } = draft
  if (!after) return null
  const changed = before
    ? differing(fieldsOf(before), fieldsOf(after)).filter((field) => !serverFields(collection).includes(field))
    : null
  if (changed?.length === 0 && draft.verifies.size === 0) return before
  const properties: Record<string, unknown> = { ...after.properties }
  if (collection !== 'sources') {
    properties.provenance = provenanceOf(draft, changed, properties, stamp)
    if (collection === 'zones' && !before) properties.illustrative = false
  }
  if (collection === 'offices') Object.assign(properties, verificationOf(draft, changed, properties, stamp))
  return { geometry: after.geometry, properties: withoutMissing(properties) }
}

function provenanceOf(
  { before }: Draft,
  changed: readonly string[] | null,
  properties: Record<string, unknown>,
  { today, isDemo }: Stamp,
): Record<string, Provenance> {
  const entry: Provenance = isDemo
    ? { grade: 'illustrative', sources: [ILLUSTRATIVE_SOURCE_ID], asOf: today }
    : { grade: 'declared', sources: [DECLARATION_SOURCE_ID], asOf: today }
  if (changed === null) return { '*': entry }
  const provenance = { ...(before?.properties.provenance as Record<string, Provenance>) }
  for (const field of changed) {
    const source = provenance[field] ?? provenance['*']
    // What is invented stays so marked, with the day on which it was invented.
    if (isDemo && source?.grade === 'illustrative') continue
    const isUnknown = field !== 'geometry' && (properties[field] ?? null) === null
    if (isUnknown || isSame(provenance['*'], entry)) delete provenance[field]
    else provenance[field] = entry
  }
  return provenance
}

function verificationOf(
  { before, verifies }: Draft,
  changed: readonly string[] | null,
  properties: Record<string, unknown>,
  { today, role, method }: Stamp,
): Record<string, unknown> {
  const entry: Verification = {
    on: today,
    by: Object.hasOwn(VERIFIER, role) ? VERIFIER[role as Role] : role,
    method: method ?? 'declaration',
  }
  const stated = changed?.flatMap((field) => verifiedFieldOf(field) ?? []) ?? VERIFIED_FIELDS
  const fields = new Set<VerifiedField>([...stated, ...verifies])
  if (fields.size === VERIFIED_FIELDS.length) {
    return { verifiedOn: entry.on, verifiedBy: entry.by, verificationMethod: entry.method, verifications: undefined }
  }
  if (fields.size === 0) return {}
  const { verifiedOn, verifiedBy, verificationMethod } = (before?.properties ?? properties) as unknown as Office
  const whole = { on: verifiedOn, by: verifiedBy, method: verificationMethod }
  const verifications: Record<string, Verification> = { ...(properties.verifications as Record<string, Verification>) }
  for (const field of fields) {
    if (isSame(whole, entry)) delete verifications[field]
    else verifications[field] = entry
  }
  return { verifications: Object.keys(verifications).length > 0 ? verifications : undefined }
}

const withoutMissing = (properties: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== undefined))
