import {
  clockInMorocco,
  instantInMorocco,
  isCatalogueDay,
  isEndlessHold,
  isToTheCentime,
  MOST,
  type Office,
  type OfficeStatus,
} from '@tvl/model'

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
  const isSeats = seats >= 1 && seats <= MOST.seats
  if (!isSeats) unreadable.push('seats')
  const rent = draft.rent.trim() === '' ? null : readDecimal(draft.rent)
  const isRent = rent !== null && rent <= MOST.rentMadPerM2Month && isToTheCentime(rent)
  if (draft.rent.trim() !== '' && !isRent) unreadable.push('rentMadPerM2Month')
  const holdEndsAt = isCatalogueDay(draft.holdDay) ? instantInMorocco(draft.holdDay, draft.holdTime) : null
  if (draft.status === 'held' && holdEndsAt === null && !(isEndlessHold(office) && draft.holdDay === ''))
    unreadable.push('holdEndsAt')
  const dayOf = (field: 'freeFrom' | 'leaseEndsOn' | 'deliversOn', ...states: readonly OfficeStatus[]) => {
    const day = draft[field]
    if (day === '' || !states.includes(draft.status)) return null
    if (isCatalogueDay(day)) return day
    unreadable.push(field)
    return office[field]
  }
  const values: Required<UnitPatch> = {
    seats: isSeats ? seats : office.seats,
    status: draft.status,
    freeFrom: dayOf('freeFrom', 'free', 'held'),
    holdEndsAt: draft.status === 'held' ? holdEndsAt : null,
    leaseEndsOn: dayOf('leaseEndsOn', 'let'),
    deliversOn: dayOf('deliversOn', 'under-construction'),
    rentMadPerM2Month: draft.rent.trim() === '' || isRent ? rent : office.rentMadPerM2Month,
  }
  const patch = Object.fromEntries(
    Object.entries(values).filter(([field, value]) => value !== office[field as UnitField]),
  ) as UnitPatch
  return { office: { ...office, ...values }, patch, unreadable }
}
