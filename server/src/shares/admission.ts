import { createHmac, timingSafeEqual } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Kysely } from 'kysely'
import type { Clock } from '../catalogue/clock.ts'
import { AddressRate } from '../http/address-rate.ts'
import { ProblemError } from '../http/problem.ts'
import type { Attempts } from '../identity/attempts.ts'
import { isPassword } from '../identity/password.ts'
import type { Database } from '../storage/database.ts'
import { type Share, shareOfToken } from './store.ts'

const MOST_GUESSES = 20
const GUESS_WINDOW_MS = 15 * 60_000
const PASS_MS = 3_600_000
const PASS_COOKIE = 'tvl.share'

interface Options {
  db: Kysely<Database>
  clock: Clock
  attempts: Attempts
  secret: string
}

/** Lets in who has a link that lives, and its passphrase where it asks for one. */
export class Admission {
  readonly #options: Options
  readonly #guesses = new AddressRate(MOST_GUESSES, GUESS_WINDOW_MS)
  constructor(options: Options) {
    this.#options = options
  }

  /**
   * The link of a token, if it still opens anything.
   * @throws ProblemError 404 `share.unknown`, 410 `share.revoked` or `share.expired`, 429 `rate.exceeded` to who guesses
   */
  async shareOf(request: FastifyRequest, token: string): Promise<Share> {
    // Counted before the look-up, and given back by one that finds something: guesses made at once do not all pass.
    this.#guesses.take(request)
    const share = await shareOfToken(this.#options.db, token)
    if (!share) throw new ProblemError('share.unknown', 404, 'There is no such link.')
    this.#guesses.giveBack(request)
    if (share.revokedAt) throw new ProblemError('share.revoked', 410, 'This link was withdrawn by who sent it.')
    if (share.expiresAt <= this.#options.clock.now()) {
      throw new ProblemError('share.expired', 410, 'This link has come to its end.')
    }
    return share
  }

  /** The same, for what lies behind the passphrase. @throws also ProblemError 401 `share.passphrase` */
  async opened(request: FastifyRequest, token: string): Promise<Share> {
    const share = await this.shareOf(request, token)
    if (share.passphrase !== null && !this.#hasPass(request, share)) {
      throw new ProblemError('share.passphrase', 401, 'This link asks for its passphrase.')
    }
    return share
  }

  /**
   * Opens a link with its passphrase, and remembers for an hour that this browser had it.
   * @throws as `opened`; 429 `sign-in.locked` after five wrong ones in a quarter of an hour, from wherever
   */
  async open(request: FastifyRequest, reply: FastifyReply, token: string, given: string | undefined): Promise<Share> {
    const share = await this.shareOf(request, token)
    if (share.passphrase === null || (given === undefined && this.#hasPass(request, share))) return share
    if (given === undefined) throw new ProblemError('share.passphrase', 401, 'This link asks for its passphrase.')
    const { attempts, clock } = this.#options
    await attempts.admit('share', share.id)
    if (!(await isPassword(given, share.passphrase))) {
      throw new ProblemError('share.passphrase-wrong', 401, 'This is not the passphrase of this link.')
    }
    await attempts.forget('share', share.id)
    const until = Math.min(clock.now().getTime() + PASS_MS, share.expiresAt.getTime())
    const age = Math.max(1, Math.round((until - clock.now().getTime()) / 1000))
    const isHttps = request.protocol === 'https' ? '; Secure' : ''
    reply.header(
      'set-cookie',
      `${PASS_COOKIE}=${until}.${this.#sign(share, until)}; Path=/api/shares/${token}; Max-Age=${age}; HttpOnly; SameSite=Strict${isHttps}`,
    )
    return share
  }

  #hasPass(request: FastifyRequest, share: Share): boolean {
    const [, until = '', given = ''] =
      new RegExp(`(?:^|; )${PASS_COOKIE}=(\\d{1,15})\\.([\\w-]{43})(?:;|$)`).exec(request.headers.cookie ?? '') ?? []
    if (!given || Number(until) <= this.#options.clock.now().getTime()) return false
    return timingSafeEqual(Buffer.from(given), Buffer.from(this.#sign(share, Number(until))))
  }

  /** A new passphrase makes former passes worthless: its hash is signed along. */
  #sign({ id, passphrase }: Share, until: number): string {
    return createHmac('sha256', this.#options.secret)
      .update(`share\0${id}\0${until}\0${passphrase ?? ''}`)
      .digest('base64url')
  }
}
