import type { FastifyInstance } from 'fastify'
import { ProblemError } from './problem.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Media types of the body, told to who asks for the options of an address. */
    accepts?: readonly string[]
  }
  interface FastifyInstance {
    /** Every route of the server, as it was registered. */
    knownRoutes: readonly { methods: readonly string[]; url: string }[]
  }
}

/** Call before the routes are registered. A known address with a method it does not have answers 405, and which it has. */
export function refuseOtherMethods(app: FastifyInstance): void {
  const routes: { methods: string[]; url: string; pattern: RegExp; accepts: readonly string[] }[] = []
  app.decorate('knownRoutes', routes)
  app.addHook('onRoute', ({ url, method, config }) => {
    const methods = [method].flat()
    // The answer to preflight requests stands for every address; it makes none of them known.
    if (url === '*' || url === '/*') return
    routes.push({ methods, url, pattern: patternOf(url), accepts: config?.accepts ?? [] })
  })
  app.addHook('onRequest', async (request, reply) => {
    if (!request.is404 && request.method !== 'OPTIONS') return
    const [path = ''] = request.url.split('?')
    const here = routes.filter(({ pattern }) => pattern.test(path))
    const methods = new Set(here.flatMap((route) => route.methods))
    if (methods.size === 0 || (methods.has(request.method) && request.method !== 'OPTIONS')) return
    const allow = [...methods, 'OPTIONS']
      .filter((method, i, all) => all.indexOf(method) === i)
      .sort()
      .join(', ')
    if (request.method === 'OPTIONS') {
      reply.header('allow', allow)
      for (const { methods, accepts } of here) {
        for (const method of methods)
          if (accepts.length > 0) reply.header(`accept-${method.toLowerCase()}`, accepts.join(', '))
      }
      return
    }
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
