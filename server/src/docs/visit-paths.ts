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
      summary: 'Tells, anonymously, that a zone was looked at, compared or asked about',
      description:
        'Kept as a sum by week and zone; nothing else is. A request with `Sec-GPC: 1` or `DNT: 1`, of somebody who is ' +
        'signed in, or beyond 600 an hour from one address is answered alike and not counted.',
      body: Visit,
      problems: {
        400: 'The body has another form (`request.invalid`), or names no zone of ours (`visit.zone`)',
      },
    }),
    get: operation({
      id: 'getVisits',
      tag: VISITS_TAG,
      summary: 'What was looked at in the caller’s territory, beside as many weeks before',
      description: 'Sums of a week under five are not told, nor is the week that has begun.',
      parameters: inQuery(VisitsQuery),
      answer: VisitReport,
      problems: { 400: 'A parameter is unknown or has no such value', ...NO_RIGHT },
    }),
  },
})
