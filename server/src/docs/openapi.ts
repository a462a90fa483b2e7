import { COLUMNS_MEDIA_TYPE } from '@tvl/model'
import { CatalogueAnswer } from '../api/catalogue.ts'
import { ChangesAnswer } from '../changes-feed/routes.ts'
import { MediaAnswer } from '../media/routes.ts'
import { COLLECTION_INFOS } from '../ogc/collections.ts'
import { TYPES } from '../ogc/links.ts'
import { OPERATIONS } from '../rights/operations.ts'
import { alertPaths } from './alert-paths.ts'
import { BRAND_TAG, brandPaths } from './brand-paths.ts'
import { BULK_TAG, bulkPaths } from './bulk-paths.ts'
import { changesPaths } from './changes-paths.ts'
import { ENQUIRIES_TAG, enquiryPaths } from './enquiry-paths.ts'
import { FRESHNESS_TAG, freshnessPaths } from './freshness-paths.ts'
import { identityPaths } from './identity-paths.ts'
import { mediaPaths } from './media-paths.ts'
import { oasSchema } from './oas-schema.ts'
import { featureSchemas, ogcPaths } from './ogc-paths.ts'
import { peoplePaths } from './people-paths.ts'
import { RECORD_TAG, recordPaths } from './record-paths.ts'
import { RFI_TAG, rfiPaths } from './rfi-paths.ts'
import { PARAMETERS, RESPONSES, ref, SCHEMAS } from './shared.ts'
import { SHORTLISTS_TAG, shortlistPaths } from './shortlist-paths.ts'
import { VISITS_TAG, visitPaths } from './visit-paths.ts'
import { WRITING_TAG, writingPaths } from './writing-paths.ts'

const DESCRIPTION = `Morocco’s offshoring zones, buildings and offices by OGC API – Features 1.0 with CQL2, and the operations of the product’s own pages beside it.

Every figure carries its provenance (grade, sources, date) under \`provenance\`, keyed by property. \`null\` means unknown, never zero. Records whose grade is \`illustrative\` are invented for demonstration.

Reading is open to everybody. Writing needs a token or a session with the right (\`x-right\`) in the territory: \`POST /api/changes\` for sets of changes, or Part 4 feature by feature with If-Match.

Answers carry an ETag; ask again with If-None-Match. Paging goes by the \`next\` link and stays right while the data changes. Errors are RFC 9457 problem documents with a stable \`code\`.`

const failure = { '500': ref('responses', 'ServerError') }

function get(id: string, summary: string, type: string, schema: unknown, more: Record<string, unknown> = {}) {
  const { responses, ...rest } = more as { responses?: Record<string, unknown> }
  return {
    get: {
      operationId: id,
      tags: ['Pages’ own operations'],
      summary,
      ...rest,
      responses: { '200': { description: summary, content: { [type]: { schema } } }, ...responses, ...failure },
    },
  }
}

const AS_OF = {
  parameters: [ref('parameters', 'as-of')],
  responses: { '400': ref('responses', 'BadRequest'), '404': ref('responses', 'NotFound') },
}

const tileNumber = (name: string, description: string) => ({
  name,
  in: 'path',
  required: true,
  description,
  schema: { type: 'integer', minimum: 0 },
})

/** Paths that stand beside `/ogc`, at the root of the service. */
function rootPaths(base: string): Record<string, unknown> {
  const paths: Record<string, unknown> = {
    '/api/catalogue': get(
      'getCatalogue',
      'What the catalogue is: version, day, counts, rates, credits',
      'application/json',
      ref('schemas', 'catalogue'),
      AS_OF,
    ),
    '/api/columns/offices': get(
      'getOfficeColumns',
      'All offices as typed columns, for filtering in the page',
      COLUMNS_MEDIA_TYPE,
      { type: 'string', format: 'binary' },
      AS_OF,
    ),
    '/tiles/offices': get('getOfficeTileJson', 'TileJSON of the office tiles', TYPES.tilejson, { type: 'object' }),
    '/tiles/offices/{z}/{x}/{y}': get(
      'getOfficeTile',
      'Offices as a vector tile: buildings with sums up to zoom 10, single offices from zoom 11',
      TYPES.tile,
      { type: 'string', format: 'binary' },
      {
        parameters: [
          tileNumber('z', 'Zoom, 0 to 14'),
          tileNumber('x', 'Column'),
          tileNumber('y', 'Row, from the north'),
        ],
        responses: {
          '204': { description: 'Nothing lies in this tile.' },
          '400': ref('responses', 'BadRequest'),
          '404': ref('responses', 'NotFound'),
        },
      },
    ),
  }
  // Resources of two files may share an address: one reads it, the other writes there.
  for (const more of [
    writingPaths(),
    identityPaths(),
    peoplePaths(),
    freshnessPaths(),
    mediaPaths(),
    changesPaths(),
    recordPaths(),
    bulkPaths(),
    shortlistPaths(),
    alertPaths(),
    visitPaths(),
    brandPaths(),
    enquiryPaths(),
    rfiPaths(),
  ]) {
    for (const [path, operations] of Object.entries(more))
      paths[path] = { ...(paths[path] as object), ...(operations as object) }
  }
  for (const path of Object.values(paths)) Object.assign(path as object, { servers: [{ url: base }] })
  return paths
}

