import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Language } from '@tvl/model'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { encodingOf, matches } from '../http/ready-answer.ts'
import { Lru } from './engine/lru.ts'

const brotli = promisify(brotliCompress)
const gzipped = promisify(gzip)

/** Below this a packet holds the answer anyway. */
const COMPRESS_FROM = 1024
const BROTLI_QUALITY = 5

/** An answer that is ready to be sent, and kept with its compressed forms. */
export interface Ready {
  readonly body: Buffer
  readonly headers: Readonly<Record<string, string>>
  readonly etag: string
  br?: Promise<Buffer>
  gzip?: Promise<Buffer>
}

/** What every page and document allows itself to load: its own style sheet and fonts. */
export const PAGE_CSP =
  "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

export function ready(
  body: Buffer | string,
  about: { type: string; language: Language; version: string; link?: string; tag?: string },
): Ready {
  const { type, language, version, link, tag } = about
  const isPage = type.startsWith('text/html')
  return {
    body: typeof body === 'string' ? Buffer.from(body) : body,
    etag: tag ?? `W/"${version}-${language}-${isPage ? 'html' : 'json'}"`,
    headers: {
      'content-type': isPage ? 'text/html; charset=utf-8' : type,
      'content-language': language,
      // Kept by caches, but asked for again each time: the version decides.
      'cache-control': 'public, max-age=0, must-revalidate',
      vary: 'Accept, Accept-Language, Accept-Encoding',
      ...(isPage ? { 'content-security-policy': PAGE_CSP } : {}),
      ...(link ? { link } : {}),
    },
  }
}

/** Sends an answer: 304 if the caller has it, compressed if the caller takes that. */
export async function send(request: FastifyRequest, reply: FastifyReply, answer: Ready): Promise<FastifyReply> {
  const encoding = answer.body.length < COMPRESS_FROM ? 'identity' : encodingOf(request)
  // A strong tag is of these very bytes.
  const isOfBytes = answer.etag.startsWith('"') && encoding !== 'identity'
  const etag = isOfBytes ? `${answer.etag.slice(0, -1)}-${encoding}"` : answer.etag
  reply.headers(answer.headers).header('etag', etag)
  if (matches(request.headers['if-none-match'], etag)) return reply.code(304).send()
  if (encoding === 'identity') return reply.send(answer.body)
  reply.header('content-encoding', encoding)
  if (encoding === 'gzip') {
    answer.gzip ??= gzipped(answer.body, { level: 6 })
    return reply.send(await answer.gzip)
  }
  answer.br ??= brotli(answer.body, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY,
      [constants.BROTLI_PARAM_SIZE_HINT]: answer.body.length,
    },
  })
  return reply.send(await answer.br)
}

const KEPT_BYTES = 24 * 1024 * 1024
const SEEN = 4096

/**
 * Answers kept by their whole question, for one snapshot. An answer is kept from its second use on, so that questions
 * asked once don’t push out the ones asked all the time.
 */
export class ReadyAnswers {
  readonly #answers = new Lru<Ready>(KEPT_BYTES)
  readonly #seen = new Set<string>()

  get(key: string): Ready | undefined {
    return this.#answers.get(key)
  }

  offer(key: string, answer: Ready): void {
    if (this.#seen.has(key)) {
      // Its compressed forms weigh about a third more.
      this.#answers.set(key, answer, Math.ceil(answer.body.length * 1.4) + key.length * 2 + 500)
      return
    }
    if (this.#seen.size >= SEEN) this.#seen.clear()
    this.#seen.add(key)
  }
}
