import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { type TProperties, Type } from 'typebox'
import { AddressRate } from '../http/address-rate.ts'
import { requireOwner, requireOwnerOfFactors } from './account.ts'
import { askAuth, sendCookies } from './auth-answer.ts'
import type { IdentityOptions } from './shapes.ts'
import { SignInAnswer } from './shapes.ts'

const Base64Url = Type.String({ pattern: '^[A-Za-z0-9_-]*$', maxLength: 16_384 })

/** What `navigator.credentials` gives, as `toJSON()` writes it. */
const credential = <T extends TProperties>(response: T) =>
  Type.Object({
    id: Base64Url,
    rawId: Base64Url,
    type: Type.Literal('public-key'),
    authenticatorAttachment: Type.Optional(Type.Unknown()),
    clientExtensionResults: Type.Optional(Type.Record(Type.String(), Type.Unknown())),
    response: Type.Object({ clientDataJSON: Base64Url, ...response }),
  })

export const NewPasskey = Type.Object(
  {
    name: Type.String({ minLength: 1, maxLength: 80, description: 'the person’s own name for it' }),
    credential: credential({
      attestationObject: Base64Url,
      transports: Type.Optional(Type.Array(Type.String({ maxLength: 40 }), { maxItems: 10 })),
    }),
  },
  { additionalProperties: false },
)

export const ShownPasskey = Type.Object(
  {
    credential: credential({
      authenticatorData: Base64Url,
      signature: Base64Url,
      userHandle: Type.Optional(Type.Union([Base64Url, Type.Null()])),
    }),
  },
  { additionalProperties: false },
)

export const Passkeys = Type.Object({
  passkeys: Type.Array(
    Type.Object({
      id: Type.String(),
      name: Type.Union([Type.String(), Type.Null()]),
      createdAt: Type.Union([Type.String(), Type.Null()]),
    }),
  ),
})

export const PasskeyOptions = Type.Record(Type.String(), Type.Unknown(), {
  description: 'for PublicKeyCredential.parseCreationOptionsFromJSON or parseRequestOptionsFromJSON',
})

const ById = Type.Object({ id: Type.String({ format: 'uuid' }) })

interface KeptPasskey {
  id: string
  name: string | null
  createdAt: string | null
}

/** Passkeys: a factor that is two, for it is kept in a device and opened by a finger, a face or a PIN. */
export const passkeyRoutes: FastifyPluginAsyncTypebox<IdentityOptions> = async (app, { auth, db }) => {
  const rate = new AddressRate(30, 60_000)

  app.get('/api/auth/passkeys', { schema: { response: { 200: Passkeys } } }, async (request, reply) => {
    requireOwner(request)
    const { body } = await askAuth(auth, request, { method: 'GET', path: '/passkey/list-user-passkeys' })
    reply.header('cache-control', 'no-store')
    const passkeys = body as unknown as KeptPasskey[]
    return { passkeys: passkeys.map(({ id, name, createdAt }) => ({ id, name, createdAt })) }
  })

  app.post('/api/auth/passkeys/options', { schema: { response: { 200: PasskeyOptions } } }, async (request, reply) => {
    await requireOwnerOfFactors(request, db)
    const answer = await askAuth(auth, request, { method: 'GET', path: '/passkey/generate-register-options' })
    sendCookies(reply, answer)
    return answer.body
  })

  app.post('/api/auth/passkeys', { schema: { body: NewPasskey } }, async (request, reply) => {
    await requireOwnerOfFactors(request, db)
    const { name, credential: response } = request.body
    const answer = await askAuth(auth, request, { path: '/passkey/verify-registration', body: { name, response } })
    return sendCookies(reply, answer).code(204).send()
  })

  app.delete('/api/auth/passkeys/:id', { schema: { params: ById } }, async (request, reply) => {
    await requireOwnerOfFactors(request, db)
    await askAuth(auth, request, { path: '/passkey/delete-passkey', body: { id: request.params.id } })
    return reply.code(204).send()
  })

  app.post('/api/auth/passkey/options', { schema: { response: { 200: PasskeyOptions } } }, async (request, reply) => {
    rate.take(request)
    const answer = await askAuth(auth, request, { method: 'GET', path: '/passkey/generate-authenticate-options' })
    rate.giveBack(request)
    sendCookies(reply, answer)
    // The package asks for less than it is then held to.
    return { ...answer.body, userVerification: 'required' }
  })

  app.post(
    '/api/auth/passkey',
    { schema: { body: ShownPasskey, response: { 200: SignInAnswer } } },
    async (request, reply) => {
      rate.take(request)
      const body = { response: request.body.credential }
      const answer = await askAuth(auth, request, { path: '/passkey/verify-authentication', body })
      rate.giveBack(request)
      sendCookies(reply, answer)
      return { next: 'signed-in' as const }
    },
  )
}
