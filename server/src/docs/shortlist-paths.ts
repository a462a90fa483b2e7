import { Type } from 'typebox'
import {
  EndBody,
  LinkBody,
  LinksAnswer,
  NewLinkAnswer,
  OpenBody,
  OpenedAnswer,
  OpeningsAnswer,
  PrivateAnswer,
  PrivateBody,
  ShareState,
} from '../shares/shapes.ts'
import {
  ArchiveBody,
  DifferenceAnswer,
  FreezeAnswer,
  FreezeBody,
  FreezesAnswer,
  FrozenAnswer,
  SaveBody,
  SavedAnswer,
  ShortlistAnswer,
  ShortlistsAnswer,
} from '../shortlists/shapes.ts'
import { type OperationWords, operation } from './operation.ts'

export const SHORTLISTS_TAG = 'Shortlists and links'

const MALFORMED = 'The body has another form (`request.invalid`).'
const NOT_THERE = 'There is no such one in the caller’s organisations.'
const NO_LINK = 'There is no such link (`share.unknown`).'
const ENDED = 'It was withdrawn or has come to its end (`share.revoked`, `share.expired`).'
const TOO_MANY = 'Too many attempts from this address, or at this passphrase (`rate.exceeded`, `sign-in.locked`).'

/** An operation for those who keep shortlists. */
export const kept = (words: Omit<OperationWords, 'tag'>) =>
  operation({
    ...words,
    tag: SHORTLISTS_TAG,
    problems: {
      401: 'Nobody is signed in, and no token came (`sign-in.required`).',
      403: 'No right to it (`right.missing`), or the session has no second factor (`second-factor.required`).',
      ...words.problems,
    },
  })
const open = (words: Omit<OperationWords, 'tag'>) => operation({ ...words, tag: SHORTLISTS_TAG })

const path = (name: string, description: string, format?: string) => ({
  ...{ name, in: 'path', required: true, description },
  schema: { type: 'string', ...(format ? { format } : {}) },
})
const SHORTLIST = path('id', 'Id of the shortlist', 'uuid')
const FREEZE = path('id', 'Id of the freeze', 'uuid')
const LINK = path('id', 'Id of the link', 'uuid')
const FORMAT = {
  ...{ name: 'format', in: 'path', required: true, description: 'pdf, xlsx, csv or geojson' },
  schema: { type: 'string', enum: ['pdf', 'xlsx', 'csv', 'geojson'] },
}
const IN_LANGUAGE = {
  ...{ name: 'lang', in: 'query', required: false, description: 'Language of the file' },
  schema: { type: 'string', enum: ['fr', 'ar', 'en'] },
}
const File = Type.String({ format: 'binary' })
const BUSY = 'Too many documents are being made (`dossier.busy`), or this one takes too long (`dossier.too-slow`).'
const TOKEN = path('token', 'Token of the link')

