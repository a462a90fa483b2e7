import { generateKeyPairSync } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider from 'oidc-provider'

export interface OpenIdPerson {
  sub: string
  claims: Record<string, unknown>
  /** Ways by which they prove themselves. */
  amr?: string[]
}

export interface OpenIdProvider {
  issuer: string
  /** Who sits at the browser; null: nobody, and the sign-in is cancelled. */
  person: OpenIdPerson | null
  /** What was asked of it: method and path. */
  asked: string[]
  close(): Promise<void>
}

/** A real OpenID provider on loopback: code with PKCE alone, RS256, for the one client `locator`. */
export async function openIdProvider(redirectUri: string): Promise<OpenIdProvider> {
  const server = createServer()
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const own: OpenIdProvider = {
    issuer,
    person: null,
    asked: [],
    close: () => new Promise<void>((closed) => server.close(() => closed())),
  }
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: 'locator',
        client_secret: 'a secret of the provider and the product',
        redirect_uris: [redirectUri],
        grant_types: ['authorization_code'],
        response_types: ['code'],
      },
    ],
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256', kid: 'key' }] },
    cookies: { keys: ['the provider’s own'] },
    pkce: { required: () => true },
    claims: { openid: ['sub', 'amr'], email: ['email', 'email_verified'], profile: ['name', 'locale', 'groups'] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
    findAccount: (_context, sub) => ({ accountId: sub, claims: async () => ({ sub, ...own.person?.claims }) }),
    // The product is the organisation's own: nobody is asked for consent.
    loadExistingGrant: async ({ oidc }) => {
      const { client, session, params, provider: at } = oidc
      const grant = new at.Grant({ clientId: client?.clientId ?? '', accountId: session?.accountId ?? '' })
      grant.addOIDCScope(String(params?.scope))
      await grant.save()
      return grant
    },
    ttl: { Session: 60, Interaction: 60, Grant: 60, AccessToken: 60, IdToken: 60, AuthorizationCode: 60 },
  })
  const answer = provider.callback()
  server.on('request', (request, response) => {
    own.asked.push(`${request.method} ${request.url?.split('?')[0]}`)
    if (!request.url?.startsWith('/interaction/')) return void answer(request, response)
    const { person } = own
    const result = person
      ? { login: { accountId: person.sub, remember: false, ...(person.amr ? { amr: person.amr } : {}) } }
      : { error: 'access_denied', error_description: 'The person went away.' }
    void provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false })
  })
  return own
}
