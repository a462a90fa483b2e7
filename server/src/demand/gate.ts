import { createHmac, randomBytes } from 'node:crypto'
import type { Clock } from '../catalogue/clock.ts'

const HOUR_MS = 3_600_000
const MOST_ADDRESSES = 50_000

/**
 * How often one address has told something this hour. Kept in memory for that hour, under a key that is then thrown
 * away: no address is written anywhere, and none can be worked out later.
 */
export class Gate {
  private readonly most: number
  private readonly now: () => number
  private hour = -1
  private key = Buffer.alloc(0)
  private counts = new Map<string, number>()

  constructor(most: number, clock: Clock) {
    this.most = most
    this.now = () => clock.now().getTime()
  }

  /** Whether this address may tell one more. */
  passes(address: string): boolean {
    const hour = Math.floor(this.now() / HOUR_MS)
    if (hour !== this.hour || this.counts.size > MOST_ADDRESSES) {
      this.hour = hour
      this.key = randomBytes(32)
      this.counts = new Map()
    }
    const name = createHmac('sha256', this.key).update(address).digest('base64')
    const count = (this.counts.get(name) ?? 0) + 1
    this.counts.set(name, count)
    return count <= this.most
  }
}
