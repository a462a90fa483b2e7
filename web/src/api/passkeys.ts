import { queryOptions } from '@tanstack/react-query'
import { ApiError, fetchJson } from './fetch-json.ts'
import { sendJson } from './send-json.ts'

export interface Passkey {
  id: string
  /** the person's own name for it; null: none was given */
  name: string | null
  /** instant, ISO 8601 */
  createdAt: string | null
}

/** Whether this browser knows passkeys and their options as JSON (WebAuthn level 3). */
export const knowsPasskeys = () =>
  typeof PublicKeyCredential === 'function' &&
  'parseCreationOptionsFromJSON' in PublicKeyCredential &&
  'parseRequestOptionsFromJSON' in PublicKeyCredential

export const passkeysQuery = queryOptions({
  queryKey: ['passkeys'],
  queryFn: async ({ signal }) =>
    (await fetchJson<{ passkeys: Passkey[] }>('/api/auth/passkeys', signal)).passkeys satisfies Passkey[],
})

/** What a browser says when it makes or shows none (WebAuthn level 3, § 5.1). */
const REFUSALS: Readonly<Record<string, string>> = {
  NotAllowedError: 'passkey.cancelled',
  AbortError: 'passkey.cancelled',
  InvalidStateError: 'passkey.known',
  // A passkey belongs to the name of a host; an address in figures is none.
  SecurityError: 'passkey.elsewhere',
}

async function ofDevice(ask: () => Promise<Credential | null>): Promise<PublicKeyCredential> {
  const credential = await ask().catch((error: unknown) => {
    throw new ApiError(0, (error instanceof DOMException && REFUSALS[error.name]) || 'passkey.cancelled')
  })
  if (!(credential instanceof PublicKeyCredential)) throw new ApiError(0, 'passkey.cancelled')
  return credential
}

/** Has the device make a passkey for the person signed in. @throws ApiError `passkey.*`, `second-factor.required` */
export async function addPasskey(name: string): Promise<void> {
  const options = await sendJson<PublicKeyCredentialCreationOptionsJSON>('POST', '/api/auth/passkeys/options')
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(options)
  const credential = await ofDevice(() => navigator.credentials.create({ publicKey }))
  await sendJson<null>('POST', '/api/auth/passkeys', { name, credential: credential.toJSON() })
}

/** @throws ApiError `second-factor.required` */
export const removePasskey = (id: string) => sendJson<null>('DELETE', `/api/auth/passkeys/${id}`)

/** Opens a session by a passkey alone: it counts as both factors. @throws ApiError `passkey.*` */
export async function signInByPasskey(): Promise<void> {
  const options = await sendJson<PublicKeyCredentialRequestOptionsJSON>('POST', '/api/auth/passkey/options')
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(options)
  const credential = await ofDevice(() => navigator.credentials.get({ publicKey }))
  await sendJson<unknown>('POST', '/api/auth/passkey', { credential: credential.toJSON() })
}
