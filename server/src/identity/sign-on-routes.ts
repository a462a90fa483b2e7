import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { AddressRate } from '../http/address-rate.ts'
import { ProblemError } from '../http/problem.ts'
import { askAuth, sendCookies } from './auth-answer.ts'
import type { IdentityOptions } from './shapes.ts'
import { SIGN_ON, signOnClaims } from './sign-on.ts'

export const SignOnBody = Type.Object(
  {
    to: Type.Optional(
      Type.String({ pattern: '^/(?![/\\\\])[\\w/-]*$', maxLength: 200, description: 'page to go to after' }),
    ),
  },
  { additionalProperties: false },
)
export const SignOnAnswer = Type.Object({ url: Type.String({ description: 'where the browser goes to sign in' }) })

/** What went wrong, as the sign-in page has words for it. */
const PROBLEMS: Readonly<Record<string, string>> = {
  no_rights: 'sign-on.no-rights',
  account_not_linked: 'sign-on.not-linked',
  access_denied: 'sign-on.cancelled',
}

/** Signing in where one’s own organisation keeps accounts (OpenID Connect). */
export const signOnRoutes: FastifyPluginAsyncTypebox<IdentityOptions> = async (app, { auth, signOn }) => {
  const rate = new AddressRate(60, 60_000)

  app.post(
    '/api/auth/sign-on',
    { schema: { body: SignOnBody, response: { 200: SignOnAnswer } } },
    async (request, reply) => {
      rate.take(request)
      if (!signOn) throw new ProblemError('sign-on.none', 404, 'No sign-on is set up.')
      const body = { provider: SIGN_ON, callbackURL: request.body.to ?? '/', errorCallbackURL: '/sign-in' }
      const answer = await askAuth(auth, request, { path: '/sign-in/social', body: { ...body, disableRedirect: true } })
      sendCookies(reply, answer)
      return { url: String(answer.body.url) }
    },
  )

  app.get('/api/auth/callback/oidc', async (request, reply) => {
    rate.take(request)
    const query = request.url.includes('?') ? request.url.slice(request.url.indexOf('?')) : ''
    const answer = await signOnClaims.run({}, () =>
      askAuth(auth, request, { method: 'GET', path: `/callback/${SIGN_ON}${query}` }),
    )
    // Whatever it says, the browser stays here.
    const { pathname, searchParams } = new URL(answer.location ?? '/sign-in', 'http://localhost')
    const error = searchParams.get('error')
    const to = error === null ? pathname : `/sign-in?problem=${PROBLEMS[error] ?? 'sign-on.failed'}`
    return sendCookies(reply, answer).redirect(to, 302)
  })
}
