import type { Language } from '@tvl/model'
import type { Query } from './parameters/query-string.ts'

export interface Link {
  readonly href: string
  readonly rel: string
  readonly type?: string
  readonly title?: string
  readonly hreflang?: string
}

export const TYPES = {
  json: 'application/json',
  geojson: 'application/geo+json',
  html: 'text/html',
  openapi: 'application/vnd.oai.openapi+json;version=3.0',
  schema: 'application/schema+json',
  tilejson: 'application/json',
  tile: 'application/vnd.mapbox-vector-tile',
} as const

export const OGC_REL = {
  conformance: 'http://www.opengis.net/def/rel/ogc/1.0/conformance',
  data: 'http://www.opengis.net/def/rel/ogc/1.0/data',
  queryables: 'http://www.opengis.net/def/rel/ogc/1.0/queryables',
  sortables: 'http://www.opengis.net/def/rel/ogc/1.0/sortables',
  functions: 'http://www.opengis.net/def/rel/ogc/1.0/functions',
} as const

/** The address of a resource: `base` is the service's own address without a path, `path` begins with a slash. */
export function address(
  base: string,
  path: string,
  query?: Query,
  changes: Record<string, string | null> = {},
): string {
  const parts: string[] = []
  for (const [name, value] of query ?? []) {
    if (!(name in changes)) parts.push(`${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
  }
  for (const [name, value] of Object.entries(changes)) {
    if (value !== null) parts.push(`${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
  }
  return `${base}${path}${parts.length ? `?${parts.join('&')}` : ''}`
}

/** What links to other resources carry on: the moment that is looked at. */
export function carried(query: Query): Query {
  const asOf = query.get('as-of')
  return new Map(asOf === undefined ? [] : [['as-of', asOf]])
}

const SELF: Record<Language, string> = { fr: 'Ce document', ar: 'هذه الوثيقة', en: 'This document' }
const AS: Record<Language, (name: string) => string> = {
  fr: (name) => `Ce document en ${name}`,
  ar: (name) => `هذه الوثيقة بصيغة ${name}`,
  en: (name) => `This document as ${name}`,
}

/** `self` for the format that is sent, `alternate` for the other one. */
export function selfLinks(
  target: { base: string; path: string; query: Query; format: 'json' | 'html'; language: Language },
  jsonType: string,
): Link[] {
  const { base, path, query, format, language } = target
  const jsonName = jsonType === TYPES.geojson ? 'GeoJSON' : 'JSON'
  const other = format === 'json' ? 'html' : 'json'
  const typeOf = { json: jsonType, html: TYPES.html }
  const nameOf = { json: jsonName, html: 'HTML' }
  return [
    {
      href: address(base, path, query),
      rel: 'self',
      type: typeOf[format],
      title: SELF[language],
      hreflang: language,
    },
    {
      href: address(base, path, query, { f: other }),
      rel: 'alternate',
      type: typeOf[other],
      title: AS[language](nameOf[other]),
      hreflang: language,
    },
  ]
}

/** Proxies and clients take 8 to 16 kB of headers in all; a long filter stands in every link. */
const LONGEST_HEADER = 4096

/**
 * The `Link` header with the same links (RFC 8288). Titles stay in the body: a header carries no Arabic. Empty when it
 * would be too long for what lies between: the body has the links too.
 */
export function linkHeader(links: readonly Link[]): string {
  const header = links
    .map((link) => `<${link.href}>; rel="${link.rel}"${link.type ? `; type="${link.type}"` : ''}`)
    .join(', ')
  return header.length <= LONGEST_HEADER ? header : ''
}
