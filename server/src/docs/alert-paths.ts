import { Type } from 'typebox'
import { AlertsAnswer, AlertsQuery, FeedAnswer, FeedQuery, WishesAnswer, WishesBody } from '../alerts/shapes.ts'
import { inQuery } from './in-query.ts'
import { type OperationWords, operation } from './operation.ts'
import { kept, SHORTLISTS_TAG } from './shortlist-paths.ts'
import { stopPath } from './stop-path.ts'

const TOKEN = { name: 'token', in: 'path', required: true, schema: { type: 'string' } }

const PERSON = 'A program has no settings and no feed of its own (`alerts.person`).'

function feedPath(words: Pick<OperationWords, 'id' | 'summary' | 'problems'>) {
  const { responses, ...rest } = operation({
    ...words,
    tag: SHORTLISTS_TAG,
    parameters: [TOKEN, ...inQuery(FeedQuery)],
    answer: Type.String(),
  })
  const feed = {
    description: 'An Atom feed (RFC 4287), the newest first',
    content: { 'application/atom+xml': { schema: { type: 'string' } } },
  }
  return { get: { ...rest, responses: { ...(responses as object), 200: feed } } }
}

/** What changed in shortlists since they were frozen, above a threshold. */
export const alertPaths = (): Record<string, unknown> => ({
  '/api/alerts': {
    get: kept({
      id: 'getAlerts',
      summary: 'What changed in the shortlists of the caller’s organisations since they were frozen last',
      description:
        'One alert for each commit that moved a figure of a site by the threshold or more, or turned something: with ' +
        '`since` oldest first from a cursor, else the newest first. The same question always gets the same alerts.',
      parameters: inQuery(AlertsQuery),
      answer: AlertsAnswer,
      problems: { 400: 'A parameter is of another form, or unknown (`request.invalid`).' },
    }),
  },
  '/api/alerts/settings': {
    get: kept({
      id: 'getAlertSettings',
      summary: 'From what on the caller is told of changes, and how',
      answer: WishesAnswer,
      problems: { 404: PERSON },
    }),
    put: kept({
      id: 'setAlertSettings',
      summary: 'Set the threshold, and whether letters are sent',
      body: WishesBody,
      answer: WishesAnswer,
      problems: { 400: 'The body has another form (`request.invalid`).', 404: PERSON },
    }),
  },
  '/api/alerts/feed': {
    post: kept({
      id: 'makeAlertFeed',
      summary: 'Make the address of a feed, which needs no account; a former one ends',
      answer: FeedAnswer,
      status: 201,
      problems: { 404: PERSON },
    }),
    delete: kept({ id: 'endAlertFeed', summary: 'End the feed', problems: { 404: PERSON } }),
  },
  '/api/alerts/feed/{token}': feedPath({
    id: 'getAlertFeed',
    summary: 'Alerts as a feed',
    problems: {
      400: 'A parameter is of another form, or unknown (`request.invalid`).',
      404: 'There is no such feed, or it was ended (`feed.unknown`).',
      429: 'Too many attempts from this address (`rate.exceeded`).',
    },
  }),
  '/api/alerts/letters/{key}': stopPath(SHORTLISTS_TAG, {
    get: { id: 'getAlertLetters', summary: 'Whether somebody gets letters of alerts, as a page' },
    post: { id: 'setAlertLetters', summary: 'Stops or resumes these letters, as mail programs do (RFC 8058)' },
  }),
  '/api/shares/{token}/alerts.atom': feedPath({
    id: 'getShareAlerts',
    summary: 'What changed since a link was frozen, as a feed',
    problems: {
      400: 'A parameter is of another form, or unknown (`request.invalid`).',
      401: 'It asks for a passphrase, which a feed cannot give (`share.passphrase`).',
      404: 'There is no such link, or a private one (`share.unknown`, `share.private`).',
      410: 'It was withdrawn or has come to its end (`share.revoked`, `share.expired`).',
      429: 'Too many attempts from this address (`rate.exceeded`).',
    },
  }),
})
