import type { FastifyInstance, FastifyRequest } from 'fastify'
import { ProblemError } from './problem.ts'

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Refuses what another site’s page has a browser send: everything but reading. A browser says itself where a request
 * comes from (Sec-Fetch-Site, Origin); programs say neither and carry no cookie. A bearer token is never sent by a
 * browser of its own accord, so requests with one pass.
 */
export function refuseOtherSites(app: FastifyInstance, publicUrl: string | null): void {
  app.addHook('onRequest', async (request) => {
    if (SAFE.has(request.method) || request.headers.authorization !== undefined) return
    if (!isOwn(request, publicUrl)) {
      throw new ProblemError(
        'request.cross-site',
        403,
        'Requests that change something come from this site’s own pages.',
      )
    }
  })
}

function isOwn({ headers }: FastifyRequest, publicUrl: string | null): boolean {
  const { origin, host } = headers
  const site = headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false
  if (origin !== undefined) return origin === publicUrl || (URL.canParse(origin) && new URL(origin).host === host)
  return site !== undefined || headers.cookie === undefined
}
