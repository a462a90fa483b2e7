import { ref } from './shared.ts'

const problem = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: ref('schemas', 'problem') } },
})
const PICTURE = { schema: { type: 'string', format: 'binary' } }

/** Photos and plans of sites. */
export function mediaPaths(): Record<string, unknown> {
  return {
    '/api/media': {
      post: {
        operationId: 'addMedia',
        tags: ['Pages’ own operations'],
        summary: 'Adds a photo or a plan',
        description:
          'The body is the picture itself. It is turned upright, reduced to 2,000 pixels and kept as WebP without metadata. To appear, name its `id` in `photos` of an office by a change.',
        parameters: [
          { name: 'kind', in: 'query', required: true, schema: { type: 'string', enum: ['photo', 'plan'] } },
          { name: 'zone', in: 'query', description: 'where it belongs', schema: { type: 'string' } },
          { name: 'building', in: 'query', description: 'where it belongs', schema: { type: 'string' } },
        ],
        requestBody: {
          required: true,
          content: { 'image/jpeg': PICTURE, 'image/png': PICTURE, 'image/webp': PICTURE },
        },
        responses: {
          '201': { description: 'Kept', content: { 'application/json': { schema: ref('schemas', 'media') } } },
          '400': ref('responses', 'BadRequest'),
          '401': problem('Nobody is signed in'),
          '403': problem('No right to add pictures there'),
          '413': problem('Too large, in bytes or in pixels'),
          '415': problem('No JPEG, PNG or WebP'),
          '422': problem('Damaged'),
          '500': ref('responses', 'ServerError'),
        },
      },
    },
    '/media/{file}': {
      get: {
        operationId: 'getMedia',
        tags: ['Pages’ own operations'],
        summary: 'A picture, by its hash; never changes',
        parameters: [
          {
            name: 'file',
            in: 'path',
            required: true,
            description: '`{id}.webp`, or `{id}-small.webp` with at most 480 pixels',
            schema: { type: 'string' },
          },
        ],
        responses: {
          '200': { description: 'The picture', content: { 'image/webp': PICTURE } },
          '304': ref('responses', 'NotModified'),
          '404': ref('responses', 'NotFound'),
          '500': ref('responses', 'ServerError'),
        },
      },
    },
  }
}
