import { type Static, Type } from 'typebox'
import { COLLECTIONS } from './common.ts'
import { VERIFICATION_METHODS, VERIFIED_FIELDS } from './inventory.ts'

export const MOST_WRITES = 1000
const LONGEST_NOTE = 500

const UUID = '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$'
export const FEATURE_ID = '^[A-Za-z0-9]+([._-][A-Za-z0-9]+)*$'
const LONGEST_ID = 120

export const CommitId = Type.String({ pattern: UUID, description: 'made by the client: the same again writes nothing' })
export const FeatureId = Type.String({ pattern: FEATURE_ID, maxLength: LONGEST_ID })

const exactly = { additionalProperties: false }
const Properties = Type.Record(Type.String(), Type.Unknown())
const Note = Type.String({ maxLength: LONGEST_NOTE, description: 'why, in the writer’s words; part of the record' })

export const Base = Type.Integer({ minimum: 0, description: 'version of the catalogue at which the writer read it' })
const Method = Type.Union([Type.Enum(VERIFICATION_METHODS), Type.Null()], {
  description: 'how what is written or confirmed was verified; null or missing: by declaration',
})

/** Geometry is checked with the record, where what is wrong with it can be said of the field. */
const Geometry = Type.Unknown({ description: 'GeoJSON Point in CRS84, or null' })

export const ChangeWrite = Type.Object(
  {
    collection: Type.Enum(COLLECTIONS),
    id: FeatureId,
    base: Type.Union([Base, Type.Null()], { description: 'null: the record is new' }),
    patch: Type.Optional(
      Type.Object(
        { properties: Type.Optional(Properties), geometry: Type.Optional(Geometry) },
        { ...exactly, description: 'only what changes (RFC 7396); null makes a figure unknown' },
      ),
    ),
    feature: Type.Optional(
      Type.Object(
        {
          type: Type.Optional(Type.Literal('Feature')),
          id: Type.Optional(Type.String()),
          geometry: Type.Optional(Geometry),
          properties: Properties,
        },
        { ...exactly, description: 'the whole record; a figure that is missing is unknown' },
      ),
    ),
    remove: Type.Optional(Type.Literal(true)),
    verifies: Type.Optional(
      Type.Array(Type.Enum([...VERIFIED_FIELDS, '*'] as const), {
        maxItems: VERIFIED_FIELDS.length + 1,
        description: 'fields of an office confirmed as they are; `*`: all of them',
      }),
    ),
    confirm: Type.Optional(
      Type.Array(Type.String(), {
        maxItems: 40,
        description: 'fields whose unusual value is meant, after a refusal with `confirmable`',
      }),
    ),
  },
  exactly,
)
export type ChangeWrite = Static<typeof ChangeWrite>

export const ChangeSet = Type.Object(
  {
    id: CommitId,
    method: Type.Optional(Method),
    note: Type.Optional(Note),
    writes: Type.Array(ChangeWrite, { minItems: 1, maxItems: MOST_WRITES }),
  },
  exactly,
)
export type ChangeSet = Static<typeof ChangeSet>

export const UndoBody = Type.Object({ id: CommitId, note: Type.Optional(Note) }, exactly)

export const HoldBody = Type.Object(
  {
    id: CommitId,
    endsAt: Type.String({ maxLength: 40, description: 'instant of a whole minute with its offset (RFC 3339)' }),
    base: Type.Optional(Base),
    note: Type.Optional(Note),
  },
  exactly,
)

/** One thing wrong with one field of a write. The web has words for each code. */
export const ChangeError = Type.Object({
  collection: Type.Enum(COLLECTIONS),
  id: Type.String(),
  field: Type.String(),
  code: Type.String(),
  value: Type.Unknown(),
  limit: Type.Optional(Type.Unknown()),
  confirmable: Type.Optional(
    Type.Literal(true, { description: 'unusual, not impossible: accepted with the field in `confirm`' }),
  ),
})
export type ChangeError = Static<typeof ChangeError>

/** A field that somebody changed after the writer had read it. */
export const FieldConflict = Type.Object({
  field: Type.String(),
  base: Type.Unknown({ description: 'as the writer read it' }),
  theirs: Type.Unknown({ description: 'as it is now' }),
  yours: Type.Unknown(),
  role: Type.String({ description: 'role of who changed it last' }),
  at: Type.String(),
})
export type FieldConflict = Static<typeof FieldConflict>

export const ChangeConflict = Type.Object({
  collection: Type.Enum(COLLECTIONS),
  id: Type.String(),
  reason: Type.Enum(['changed', 'deleted', 'exists'] as const),
  base: Type.Union([Type.Integer(), Type.Null()]),
  current: Type.Union([Type.Integer(), Type.Null()], { description: 'version of the record now; null: it is gone' }),
  fields: Type.Array(FieldConflict),
})
export type ChangeConflict = Static<typeof ChangeConflict>

/** What a writer gets: the version that holds the change, and the records as they are served now. */
export const ChangeAnswer = Type.Object({
  commit: Type.Union([Type.String(), Type.Null()], { description: 'null: everything was as asked already' }),
  version: Type.Integer({ description: 'version of the catalogue that holds the change' }),
  changes: Type.Integer({ description: 'number of records changed' }),
  features: Type.Array(Type.Object({ type: Type.Literal('Feature'), id: Type.String() }), {
    description: 'the records as they are served now, in the order of the writes; those removed are missing',
  }),
})
export type ChangeAnswer = Static<typeof ChangeAnswer>
