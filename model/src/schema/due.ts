import { type Static, Type } from 'typebox'
import { CommitId, FeatureId } from './change.ts'
import { IsoDate, Known, Slug } from './common.ts'
import { OFFICE_STATUSES, VERIFICATION_METHODS, VERIFIED_FIELDS } from './inventory.ts'

const STATES = ['fresh', 'due', 'late', 'doubtful', 'expired', 'never'] as const
const EFFECTS = ['left-totals', 'left-supply', 'leaves-totals', 'leaves-supply', 'not-offered', 'ages'] as const

/** Why something could not be verified. */
export const ATTEMPT_REASONS = ['no-access', 'no-answer', 'not-known', 'disputed', 'other'] as const
export type AttemptReason = (typeof ATTEMPT_REASONS)[number]

const Fields = Type.Array(Type.Enum(VERIFIED_FIELDS), {
  minItems: 1,
  maxItems: VERIFIED_FIELDS.length,
  uniqueItems: true,
})
const AttemptNote = Type.String({ maxLength: 500, description: 'for the next one who tries; not public' })

/** “Cannot verify”: what was tried, and why it did not come to anything. */
export const AttemptBody = Type.Object(
  {
    id: CommitId,
    office: FeatureId,
    fields: Fields,
    reason: Type.Enum(ATTEMPT_REASONS),
    note: Type.Optional(AttemptNote),
  },
  { additionalProperties: false },
)
export type AttemptBody = Static<typeof AttemptBody>

export const Attempt = Type.Object({
  id: Type.String(),
  at: Type.String({ description: 'ISO instant' }),
  role: Type.String(),
  fields: Fields,
  reason: Type.Enum(ATTEMPT_REASONS),
  note: Known(Type.String()),
})
export type Attempt = Static<typeof Attempt>

const DueField = Type.Object({
  field: Type.Enum(VERIFIED_FIELDS),
  state: Type.Enum(STATES),
  value: Type.Union([Type.String(), Type.Number()]),
  verified: Known(
    Type.Object({
      on: IsoDate,
      days: Type.Integer({ description: 'days since then' }),
      by: Known(Type.String()),
      method: Known(Type.Enum(VERIFICATION_METHODS)),
    }),
  ),
})

/** One office of which something is to be verified again. */
export const DueItem = Type.Object({
  id: Type.String(),
  name: Type.String(),
  zoneId: Slug,
  buildingId: Slug,
  floor: Type.Integer(),
  stackOrder: Type.Integer(),
  seats: Type.Integer(),
  status: Type.Enum(OFFICE_STATUSES),
  leaseEndsOn: Known(IsoDate),
  holdEndsAt: Known(Type.String()),
  deliversOn: Known(IsoDate),
  freeFrom: Known(IsoDate),
  state: Type.Enum(STATES, { description: 'of the office: of the older of its seats and its state' }),
  effect: Type.Object({
    kind: Type.Enum(EFFECTS),
    on: Known(IsoDate),
    days: Known(Type.Integer({ description: 'until `on`; negative: since' })),
  }),
  fields: Type.Array(DueField, { description: 'the worst first' }),
  attempt: Known(Attempt),
})
export type DueItem = Static<typeof DueItem>

/** What is due in a place, the most urgent first. */
export const DueAnswer = Type.Object({
  version: Type.Integer({ description: 'to send as `base` with what is confirmed or corrected' }),
  today: IsoDate,
  offices: Type.Integer({ description: 'offices due in the place, whatever the limit' }),
  states: Type.Object(Object.fromEntries(STATES.map((state) => [state, Type.Integer({ minimum: 0 })])), {
    description: 'the same by the state of the office; `fresh`: only other fields are due',
  }),
  items: Type.Array(DueItem),
})
export type DueAnswer = Static<typeof DueAnswer>
