import { CRS84 } from '../ogc/parameters/bbox.ts'
import { DEFAULT_LIMIT, MAX_LIMIT } from '../ogc/parameters/limit.ts'
import type { OasSchema } from './oas-schema.ts'

export const ref = (kind: 'parameters' | 'responses' | 'schemas' | 'headers', name: string) => ({
  $ref: `#/components/${kind}/${name}`,
})

/** Parameters, described once. */
export const PARAMETERS: Readonly<Record<string, OasSchema>> = {
  f: {
    name: 'f',
    in: 'query',
    description: 'Format of the answer. Without it, the Accept header decides.',
    required: false,
    schema: { type: 'string', enum: ['json', 'html'] },
    style: 'form',
    explode: false,
  },
  'as-of': {
    name: 'as-of',
    in: 'query',
    description:
      'The catalogue as it was: at a version (a number, see `/api/changes`) or at an instant (RFC 3339), rebuilt from the record of changes and on the day that it was then.',
    required: false,
    schema: { type: 'string', pattern: '^(\\d{1,15}|\\d{4}-\\d{2}-\\d{2}T.+)$' },
  },
  lang: {
    name: 'lang',
    in: 'query',
    description: 'Language of titles, descriptions and `name`. Without it, the Accept-Language header decides.',
    required: false,
    schema: { type: 'string', enum: ['fr', 'ar', 'en'], default: 'fr' },
    style: 'form',
    explode: false,
  },
  bbox: {
    name: 'bbox',
    in: 'query',
    description:
      'Only items whose geometry intersects the box are selected. Four numbers (west, south, east, north), or six with ' +
      'heights, which are ignored. Longitude and latitude in CRS84. West greater than east: the box crosses the antimeridian.',
    required: false,
    schema: {
      type: 'array',
      oneOf: [
        { minItems: 4, maxItems: 4 },
        { minItems: 6, maxItems: 6 },
      ],
      minItems: 4,
      maxItems: 6,
      items: { type: 'number' },
    },
    style: 'form',
    explode: false,
    example: [-8, 33, -6, 34.5],
  },
  'bbox-crs': {
    name: 'bbox-crs',
    in: 'query',
    description: 'Reference system of `bbox`: CRS84 only.',
    required: false,
    schema: { type: 'string', format: 'uri', enum: [CRS84], default: CRS84 },
    style: 'form',
    explode: false,
  },
  datetime: {
    name: 'datetime',
    in: 'query',
    description:
      'An RFC 3339 day or time, or an interval of two with `/`; `..` or nothing is an open end. Only items whose temporal ' +
      'extent intersects it are selected. Offices extend from `availableFrom` on while they are counted as available ' +
      '(`countedUntil` after today), incentives from `validFrom` to `validTo`. Other collections have no temporal extent, and ' +
      'the parameter leaves all their items in.',
    required: false,
    schema: { type: 'string' },
    style: 'form',
    explode: false,
    example: '2027-09-01',
  },
  limit: {
    name: 'limit',
    in: 'query',
    description: `Most items in one page. More than ${MAX_LIMIT} counts as ${MAX_LIMIT}.`,
    required: false,
    schema: { type: 'integer', minimum: 1, maximum: MAX_LIMIT, default: DEFAULT_LIMIT },
    style: 'form',
    explode: false,
  },
  cursor: {
    name: 'cursor',
    in: 'query',
    description: 'Where a page begins: taken from a `next` link, which stays right while the data changes.',
    required: false,
    schema: { type: 'string', maxLength: 4096 },
    style: 'form',
    explode: false,
  },
  filter: {
    name: 'filter',
    in: 'query',
    description: 'A CQL2 filter over the queryables of the collection.',
    required: false,
    schema: { type: 'string' },
    style: 'form',
    explode: false,
  },
  'filter-lang': {
    name: 'filter-lang',
    in: 'query',
    description: 'How `filter` is written.',
    required: false,
    schema: { type: 'string', enum: ['cql2-text', 'cql2-json'], default: 'cql2-text' },
    style: 'form',
    explode: false,
  },
  'filter-crs': {
    name: 'filter-crs',
    in: 'query',
    description: 'Reference system of the geometries in `filter`: CRS84 only.',
    required: false,
    schema: { type: 'string', format: 'uri', enum: [CRS84], default: CRS84 },
    style: 'form',
    explode: false,
  },
  'score-date': {
    name: 'score-date',
    in: 'query',
    description: 'Day on which the availability in `sortby=-score` is looked at; today by default.',
    required: false,
    schema: { type: 'string', format: 'date' },
    style: 'form',
    explode: false,
  },
  'score-languages': {
    name: 'score-languages',
    in: 'query',
    description:
      'Languages whose share makes up the talent in `sortby=-score`; without them, new university entrants do.',
    required: false,
    schema: { type: 'array', items: { type: 'string', enum: ['fr', 'en', 'es'] } },
    style: 'form',
    explode: false,
  },
}

