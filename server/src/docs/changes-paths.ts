import { ref } from './shared.ts'

const SINCE = {
  name: 'since',
  in: 'query',
  description: 'Changes after this number: 0, or the `next` of an earlier answer.',
  schema: { type: 'integer', minimum: 0 },
}
const SUBJECT = [
  { name: 'collection', in: 'query', description: 'Of this collection alone.', schema: { type: 'string' } },
  { name: 'zone', in: 'query', description: 'Of this zone and what lies in it.', schema: { type: 'string' } },
]
const AHEAD = {
  description: 'The number was never given out: the catalogue is another one. Read it anew.',
  content: { 'application/problem+json': { schema: ref('schemas', 'problem') } },
}

/** What changed, from any number on. */
export function changesPaths(): Record<string, unknown> {
  return {
    '/api/changes': {
      get: {
        operationId: 'getChanges',
        tags: ['Changes'],
        summary: 'Every change of the catalogue, oldest first',
        description:
          'The base (any collection) and all changes since make the present. Numbers have no gaps. Roles and organisations are named, persons never.',
        parameters: [
          SINCE,
          { name: 'limit', in: 'query', schema: { type: 'integer', minimum: 1, maximum: 1000, default: 100 } },
          ...SUBJECT,
        ],
        responses: {
          '200': { description: 'Changes', content: { 'application/json': { schema: ref('schemas', 'changes') } } },
          '400': ref('responses', 'BadRequest'),
          '409': AHEAD,
          '500': ref('responses', 'ServerError'),
        },
      },
    },
    '/api/changes/stream': {
      get: {
        operationId: 'followChanges',
        tags: ['Changes'],
        summary: 'The same as it happens, as Server-Sent Events',
        description:
          'Events: `hello` (where the stream begins), `change` (`changes`, and `next` to resume from, which is the event’s id too), `day` (the catalogue’s day has changed). `Last-Event-ID` resumes after a gap, on any server of the same database.',
        parameters: [SINCE, ...SUBJECT],
        responses: {
          '200': { description: 'Events', content: { 'text/event-stream': { schema: { type: 'string' } } } },
          '400': ref('responses', 'BadRequest'),
          '409': AHEAD,
          '429': {
            description: 'Too many streams are open.',
            content: { 'application/problem+json': { schema: ref('schemas', 'problem') } },
          },
          '500': ref('responses', 'ServerError'),
        },
      },
    },
  }
}
