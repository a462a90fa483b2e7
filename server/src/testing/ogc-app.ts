import Fastify, { type FastifyInstance } from 'fastify'
import type { Snapshot } from '../catalogue/snapshot.ts'
import { docsRoutes } from '../docs/routes.ts'
import { refuseOtherMethods } from '../http/methods.ts'
import { answerWithProblems, ProblemError } from '../http/problem.ts'
import { addSecurityHeaders } from '../http/security.ts'
import { ogcRoutes } from '../ogc/routes.ts'
import { tileRoutes } from '../tiles/routes.ts'
import { demoSnapshot } from './demo-snapshot.ts'

/** The standard API alone, over the demonstration catalogue or a given one. */
export async function ogcApp(current: () => Snapshot = () => demoSnapshot()): Promise<FastifyInstance> {
  const app = Fastify({ routerOptions: { maxParamLength: 200 } })
  answerWithProblems(app)
  addSecurityHeaders(app, null)
  refuseOtherMethods(app)
  app.setNotFoundHandler(() => {
    throw new ProblemError('path.unknown', 404, 'There is nothing at this address.')
  })
  await app.register(ogcRoutes, { prefix: '/ogc', current, publicUrl: null })
  await app.register(docsRoutes, { current, publicUrl: null })
  await app.register(tileRoutes, { current, publicUrl: null })
  return app
}
