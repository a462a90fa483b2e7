import type { CollectionId } from '@tvl/model'
import {
  Building,
  Incentive,
  Infrastructure,
  Office,
  OfficeAvailability,
  Province,
  Region,
  Source,
  TalentPool,
  Zone,
  ZoneInventory,
} from '@tvl/model/schema'
import type { TObject } from 'typebox'
import { hasNames, type Queryable, queryablesOf } from '../catalogue/queryables.ts'
import { COLLECTION_INFOS, type CollectionInfo } from '../ogc/collections.ts'
import { TYPES } from '../ogc/links.ts'
import { ITEMS_PARAMETERS, SCORE_PARAMETERS } from '../ogc/parameters/items-query.ts'
import { pascal } from '../rights/operations.ts'
import { type OasSchema, oasSchema } from './oas-schema.ts'
import { ogcWritingPaths, writtenFeature } from './ogc-writing-paths.ts'
import { ref } from './shared.ts'

const SERVED: Readonly<Record<CollectionId, readonly TObject[]>> = {
  regions: [Region],
  provinces: [Province],
  zones: [Zone, ZoneInventory],
  buildings: [Building],
  offices: [Office, OfficeAvailability],
  infrastructure: [Infrastructure],
  'talent-pools': [TalentPool],
  incentives: [Incentive],
  sources: [Source],
}

const HTML = { 'text/html': { schema: { type: 'string' } } }
const FAILURES = {
  '304': ref('responses', 'NotModified'),
  '400': ref('responses', 'BadRequest'),
  '406': ref('responses', 'NotAcceptable'),
  '500': ref('responses', 'ServerError'),
}
const COMMON = [ref('parameters', 'f'), ref('parameters', 'lang'), ref('parameters', 'as-of')]

/** A GET operation with a JSON and an HTML form. */
function operation(
  about: { id: string; tag: string; summary: string; description?: string },
  type: string,
  schema: OasSchema,
  parameters: readonly OasSchema[] = COMMON,
) {
  return {
    operationId: about.id,
    tags: [about.tag],
    summary: about.summary,
    ...(about.description ? { description: about.description } : {}),
    parameters,
    responses: {
      '200': { description: about.summary, content: { [type]: { schema }, ...HTML } },
      ...FAILURES,
      ...(about.tag === 'Capabilities' ? {} : { '404': ref('responses', 'NotFound') }),
    },
  }
}

/** The parameter that a queryable makes (Part 3, queryables-query-parameters). */
function queryableParameter({ name, type, description, enum: values }: Queryable): OasSchema {
  return {
    name,
    in: 'query',
    description: `Only items whose \`${name}\` ${type === 'array' ? 'holds' : 'is'} this value.${description ? ` ${description}` : ''}`,
    required: false,
    schema:
      type === 'date'
        ? { type: 'string', format: 'date' }
        : { type: type === 'array' ? 'string' : type, ...(values ? { enum: values } : {}) },
    style: 'form',
    explode: false,
  }
}

function sortby(queryables: readonly Queryable[], id: CollectionId): OasSchema {
  const names = [
    'id',
    ...queryables.filter(({ type }) => type !== 'array').map(({ name }) => name),
    ...(id === 'zones' ? ['score'] : []),
  ]
  return {
    name: 'sortby',
    in: 'query',
    description:
      'Properties to sort by, `-` before one for descending order. Unknown values come last; ties go by id.' +
      (id === 'zones' ? ' `-score` is the neutral order of the product: fixed scales, default weights.' : ''),
    required: false,
    schema: {
      type: 'array',
      minItems: 1,
      maxItems: 5,
      items: { type: 'string', enum: names.flatMap((name) => [name, `-${name}`]) },
    },
    style: 'form',
    explode: false,
  }
}

function itemsParameters({ id }: CollectionInfo): OasSchema[] {
  const queryables = queryablesOf(id)
  const shared = [...ITEMS_PARAMETERS, ...(id === 'zones' ? SCORE_PARAMETERS : [])].filter((name) => name !== 'sortby')
  const own: Queryable = { name: 'id', type: 'string', isNullable: false, isDerived: false }
  return [
    ...shared.map((name) => ref('parameters', name)),
    sortby(queryables, id),
    ...[own, ...queryables].map(queryableParameter),
  ]
}