const problem = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: ref('schemas', 'problem') } },
})

export const RESPONSES: Readonly<Record<string, OasSchema>> = {
  NotModified: { description: 'The caller already has this version (If-None-Match).' },
  BadRequest: problem('A parameter is unknown, or has a value it cannot have.'),
  NotFound: problem('There is no such resource.'),
  NotAcceptable: problem('None of the formats that the Accept header names exists.'),
  ServerError: problem('The service failed.'),
}

const LINK: OasSchema = {
  type: 'object',
  required: ['href', 'rel'],
  properties: {
    href: { type: 'string', format: 'uri' },
    rel: { type: 'string' },
    type: { type: 'string' },
    hreflang: { type: 'string' },
    title: { type: 'string' },
  },
}
const LINKS: OasSchema = { type: 'array', items: ref('schemas', 'link') }

export const SCHEMAS: Readonly<Record<string, OasSchema>> = {
  link: LINK,
  problem: {
    type: 'object',
    description: 'RFC 9457. `code` stays the same; `title` is in the language asked for, `detail` in English.',
    required: ['type', 'title', 'status', 'code'],
    properties: {
      type: { type: 'string' },
      title: { type: 'string' },
      status: { type: 'integer' },
      code: { type: 'string' },
      detail: { type: 'string' },
    },
  },
  landingPage: {
    type: 'object',
    required: ['links'],
    properties: { title: { type: 'string' }, description: { type: 'string' }, links: LINKS },
  },
  confClasses: {
    type: 'object',
    required: ['conformsTo'],
    properties: { conformsTo: { type: 'array', items: { type: 'string' } } },
  },
  collections: {
    type: 'object',
    required: ['links', 'collections'],
    properties: {
      links: LINKS,
      timeStamp: { type: 'string', format: 'date-time' },
      numberMatched: { type: 'integer' },
      numberReturned: { type: 'integer' },
      collections: { type: 'array', items: ref('schemas', 'collection') },
    },
  },
  collection: {
    type: 'object',
    required: ['id', 'links'],
    properties: {
      id: { type: 'string' },
      title: { type: 'string' },
      description: { type: 'string' },
      links: LINKS,
      extent: ref('schemas', 'extent'),
      itemType: { type: 'string', default: 'feature' },
      crs: { type: 'array', items: { type: 'string' }, default: [CRS84] },
    },
  },
  extent: {
    type: 'object',
    properties: {
      spatial: {
        type: 'object',
        properties: {
          bbox: {
            type: 'array',
            minItems: 1,
            items: { type: 'array', minItems: 4, maxItems: 6, items: { type: 'number' } },
          },
          crs: { type: 'string', enum: [CRS84], default: CRS84 },
        },
      },
      temporal: {
        type: 'object',
        properties: {
          interval: {
            type: 'array',
            minItems: 1,
            items: {
              type: 'array',
              minItems: 2,
              maxItems: 2,
              items: { type: 'string', format: 'date-time', nullable: true },
            },
          },
          trs: { type: 'string' },
        },
      },
    },
  },
  functions: {
    type: 'object',
    required: ['functions'],
    properties: {
      functions: {
        type: 'array',
        items: {
          type: 'object',
          required: ['name', 'returns'],
          properties: {
            name: { type: 'string' },
            description: { type: 'string' },
            arguments: {
              type: 'array',
              items: {
                type: 'object',
                required: ['type'],
                properties: {
                  title: { type: 'string' },
                  description: { type: 'string' },
                  type: { type: 'array', items: { type: 'string' } },
                },
              },
            },
            returns: { type: 'array', items: { type: 'string' } },
          },
        },
      },
      links: LINKS,
    },
  },
  geometry: {
    type: 'object',
    description: 'GeoJSON (RFC 7946), longitude and latitude in CRS84',
    required: ['type'],
    properties: {
      type: {
        type: 'string',
        enum: ['Point', 'MultiPoint', 'LineString', 'MultiLineString', 'Polygon', 'MultiPolygon', 'GeometryCollection'],
      },
      coordinates: { type: 'array', items: {} },
      geometries: { type: 'array', items: ref('schemas', 'geometry') },
    },
  },
}
