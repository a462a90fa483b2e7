import { closeSync, existsSync, openSync, readdirSync, readSync } from 'node:fs'
import { isIP } from 'node:net'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type EnquirySettings, readEnquirySettings } from './settings-enquiries.ts'
import { readSignOn, type SignOnSettings } from './settings-sign-on.ts'

export const CATALOGUES = ['demo', 'facts'] as const
export const INVENTORIES = ['S', 'L', 'XL'] as const
export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const

/** Everything that can be set. `docs/settings.md` says the same in words. */
export interface Settings {
  host: string
  port: number
  /** Absolute. Where the built-in database lies. */
  dataDir: string
  /** Null: the built-in database. */
  databaseUrl: string | null
  catalogue: (typeof CATALOGUES)[number]
  inventory: (typeof INVENTORIES)[number]
  /** Name of a boundary set: a folder of the built basemap. */
  boundaries: string
  /** Absolute path of the operator’s own map tiles; null: the built-in basemap alone. */
  basemapPmtiles: string | null
  /** Origin under which people reach the server, without a trailing slash; null: taken from each request. */
  publicUrl: string | null
  logLevel: (typeof LOG_LEVELS)[number]
  /** Signs sessions and locks second factors; null: made at the first start and kept in the data folder. */
  authSecret: string | null
  /** S3-compatible bucket of the pictures, with its keys; null: the folder `media` in the data folder. */
  mediaS3Url: string | null
  /** Mail server, as smtp:// or smtps:// with user and password; null: mails are written into the data folder. */
  smtpUrl: string | null
  /** Sender of mails. */
  mailFrom: string
  /** Addresses of proxies whose word for the client’s address is taken; none: nobody’s is. */
  trustedProxies: readonly string[]
  /** Null: persons sign in here alone. */
  signOn: SignOnSettings | null
  /** What is promised to those who ask, and who answers for their data (law 09-08). */
  enquiries: EnquirySettings
  /** The instant at which the catalogue’s clock stands, for rehearsals and tests; null: it runs. */
  clock: Date | null
}

/** What is wrong with the settings, one sentence a setting: its name, the value given and what is allowed. */
export class SettingsError extends Error {
  override name = 'SettingsError'
}

/** Folder of the built basemaps, one folder a boundary set. */
export const BASEMAPS = fileURLToPath(new URL('../../data/generated/basemap/', import.meta.url))

/** Settings whose value is never printed. */
const SECRET = new Set(['DATABASE_URL', 'AUTH_SECRET', 'SMTP_URL', 'MEDIA_S3_URL', 'OIDC_CLIENT_SECRET'])

type Environment = Readonly<Record<string, string | undefined>>

/**
 * Reads the settings from the environment. An empty variable counts as unset.
 * @throws SettingsError naming every wrong setting at once
 */