const SECURITY_SCHEMES = {
  token: { type: 'http', scheme: 'bearer', description: 'Key of a program, made by an administrator: `tvl_…`' },
  session: { type: 'apiKey', in: 'cookie', name: 'tvl.session_token', description: 'The pages’ own, by signing in' },
}

/** Says of every operation who may call it: `x-right`, and what must come with the request. */
function withRights(paths: Record<string, unknown>): Record<string, unknown> {
  for (const path of Object.values(paths)) {
    for (const operation of Object.values(path as Record<string, Record<string, unknown>>)) {
      const rule = OPERATIONS[String(operation.operationId)]
      if (!rule) continue
      operation['x-right'] = rule
      if (rule === 'public') operation.security = []
      else operation.security = rule === 'account' ? [{ session: [] }] : [{ token: [] }, { session: [] }]
    }
  }
  return paths
}

/**
 * The one OpenAPI 3.0.3 document of the service.
 * @param base origin under which the service is reached, without a trailing slash
 */
export function openApiDocument(base: string) {
  return {
    openapi: '3.0.3',
    info: {
      title: 'Tech Valley Locator',
      version: '1.0.0',
      description: DESCRIPTION,
      license: { name: 'MIT (the service); each source has its own terms', url: 'https://opensource.org/license/mit' },
    },
    servers: [{ url: `${base}/ogc` }],
    tags: [
      { name: 'Capabilities', description: 'What the service is and can do' },
      ...COLLECTION_INFOS.map(({ title, description }) => ({ name: title.en, description: description.en })),
      { name: WRITING_TAG, description: 'Changing the catalogue: by sets of changes, or feature by feature' },
      { name: FRESHNESS_TAG, description: 'How long ago the inventory was verified, and what is due' },
      { name: 'Accounts', description: 'Signing in: the pages by a cookie, programs by a token' },
      { name: 'Changes', description: 'What changed, when, and in the name of which role' },
      { name: RECORD_TAG, description: 'Who changed what, for those who answer for a territory' },
      { name: 'People and rights', description: 'Who may do what, in which territory' },
      { name: BRAND_TAG, description: 'How an organisation appears on what it issues' },
      { name: ENQUIRIES_TAG, description: 'What investors ask, and how it is answered' },
      { name: BULK_TAG, description: 'Workbooks, separated text and GeoJSON, both ways' },
      { name: VISITS_TAG, description: 'What was looked at: sums by week, without cookies' },
      { name: SHORTLISTS_TAG, description: 'Needs turned into sites: kept, frozen for good, and shared by links' },
      {
        name: RFI_TAG,
        description: 'Consultants’ workbooks, filled from the catalogue with the source of each answer',
      },
      { name: 'Pages’ own operations', description: 'What the product’s pages use beside the standard' },
    ],
    paths: withRights({ ...ogcPaths(), ...rootPaths(base) }),
    components: {
      securitySchemes: SECURITY_SCHEMES,
      parameters: PARAMETERS,
      responses: RESPONSES,
      schemas: {
        ...SCHEMAS,
        ...featureSchemas(),
        catalogue: oasSchema(CatalogueAnswer),
        changes: oasSchema(ChangesAnswer),
        media: oasSchema(MediaAnswer),
      },
    },
  }
}
