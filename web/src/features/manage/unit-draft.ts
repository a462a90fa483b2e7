import { clockInMorocco, instantInMorocco, type Office, type OfficeStatus } from '@tvl/model'

/** What a manager has typed of a unit, as the fields hold it. An empty text is "not known". */
export interface UnitDraft {
  seats: string
  status: OfficeStatus
  freeFrom: string
  holdDay: string
  holdTime: string
  leaseEndsOn: string
  deliversOn: string
  rent: string
}

export type UnitField =
  | 'seats'
  | 'status'
  | 'freeFrom'
  | 'holdEndsAt'
  | 'leaseEndsOn'
  | 'deliversOn'
  | 'rentMadPerM2Month'
export type UnitPatch = Partial<Pick<Office, UnitField>>

export function draftOf(office: Office): UnitDraft {
  const hold = office.holdEndsAt === null ? null : clockInMorocco(new Date(office.holdEndsAt))
  return {
    seats: String(office.seats),
    status: office.status,
    freeFrom: office.freeFrom ?? '',
    holdDay: hold?.day ?? '',
    holdTime: hold?.time ?? '18:00',
    leaseEndsOn: office.leaseEndsOn ?? '',
    deliversOn: office.deliversOn ?? '',
    rent: office.rentMadPerM2Month === null ? '' : String(office.rentMadPerM2Month),
  }
}

/** `1 234,5` and `1,234.5` alike: a space or the sign that is not last parts thousands. Null for what is no number. */
export function readDecimal(text: string): number | null {
  const bare = text.replace(/[\s\u00a0\u202f]/g, '')
  const isCommaLast = bare.lastIndexOf(',') > bare.lastIndexOf('.')
  const plain = isCommaLast ? bare.replaceAll('.', '').replace(',', '.') : bare.replaceAll(',', '')
  return /^\d+(\.\d+)?$/.test(plain) ? Number(plain) : null
}

export interface DraftReading {
  /** The values that the draft stands for. */
  office: Office
  /** Only what differs from the office as it was read. */
  patch: UnitPatch
  /** Fields whose text says nothing that can be. */
  unreadable: readonly UnitField[]
}

/** Reads a draft: dates that its state does not have become unknown. */
export function readDraft(office: Office, draft: UnitDraft): DraftReading {
  const unreadable: UnitField[] = []
  const seats = /^\d+$/.test(draft.seats.trim()) ? Number(draft.seats) : Number.NaN
  if (!(seats >= 1)) unreadable.push('seats')
  const rent = draft.rent.trim() === '' ? null : readDecimal(draft.rent)
  if (draft.rent.trim() !== '' && (rent === null || Math.round(rent * 100) / 100 !== rent))
    unreadable.push('rentMadPerM2Month')
  const holdEndsAt = draft.holdDay === '' ? null : instantInMorocco(draft.holdDay, draft.holdTime)
  const wasEndless = office.status === 'held' && office.holdEndsAt === null
  if (draft.status === 'held' && holdEndsAt === null && !(wasEndless && draft.holdDay === ''))
    unreadable.push('holdEndsAt')
  const of = (status: OfficeStatus, value: string | null) => (draft.status === status ? value || null : null)
  const values: Required<UnitPatch> = {
    seats: seats >= 1 ? seats : office.seats,
    status: draft.status,
    freeFrom: draft.status === 'free' || draft.status === 'held' ? draft.freeFrom || null : null,
    holdEndsAt: of('held', holdEndsAt),
    leaseEndsOn: of('let', draft.leaseEndsOn),
    deliversOn: of('under-construction', draft.deliversOn),
    rentMadPerM2Month: unreadable.includes('rentMadPerM2Month') ? office.rentMadPerM2Month : rent,
  }
  const patch = Object.fromEntries(
    Object.entries(values).filter(([field, value]) => value !== office[field as UnitField]),
  ) as UnitPatch
  return { office: { ...office, ...values }, patch, unreadable }
}
