import { BrandAnswer, BrandBody } from '@tvl/model/schema'
import type { OasSchema } from './oas-schema.ts'
import { operation } from './operation.ts'
import { ref } from './shared.ts'

export const BRAND_TAG = 'Brand'

const REFUSED: Readonly<Record<number, string>> = {
  401: 'Nobody is signed in, and no token came (`sign-in.required`).',
  403: 'No right to it (`right.missing`), or the session has no second factor (`second-factor.required`).',
}
const WRITING: Readonly<Record<number, string>> = {
  ...REFUSED,
  412: 'The brand was changed meanwhile (`brand.changed`): `current` and `sent` hold both sides.',
  428: 'If-Match is needed (`if-match.missing`).',
}
const IF_MATCH: OasSchema = {
  name: 'If-Match',
  in: 'header',
  required: true,
  description: 'ETag of the brand as it was read',
  schema: { type: 'string' },
}
const PICTURE = { schema: { type: 'string', format: 'binary' } }

/** How an organisation appears on what it issues. */
export const brandPaths = (): Record<string, Record<string, unknown>> => ({
  '/api/brand': {
    get: operation({
      id: 'getBrand',
      tag: BRAND_TAG,
      summary: 'Brand of the caller’s organisation; the defaults where none is set',
      answer: BrandAnswer,
      problems: REFUSED,
    }),
    put: operation({
      id: 'setBrand',
      tag: BRAND_TAG,
      summary: 'Set names, colours and contact',
      description:
        'A colour with less than 4.5:1 on paper is moved along its own hue until it reads, and told in `corrections`; where that would change it beyond recognition it is refused with the nearest that reads. What is set in a catalogue of the demonstration is in force for 24 hours.',
      parameters: [IF_MATCH],
      body: BrandBody,
      answer: BrandAnswer,
      problems: {
        ...WRITING,
        400: 'The body has another form (`request.invalid`).',
        422: 'Fields that cannot be kept (`brand.invalid`, with `errors`), or a colour that does not read (`brand.contrast`, with `colours`).',
      },
    }),
  },
  '/api/brand/mark': {
    put: {
      ...operation({
        id: 'setMark',
        tag: BRAND_TAG,
        summary: 'Set the mark',
        description:
          'The body is the picture itself, of at most 1 MB. What is kept is a PNG made of its pixels, of at most 1,200 pixels a side. An SVG is drawn and not kept: it may hold shapes, paints and cut-outs; letters, pictures, filters, scripts, entities and addresses are refused.',
        parameters: [IF_MATCH],
        answer: BrandAnswer,
        problems: {
          ...WRITING,
          413: 'Too large, in bytes (`body.too-large`) or in pixels (`picture.too-large`).',
          415: 'No PNG, JPEG, WebP or SVG (`picture.type`, `body.type`).',
          422: 'Damaged (`picture.unreadable`, `mark.unreadable`), empty (`mark.empty`), or an SVG with what is refused (`mark.element`, `mark.external`, `mark.entities`, `mark.too-complex`).',
          429: 'Too many uploads (`rate.exceeded`), or many drawings at work (`mark.busy`).',
        },
      }),
      requestBody: {
        required: true,
        content: { 'image/png': PICTURE, 'image/jpeg': PICTURE, 'image/webp': PICTURE, 'image/svg+xml': PICTURE },
      },
    },
    delete: operation({
      id: 'removeMark',
      tag: BRAND_TAG,
      summary: 'Remove the mark',
      parameters: [IF_MATCH],
      answer: BrandAnswer,
      problems: WRITING,
    }),
  },
  '/api/marks/{file}': {
    get: {
      operationId: 'getMark',
      tags: [BRAND_TAG],
      summary: 'A mark, by its hash; never changes',
      parameters: [
        { name: 'file', in: 'path', required: true, description: '`{markId}.png`', schema: { type: 'string' } },
      ],
      responses: {
        '200': { description: 'The mark', content: { 'image/png': PICTURE } },
        '304': ref('responses', 'NotModified'),
        '404': ref('responses', 'NotFound'),
        '500': ref('responses', 'ServerError'),
      },
    },
  },
})
