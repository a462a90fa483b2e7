import { SignInAnswer, SignInBody } from '../identity/routes.ts'
import { SessionAnswer } from '../session/session-answer.ts'
import { operation } from './operation.ts'

const TAG = 'Accounts'
const CROSS_SITE = 'The request comes from another site’s page (`request.cross-site`).'

/** Accounts and sessions. Sessions are a cookie; programs use tokens instead (`Authorization: Bearer tvl_…`). */
export const identityPaths = (): Record<string, Record<string, unknown>> => ({
  '/api/session': {
    get: operation({
      id: 'getSession',
      tag: TAG,
      summary: 'Who is signed in, and what the sign-in page offers',
      answer: SessionAnswer,
    }),
  },
  '/api/auth/sign-in': {
    post: operation({
      id: 'signIn',
      tag: TAG,
      summary: 'Sign in with address and password',
      body: SignInBody,
      answer: SignInAnswer,
      problems: {
        400: 'The body has another form.',
        401: 'Address or password is wrong (`sign-in.wrong`).',
        403: CROSS_SITE,
      },
    }),
  },
  '/api/auth/sign-out': {
    post: operation({ id: 'signOut', tag: TAG, summary: 'End this session', problems: { 403: CROSS_SITE } }),
  },
})
