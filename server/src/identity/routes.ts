import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { AddressRate } from '../http/address-rate.ts'
import { askAuth, sendCookies } from './auth-answer.ts'
import { factorRoutes } from './factor-routes.ts'
import { passkeyRoutes } from './passkey-routes.ts'
import { passwordRoutes } from './password-routes.ts'
import { type IdentityOptions, SignInAnswer, SignInBody } from './shapes.ts'
import { signOnRoutes } from './sign-on-routes.ts'

const MINUTE_MS = 60_000

/** Signing in and out, and how a person does so. */
export const identityRoutes: FastifyPluginAsyncTypebox<IdentityOptions> = async (app, options) => {
  const { auth, attempts, isOpenAccount } = options
  const rate = new AddressRate(30, MINUTE_MS)

  app.post(
    '/api/auth/sign-in',
    { schema: { body: SignInBody, response: { 200: SignInAnswer } } },
    async (request, reply) => {
      const { email, password } = request.body
      rate.take(request)
      if (!isOpenAccount(email)) await attempts.admit('sign-in', email)
      const answer = await askAuth(auth, request, { path: '/sign-in/email', body: { email, password } })
      await attempts.forget('sign-in', email)
      rate.giveBack(request)
      sendCookies(reply, answer)
      return { next: answer.body.twoFactorRedirect === true ? ('second-factor' as const) : ('signed-in' as const) }
    },
  )

  app.post('/api/auth/sign-out', async (request, reply) => {
    const answer = await askAuth(auth, request, { path: '/sign-out' })
    return sendCookies(reply, answer).code(204).send()
  })

  await app.register(factorRoutes, options)
  await app.register(passkeyRoutes, options)
  await app.register(passwordRoutes, options)
  await app.register(signOnRoutes, options)
}
