import { RecordAnswer, VerificationAnswer } from '../record/entry.ts'
import type { OasSchema } from './oas-schema.ts'
import { operation } from './operation.ts'
import { NO_RIGHT } from './writing-paths.ts'

export const RECORD_TAG = 'Record'

const parameter = (name: string, description: string, schema: OasSchema = { type: 'string' }): OasSchema => ({
  name,
  in: 'query',
  required: false,
  description,
  schema,
})
const DAY = { type: 'string', format: 'date' }

const FILTERS = [
  parameter('zone', 'Of this zone and what lies or lay in it'),
  parameter('building', 'Of this building and its offices'),
  parameter('office', 'Of this office'),
  parameter('collection', 'Of records of this collection'),
  parameter('id', 'Of the record with this id'),
  parameter('person', 'By this author: the id that `author` has'),
  parameter('commit', 'Of this commit', { type: 'string', format: 'uuid' }),
  parameter('kind', 'Of commits of this kind'),
  parameter('day', 'Of this day in Morocco', DAY),
  parameter('from', 'From this day in Morocco on', DAY),
  parameter('to', 'Up to and with this day in Morocco', DAY),
]
const problems = { 400: 'A filter that cannot be (`record.filter`, `record.number`)', ...NO_RIGHT }

const DESCRIPTION =
  'The same changes as `/api/changes`, with the person or program that made each, its note and whether it was taken back. Without a filter, all that lies in the caller’s territories.'

/** Who changed what: for those with the right to read it, in their territory. */
export function recordPaths(): Record<string, unknown> {
  const exported = operation({
    id: 'exportRecord',
    tag: RECORD_TAG,
    summary: 'The same as CSV, one line for each field that differs',
    description:
      'UTF-8 with a byte order mark. Text that a spreadsheet would run as a formula has an apostrophe before it.',
    parameters: FILTERS,
    problems,
  })
  const { '204': _, ...others } = exported.responses as Record<string, unknown>
  const file = { description: 'CSV (RFC 4180)', content: { 'text/csv': { schema: { type: 'string' } } } }
  return {
    '/api/record': {
      get: operation({
        id: 'getRecord',
        tag: RECORD_TAG,
        summary: 'Who changed what, the last change first',
        description: DESCRIPTION,
        parameters: [
          ...FILTERS,
          parameter('before', 'Changes before this number: `next` of the page before', { type: 'integer', minimum: 1 }),
          parameter('limit', 'Changes of a page', { type: 'integer', minimum: 1, maximum: 500, default: 50 }),
        ],
        answer: RecordAnswer,
        problems,
      }),
    },
    '/api/record.csv': { get: { ...exported, responses: { '200': file, ...others } } },
    '/api/record/verification': {
      get: operation({
        id: 'verifyRecord',
        tag: RECORD_TAG,
        summary: 'Whether the record is as it was written',
        description:
          'For everybody. Recomputes the chain of hashes from the rows themselves, at most once a minute. Keep `head` elsewhere and give it later: it tells whether the end was cut off or rewritten.',
        parameters: [parameter('head', 'A link that was kept, hex', { type: 'string', pattern: '^[0-9a-f]{64}$' })],
        answer: VerificationAnswer,
        problems: { 400: 'There is no such parameter (`query.unknown`)' },
      }),
    },
  }
}
