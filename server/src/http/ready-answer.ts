import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { FastifyReply, FastifyRequest } from 'fastify'

const brotliAsync = promisify(brotliCompress)
const gzipAsync = promisify(gzip)

const LEAST_COMPRESSED = 1024

/**
 * Bytes that are sent again and again: compressed once for each encoding, on the thread pool and not in the way of
 * other answers, at the first request that accepts it.
 */
export class ReadyAnswer {
  readonly body: Buffer
  readonly type: string
  readonly etag: string
  private readonly quality: number
  private brotli: Promise<Buffer> | undefined
  private gzip: Promise<Buffer> | undefined

  /** @param etag without quotes; null: made from the content */
  constructor(body: Buffer, type: string, etag: string | null, quality = 9) {
    this.body = body
    this.type = type
    this.etag = etag ?? createHash('sha256').update(body).digest('base64url').slice(0, 22)
    this.quality = quality
  }

  /** Compresses for the encodings browsers ask for, so that no one waits for it. */
  async prepare(): Promise<void> {
    await this.encoded('br')
  }

  async send(request: FastifyRequest, reply: FastifyReply, cacheControl: string): Promise<FastifyReply> {
    reply.header('cache-control', cacheControl).header('vary', 'accept-encoding')
    const encoding = this.body.length < LEAST_COMPRESSED ? 'identity' : encodingOf(request)
    // One tag an encoding: the bytes differ, and a range or a cache must not mix them.
    const etag = `"${this.etag}${encoding === 'identity' ? '' : `-${encoding}`}"`
    reply.header('etag', etag)
    // A page that says “not found” is never the one that the caller has (RFC 9110 §13.2.1).
    if (reply.statusCode < 300 && matches(request.headers['if-none-match'], etag)) return reply.code(304).send()
    reply.header('content-type', this.type)
    if (encoding === 'identity') return reply.send(this.body)
    return reply.header('content-encoding', encoding).send(await this.encoded(encoding))
  }

  private encoded(encoding: 'br' | 'gzip'): Promise<Buffer> {
    if (encoding === 'gzip') {
      this.gzip ??= gzipAsync(this.body, { level: 6 })
      return this.gzip
    }
    const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_SIZE_HINT } = constants
    this.brotli ??= brotliAsync(this.body, {
      params: { [BROTLI_PARAM_QUALITY]: this.quality, [BROTLI_PARAM_SIZE_HINT]: this.body.length },
    })
    return this.brotli
  }
}

/** The best encoding that the client accepts: brotli, gzip, or none. */
export function encodingOf(request: FastifyRequest): 'br' | 'gzip' | 'identity' {
  const header = request.headers['accept-encoding']
  const accepted = new Map(
    String(header ?? '')
      .split(',')
      .map((part) => {
        const [name = '', ...parameters] = part.trim().toLowerCase().split(';')
        const weight = parameters
          .map((parameter) => /^\s*q=([\d.]+)\s*$/.exec(parameter)?.[1])
          .find((q) => q !== undefined)
        return [name.trim(), weight === undefined ? 1 : Number(weight)] as const
      }),
  )
  const takes = (name: string) => (accepted.get(name) ?? accepted.get('*') ?? 0) > 0
  if (header === undefined) return 'identity'
  return takes('br') ? 'br' : takes('gzip') ? 'gzip' : 'identity'
}

/** If-None-Match by weak comparison (RFC 9110 §13.1.2). */
export function matches(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false
  const bare = (tag: string) => tag.trim().replace(/^W\//, '')
  return header.trim() === '*' || header.split(',').some((tag) => bare(tag) === bare(etag))
}
