import { type Static, Type } from 'typebox'
import { Base, CommitId, FeatureId, MOST_WRITES } from './change.ts'
import { IsoDate, Known, Slug } from './common.ts'
import { VERIFICATION_METHODS, VERIFIED_FIELDS } from './inventory.ts'

/** An import is its own verification; a round is somebody’s look. */
export const ROUND_METHODS = VERIFICATION_METHODS.filter((method) => method !== 'import')
const Method = Type.Enum(VERIFICATION_METHODS.filter((method) => method !== 'import'))

const Fields = Type.Array(Type.Enum(VERIFIED_FIELDS), {
  minItems: 1,
  maxItems: VERIFIED_FIELDS.length,
  uniqueItems: true,
})

/** Offices to be confirmed together, with the fields that were looked at. */
export const RoundBody = Type.Object(
  {
    id: CommitId,
    base: Base,
    method: Method,
    offices: Type.Array(Type.Object({ id: FeatureId, fields: Fields }, { additionalProperties: false }), {
      minItems: 1,
      maxItems: MOST_WRITES,
    }),
  },
  { additionalProperties: false },
)
export type RoundBody = Static<typeof RoundBody>

/** The values of one office of the sample, given again. */
export const SampleBody = Type.Object(
  {
    office: FeatureId,
    values: Type.Partial(
      Type.Record(Type.Enum(VERIFIED_FIELDS), Type.Union([Type.Number(), Type.String({ maxLength: 40 })])),
    ),
  },
  { additionalProperties: false },
)
export type SampleBody = Static<typeof SampleBody>

export const ConfirmBody = Type.Object(
  {
    except: Type.Optional(
      Type.Array(FeatureId, { maxItems: MOST_WRITES, description: 'offices of the round that are not confirmed' }),
    ),
  },
  { additionalProperties: false },
)
export type ConfirmBody = Static<typeof ConfirmBody>

export const Round = Type.Object({
  id: Type.String(),
  day: IsoDate,
  base: Type.Integer(),
  method: Method,
  offices: Type.Array(Type.Object({ id: Type.String(), fields: Fields })),
  sample: Type.Array(
    Type.Object({
      office: Type.String(),
      name: Type.String(),
      zoneId: Slug,
      buildingId: Slug,
      floor: Type.Integer(),
      fields: Type.Array(Type.Enum(VERIFIED_FIELDS), { description: 'to be given again' }),
      isConfirmed: Type.Boolean(),
    }),
    { description: 'drawn by the server: at least one office, and one in twenty' },
  ),
  commit: Known(Type.String({ description: 'once everything is confirmed' })),
  version: Type.Integer({ description: 'of the catalogue that this answer was read from' }),
})
export type Round = Static<typeof Round>
