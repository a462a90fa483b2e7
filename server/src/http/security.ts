import type { FastifyInstance } from 'fastify'

/**
 * What the pages may load: this origin’s own files and nothing written into the page. `blob:` and `data:` pictures are
 * the map’s own drawings.
 */
export const CONTENT_SECURITY_POLICY =
  "default-src 'none'; script-src 'self'; worker-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; font-src 'self'; manifest-src 'self'; base-uri 'none'; frame-ancestors 'none'"

const YEAR_SECONDS = 31_536_000

/** Headers of every answer. HSTS only where the public address is https: on plain http it would lock people out. */
export function addSecurityHeaders(app: FastifyInstance, publicUrl: string | null): void {
  const isHttps = publicUrl?.startsWith('https:') ?? false
  app.addHook('onSend', async (_request, reply) => {
    if (!reply.hasHeader('content-security-policy')) reply.header('content-security-policy', CONTENT_SECURITY_POLICY)
    reply.header('x-content-type-options', 'nosniff')
    if (!reply.hasHeader('referrer-policy')) reply.header('referrer-policy', 'strict-origin-when-cross-origin')
    reply.header('cross-origin-opener-policy', 'same-origin')
    reply.header('permissions-policy', 'camera=(), geolocation=(self), microphone=(), payment=(), usb=()')
    if (isHttps) reply.header('strict-transport-security', `max-age=${YEAR_SECONDS}`)
  })
}
