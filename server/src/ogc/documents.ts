import type { Language } from '@tvl/model'
import type { Table } from '../catalogue/table.ts'
import { COLLECTION_INFOS, type CollectionInfo } from './collections.ts'
import { runsOf } from './engine/runs.ts'
import { address, type Link, OGC_REL, TYPES } from './links.ts'
import { CRS84 } from './parameters/bbox.ts'
import { PAGE_WORDS } from './words/page-words.ts'
import { propertyWords } from './words/property-words.ts'

const CORE = 'http://www.opengis.net/spec/ogcapi-features-1/1.0/conf'
const FILTER = 'http://www.opengis.net/spec/ogcapi-features-3/1.0/conf'
const WRITING = 'http://www.opengis.net/spec/ogcapi-features-4/1.0/conf'
const CQL2 = 'http://www.opengis.net/spec/cql2/1.0/conf'

/** The conformance classes that hold, and no others. */
export const CONFORMANCE = [
  `${CORE}/core`,
  `${CORE}/geojson`,
  `${CORE}/html`,
  `${CORE}/oas30`,
  `${FILTER}/queryables`,
  `${FILTER}/queryables-query-parameters`,
  `${FILTER}/filter`,
  `${FILTER}/features-filter`,
  `${WRITING}/create-replace-delete`,
  `${WRITING}/update`,
  `${WRITING}/optimistic-locking-etags`,
  `${WRITING}/features`,
  `${CQL2}/cql2-text`,
  `${CQL2}/cql2-json`,
  `${CQL2}/basic-cql2`,
  `${CQL2}/advanced-comparison-operators`,
  `${CQL2}/case-insensitive-comparison`,
  `${CQL2}/accent-insensitive-comparison`,
  `${CQL2}/basic-spatial-functions`,
  `${CQL2}/basic-spatial-functions-plus`,
  `${CQL2}/spatial-functions`,
  `${CQL2}/temporal-functions`,
  `${CQL2}/array-functions`,
  `${CQL2}/property-property`,
  `${CQL2}/functions`,
  `${CQL2}/arithmetic`,
] as const

/** Where the service stands and how it speaks: what every document needs to make links. */
export interface Place {
  /** The service’s own address, without a path. */
  readonly base: string
  readonly language: Language
}

export function landingLinks({ base, language }: Place): Link[] {
  const words = PAGE_WORDS[language]
  const at = (path: string, params?: Record<string, string>) => address(base, path, undefined, params)
  return [
    { href: at('/ogc/api'), rel: 'service-desc', type: TYPES.openapi, title: words.definition },
    { href: at('/api/docs'), rel: 'service-doc', type: TYPES.html, title: words.docs },
    { href: at('/ogc/conformance'), rel: 'conformance', type: TYPES.json, title: words.conformance },
    { href: at('/ogc/conformance'), rel: OGC_REL.conformance, type: TYPES.json, title: words.conformance },
    { href: at('/ogc/collections'), rel: 'data', type: TYPES.json, title: words.collections },
    { href: at('/ogc/collections'), rel: OGC_REL.data, type: TYPES.json, title: words.collections },
    { href: at('/ogc/functions'), rel: OGC_REL.functions, type: TYPES.json, title: words.functions },
    { href: at('/tiles/offices'), rel: 'item', type: TYPES.json, title: 'TileJSON' },
  ]
}

export function landing(place: Place, links: readonly Link[]) {
  const words = PAGE_WORDS[place.language]
  return { title: `${words.product} – ${words.landing}`, description: words.landingText, links }
}

/** The extent of a collection in space and time. */
export interface Extent {
  readonly bbox: readonly number[] | null
  /** ISO days; null = open. */
  readonly interval: readonly [string | null, string | null] | null
}

export function collectionDocument(place: Place, info: CollectionInfo, extent: Extent, own: readonly Link[] = []) {
  const { base, language } = place
  const words = PAGE_WORDS[language]
  const path = `/ogc/collections/${info.id}`
  const title = info.title[language]
  const at = (tail: string, params?: Record<string, string>) => address(base, path + tail, undefined, params)
  const toUtc = (day: string | null) => (day === null ? null : `${day}T00:00:00Z`)
  return {
    id: info.id,
    title,
    description: [info.description[language], info.time?.meaning[language]].filter(Boolean).join(' '),
    itemType: 'feature',
    crs: [CRS84],
    extent: {
      ...(extent.bbox ? { spatial: { bbox: [extent.bbox], crs: CRS84 } } : {}),
      ...(extent.interval
        ? {
            temporal: {
              interval: [extent.interval.map(toUtc)],
              trs: 'http://www.opengis.net/def/uom/ISO-8601/0/Gregorian',
            },
          }
        : {}),
    },
    links: [
      ...own,
      ...(own.length === 0 ? [{ href: at(''), rel: 'self', type: TYPES.json, title, hreflang: language }] : []),
      { href: at('/items'), rel: 'items', type: TYPES.geojson, title, hreflang: language },
      { href: at('/items', { f: 'html' }), rel: 'items', type: TYPES.html, title, hreflang: language },
      { href: at('/queryables'), rel: OGC_REL.queryables, type: TYPES.schema, title: words.queryables },
      { href: at('/sortables'), rel: OGC_REL.sortables, type: TYPES.schema, title: words.sortables },
    ],
  }
}

export function conformance() {
  return { conformsTo: CONFORMANCE }
}

interface PropertySchema {
  title?: string
  description?: string
  type?: string
  format?: string
  enum?: readonly string[]
  items?: { type: string }
  'x-ogc-role'?: string
}

/** The JSON Schema of a queryable’s values, titled in a language. */
function propertySchema(queryable: Table['queryables'][number], language: Language): PropertySchema {
  const { name, type, description, enum: values } = queryable
  const title = propertyWords(name, language)
  return {
    ...(title ? { title } : {}),
    ...(description ? { description } : {}),
    ...(type === 'date'
      ? { type: 'string', format: 'date' }
      : type === 'array'
        ? { type: 'array', items: { type: 'string' } }
        : { type }),
    ...(values ? { enum: values } : {}),
  }
}

function schemaDocument(place: Place, table: Table, kind: 'queryables' | 'sortables') {
  const { base, language } = place
  const info = COLLECTION_INFOS.find(({ id }) => id === table.id)
  const properties: Record<string, PropertySchema> = {
    id: { title: propertyWords('id', language) ?? 'id', type: 'string', 'x-ogc-role': 'id' },
  }
  if (kind === 'queryables' && table.extent) {
    properties.geometry = {
      title: propertyWords('geometry', language) ?? 'geometry',
      format: runsOf(table).isPoints ? 'geometry-point' : 'geometry-any',
      'x-ogc-role': 'primary-geometry',
    }
  }
  for (const queryable of table.queryables) {
    if (kind === 'queryables' || queryable.type !== 'array') {
      properties[queryable.name] = propertySchema(queryable, language)
    }
  }
  if (kind === 'sortables' && table.id === 'zones') {
    properties.score = { title: propertyWords('score', language) ?? 'score', type: 'number' }
  }
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: address(base, `/ogc/collections/${table.id}/${kind}`),
    type: 'object',
    title: info?.title[language] ?? table.id,
    properties,
    additionalProperties: false,
  }
}

export const queryablesDocument = (place: Place, table: Table) => schemaDocument(place, table, 'queryables')
export const sortablesDocument = (place: Place, table: Table) => schemaDocument(place, table, 'sortables')
