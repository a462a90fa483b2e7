import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import type { Auth } from './auth.ts'
import { askAuth, sendCookies } from './auth-answer.ts'
import { LONGEST_PASSWORD } from './password.ts'

export interface IdentityOptions {
  auth: Auth
}

export const Email = Type.String({ minLength: 3, maxLength: 254, pattern: '^[^\\s@]+@[^\\s@]+$' })
/** As it is typed to sign in; how long a new one must be is said where one is chosen. */
export const TypedPassword = Type.String({ minLength: 1, maxLength: LONGEST_PASSWORD })

export const SignInBody = Type.Object({ email: Email, password: TypedPassword }, { additionalProperties: false })

export const SignInAnswer = Type.Object({
  next: Type.Union([Type.Literal('signed-in'), Type.Literal('second-factor')], {
    description: 'second-factor: send a code of the authenticator next',
  }),
})

/** Signing in and out. */
export const identityRoutes: FastifyPluginAsyncTypebox<IdentityOptions> = async (app, { auth }) => {
  app.post(
    '/api/auth/sign-in',
    { schema: { body: SignInBody, response: { 200: SignInAnswer } } },
    async (request, reply) => {
      const answer = await askAuth(auth, request, { path: '/sign-in/email', body: request.body })
      sendCookies(reply, answer)
      return { next: answer.body.twoFactorRedirect === true ? ('second-factor' as const) : ('signed-in' as const) }
    },
  )

  app.post('/api/auth/sign-out', async (request, reply) => {
    const answer = await askAuth(auth, request, { path: '/sign-out' })
    return sendCookies(reply, answer).code(204).send()
  })
}
