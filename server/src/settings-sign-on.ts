import { type Grant, ROLES, type Territory } from '@tvl/model'

export const SIGN_ON_FACTORS = ['amr', 'always', 'never'] as const

/** Which group of the sign-on gives which role, for whom and where. */
export interface GroupGrant {
  group: string
  grant: Grant
}

/** An OpenID provider by which persons sign in. */
export interface SignOnSettings {
  issuer: string
  clientId: string
  /** Null: the client has none and proves itself by PKCE alone. */
  clientSecret: string | null
  /** As people call it. */
  name: string
  scopes: readonly string[]
  groupsClaim: string
  groups: readonly GroupGrant[]
  /** Whether a sign-on counts as second factor: when the provider says so (`amr`), always, or never. */
  secondFactor: (typeof SIGN_ON_FACTORS)[number]
}

type Read = <T>(name: string, fallback: T, parse: (value: string) => T | undefined, allowed: string) => T

/** The settings that begin with OIDC_; null when no issuer is set. `say` is told what they lack. */
export function readSignOn(
  read: Read,
  { publicUrl, say }: { publicUrl: string | null; say: (wrong: string) => void },
): SignOnSettings | null {
  const text = (value: string) => value
  const issuer = read<string | null>(
    'OIDC_ISSUER',
    null,
    asIssuer,
    'The https address of an OpenID provider, such as https://login.example.ma/realms/sites.',
  )
  const signOn = {
    clientId: read<string | null>('OIDC_CLIENT_ID', null, text, 'The id of this product at the provider.'),
    clientSecret: read<string | null>('OIDC_CLIENT_SECRET', null, text, 'Its secret at the provider.'),
    name: read<string | null>('OIDC_NAME', null, text, 'A name for the button.'),
    scopes: read('OIDC_SCOPES', ['openid', 'profile', 'email'], asScopes, 'Scopes with spaces between them.'),
    groupsClaim: read('OIDC_GROUPS_CLAIM', 'groups', text, 'The name of a claim.'),
    groups: read<readonly GroupGrant[]>(
      'OIDC_GROUPS',
      [],
      asGroups,
      'group=role:territory:organisation with semicolons between them, such as tvl-fes=manager:zone/fes-shore:ewane.',
    ),
    secondFactor: read(
      'OIDC_SECOND_FACTOR',
      'amr' as SignOnSettings['secondFactor'],
      (value) => SIGN_ON_FACTORS.find((allowed) => allowed === value),
      `One of ${SIGN_ON_FACTORS.join(', ')}.`,
    ),
  }
  if (issuer === null) return null
  if (publicUrl === null) say('PUBLIC_URL: it is needed with OIDC_ISSUER. The provider sends browsers back to it.')
  if (signOn.clientId === null) say('OIDC_CLIENT_ID: it is needed with OIDC_ISSUER.')
  return { ...signOn, issuer, clientId: signOn.clientId ?? '', name: signOn.name ?? new URL(issuer).hostname }
}

const LOOPBACK = /^(localhost|127\.0\.0\.1|\[::1\])$/

/** Secrets and codes travel to it: only what is on this machine may do without https. */
function asIssuer(value: string): string | undefined {
  if (!URL.canParse(value)) return undefined
  const { protocol, hostname, search, hash } = new URL(value)
  const isSafe = protocol === 'https:' || (protocol === 'http:' && LOOPBACK.test(hostname))
  return isSafe && !search && !hash ? value : undefined
}

function asScopes(value: string): string[] | undefined {
  const scopes = value.split(/\s+/)
  return scopes.every((scope) => /^[\x21\x23-\x5b\x5d-\x7e]+$/.test(scope)) && scopes.includes('openid')
    ? scopes
    : undefined
}

function asGroups(value: string): GroupGrant[] | undefined {
  const groups = value
    .split(';')
    .filter((entry) => entry.trim())
    .map(asGroup)
  return groups.length > 0 && groups.every((group) => group !== undefined) ? groups : undefined
}

/** The last `=` parts, for names of groups have all kinds of signs in them. */
function asGroup(entry: string): GroupGrant | undefined {
  const [, group = '', role = '', where = '', organisationId = ''] =
    /^\s*(.+)=([a-z]+):([^:=]+):([a-z0-9-]+)\s*$/.exec(entry) ?? []
  const known = ROLES.find((one) => one === role)
  const territory = asTerritory(where)
  return group && known && territory ? { group, grant: { role: known, organisationId, territory } } : undefined
}

function asTerritory(text: string): Territory | undefined {
  if (text === 'national') return { kind: 'national' }
  const [, kind, id] = /^(region|zone|building)\/([\w-]+)$/.exec(text) ?? []
  return kind && id ? { kind: kind as 'region' | 'zone' | 'building', id } : undefined
}
