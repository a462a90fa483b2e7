import { LANGUAGES } from '@tvl/model/schema'
import { Type } from 'typebox'
import { Email } from '../identity/shapes.ts'
import { GrantSchema, Named } from '../session/session-answer.ts'

export const KeptGrantSchema = Type.Object({
  id: Type.String(),
  ...GrantSchema.properties,
  origin: Type.Enum(['given', 'sign-on'], {
    description: 'sign-on: the groups of the sign-on give it and take it away',
  }),
})

export const PersonSchema = Type.Object({
  id: Type.String(),
  name: Type.String(),
  email: Type.String(),
  organisationId: Type.String(),
  hasAuthenticator: Type.Boolean(),
  passkeys: Type.Integer(),
  isDemo: Type.Boolean(),
  grants: Type.Array(KeptGrantSchema, { description: 'those within the caller’s territory' }),
  isWhole: Type.Boolean({ description: 'true: all of the person’s grants are within the caller’s territory' }),
})
export const PeopleAnswer = Type.Object({ people: Type.Array(PersonSchema) })

export const InvitationBody = Type.Object(
  {
    email: Email,
    organisationId: Type.String({ minLength: 1, maxLength: 60 }),
    grants: Type.Array(GrantSchema, { minItems: 1, maxItems: 20 }),
    language: Type.Enum(LANGUAGES, { description: 'of the mail' }),
  },
  { additionalProperties: false },
)

export const InvitationSchema = Type.Object({
  id: Type.String(),
  email: Type.String(),
  organisationId: Type.String(),
  grants: Type.Array(GrantSchema),
  invitedAt: Type.String(),
  expiresAt: Type.String(),
})
export const InvitationsAnswer = Type.Object({ invitations: Type.Array(InvitationSchema) })

export const LinkToken = Type.String({ pattern: '^[A-Za-z0-9_-]{43}$' })
export const InvitationToken = Type.Object({ token: LinkToken }, { additionalProperties: false })

export const InvitationSeen = Type.Object({
  email: Type.String(),
  organisationName: Named,
  grants: Type.Array(GrantSchema),
  hasAccount: Type.Boolean({ description: 'true: sign in with this address, then accept' }),
})

export const AcceptBody = Type.Object(
  {
    token: LinkToken,
    name: Type.Optional(Type.String({ minLength: 1, maxLength: 120, pattern: '\\S' })),
    password: Type.Optional(Type.String({ minLength: 1, maxLength: 128, description: 'at least 12 characters' })),
    language: Type.Optional(Type.Enum(LANGUAGES)),
  },
  { additionalProperties: false },
)

export const TokenBody = Type.Object(
  {
    name: Type.String({ minLength: 1, maxLength: 80, pattern: '\\S', description: 'what it is for' }),
    ...GrantSchema.properties,
    days: Type.Integer({ minimum: 1, maximum: 730, description: 'until it ends' }),
  },
  { additionalProperties: false },
)

export const TokenSchema = Type.Object({
  id: Type.String(),
  name: Type.String(),
  ...GrantSchema.properties,
  createdAt: Type.String(),
  expiresAt: Type.Union([Type.String(), Type.Null({ description: 'until it is revoked' })]),
  revokedAt: Type.Union([Type.String(), Type.Null()]),
})
export const TokensAnswer = Type.Object({ tokens: Type.Array(TokenSchema) })
export const IssuedTokenAnswer = Type.Object({
  id: Type.String(),
  secret: Type.String({ description: 'shown this once' }),
})

export const OrganisationSchema = Type.Object(
  {
    id: Type.String({ pattern: '^[a-z0-9-]{1,60}$' }),
    kind: Type.Enum(['national', 'agency', 'operator']),
    name: Named,
  },
  { additionalProperties: false },
)
export const OrganisationsAnswer = Type.Object({ organisations: Type.Array(OrganisationSchema) })

export const ById = Type.Object({ id: Type.String({ format: 'uuid' }) })
export const ByGrant = Type.Object({ id: Type.String({ format: 'uuid' }), grant: Type.String({ format: 'uuid' }) })
