import { ROLES } from '@tvl/model'
import { type Static, Type } from 'typebox'

const Id = Type.String({ minLength: 1, maxLength: 120 })

export const TerritorySchema = Type.Union([
  Type.Object({ kind: Type.Literal('national') }, { additionalProperties: false }),
  Type.Object(
    { kind: Type.Union([Type.Literal('region'), Type.Literal('zone'), Type.Literal('building')]), id: Id },
    { additionalProperties: false },
  ),
])

export const RoleSchema = Type.Enum(ROLES)

export const GrantSchema = Type.Object(
  { role: RoleSchema, organisationId: Id, territory: TerritorySchema },
  { additionalProperties: false },
)

/** A name in the three languages. */
const Text = Type.String({ minLength: 1, maxLength: 200 })
export const Named = Type.Object({ fr: Text, ar: Text, en: Text }, { additionalProperties: false })
export type Named = Static<typeof Named>

export const SessionAnswer = Type.Object({
  person: Type.Union([
    Type.Object({
      id: Type.String(),
      name: Type.String(),
      email: Type.String(),
      language: Type.String({ description: 'of the mails that the person gets: fr, ar or en' }),
      organisationId: Type.String(),
      organisationName: Named,
      grants: Type.Array(GrantSchema),
      hasSecondFactor: Type.Boolean({ description: 'true: this session was opened with a second factor' }),
      isDemo: Type.Boolean(),
    }),
    Type.Null({ description: 'nobody is signed in' }),
  ]),
  demoAccounts: Type.Array(
    Type.Object({
      email: Type.String(),
      password: Type.String(),
      roleKey: RoleSchema,
      territory: TerritorySchema,
      territoryName: Type.Union([Named, Type.Null({ description: 'the whole country' })]),
    }),
    { description: 'accounts of the demonstration; none in a catalogue of facts' },
  ),
  signOn: Type.Union([Type.String({ description: 'name of the sign-on that the sign-in page offers' }), Type.Null()]),
  mail: Type.Enum(['smtp', 'folder'], { description: 'folder: mails stay in a folder of the server' }),
})
export type SessionAnswer = Static<typeof SessionAnswer>
