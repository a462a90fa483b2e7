import { CommitId, FeatureId } from '@tvl/model/schema'
import { STORED } from '../catalogue/queryables.ts'
import { serverFields } from '../changes/fields.ts'
import type { CollectionInfo } from '../ogc/collections.ts'
import { FEATURE_TYPES, PATCH_TYPES } from '../ogc/write-body.ts'
import { type OasSchema, oasSchema } from './oas-schema.ts'
import { ref } from './shared.ts'
import { NO_RIGHT, withRefusals } from './writing-paths.ts'

const problem = (description: string): OasSchema => ({
  description,
  content: { 'application/problem+json': { schema: ref('schemas', 'problem') } },
})

const header = (description: string): OasSchema => ({ description, schema: { type: 'string' } })
const TAG = header('Strong tag of the feature, for If-Match; begins with the version of the catalogue')

const IF_MATCH = {
  name: 'If-Match',
  in: 'header',
  required: true,
  description:
    'ETag of the feature as it was read. Without it 428; when the feature changed since, 412 with `current`.',
  schema: { type: 'string' },
}
const CONTENT_CRS = {
  name: 'Content-Crs',
  in: 'header',
  required: false,
  description: 'Reference system of the geometry: CRS84 only.',
  schema: { type: 'string' },
}
const KEY = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description: 'UUID of the commit: the same request sent again with it is written once.',
  schema: oasSchema(CommitId),
}

const REFUSALS = {
  '400': problem('The body has not the shape it must have, or Content-Type is missing'),
  ...Object.fromEntries(Object.entries(NO_RIGHT).map(([status, words]) => [status, problem(words)])),
  '409': problem('There is one with this id (`change.conflict`)'),
  '413': problem('The body is too large'),
  '415': problem('The body is of a type that is not taken'),
  '422': problem('It breaks a rule (`change.invalid`)'),
  '500': ref('responses', 'ServerError'),
  '503': problem('It is written but not served yet (`catalogue.behind`)'),
}
const SEEN = {
  '404': ref('responses', 'NotFound'),
  '412': problem('It changed since (`if-match.stale`); `current` is the feature as it is now'),
  '428': problem('If-Match is needed (`if-match.missing`)'),
}

/** A feature as it is written: without what the service derives or sets. */
export function writtenFeature({ id }: CollectionInfo): OasSchema {
  const { properties } = STORED[id]
  const required: readonly string[] = STORED[id].required ?? []
  const set = serverFields(id)
  const own = Object.entries(properties).filter(([name]) => !set.includes(name))
  const schemas = own.map(([name, schema]) => [name, oasSchema(schema as object)] as const)
  const needed = schemas.filter(([name, schema]) => required.includes(name) && schema.nullable !== true)
  return {
    type: 'object',
    required: ['type', 'geometry', 'properties'],
    properties: {
      type: { type: 'string', enum: ['Feature'] },
      id: oasSchema(FeatureId),
      geometry: { allOf: [ref('schemas', 'geometry')], nullable: true },
      properties: {
        type: 'object',
        required: needed.map(([name]) => name),
        properties: Object.fromEntries(schemas),
      },
    },
  }
}

/** The operations of Part 4 on a collection, by path under `/ogc`. */
export function ogcWritingPaths(info: CollectionInfo, name: string): Record<string, Record<string, OasSchema>> {
  const tag = info.title.en
  const path = `/collections/${info.id}/items`
  const feature = { 'application/geo+json': { schema: ref('schemas', `feature${name}`) } }
  const body = (types: readonly string[], schema: OasSchema) => ({
    required: true,
    content: Object.fromEntries(types.map((type) => [type, { schema }])),
  })
  const featureId = {
    name: 'featureId',
    in: 'path',
    required: true,
    description: 'Id of the item.',
    schema: { type: 'string' },
  }
  const written = ref('schemas', `written${name}`)
  const language = ref('parameters', 'lang')
  const done = { '200': { description: 'As it is now', headers: { ETag: TAG }, content: feature } }
  const note =
    'What the service derives may come back and is ignored; what it sets (provenance, verification) may come back unchanged.'
  return {
    [path]: {
      post: withRefusals({
        operationId: `create${name}`,
        tags: [tag],
        summary: `Adds an item to ${tag}`,
        description: `Without \`id\` the service gives one. A property that may be unknown may be missing. ${note}`,
        parameters: [CONTENT_CRS, KEY, language],
        requestBody: body(FEATURE_TYPES, written),
        responses: {
          '201': {
            description: 'Added',
            headers: { Location: header('Address of the new item'), ETag: TAG },
            content: feature,
          },
          ...REFUSALS,
          '404': ref('responses', 'NotFound'),
        },
      }),
    },
    [`${path}/{featureId}`]: {
      put: withRefusals({
        operationId: `replace${name}`,
        tags: [tag],
        summary: `Replaces an item of ${tag}`,
        description: `A property that is missing becomes unknown. ${note}`,
        parameters: [featureId, IF_MATCH, CONTENT_CRS, KEY, language],
        requestBody: body(FEATURE_TYPES, written),
        responses: { ...done, ...REFUSALS, ...SEEN },
      }),
      patch: withRefusals({
        operationId: `update${name}`,
        tags: [tag],
        summary: `Changes properties of an item of ${tag}`,
        description:
          'JSON Merge Patch (RFC 7396) over the feature: `properties` and `geometry`. `null` makes a figure unknown.',
        parameters: [featureId, IF_MATCH, CONTENT_CRS, KEY, language],
        requestBody: body(PATCH_TYPES, {
          type: 'object',
          properties: {
            geometry: { allOf: [ref('schemas', 'geometry')], nullable: true },
            properties: { type: 'object' },
          },
        }),
        responses: { ...done, ...REFUSALS, ...SEEN },
      }),
      delete: withRefusals({
        operationId: `delete${name}`,
        tags: [tag],
        summary: `Deletes an item of ${tag}`,
        description: 'Refused while another record names it. The record of changes keeps it.',
        parameters: [featureId, IF_MATCH, KEY, language],
        responses: { '204': { description: 'Deleted' }, ...REFUSALS, ...SEEN },
      }),
    },
  }
}