/** Shortlists, what was frozen of them, and links to it. */
export const shortlistPaths = (): Record<string, Record<string, unknown>> => ({
  '/api/shortlists': {
    get: kept({ id: 'getShortlists', summary: 'Shortlists of the caller’s organisations', answer: ShortlistsAnswer }),
  },
  '/api/shortlists/{id}': {
    get: kept({
      id: 'getShortlist',
      summary: 'A shortlist as it is now',
      parameters: [SHORTLIST],
      answer: ShortlistAnswer,
      problems: { 404: NOT_THERE },
    }),
    put: kept({
      id: 'saveShortlist',
      summary: 'Keep a shortlist; what others changed meanwhile is merged in',
      description: 'The id is made by the client. Sent again, it writes nothing.',
      parameters: [SHORTLIST],
      body: SaveBody,
      answer: SavedAnswer,
      problems: {
        400: MALFORMED,
        404: NOT_THERE,
        412: 'Both changed one thing (`shortlist.conflict`): nothing was written, both sides are in the answer.',
      },
    }),
    patch: kept({
      id: 'archiveShortlist',
      summary: 'Put a shortlist away, or take it back; its links live on',
      parameters: [SHORTLIST],
      body: ArchiveBody,
      problems: { 400: MALFORMED, 404: NOT_THERE },
    }),
  },
  '/api/shortlists/{id}/freezes': {
    get: kept({
      id: 'getFreezes',
      summary: 'When a shortlist was frozen, the last time first',
      parameters: [SHORTLIST],
      answer: FreezesAnswer,
      problems: { 404: NOT_THERE },
    }),
    post: kept({
      id: 'freezeShortlist',
      summary: 'Freeze a shortlist: data, provenance, rules, rates, weights and totals under their hash',
      parameters: [SHORTLIST],
      body: FreezeBody,
      answer: FreezeAnswer,
      status: 201,
      problems: {
        400: MALFORMED,
        404: NOT_THERE,
        409: 'It is at another revision now (`shortlist.moved`).',
        422: 'There is no site, or one that the catalogue does not have (`shortlist.empty`, `shortlist.site`).',
      },
    }),
  },
  '/api/shortlists/{id}/links': {
    get: kept({
      id: 'getLinks',
      summary: 'Links to what was frozen of a shortlist, with how often they were opened',
      parameters: [SHORTLIST],
      answer: LinksAnswer,
      problems: { 404: NOT_THERE },
    }),
  },
  '/api/freezes/{id}': {
    get: kept({
      id: 'getFreeze',
      summary: 'What was frozen, to the byte',
      parameters: [FREEZE],
      answer: FrozenAnswer,
      problems: { 404: NOT_THERE, 409: 'It is no longer what its hash says (`frozen.altered`).' },
    }),
  },
  '/api/freezes/{id}/difference': {
    get: kept({
      id: 'compareFreeze',
      summary: 'What has changed since, field by field, with its effect on score, money and date',
      parameters: [FREEZE],
      answer: DifferenceAnswer,
      problems: { 404: NOT_THERE, 409: 'It is no longer what its hash says (`frozen.altered`).' },
    }),
  },
  '/api/freezes/{id}/dossier.{format}': {
    get: kept({
      id: 'getFreezeDossier',
      summary: 'What was frozen as PDF, workbook with live formulas, CSV or GeoJSON',
      parameters: [FREEZE, FORMAT, IN_LANGUAGE],
      answer: File,
      problems: { 404: NOT_THERE, 409: 'It is no longer what its hash says (`frozen.altered`).', 503: BUSY },
    }),
  },
  '/api/freezes/{id}/links': {
    post: kept({
      id: 'addLink',
      summary: 'Make a link to what was frozen; its token is shown this once',
      parameters: [FREEZE],
      body: LinkBody,
      answer: NewLinkAnswer,
      status: 201,
      problems: {
        400: MALFORMED,
        404: NOT_THERE,
        422: 'It names nobody, or ends in the past (`link.recipient`, `link.expiry`).',
      },
    }),
  },
  '/api/links/{id}': {
    delete: kept({
      id: 'revokeLink',
      summary: 'End a link at once',
      parameters: [LINK],
      problems: { 404: NOT_THERE },
    }),
  },
  '/api/links/{id}/openings': {
    get: kept({
      id: 'getOpenings',
      summary: 'When a link was opened, and what was taken along',
      parameters: [LINK],
      answer: OpeningsAnswer,
      problems: { 404: NOT_THERE },
    }),
  },
  '/api/shares': {
    post: open({
      id: 'addPrivateShare',
      summary: 'Keep what a browser has encrypted, for whoever has the link and its key',
      body: PrivateBody,
      answer: PrivateAnswer,
      status: 201,
      problems: { 400: MALFORMED, 422: 'It ends in the past (`link.expiry`).', 429: TOO_MANY },
    }),
  },
  '/api/shares/{token}': {
    get: open({
      id: 'getShare',
      summary: 'What a link is, without opening it',
      parameters: [TOKEN],
      answer: ShareState,
      problems: { 404: NO_LINK, 410: ENDED, 429: TOO_MANY },
    }),
    delete: open({
      id: 'endPrivateShare',
      summary: 'End a private link and forget what it carried',
      parameters: [TOKEN],
      body: EndBody,
      problems: {
        400: MALFORMED,
        403: 'It is not private, or another’s (`share.not-yours`).',
        404: NO_LINK,
        410: ENDED,
        429: TOO_MANY,
      },
    }),
  },
  '/api/shares/{token}/open': {
    post: open({
      id: 'openShare',
      summary: 'Open a link; the opening is noted, and the reader is told so',
      parameters: [TOKEN],
      body: OpenBody,
      answer: OpenedAnswer,
      problems: {
        400: MALFORMED,
        401: 'It asks for its passphrase (`share.passphrase`, `share.passphrase-wrong`).',
        404: NO_LINK,
        409: 'It is no longer what its hash says (`frozen.altered`).',
        410: ENDED,
        429: TOO_MANY,
      },
    }),
  },
  '/api/shares/{token}/dossier.{format}': {
    get: open({
      id: 'getShareDossier',
      summary: 'What a link opens as PDF, workbook with live formulas, CSV or GeoJSON; it is noted as an opening',
      parameters: [TOKEN, FORMAT, IN_LANGUAGE],
      answer: File,
      problems: {
        401: 'It asks for its passphrase (`share.passphrase`).',
        404: NO_LINK,
        409: 'It is no longer what its hash says (`frozen.altered`).',
        410: ENDED,
        429: TOO_MANY,
        503: BUSY,
      },
    }),
  },
  '/api/shares/{token}/picture.png': {
    get: open({
      id: 'getSharePicture',
      summary: 'The picture beside a public link',
      parameters: [TOKEN],
      answer: File,
      problems: {
        401: 'It asks for its passphrase (`share.passphrase`).',
        404: 'There is no such link, or it is for one reader (`share.unknown`, `share.private`).',
        410: ENDED,
        429: TOO_MANY,
        503: BUSY,
      },
    }),
  },
  '/api/shares/{token}/difference': {
    get: open({
      id: 'compareShare',
      summary: 'What has changed since it was frozen',
      parameters: [TOKEN],
      answer: DifferenceAnswer,
      problems: {
        401: 'It asks for its passphrase (`share.passphrase`).',
        404: NO_LINK,
        409: 'It is no longer what its hash says (`frozen.altered`).',
        410: ENDED,
        429: TOO_MANY,
      },
    }),
  },
})
