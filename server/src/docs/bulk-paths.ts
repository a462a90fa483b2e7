import { ChoicesPatch } from '../bulk/choices.ts'
import { MEDIA_TYPES } from '../bulk/export-files.ts'
import { EXPORT_PARAMETERS, EXPORT_TYPES } from '../bulk/export-routes.ts'
import { ROW_STATES } from '../bulk/preview-shape.ts'
import { ApplyAnswer, ApplyBody, ImportAnswer, ImportsAnswer, RowsAnswer } from '../bulk/shapes.ts'
import type { OasSchema } from './oas-schema.ts'
import { operation } from './operation.ts'
import { ref } from './shared.ts'
import { NO_RIGHT, withRefusals } from './writing-paths.ts'

export const BULK_TAG = 'Imports and exports'

const LANG = ref('parameters', 'lang')
const UNKNOWN = 'There is no such import of the caller’s, or its day is over (`import.unknown`)'
const ID: OasSchema = { name: 'id', in: 'path', required: true, schema: { type: 'string', format: 'uuid' } }
const FILE: OasSchema = { schema: { type: 'string', format: 'binary' } }

const mediaType = (type: keyof typeof MEDIA_TYPES): string => MEDIA_TYPES[type].split(';')[0] ?? ''

/** An operation that answers with a file. */
export function withFile(described: OasSchema, types: readonly (keyof typeof MEDIA_TYPES)[]): OasSchema {
  const { 204: _, ...responses } = described.responses as Record<string, unknown>
  const content = Object.fromEntries(types.map((type) => [mediaType(type), FILE]))
  return { ...described, responses: { 200: { description: 'The file', content }, ...responses } }
}

const RECEIVE: OasSchema = {
  ...operation({
    id: 'addImport',
    tag: BULK_TAG,
    summary: 'Compares a file with the catalogue; nothing is written',
    description:
      'The body is the file itself: a workbook (.xlsx), separated text (.csv, .tsv, .txt) or GeoJSON. Columns are guessed by their heads. The preview is kept for a day, for its sender alone.',
    parameters: [
      {
        name: 'name',
        in: 'query',
        required: true,
        description: 'Name of the file, whose ending says what it is',
        schema: { type: 'string', maxLength: 200 },
      },
      LANG,
    ],
    answer: ImportAnswer,
    status: 201,
    problems: {
      400: 'A parameter is missing or unknown',
      ...NO_RIGHT,
      413: 'Larger than 10 MB (`body.too-large`)',
      415: 'Not one of the three kinds, or not what its name says (`import.type`, `import.old-format`)',
      422: 'Refused for what is in it: `import.macros`, `import.external-links`, `import.bomb`, `import.unsafe-xml`, `import.encrypted`, `import.unreadable`, `import.empty`, `import.too-many-rows`, `import.too-many-columns`, `import.too-many-cells`, `import.too-many-sheets`, `import.too-heavy`, `import.too-slow`',
      503: 'Many files are being read (`import.busy`)',
    },
  }),
  requestBody: { required: true, content: { 'application/octet-stream': FILE } },
}

