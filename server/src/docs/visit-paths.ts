import { Visit, VisitReport } from '@tvl/model/schema'
import { VisitsQuery } from '../visits/routes.ts'
import { inQuery } from './in-query.ts'
import { operation } from './operation.ts'
import { NO_RIGHT } from './writing-paths.ts'

export const VISITS_TAG = 'Visits'

/** What was looked at, as sums. */
export const visitPaths = (): Record<string, unknown> => ({
  '/api/visits': {
    post: operation({
      id: 'tellVisit',
      tag: VISITS_TAG,
      summary: 'Tells, anonymously, that a zone was looked at, compared, kept or asked about',
      description:
        'Kept as a sum by week, zone and language; nothing else is. A request with `Sec-GPC: 1` or `DNT: 1`, or of ' +
        'somebody who is signed in, is answered alike and not counted.',
      body: Visit,
      problems: {
        400: 'The body has another form (`request.invalid`), or names no zone of ours (`visit.zone`)',
        429: 'Too many from this address within an hour (`visit.too-many`)',
      },
    }),
    get: operation({
      id: 'getVisits',
      tag: VISITS_TAG,
      summary: 'What was looked at in the caller’s territory, beside as many weeks before',
      parameters: inQuery(VisitsQuery),
      answer: VisitReport,
      problems: { 400: 'A parameter is unknown or has no such value', ...NO_RIGHT },
    }),
  },
})
