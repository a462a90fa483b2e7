import { AsyncLocalStorage } from 'node:async_hooks'
import type { Grant } from '@tvl/model'
import type { GenericOAuthConfig } from 'better-auth/plugins/generic-oauth'
import { type Kysely, sql } from 'kysely'
import type { SignOnSettings } from '../settings-sign-on.ts'
import type { Database } from '../storage/database.ts'

/** Of our one provider; part of the address that it sends browsers back to. */
export const SIGN_ON = 'oidc'

/** What a provider has said of the person who is being signed on, within one request. */
export interface SignOnClaims {
  grants: readonly Grant[]
  hasSecondFactor: boolean
  language: 'fr' | 'ar' | 'en'
}

/** Carries the claims from where the provider's answer is read to where the session is made. */
export const signOnClaims = new AsyncLocalStorage<{ claims?: SignOnClaims }>()

const PATIENCE_MS = 10_000
/** Ways to prove who one is that are a second factor, or say that there was one (RFC 8176). */
const SECOND_FACTORS = new Set(['mfa', 'otp', 'hwk'])

type Claims = Record<string, unknown>

/** The provider for better-auth: code and PKCE, with a signed, bound and verified ID token, or nothing. */
export function signOnProvider(settings: SignOnSettings): GenericOAuthConfig {
  const { issuer, clientId, clientSecret, scopes } = settings
  const discoveryUrl = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`
  return {
    providerId: SIGN_ON,
    discoveryUrl,
    clientId,
    ...(clientSecret === null ? { tokenEndpointAuth: { method: 'none' } } : { clientSecret }),
    scopes: [...scopes],
    pkce: true,
    requireIdTokenVerification: true,
    getUserInfo: async ({ idToken, accessToken }) => {
      // better-auth has verified it, and lets answers without one pass: here they do not.
      const told = idToken && claimsIn(idToken)
      if (!told) return null
      const isWhole = typeof told.email === 'string' && told[settings.groupsClaim] !== undefined
      const more = isWhole || !accessToken ? {} : await userInfo(discoveryUrl, accessToken)
      if (more.sub !== undefined && more.sub !== told.sub) return null
      const claims = { ...more, ...told }
      const store = signOnClaims.getStore()
      if (store) store.claims = readClaims(claims, settings)
      const { sub, email, name, preferred_username: handle, email_verified: isVerified } = claims
      if (typeof sub !== 'string' || typeof email !== 'string') return null
      const shown = [name, handle, email].find((text) => typeof text === 'string' && text.trim() !== '')
      return { id: sub, sub, email, name: String(shown).slice(0, 120), emailVerified: isVerified === true }
    },
  }
}

function claimsIn(idToken: string): Claims | null {
  try {
    return JSON.parse(Buffer.from(idToken.split('.')[1] ?? '', 'base64url').toString()) as Claims
  } catch {
    return null
  }
}

async function userInfo(discoveryUrl: string, accessToken: string): Promise<Claims> {
  const ask = async (url: string, headers: Record<string, string> = {}) => {
    const response = await fetch(url, { headers, redirect: 'error', signal: AbortSignal.timeout(PATIENCE_MS) })
    return response.ok ? ((await response.json()) as Claims) : {}
  }
  const { userinfo_endpoint: endpoint } = await ask(discoveryUrl)
  return typeof endpoint === 'string' ? ask(endpoint, { authorization: `Bearer ${accessToken}` }) : {}
}

/** What the claims of a provider mean here. */
export function readClaims(claims: Claims, settings: SignOnSettings): SignOnClaims {
  const { groupsClaim, groups, secondFactor } = settings
  const named = [claims[groupsClaim]].flat().filter((group) => typeof group === 'string')
  const means = [claims.amr].flat()
  const [language = ''] = String(claims.locale ?? '').split('-')
  return {
    grants: groups.flatMap(({ group, grant }) => (named.includes(group) ? [grant] : [])),
    hasSecondFactor:
      secondFactor === 'always' || (secondFactor === 'amr' && means.some((mean) => SECOND_FACTORS.has(String(mean)))),
    language: language === 'ar' || language === 'en' ? language : 'fr',
  }
}

/**
 * Puts what the groups give in the place of what they gave before. Returns whether the person may do anything at all.
 */
export async function renewSignOnGrants(
  db: Kysely<Database>,
  personId: string,
  grants: readonly Grant[],
): Promise<boolean> {
  return db.transaction().execute(async (transaction) => {
    await sql`delete from person_grant where person_id = ${personId} and origin = 'sign-on'`.execute(transaction)
    for (const { role, organisationId, territory } of grants) {
      const territoryId = territory.kind === 'national' ? null : territory.id
      await sql`insert into person_grant (person_id, role, organisation_id, territory_kind, territory_id, origin, granted_at)
        select ${personId}::uuid, ${role}, id, ${territory.kind}, ${territoryId}, 'sign-on', now()
        from organisation where id = ${organisationId}
        on conflict do nothing`.execute(transaction)
    }
    const { rows } = await sql`select from person_grant where person_id = ${personId} limit 1`.execute(transaction)
    return rows.length > 0
  })
}
