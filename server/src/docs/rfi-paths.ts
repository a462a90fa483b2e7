import { ChoicesBody, GapAnswerBody, GapBody, RfiAnswer, RfisAnswer } from '../rfi/shapes.ts'
import { withFile } from './bulk-paths.ts'
import type { OasSchema } from './oas-schema.ts'
import { operation } from './operation.ts'
import { ref } from './shared.ts'
import { NO_RIGHT } from './writing-paths.ts'

export const RFI_TAG = 'Questionnaires'

const LANG = ref('parameters', 'lang')
const MALFORMED = 'The body has not the shape it must have (`request.invalid`)'
const UNKNOWN = 'There is no such questionnaire of the caller’s organisations, or its days are over (`rfi.unknown`)'
const NO_GAP = `${UNKNOWN}, or no such task in it (\`rfi.gap-unknown\`)`
const uuid = (name: string): OasSchema => ({
  name,
  in: 'path',
  required: true,
  schema: { type: 'string', format: 'uuid' },
})
const parameter = (name: string, description: string, required: boolean, schema: object): OasSchema => ({
  ...{ name, in: 'query', description, required, schema },
})

const RECEIVE: OasSchema = {
  ...operation({
    id: 'addRfi',
    tag: RFI_TAG,
    summary: 'Takes a consultant’s workbook and matches its questions with the catalogue',
    description:
      'The body is the workbook itself (.xlsx). Questions are found with the empty cells of their answers; a column named after a site is answered for it. What can be read in more than one way is not filled but offered as a choice. Kept for 90 days, for the officers of the caller’s organisation.',
    parameters: [
      parameter('name', 'Name of the file', true, { type: 'string', maxLength: 200 }),
      parameter('zones', 'Ids of 1 to 12 zones, parted by commas', true, { type: 'string' }),
      parameter('enquiry', 'Id of the enquiry that it answers', false, { type: 'string', format: 'uuid' }),
      LANG,
    ],
    answer: RfiAnswer,
    status: 201,
    problems: {
      400: 'A parameter is missing or unknown',
      ...NO_RIGHT,
      409: 'The organisation keeps as many as it may (`rfi.too-many`)',
      413: 'Larger than 10 MB (`body.too-large`)',
      415: 'No workbook, or an old one (`import.type`, `import.old-format`)',
      422: 'No such zone (`rfi.zones`), no question in it (`rfi.no-questions`), or refused for what is in it, by the codes of `addImport`',
      503: 'Many files are being read (`import.busy`)',
    },
  }),
  requestBody: {
    required: true,
    content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
  },
}

/** Consultants’ questionnaires. */
export const rfiPaths = (): Record<string, Record<string, unknown>> => ({
  '/api/rfi': {
    get: operation({
      id: 'getRfis',
      tag: RFI_TAG,
      summary: 'Questionnaires of the caller’s organisations, the last first',
      parameters: [parameter('enquiry', 'those alone that answer it', false, { type: 'string', format: 'uuid' })],
      answer: RfisAnswer,
      problems: { 400: 'A parameter is unknown or has no such value', ...NO_RIGHT },
    }),
    post: RECEIVE,
  },
  '/api/rfi/{id}': {
    get: operation({
      id: 'getRfi',
      tag: RFI_TAG,
      summary: 'Every question with its answer, grade and sources, what is missing, and the coverage',
      parameters: [uuid('id')],
      answer: RfiAnswer,
      problems: { ...NO_RIGHT, 404: UNKNOWN },
    }),
    delete: operation({
      id: 'dropRfi',
      tag: RFI_TAG,
      summary: 'Forgets a questionnaire and its file',
      parameters: [uuid('id')],
      problems: { ...NO_RIGHT, 404: UNKNOWN },
    }),
  },
  '/api/rfi/{id}/choices': {
    put: operation({
      id: 'decideRfi',
      tag: RFI_TAG,
      summary: 'Says what questions mean, or that cells stay empty',
      parameters: [uuid('id')],
      body: ChoicesBody,
      answer: RfiAnswer,
      problems: {
        400: MALFORMED,
        ...NO_RIGHT,
        404: UNKNOWN,
        409: 'Somebody decided meanwhile (`rfi.stale`)',
        422: 'No such question or field (`rfi.choice`)',
      },
    }),
  },
  '/api/rfi/{id}/workbook': {
    get: withFile(
      operation({
        id: 'getRfiWorkbook',
        tag: RFI_TAG,
        summary: 'The workbook as it was sent, its empty cells filled, with a sheet of sources',
        description:
          'Formats, formulas, pictures and all else stay as they were. Cells that held something are never written to; what is unknown stays empty. Everything is computed anew when it is opened.',
        parameters: [uuid('id')],
        problems: { ...NO_RIGHT, 404: UNKNOWN },
      }),
      ['xlsx'],
    ),
  },
  '/api/rfi/{id}/gaps': {
    post: operation({
      id: 'assignRfiGap',
      tag: RFI_TAG,
      summary: 'Asks somebody for an answer that is missing, by a day',
      parameters: [uuid('id')],
      body: GapBody,
      answer: RfiAnswer,
      status: 201,
      problems: {
        400: MALFORMED,
        ...NO_RIGHT,
        404: UNKNOWN,
        422: 'No question waits there (`rfi.gap`), the day is past (`rfi.due`), or they cannot be asked (`rfi.owner`)',
      },
    }),
  },
  '/api/rfi/{id}/gaps/{gap}': {
    put: operation({
      id: 'answerRfiGap',
      tag: RFI_TAG,
      summary: 'Declares the answer, for this workbook alone',
      description: 'It is marked as declared, by the caller’s role, on this day. The catalogue stays as it is.',
      parameters: [uuid('id'), uuid('gap')],
      body: GapAnswerBody,
      answer: RfiAnswer,
      problems: { 400: MALFORMED, ...NO_RIGHT, 404: NO_GAP },
    }),
    delete: operation({
      id: 'dropRfiGap',
      tag: RFI_TAG,
      summary: 'Takes a task back, with its answer',
      parameters: [uuid('id'), uuid('gap')],
      answer: RfiAnswer,
      problems: { ...NO_RIGHT, 404: NO_GAP },
    }),
  },
})
