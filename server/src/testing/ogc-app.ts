import Fastify, { type FastifyInstance } from 'fastify'
import type { Snapshot } from '../catalogue/snapshot.ts'
import { answerWithProblems } from '../http/problem.ts'
import { ogcRoutes } from '../ogc/routes.ts'
import { demoSnapshot } from './demo-snapshot.ts'

/** The standard API alone, over the demonstration catalogue or a given one. */
export async function ogcApp(current: () => Snapshot = () => demoSnapshot()): Promise<FastifyInstance> {
  const app = Fastify({ routerOptions: { maxParamLength: 200 } })
  answerWithProblems(app)
  await app.register(ogcRoutes, { prefix: '/ogc', current, publicUrl: null })
  return app
}
