import { FRESHNESS_FIELDS, type Office, type VerifiedField, withVerified } from '@tvl/model'
import type { CellContent, CellEdit, UnitEdits } from '../../state/grid-draft.ts'
import { DATE_FIELDS, datesOf, type GridField, isDateField, TICK } from './columns.ts'

type Values = Partial<Record<GridField, CellContent>>

/** The value of a field as the grid compares it. */
export const contentOf = (office: Office, field: string): CellContent =>
  (office[field as keyof Office] as CellContent | undefined) ?? null

/** The edits that say something of a field: of the others the text cannot be read. */
const readable = (edits: UnitEdits): [GridField, CellEdit][] =>
  Object.entries(edits).filter(([field, edit]) => field !== TICK && !edit.fault) as [GridField, CellEdit][]

/** The office as it will be: with what was written, and without the dates that its new state does not have. */
export function withEdits(published: Office, edits: UnitEdits): Office {
  const values: Values = Object.fromEntries(readable(edits).map(([field, { value }]) => [field, value]))
  const office = { ...published, ...values } as Office
  const dates = datesOf(office.status)
  for (const field of DATE_FIELDS) if (!dates.includes(field)) office[field] = null
  return office
}

/** What publishing changes of an office, field by field; nothing that it says already. */
export function patchOf(published: Office, edits: UnitEdits): Values {
  const office = withEdits(published, edits)
  const fields = new Set<GridField>([...readable(edits).map(([field]) => field), ...DATE_FIELDS])
  return Object.fromEntries(
    [...fields]
      .filter((field) => contentOf(office, field) !== contentOf(published, field))
      .map((field) => [field, contentOf(office, field)]),
  )
}

/** Fields that somebody else changed after they were written in here, and to another value. */
export const changedByOthers = (published: Office, edits: UnitEdits): GridField[] =>
  readable(edits).flatMap(([field, { value, was }]) => {
    const now = contentOf(published, field)
    return now !== was && now !== value ? [field] : []
  })

/** A cell as it stands after this has been written into it; undefined: as the catalogue has it. */
export function edited(published: Office, field: GridField, value: CellContent): CellEdit | undefined {
  const was = contentOf(published, field)
  return value === was ? undefined : { value, was }
}

const verifiedFieldOf = (field: string): VerifiedField | null => {
  if (isDateField(field)) return 'status'
  return field === 'name' || field === 'floor' ? null : (field as VerifiedField)
}

/** The office as everybody will read it: what is published is verified on the day on which it is. */
export function asPublished(published: Office, edits: UnitEdits, today: string): Office {
  const fields = Object.keys(patchOf(published, edits)).flatMap((field) => verifiedFieldOf(field) ?? [])
  const verification = { on: today, by: 'zone-manager', method: 'declaration' as const }
  const verified = TICK in edits ? FRESHNESS_FIELDS : [...new Set(fields)]
  return withVerified(withEdits(published, edits), verified, verification)
}
