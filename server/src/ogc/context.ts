import type { Language } from '@tvl/model'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { PastCatalogue } from '../catalogue/past.ts'
import type { Snapshot } from '../catalogue/snapshot.ts'
import type { Html } from './html/html.ts'
import type { PageContext } from './html/layout.ts'
import { type Link, linkHeader, selfLinks, TYPES } from './links.ts'
import { type Format, negotiateFormat, negotiateLanguage } from './negotiate.ts'
import { COMMON_PARAMETERS } from './parameters/items-query.ts'
import { type Query, readQuery, refuseUnknown } from './parameters/query-string.ts'
import { refuse } from './refuse.ts'
import { type Ready, ready } from './respond.ts'

export interface OgcOptions {
  /** The snapshot to answer from. Asked once for each request, so that an answer is of one version. */
  current: () => Snapshot
  /** Origin under which people reach the service; null: taken from each request. */
  publicUrl?: string | null
  /** The catalogue as it was; without it `as-of` is no parameter. */
  past?: PastCatalogue
}

/** What a request is, once its parameters and headers are read. */
export interface Context extends PageContext {
  readonly base: string
  readonly format: Format
  readonly language: Language
  readonly snapshot: Snapshot
}

const JSON_ALIASES: Readonly<Record<string, readonly string[]>> = {
  [TYPES.json]: [TYPES.json],
  [TYPES.geojson]: [TYPES.geojson, TYPES.json],
  [TYPES.schema]: [TYPES.schema, TYPES.json],
  [TYPES.openapi]: [TYPES.openapi, 'application/openapi+json', TYPES.json],
}

const HOST = /^([a-z0-9._~-]+|\[[0-9a-f:.]+\])(:\d{1,5})?$/i

/**
 * The origin that links begin with.
 * @throws a problem `host.invalid`, 400: what is no host would write into the links and their header
 */
export function originOf({ host, protocol, socket }: FastifyRequest, { publicUrl }: OgcOptions): string {
  if (publicUrl) return publicUrl
  // HTTP/1.0 names no host; the address that was reached leads back here.
  if (!host) return `${protocol}://${hostOf(socket)}`
  if (!HOST.test(host)) throw refuse(400, 'host.invalid', 'The Host header is not a host.')
  return `${protocol}://${host}`
}

function hostOf({ localAddress = '127.0.0.1', localPort }: FastifyRequest['socket']): string {
  return `${localAddress.includes(':') ? `[${localAddress}]` : localAddress}${localPort ? `:${localPort}` : ''}`
}

declare module 'fastify' {
  interface FastifyRequest {
    /** The state that `as-of` asks for; null: the present. */
    pastSnapshot: Snapshot | null
  }
}

/** The one snapshot that a request is answered from. */
export const snapshotFor = (request: FastifyRequest, { current }: OgcOptions): Snapshot =>
  request.pastSnapshot ?? current()

/** Reads `as-of` before any work is done: rebuilding the past goes through the database. */
export function readAsOf(app: FastifyInstance, past: PastCatalogue | undefined): void {
  app.decorateRequest('pastSnapshot', null)
  if (!past) return
  app.addHook('preValidation', async (request) => {
    if (!request.url.includes('as-of')) return
    const asked = readQuery(request.url).get('as-of')
    if (asked !== undefined) request.pastSnapshot = await past.at(asked)
  })
}

const COMMON: ReadonlySet<string> = new Set(COMMON_PARAMETERS)

/**
 * Reads what all resources share.
 * @param known parameters of the resource; null: the caller checks them
 * @throws a problem for a parameter that is unknown or impossible, or a format that does not exist
 */
export function readContext(
  request: FastifyRequest,
  options: OgcOptions,
  jsonType: string,
  known: ReadonlySet<string> | null = COMMON,
): Context {
  const query: Query = readQuery(request.url)
  const language = negotiateLanguage(request, query)
  if (known) refuseUnknown(query, known)
  return {
    base: originOf(request, options),
    path: request.url.split('?', 1)[0] ?? '',
    query,
    language,
    format: negotiateFormat(request, query, JSON_ALIASES[jsonType] ?? [jsonType]),
    snapshot: snapshotFor(request, options),
  }
}

/** The answer of a resource in the format asked for. The links go into the header too. */
export function answer(
  context: Context,
  jsonType: string,
  forms: { json: (links: readonly Link[]) => unknown; html: () => Html },
): Ready {
  const links = selfLinks(context, jsonType)
  const { language, snapshot, format } = context
  const about = { language, version: snapshot.version, link: linkHeader(links) }
  return format === 'html'
    ? ready(forms.html().text, { ...about, type: TYPES.html })
    : ready(JSON.stringify(forms.json(links)), { ...about, type: jsonType })
}