function collectionPaths(info: CollectionInfo): Record<string, unknown> {
  const { id } = info
  const path = `/collections/${id}`
  const tag = info.title.en
  const name = pascal(id)
  const about = (what: string, summary: string, description?: string) => ({
    id: `get${name}${what}`,
    tag,
    summary,
    ...(description ? { description } : {}),
  })
  const schema = { type: 'object' }
  const writing = ogcWritingPaths(info, name)
  const featureId = {
    name: 'featureId',
    in: 'path',
    required: true,
    description: 'Id of the item.',
    schema: { type: 'string' },
  }
  return {
    [path]: {
      get: operation(about('', `About ${tag}`, info.description.en), TYPES.json, ref('schemas', 'collection')),
    },
    [`${path}/queryables`]: { get: operation(about('Queryables', `Queryables of ${tag}`), TYPES.schema, schema) },
    [`${path}/sortables`]: { get: operation(about('Sortables', `Sortables of ${tag}`), TYPES.schema, schema) },
    [`${path}/items`]: {
      get: operation(
        about('Items', `Items of ${tag}`, [info.description.en, info.time?.meaning.en].filter(Boolean).join(' ')),
        TYPES.geojson,
        ref('schemas', `featureCollection${name}`),
        itemsParameters(info),
      ),
      ...writing[`${path}/items`],
    },
    [`${path}/items/{featureId}`]: {
      get: operation(about('Item', `One item of ${tag}`), TYPES.geojson, ref('schemas', `feature${name}`), [
        featureId,
        ...COMMON,
      ]),
      ...writing[`${path}/items/{featureId}`],
    },
  }
}

/** Paths under `/ogc`. */
export function ogcPaths(): Record<string, unknown> {
  const capability = (id: string, summary: string) => ({ id, tag: 'Capabilities', summary })
  return {
    '/': { get: operation(capability('getLandingPage', 'Landing page'), TYPES.json, ref('schemas', 'landingPage')) },
    '/conformance': {
      get: operation(capability('getConformance', 'Conformance classes'), TYPES.json, ref('schemas', 'confClasses')),
    },
    '/api': {
      get: operation(capability('getApi', 'This document'), TYPES.openapi, { type: 'object' }),
    },
    '/functions': {
      get: operation(
        capability('getFunctions', 'Functions that CQL2 has here'),
        TYPES.json,
        ref('schemas', 'functions'),
      ),
    },
    '/collections': {
      get: operation(capability('getCollections', 'Collections'), TYPES.json, ref('schemas', 'collections')),
    },
    ...Object.assign({}, ...COLLECTION_INFOS.map(collectionPaths)),
  }
}

/** Schemas of the features of each collection. */
export function featureSchemas(): Record<string, OasSchema> {
  const schemas: Record<string, OasSchema> = {}
  for (const info of COLLECTION_INFOS) {
    const { id } = info
    const name = pascal(id)
    schemas[`written${name}`] = writtenFeature(info)
    const properties: Record<string, OasSchema> = hasNames(id)
      ? { name: { type: 'string', description: 'in the language asked for' } }
      : {}
    for (const schema of SERVED[id]) {
      for (const [property, one] of Object.entries(schema.properties)) properties[property] = oasSchema(one as object)
    }
    for (const { name: property, type, description } of queryablesOf(id)) {
      properties[property] ??= {
        ...(type === 'array' ? { type: 'array', items: { type: 'string' } } : { type, nullable: true }),
        ...(description ? { description } : {}),
      }
    }
    schemas[`feature${name}`] = {
      type: 'object',
      required: ['type', 'id', 'geometry', 'properties'],
      properties: {
        type: { type: 'string', enum: ['Feature'] },
        id: { type: 'string' },
        geometry: { allOf: [ref('schemas', 'geometry')], nullable: true },
        properties: { type: 'object', properties },
        links: { type: 'array', items: ref('schemas', 'link') },
      },
    }
    schemas[`featureCollection${name}`] = {
      type: 'object',
      required: ['type', 'features'],
      properties: {
        type: { type: 'string', enum: ['FeatureCollection'] },
        features: { type: 'array', items: ref('schemas', `feature${name}`) },
        links: { type: 'array', items: ref('schemas', 'link') },
        timeStamp: { type: 'string', format: 'date-time' },
        numberMatched: { type: 'integer', minimum: 0 },
        numberReturned: { type: 'integer', minimum: 0 },
      },
    }
  }
  return schemas
}
