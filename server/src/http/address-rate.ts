import { isIPv6 } from 'node:net'
import type { FastifyRequest } from 'fastify'
import { ProblemError } from './problem.ts'

const MOST_ADDRESSES = 10_000

/**
 * A limit for each address that asks, in memory: of a fixed number of addresses, the longest known go first. An IPv6
 * customer has a whole /64, which counts as one.
 */
export class AddressRate {
  readonly #most: number
  readonly #windowMs: number
  readonly #counts = new Map<string, { count: number; until: number }>()
  constructor(most: number, windowMs: number) {
    this.#most = most
    this.#windowMs = windowMs
  }

  /** @throws ProblemError 429 `rate.exceeded` */
  take({ ip }: Pick<FastifyRequest, 'ip'>, now = Date.now()): void {
    const key = networkOf(ip)
    let entry = this.#counts.get(key)
    if (!entry || entry.until <= now) {
      this.#counts.delete(key)
      entry = { count: 0, until: now + this.#windowMs }
      const [oldest] = this.#counts.keys()
      if (this.#counts.size >= MOST_ADDRESSES && oldest !== undefined) this.#counts.delete(oldest)
      this.#counts.set(key, entry)
    }
    entry.count++
    if (entry.count <= this.#most) return
    const headers = { 'retry-after': String(Math.max(1, Math.ceil((entry.until - now) / 1000))) }
    throw new ProblemError('rate.exceeded', 429, 'Too many requests from this address; try again later.', headers)
  }

  /** Takes one back: it succeeded, and is no sign of trying. */
  giveBack({ ip }: Pick<FastifyRequest, 'ip'>): void {
    const entry = this.#counts.get(networkOf(ip))
    if (entry && entry.count > 0) entry.count--
  }
}

function networkOf(ip: string): string {
  if (!isIPv6(ip) || ip.startsWith('::ffff:')) return ip
  // Written out in full, `URL` being the only parser at hand that shortens every address in the same way.
  const [head = '', tail = ''] = new URL(`http://[${ip.split('%')[0]}]/`).hostname.slice(1, -1).split('::')
  const start = head.split(':').filter(Boolean)
  const end = tail.split(':').filter(Boolean)
  const all = [...start, ...Array<string>(Math.max(0, 8 - start.length - end.length)).fill('0'), ...end]
  return all.slice(0, 4).join(':')
}
