import { type FastifyPluginAsyncTypebox, TypeBoxValidatorCompiler } from '@fastify/type-provider-typebox'
import { type Kysely, sql } from 'kysely'
import type { Clock } from '../catalogue/clock.ts'
import { Gate } from '../demand/gate.ts'
import { ProblemError } from '../http/problem.ts'
import type { Database } from '../storage/database.ts'
import { endOf } from './link-routes.ts'
import { PrivateAnswer, PrivateBody } from './shapes.ts'
import { addShare, hashOfToken, newToken } from './store.ts'

/** Of one address in an hour: a scenario is shared by hand. */
const MOST_AN_HOUR = 20

/**
 * Links that investors make themselves, to what their browser has encrypted. Apart from the other routes: a ciphertext
 * is longer than any text that people write, and its letters are those of base64url alone.
 */
export const privateShareRoutes: FastifyPluginAsyncTypebox<{ db: Kysely<Database>; clock: Clock }> = async (
  app,
  { db, clock },
) => {
  app.setValidatorCompiler(TypeBoxValidatorCompiler)
  const gate = new Gate(MOST_AN_HOUR, clock)
  app.addHook('onSend', async (_request, reply) => void reply.header('cache-control', 'no-store'))

  app.post(
    '/api/shares',
    { schema: { body: PrivateBody, response: { 201: PrivateAnswer } } },
    async (request, reply) => {
      if (!gate.passes(request.ip)) {
        throw new ProblemError('rate.exceeded', 429, 'That is enough for this hour.', { 'retry-after': '3600' })
      }
      const { ciphertext, language } = request.body
      const at = clock.now()
      const expiresAt = endOf(request.body.expiresAt, at)
      const endSecret = newToken()
      // What has ended carries nothing any more.
      await sql`delete from share where kind = 'private' and expires_at < ${at}::timestamptz - interval '30 days'`.execute(
        db,
      )
      const { token } = await addShare(db, {
        ...{ kind: 'private', organisationId: null, freezeId: null, recipient: null, language, passphrase: null },
        ciphertext: Buffer.from(ciphertext, 'base64url'),
        endHash: hashOfToken(endSecret),
        ...{ at, expiresAt, by: null },
      })
      return reply.code(201).send({ token, endSecret, expiresAt: expiresAt.toISOString() })
    },
  )
}
