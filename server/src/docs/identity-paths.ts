import { AuthenticatorAnswer, BackupCodes, CodeBody, PasswordAgain } from '../identity/factor-routes.ts'
import { NewPasskey, PasskeyOptions, Passkeys, ShownPasskey } from '../identity/passkey-routes.ts'
import { ChangePasswordBody, ResetBody, ResetRequest } from '../identity/password-routes.ts'
import { SignInAnswer, SignInBody } from '../identity/shapes.ts'
import { SignOnAnswer, SignOnBody } from '../identity/sign-on-routes.ts'
import { SessionAnswer } from '../session/session-answer.ts'
import { type OperationWords, operation } from './operation.ts'

const CROSS_SITE = 'The request comes from another site’s page (`request.cross-site`).'
const OWN = `${CROSS_SITE} Or: the account is the demonstration’s (\`demo.fixed\`), or has a second factor that this session was not opened with (\`second-factor.required\`).`
const NOT_SIGNED_IN = 'Nobody is signed in (`sign-in.required`).'
const MALFORMED = 'The body has another form (`request.invalid`).'
const TOO_MANY = 'Too many attempts; `Retry-After` says when to come back (`sign-in.locked`, `rate.exceeded`).'

const account = (words: Omit<OperationWords, 'tag'>) => {
  const { problems, ...rest } = words
  return operation({ ...rest, tag: 'Accounts', problems: { 403: CROSS_SITE, ...problems } })
}

/** Of the person’s own account: someone must be signed in. */
const own = (words: Omit<OperationWords, 'tag'>) =>
  account({ ...words, problems: { 401: NOT_SIGNED_IN, 403: OWN, ...words.problems } })

const PASSKEY_ID = {
  name: 'id',
  in: 'path',
  required: true,
  description: 'Id of the passkey',
  schema: { type: 'string', format: 'uuid' },
}

/** Accounts and sessions. Sessions are a cookie; programs use tokens instead (`Authorization: Bearer tvl_…`). */
export const identityPaths = (): Record<string, Record<string, unknown>> => ({
  '/api/session': {
    get: operation({
      id: 'getSession',
      tag: 'Accounts',
      summary: 'Who is signed in, and what the sign-in page offers',
      answer: SessionAnswer,
    }),
  },
  '/api/auth/sign-in': {
    post: account({
      id: 'signIn',
      summary: 'Sign in with address and password',
      body: SignInBody,
      answer: SignInAnswer,
      problems: { 400: MALFORMED, 401: 'Address or password is wrong (`sign-in.wrong`).', 429: TOO_MANY },
    }),
  },
  '/api/auth/sign-out': { post: account({ id: 'signOut', summary: 'End this session' }) },
  '/api/auth/sign-on': {
    post: account({
      id: 'beginSignOn',
      summary: 'Sign in by the OpenID provider of one’s own organisation',
      body: SignOnBody,
      answer: SignOnAnswer,
      problems: { 400: MALFORMED, 404: 'None is set up (`sign-on.none`).', 429: TOO_MANY },
    }),
  },
  '/api/auth/callback/oidc': {
    get: operation({
      id: 'endSignOn',
      tag: 'Accounts',
      summary: 'Where the OpenID provider sends the browser back to',
      description: 'Goes on to the page asked for, or to `/sign-in?problem=…`.',
      status: 302,
      problems: { 429: TOO_MANY },
    }),
  },
  '/api/auth/code': {
    post: account({
      id: 'sendCode',
      summary: 'Show the second factor: a code of the authenticator, or a backup code',
      description:
        'As the second step of a sign-in, to confirm a new authenticator, or within a session that was opened without. Each code works once.',
      body: CodeBody,
      problems: {
        400: MALFORMED,
        401: 'The code is wrong or was used (`second-factor.wrong`), or the sign-in must begin anew (`sign-in.again`).',
        429: TOO_MANY,
      },
    }),
  },
  '/api/auth/authenticator': {
    post: own({
      id: 'setUpAuthenticator',
      summary: 'Begin to set up an authenticator; a first code confirms it',
      body: PasswordAgain,
      answer: AuthenticatorAnswer,
      problems: { 400: MALFORMED, 409: 'There is one already (`second-factor.exists`).', 429: TOO_MANY },
    }),
    delete: own({
      id: 'removeAuthenticator',
      summary: 'Remove the authenticator and its backup codes',
      body: PasswordAgain,
      problems: { 400: MALFORMED, 429: TOO_MANY },
    }),
  },
  '/api/auth/backup-codes': {
    post: own({
      id: 'renewBackupCodes',
      summary: 'New backup codes in the place of the former',
      body: PasswordAgain,
      answer: BackupCodes,
      problems: { 400: MALFORMED, 409: 'No authenticator is set up (`second-factor.missing`).', 429: TOO_MANY },
    }),
  },
  '/api/auth/passkeys': {
    get: own({ id: 'getPasskeys', summary: 'The person’s passkeys', answer: Passkeys }),
    post: own({
      id: 'addPasskey',
      summary: 'Keep a new passkey',
      body: NewPasskey,
      problems: { 400: 'The browser’s answer does not fit (`passkey.refused`), or the body has another form.' },
    }),
  },
  '/api/auth/passkeys/options': {
    post: own({ id: 'beginPasskey', summary: 'What the browser needs to make a passkey', answer: PasskeyOptions }),
  },
  '/api/auth/passkeys/{id}': {
    delete: own({ id: 'removePasskey', summary: 'Remove a passkey', parameters: [PASSKEY_ID] }),
  },
  '/api/auth/passkey/options': {
    post: account({
      id: 'beginPasskeySignIn',
      summary: 'What the browser needs to show a passkey',
      answer: PasskeyOptions,
      problems: { 429: TOO_MANY },
    }),
  },
  '/api/auth/passkey': {
    post: account({
      id: 'signInWithPasskey',
      summary: 'Sign in with a passkey',
      body: ShownPasskey,
      answer: SignInAnswer,
      problems: { 400: MALFORMED, 401: 'The passkey was refused (`passkey.refused`).', 429: TOO_MANY },
    }),
  },
  '/api/auth/password-reset': {
    post: account({
      id: 'askPasswordReset',
      summary: 'Have a link for a new password mailed',
      description: 'The answer is the same whether there is such an account or not.',
      body: ResetRequest,
      status: 202,
      problems: { 400: MALFORMED, 429: TOO_MANY },
    }),
  },
  '/api/auth/password': {
    post: account({
      id: 'resetPassword',
      summary: 'Choose a new password with the token of the link',
      body: ResetBody,
      problems: {
        400: 'The link is wrong, too old or was used (`link.spent`), or the body has another form.',
        422: 'The password is too easy (`password.weak`).',
        429: TOO_MANY,
      },
    }),
    put: own({
      id: 'changePassword',
      summary: 'Choose a new password with the present one; other sessions end',
      body: ChangePasswordBody,
      problems: {
        400: MALFORMED,
        403: `${OWN} Or: the present password is wrong (\`password.wrong\`).`,
        409: 'The person signs in elsewhere (`password.none`).',
        422: 'The password is too easy (`password.weak`).',
        429: TOO_MANY,
      },
    }),
  },
})
