import type { FastifyInstance } from 'fastify'
import { ProblemError } from './problem.ts'

declare module 'fastify' {
  interface FastifyInstance {
    /** Every route of the server, as it was registered. */
    knownRoutes: readonly { methods: readonly string[]; url: string }[]
  }
}

/** Call before the routes are registered. A known address with a method it does not have answers 405, and which it has. */
export function refuseOtherMethods(app: FastifyInstance): void {
  const routes: { methods: string[]; url: string; pattern: RegExp }[] = []
  app.decorate('knownRoutes', routes)
  app.addHook('onRoute', ({ url, method }) => {
    const methods = [method].flat()
    // The answer to preflight requests stands for every address; it makes none of them known.
    if (url === '*' || url === '/*') return
    routes.push({ methods, url, pattern: patternOf(url) })
  })
  app.addHook('onRequest', async (request) => {
    if (!request.is404) return
    const [path = ''] = request.url.split('?')
    const methods = new Set(routes.flatMap((route) => (route.pattern.test(path) ? route.methods : [])))
    if (methods.size === 0 || methods.has(request.method)) return
    const allow = [...methods, 'OPTIONS']
      .filter((method, i, all) => all.indexOf(method) === i)
      .sort()
      .join(', ')
    throw new ProblemError('method.not-allowed', 405, `${path} can be asked with ${allow}.`, { allow })
  })
}

function patternOf(url: string): RegExp {
  const parts = url.split('/').map((part) => {
    if (part === '*') return '.*'
    return part.includes(':') ? '[^/]+' : part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  })
  return new RegExp(`^${parts.join('/')}$`)
}