export function readSettings(environment: Environment): Settings {
  const wrong: string[] = []
  const read = <T>(name: string, fallback: T, parse: (value: string) => T | undefined, allowed: string): T => {
    const value = environment[name]?.trim()
    if (!value) return fallback
    const parsed = parse(value)
    if (parsed !== undefined) return parsed
    wrong.push(`${name}: ${JSON.stringify(SECRET.has(name) ? '(hidden)' : value)} is not allowed. ${allowed}`)
    return fallback
  }
  const oneOf =
    <T extends string>(values: readonly T[]) =>
    (value: string) =>
      values.find((allowed) => allowed === value)
  const settings: Settings = {
    host: read(
      'HOST',
      '127.0.0.1',
      (value) => (/^[\w.:-]+$/.test(value) ? value : undefined),
      'A host name or address to listen on, such as 127.0.0.1 or 0.0.0.0.',
    ),
    port: read('PORT', 8080, asPort, 'A whole number from 0 to 65535; 0 takes any free port.'),
    dataDir: resolve(read('DATA_DIR', '.data', (value) => value, 'A folder.')),
    databaseUrl: read<string | null>(
      'DATABASE_URL',
      null,
      asPostgresUrl,
      'An address such as postgres://user:password@host:5432/database; unset for the built-in database.',
    ),
    catalogue: read('CATALOGUE', 'demo', oneOf(CATALOGUES), `One of ${CATALOGUES.join(', ')}.`),
    inventory: read('INVENTORY', 'S', oneOf(INVENTORIES), `One of ${INVENTORIES.join(', ')}.`),
    boundaries: read(
      'BOUNDARIES',
      'morocco',
      asBoundaries,
      `A boundary set that was built: ${boundarySets().join(', ') || 'none is built yet'}.`,
    ),
    basemapPmtiles: read<string | null>(
      'BASEMAP_PMTILES',
      null,
      asPmtiles,
      'The path of a readable PMTiles file (version 3).',
    ),
    publicUrl: read<string | null>(
      'PUBLIC_URL',
      null,
      asOrigin,
      'An origin such as https://sites.example.ma, without path.',
    ),
    authSecret: read<string | null>(
      'AUTH_SECRET',
      null,
      (value) => (value.length >= 32 ? value : undefined),
      'At least 32 random characters, the same on every server of one database.',
    ),
    smtpUrl: read<string | null>(
      'SMTP_URL',
      null,
      (value) => (URL.canParse(value) && /^smtps?:$/.test(new URL(value).protocol) ? value : undefined),
      'An address such as smtps://user:password@mail.example.ma:465; unset to keep mails in the data folder.',
    ),
    mailFrom: read(
      'MAIL_FROM',
      'Tech Valley Locator <no-reply@localhost>',
      (value) => (/^[^\r\n]*[^\s@<]+@[^\s@>]+>?$/.test(value) ? value : undefined),
      'A sender such as Tech Valley Locator <no-reply@sites.example.ma>.',
    ),
    trustedProxies: read<readonly string[]>(
      'TRUSTED_PROXIES',
      [],
      asProxies,
      'Addresses or networks with commas between them, such as 127.0.0.1,10.0.0.0/8.',
    ),
    logLevel: read('LOG_LEVEL', 'info', oneOf(LOG_LEVELS), `One of ${LOG_LEVELS.join(', ')}.`),
    mediaS3Url: read<string | null>(
      'MEDIA_S3_URL',
      null,
      asBucket,
      'An address such as https://KEY:SECRET@host/bucket?region=eu-west-1; unset for a folder.',
    ),
    signOn: null,
    enquiries: readEnquirySettings(read),
    clock: read<Date | null>('CLOCK', null, asInstant, 'An instant with its offset, such as 2026-11-23T09:00:00Z.'),
  }
  settings.signOn = readSignOn(read, { publicUrl: settings.publicUrl, say: (what) => wrong.push(what) })
  // Their readers are elsewhere: a sender and links of this machine alone would be of no use to them.
  if (settings.smtpUrl !== null) {
    if (!environment.MAIL_FROM?.trim()) wrong.push('MAIL_FROM: it is needed with SMTP_URL. The sender of mails.')
    if (settings.publicUrl === null) wrong.push('PUBLIC_URL: it is needed with SMTP_URL. Links in mails begin with it.')
  }
  if (wrong.length > 0) throw new SettingsError(wrong.join('\n'))
  return settings
}

function asPort(value: string): number | undefined {
  const port = Number(value)
  return /^\d+$/.test(value) && port <= 65_535 ? port : undefined
}

function asPostgresUrl(value: string): string | undefined {
  return URL.canParse(value) && /^postgres(ql)?:$/.test(new URL(value).protocol) ? value : undefined
}

function asBucket(value: string): string | undefined {
  if (!URL.canParse(value)) return undefined
  const { protocol, username, password, pathname } = new URL(value)
  const isBucket = /^https?:$/.test(protocol) && username && password && /^\/[^/]+\/?$/.test(pathname)
  return isBucket ? value : undefined
}

function asOrigin(value: string): string | undefined {
  if (!URL.canParse(value)) return undefined
  const url = new URL(value)
  const isOrigin = /^https?:$/.test(url.protocol) && url.pathname === '/' && !url.search && !url.hash && !url.username
  return isOrigin ? url.origin : undefined
}

function asProxies(value: string): readonly string[] | undefined {
  const proxies = value.split(',').map((proxy) => proxy.trim())
  const isNetwork = (proxy: string) => {
    const [address = '', bits = '0', ...more] = proxy.split('/')
    return (
      isIP(address) > 0 && /^\d{1,3}$/.test(bits) && Number(bits) <= (isIP(address) === 4 ? 32 : 128) && !more.length
    )
  }
  return proxies.every(isNetwork) ? proxies : undefined
}

function asInstant(value: string): Date | undefined {
  const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/.test(value)
    ? new Date(value)
    : undefined
  // `Date` takes the 30th of February for the 2nd of March.
  const day = new Date(`${value.slice(0, 10)}T00:00:00Z`)
  const isDay = !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value.slice(0, 10))
  return instant && isDay && !Number.isNaN(instant.getTime()) ? instant : undefined
}

function boundarySets(): string[] {
  if (!existsSync(BASEMAPS)) return []
  return readdirSync(BASEMAPS, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []))
}

/** Checked only when given: the default is built by `start`, and tests of the API need no map. */
function asBoundaries(value: string): string | undefined {
  return boundarySets().includes(value) ? value : undefined
}

function asPmtiles(value: string): string | undefined {
  const path = resolve(value)
  try {
    const file = openSync(path, 'r')
    try {
      const start = Buffer.alloc(8)
      readSync(file, start, 0, 8, 0)
      return start.toString('latin1', 0, 7) === 'PMTiles' && start[7] === 3 ? path : undefined
    } finally {
      closeSync(file)
    }
  } catch {
    return undefined
  }
}
