import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

/** A page left open overnight asks for another one by itself. Shorter than a demonstration keeps what it took in. */
const MOST_AGE_MS = 12 * 3_600_000
/** Leading zero bits of the work: some 16,000 hashes, less than a second of a browser while its reader types. */
export const WORK_BITS = 14

const TICKET = /^([A-Za-z0-9_-]{16})\.([0-9a-z]{8,10})\.([A-Za-z0-9_-]{43})$/

const markOf = (secret: string, nonce: string, issued: string): Buffer =>
  createHmac('sha256', secret).update(`enquiry form ${nonce} ${issued}`).digest()

/** Lets one enquiry be sent, from now on. Nothing is kept of it before it is used. */
export function issueTicket(secret: string, now: Date): string {
  const nonce = randomBytes(12).toString('base64url')
  const issued = now.getTime().toString(36)
  return `${nonce}.${issued}.${markOf(secret, nonce, issued).toString('base64url')}`
}

/** ms since a ticket was issued; null: it is not ours, or too old. */
export function ageOfTicket(secret: string, ticket: string, now: Date): number | null {
  const [, nonce = '', issued = '', mark = ''] = TICKET.exec(ticket) ?? []
  if (nonce === '') return null
  const [given, right] = [Buffer.from(mark, 'base64url'), markOf(secret, nonce, issued)]
  if (given.length !== right.length || !timingSafeEqual(given, right)) return null
  const age = now.getTime() - Number.parseInt(issued, 36)
  return age >= 0 && age <= MOST_AGE_MS ? age : null
}

/** Whether the work was done for this ticket: a hash that begins with enough zero bits. */
export function isWorked(ticket: string, work: number | undefined): boolean {
  if (work === undefined) return false
  const hash = createHash('sha256').update(`${ticket}.${work}`).digest()
  return hash.readUInt32BE(0) >>> (32 - WORK_BITS) === 0
}
