import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { AddressRate } from '../http/address-rate.ts'
import { requireOwnerOfFactors } from './account.ts'
import { askAuth, sendCookies } from './auth-answer.ts'
import { LONGEST_PASSWORD } from './password.ts'
import { personIdOf } from './persons.ts'
import type { IdentityOptions } from './shapes.ts'

export const CodeBody = Type.Object(
  {
    code: Type.String({ pattern: '^[A-Za-z0-9-]{6,16}$', description: 'six digits, or a backup code' }),
  },
  { additionalProperties: false },
)

/** The password again; left out by who signs in elsewhere and has none. */
export const PasswordAgain = Type.Object(
  { password: Type.Optional(Type.String({ minLength: 1, maxLength: LONGEST_PASSWORD })) },
  { additionalProperties: false },
)

export const BackupCodes = Type.Object({ backupCodes: Type.Array(Type.String({ description: 'each works once' })) })

export const AuthenticatorAnswer = Type.Object({
  uri: Type.String({ description: 'otpauth:// address for the authenticator, as a QR code or a link' }),
  secret: Type.String({ description: 'the same for typing: Base32' }),
  backupCodes: BackupCodes.properties.backupCodes,
})

/** The second factor of codes: setting it up, and showing it. */
export const factorRoutes: FastifyPluginAsyncTypebox<IdentityOptions> = async (app, { auth, db, attempts }) => {
  const rate = new AddressRate(30, 60_000)

  app.post('/api/auth/code', { schema: { body: CodeBody } }, async (request, reply) => {
    const { code } = request.body
    rate.take(request)
    const { caller } = request
    const person = caller.kind === 'person' ? personIdOf(caller.id) : null
    // During a sign-in better-auth counts by itself; within a session it would not.
    if (person) await attempts.admit('code', person)
    const path = /^\d{6}$/.test(code) ? '/two-factor/verify-totp' : '/two-factor/verify-backup-code'
    const answer = await askAuth(auth, request, { path, body: { code } })
    if (person) await attempts.forget('code', person)
    rate.giveBack(request)
    return sendCookies(reply, answer).code(204).send()
  })

  app.post(
    '/api/auth/authenticator',
    { schema: { body: PasswordAgain, response: { 200: AuthenticatorAnswer } } },
    async (request, reply) => {
      const { personId } = await requireOwnerOfFactors(request, db)
      await attempts.admit('code', personId)
      const answer = await askAuth(auth, request, { path: '/two-factor/enable', body: request.body })
      await attempts.forget('code', personId)
      sendCookies(reply, answer)
      const { totpURI, backupCodes } = answer.body as { totpURI: string; backupCodes: string[] }
      return { uri: totpURI, secret: new URL(totpURI).searchParams.get('secret') ?? '', backupCodes }
    },
  )

  app.delete('/api/auth/authenticator', { schema: { body: PasswordAgain } }, async (request, reply) => {
    const { personId } = await requireOwnerOfFactors(request, db)
    await attempts.admit('code', personId)
    const answer = await askAuth(auth, request, { path: '/two-factor/disable', body: request.body })
    await attempts.forget('code', personId)
    return sendCookies(reply, answer).code(204).send()
  })

  app.post(
    '/api/auth/backup-codes',
    { schema: { body: PasswordAgain, response: { 200: BackupCodes } } },
    async (request, reply) => {
      const { personId } = await requireOwnerOfFactors(request, db)
      await attempts.admit('code', personId)
      const answer = await askAuth(auth, request, { path: '/two-factor/generate-backup-codes', body: request.body })
      await attempts.forget('code', personId)
      sendCookies(reply, answer)
      return { backupCodes: answer.body.backupCodes as string[] }
    },
  )
}