/** Files sent in. */
function importPaths(): Record<string, unknown> {
  return {
    '/api/imports': {
      get: operation({
        id: 'getImports',
        tag: BULK_TAG,
        summary: 'The caller’s imports: those that wait, and those applied in the last 30 days',
        parameters: [LANG],
        answer: ImportsAnswer,
        problems: NO_RIGHT,
      }),
      post: RECEIVE,
    },
    '/api/imports/{id}': {
      get: operation({
        id: 'getImport',
        tag: BULK_TAG,
        summary: 'A file, how it is read and what applying it would do',
        parameters: [ID, LANG],
        answer: ImportAnswer,
        problems: { ...NO_RIGHT, 404: UNKNOWN },
      }),
      patch: operation({
        id: 'decideImport',
        tag: BULK_TAG,
        summary: 'Corrects how a file is read, or what is in it, and compares anew',
        description: 'Only what is sent changes. `revision` alone compares with the catalogue as it is now.',
        parameters: [ID, LANG],
        body: ChoicesPatch,
        answer: ImportAnswer,
        problems: {
          400: 'The body has not the shape it must have',
          ...NO_RIGHT,
          404: UNKNOWN,
          409: 'Another preview is the last (`import.stale`), or the file is applied (`import.applied`)',
          422: 'The mapping cannot be (`import.mapping`)',
        },
      }),
      delete: operation({
        id: 'dropImport',
        tag: BULK_TAG,
        summary: 'Forgets a file',
        parameters: [ID, LANG],
        problems: { ...NO_RIGHT, 404: UNKNOWN },
      }),
    },
    '/api/imports/{id}/rows': {
      get: operation({
        id: 'getImportRows',
        tag: BULK_TAG,
        summary: 'Rows of a file beside their records',
        parameters: [
          ID,
          {
            name: 'state',
            in: 'query',
            description: `One or more of ${ROW_STATES.join(', ')}, parted by commas; or missing: what the file does not list`,
            schema: { type: 'string' },
          },
          { name: 'from', in: 'query', schema: { type: 'integer', minimum: 0, default: 0 } },
          { name: 'limit', in: 'query', schema: { type: 'integer', minimum: 0, maximum: 1000, default: 100 } },
          { name: 'revision', in: 'query', description: 'Told apart by caches, not read', schema: { type: 'string' } },
          LANG,
        ],
        answer: RowsAnswer,
        problems: { 400: 'A parameter has a value it cannot have', ...NO_RIGHT, 404: UNKNOWN },
      }),
    },
    '/api/imports/{id}/annotated': {
      get: withFile(
        operation({
          id: 'getAnnotatedFile',
          tag: BULK_TAG,
          summary: 'The file as it was sent, with what is wrong beside each row, in the reader’s language',
          parameters: [ID, LANG],
          problems: { ...NO_RIGHT, 404: UNKNOWN },
        }),
        EXPORT_TYPES,
      ),
    },
    '/api/imports/{id}/apply': {
      post: withRefusals(
        operation({
          id: 'applyImport',
          tag: BULK_TAG,
          summary: 'Writes what the preview shows as one commit, all or nothing',
          description:
            'The commit has the id of the import: sent again, it is the same commit. It is undone as any other, by `undoCommit`.',
          parameters: [ID, LANG],
          body: ApplyBody,
          answer: ApplyAnswer,
          problems: {
            400: 'The body has not the shape it must have',
            ...NO_RIGHT,
            404: UNKNOWN,
            409: 'Rows have errors (`import.has-errors`), another preview is the last (`import.stale`), or somebody changed the same fields since (`change.conflict`)',
            422: 'It breaks a rule by now (`change.invalid`)',
            503: 'It is written but not served yet (`catalogue.behind`): send it again',
          },
        }),
      ),
    },
  }
}

/** Files to be taken. */
function exportPaths(): Record<string, unknown> {
  const paths: Record<string, unknown> = {}
  for (const type of ['xlsx', 'csv'] as const) {
    paths[`/api/imports/template.${type}`] = {
      get: withFile(
        operation({
          id: `getTemplate${type === 'xlsx' ? 'Workbook' : 'Csv'}`,
          tag: BULK_TAG,
          summary: 'An empty file with the heads of an import, in the reader’s language',
          parameters: [LANG],
        }),
        [type],
      ),
    }
  }
  for (const collection of ['offices', 'buildings'] as const) {
    for (const type of EXPORT_TYPES) {
      const kind = { xlsx: 'Workbook', csv: 'Csv', geojson: 'Geojson' }[type]
      paths[`/api/exports/${collection}.${type}`] = {
        get: withFile(
          operation({
            id: `export${collection === 'offices' ? 'Offices' : 'Buildings'}${kind}`,
            tag: BULK_TAG,
            summary: `The ${collection} that are asked for as a file that an import reads back`,
            description:
              'Asked for as the items of the standard’s API. Every record has its grade, sources and date; what is illustrative is marked. Texts that a spreadsheet would run as formulas are masked in workbooks and separated text.',
            parameters: EXPORT_PARAMETERS.filter((name) => collection === 'offices' || name !== 'buildingId').map(
              (name) =>
                ['lang', 'bbox', 'datetime', 'filter', 'filter-lang'].includes(name)
                  ? ref('parameters', name)
                  : { name, in: 'query', description: 'Only those with this value', schema: { type: 'string' } },
            ),
            problems: { 400: 'A parameter is unknown or has a value it cannot have' },
          }),
          [type],
        ),
      }
    }
  }
  return paths
}

export const bulkPaths = (): Record<string, unknown> => ({ ...importPaths(), ...exportPaths() })
