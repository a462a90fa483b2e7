import {
  Attempt,
  AttemptBody,
  ConfirmBody,
  DemandAnswer,
  DemandShape,
  DueAnswer,
  FreshnessBoard,
  Round,
  RoundBody,
  SampleBody,
} from '@tvl/model/schema'
import { operation } from './operation.ts'
import { stopPath } from './stop-path.ts'
import { NO_RIGHT } from './writing-paths.ts'

const ROUND_ID = { name: 'id', in: 'path', required: true, description: 'Id of the round', schema: { type: 'string' } }
const UNKNOWN_ROUND = 'The caller has no round with this id (`round.unknown`)'

const ROUND = `Many offices are confirmed together in a round. The server draws a sample of them: at least one, and one in twenty. The values of each office in it are given again (\`sample\`); if they are those on record, its fields are verified today. Once the sample is done, the rest is confirmed in one commit (\`confirm\`).

Offices that were drawn and left open stay in the sample of the caller’s next round of the day. A round is confirmed on the day on which it was begun, and what changed after \`base\` is not confirmed.`

const list = (name: string, description: string, schema: object) => ({ name, in: 'query', description, schema })

export const FRESHNESS_TAG = 'Freshness'

/** How long ago the inventory was verified, and what is due. */
export function freshnessPaths(): Record<string, unknown> {
  return {
    '/api/freshness': {
      get: operation({
        id: 'getFreshness',
        tag: FRESHNESS_TAG,
        summary: 'The public board: offices and seats by the age of their verification, by zone, region and country',
        description:
          'A free or held office is fresh for 30 days, then due, late from 60, doubtful from 90, and no longer counted from ' +
          '120 days on. For offices that are let or being built the days count threefold. Regions are the sums of their zones.',
        answer: FreshnessBoard,
        problems: { 400: 'A parameter that it does not know (`query.unknown`)' },
      }),
    },
    '/api/reminders/{key}': stopPath(FRESHNESS_TAG, {
      get: { id: 'getReminders', summary: 'Whether a manager gets letters of what is due, as a page' },
      post: { id: 'setReminders', summary: 'Stops or resumes the letters, as mail programs do (RFC 8058)' },
    }),
    '/api/demand': {
      post: operation({
        id: 'tellDemand',
        tag: FRESHNESS_TAG,
        summary: 'Tells, anonymously and coarsely, what was looked for',
        description:
          'Counted by week and shape; nothing else is kept. A request with `Sec-GPC: 1` is answered alike and not counted.',
        body: DemandShape,
        problems: { 400: 'No such shape (`request.invalid`)', 429: 'Too many from one address (`demand.too-many`)' },
      }),
      get: operation({
        id: 'getDemand',
        tag: FRESHNESS_TAG,
        summary: 'What was looked for in a closed week, and why zones of the caller’s did not answer',
        description:
          'Each search is in one group of a zone. Groups of fewer than five are left out. A week is reported once, from the ' +
          'catalogue as it was at its end.',
        parameters: [
          list('zone', 'only this zone', { type: 'string' }),
          list('week', 'its Monday; without it, the last closed week', { type: 'string', format: 'date' }),
        ],
        answer: DemandAnswer,
        problems: {
          400: 'A parameter is unknown or has no such value',
          ...NO_RIGHT,
          404: 'No such zone, or no report of the week',
        },
      }),
    },
    '/api/due': {
      get: operation({
        id: 'getDue',
        tag: FRESHNESS_TAG,
        summary: 'What has to be verified again, the most urgent first, with the reason and the effect',
        description: 'Of the caller’s territory, or of a zone or a building in it.',
        parameters: [
          list('zone', 'only what lies in this zone', { type: 'string' }),
          list('building', 'only what lies in this building', { type: 'string' }),
          list('limit', 'most offices in the answer', { type: 'integer', minimum: 1, maximum: 1000, default: 200 }),
        ],
        answer: DueAnswer,
        problems: { 400: 'A parameter is unknown or has no such value', ...NO_RIGHT, 404: 'No such zone or building' },
      }),
    },
    '/api/due/attempts': {
      post: operation({
        id: 'addAttempt',
        tag: FRESHNESS_TAG,
        summary: 'Keeps that something could not be verified, and why',
        description: 'It changes nothing of the office; `getDue` shows the last one while the fields are due.',
        body: AttemptBody,
        answer: Attempt,
        status: 201,
        problems: {
          400: 'The body has another form',
          ...NO_RIGHT,
          404: 'No such office',
          409: 'The id is of another attempt (`attempt.taken`)',
        },
      }),
    },
    '/api/rounds': {
      post: operation({
        id: 'beginRound',
        tag: FRESHNESS_TAG,
        summary: 'Begins a round of confirmations and draws its sample',
        description: ROUND,
        body: RoundBody,
        answer: Round,
        status: 201,
        problems: {
          400: 'The body has another form',
          ...NO_RIGHT,
          404: 'No such office (`feature.unknown`)',
          409: 'The id is of another’s round (`round.taken`)',
          422: 'Nothing to confirm (`round.empty`), a field without a value (`round.no-value`), or `round.malformed`',
        },
      }),
    },
    '/api/rounds/{id}': {
      get: operation({
        id: 'getRound',
        tag: FRESHNESS_TAG,
        summary: 'A round of the caller’s, and how far it is',
        parameters: [ROUND_ID],
        answer: Round,
        problems: { ...NO_RIGHT, 404: UNKNOWN_ROUND },
      }),
    },
    '/api/rounds/{id}/sample': {
      post: operation({
        id: 'confirmSample',
        tag: FRESHNESS_TAG,
        summary: 'Confirms one office of the sample by giving its values again',
        parameters: [ROUND_ID],
        body: SampleBody,
        answer: Round,
        problems: {
          400: 'The body has another form',
          ...NO_RIGHT,
          404: UNKNOWN_ROUND,
          409: 'Changed since `base` (`change.conflict`), or the round was of another day (`round.over`)',
          422: 'Not what is on record (`round.differs`, with `fields`), or not in the sample (`round.not-in-sample`)',
        },
      }),
    },
    '/api/rounds/{id}/confirm': {
      post: operation({
        id: 'confirmRound',
        tag: FRESHNESS_TAG,
        summary: 'Confirms the rest of a round in one commit, once its sample is done',
        parameters: [ROUND_ID],
        body: ConfirmBody,
        answer: Round,
        problems: {
          400: 'The body has another form',
          ...NO_RIGHT,
          404: UNKNOWN_ROUND,
          409: 'The sample is not done (`round.sample-open`, with `offices`), something changed (`change.conflict`), or `round.over`',
        },
      }),
    },
  }
}
