import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { sql } from 'kysely'
import { Type } from 'typebox'
import { AddressRate } from '../http/address-rate.ts'
import { ProblemError } from '../http/problem.ts'
import { requireOwner } from './account.ts'
import { askAuth, sendCookies } from './auth-answer.ts'
import { NewPassword, refuseWeak } from './password.ts'
import { Email, type IdentityOptions, TypedPassword } from './shapes.ts'

export const ResetRequest = Type.Object({ email: Email }, { additionalProperties: false })

export const ResetBody = Type.Object(
  { token: Type.String({ pattern: '^[A-Za-z0-9_-]{16,128}$' }), password: NewPassword },
  { additionalProperties: false },
)

export const ChangePasswordBody = Type.Object(
  { current: TypedPassword, password: NewPassword },
  { additionalProperties: false },
)

const MOST_UNDER_WAY = 100
const QUARTER_MS = 15 * 60_000

/** Choosing a new password: by a link in a mail, or with the present one. */
export const passwordRoutes: FastifyPluginAsyncTypebox<IdentityOptions> = async (
  app,
  { auth, db, attempts, letters },
) => {
  const askRate = new AddressRate(20, QUARTER_MS)
  const useRate = new AddressRate(30, 60_000)
  const underWay = new Set<Promise<unknown>>()
  app.addHook('onClose', async () => void (await Promise.all(underWay)))

  app.post('/api/auth/password-reset', { schema: { body: ResetRequest } }, async (request, reply) => {
    askRate.take(request)
    const { email } = request.body
    const work = async () => {
      // Silent: whoever is told “too many” would know that there were some.
      if ((await attempts.count('reset', email)) > 0) return
      await askAuth(auth, request, { path: '/request-password-reset', body: { email } })
    }
    if (underWay.size >= MOST_UNDER_WAY)
      throw new ProblemError('rate.exceeded', 429, 'Too many requests; try again later.')
    // Answered before it is done: neither text nor time tells whether there is such an account.
    const working = work()
      .catch((error: unknown) => request.log.error({ err: error }, 'a reset could not be sent'))
      .finally(() => underWay.delete(working))
    underWay.add(working)
    return reply.code(202).send()
  })

  app.post('/api/auth/password', { schema: { body: ResetBody } }, async (request, reply) => {
    useRate.take(request)
    const { token, password } = request.body
    refuseWeak(password)
    const answer = await askAuth(auth, request, { path: '/reset-password', body: { token, newPassword: password } })
    useRate.giveBack(request)
    return sendCookies(reply, answer).code(204).send()
  })

  app.put('/api/auth/password', { schema: { body: ChangePasswordBody } }, async (request, reply) => {
    const { personId } = requireOwner(request)
    const { current, password } = request.body
    refuseWeak(password)
    await attempts.admit('code', personId)
    const body = { currentPassword: current, newPassword: password, revokeOtherSessions: true }
    const answer = await askAuth(auth, request, { path: '/change-password', body })
    await attempts.forget('code', personId)
    const { rows } = await sql<{ id: string; email: string; language: string }>`
      select id, email, language from auth_user where id = ${personId}`.execute(db)
    for (const person of rows) await letters.passwordChanged(person)
    return sendCookies(reply, answer).code(204).send()
  })
}
