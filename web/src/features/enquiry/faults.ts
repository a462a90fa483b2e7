import type { Draft } from './draft.ts'

export type FaultField = 'message' | 'name' | 'email' | 'seats' | 'consent'
export type Fault = 'message' | 'name' | 'email' | 'emailForm' | 'seats' | 'consent'

const ADDRESS = /^[^\s@<>,;"]+@[^\s@<>,;"]+\.[^\s@<>,;".]{2,}$/
const MOST_SEATS = 65_535

/** What keeps a form from being sent, by field in the order of the page. The server asks for the same. */
export function faultsOf({ name, email, message, seats }: Draft, hasConsent: boolean): [FaultField, Fault][] {
  const faults: [FaultField, Fault][] = []
  if (message.trim() === '') faults.push(['message', 'message'])
  if (name.trim() === '') faults.push(['name', 'name'])
  if (email.trim() === '') faults.push(['email', 'email'])
  else if (!ADDRESS.test(email.trim())) faults.push(['email', 'emailForm'])
  if (seats.trim() !== '' && seatsOf(seats) === null) faults.push(['seats', 'seats'])
  if (!hasConsent) faults.push(['consent', 'consent'])
  return faults
}

/** A whole number as people type it: `1 200`, `1,200`, `١٢٠`. Null: it is none, or more than there can be. */
export function seatsOf(text: string): number | null {
  const digits = text
    .trim()
    .replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/(?<=\d)[\s\u00a0\u202f.,](?=\d{3}(?:\D|$))/g, '')
  const seats = /^\d{1,6}$/.test(digits) ? Number(digits) : 0
  return seats >= 1 && seats <= MOST_SEATS ? seats : null
}
