import { Known } from '@tvl/model/schema'
import { type Static, Type } from 'typebox'
import { FreezeAnswer } from '../shortlists/shapes.ts'
import type { Opening, Share } from './store.ts'

const exactly = { additionalProperties: false }
const Id = Type.String({ format: 'uuid' })
const LanguageSchema = Type.Enum(['fr', 'ar', 'en'] as const)

/** Long enough for what nobody reads aloud; looked up by its hash. */
export const ByToken = Type.Object({ token: Type.String({ minLength: 1, maxLength: 100 }) }, exactly)

const LONGEST_DAYS = 3650

export const LinkBody = Type.Object(
  {
    kind: Type.Enum(['personal', 'public'] as const),
    recipient: Type.Optional(
      Type.String({ minLength: 1, maxLength: 120, description: 'who it is for; personal links' }),
    ),
    language: LanguageSchema,
    expiresAt: Type.String({ format: 'date-time', description: 'to the minute' }),
    passphrase: Type.Optional(Type.String({ minLength: 8, maxLength: 128 })),
  },
  exactly,
)

export const LinkSchema = Type.Object({
  id: Id,
  kind: Type.Enum(['personal', 'public'] as const),
  freezeId: Known(Id),
  recipient: Known(Type.String()),
  language: LanguageSchema,
  createdAt: Type.String(),
  expiresAt: Type.String(),
  revokedAt: Known(Type.String()),
  hasPassphrase: Type.Boolean(),
  openings: Type.Integer(),
  lastOpenedAt: Known(Type.String()),
})
export const LinksAnswer = Type.Object({ links: Type.Array(LinkSchema) })
export const NewLinkAnswer = Type.Object({
  link: LinkSchema,
  token: Type.String({ description: 'shown once: only its hash is kept. The link is `/s/{token}`' }),
})

export const OpeningsAnswer = Type.Object({
  openings: Type.Array(
    Type.Object({ at: Type.String(), what: Type.Enum(['page', 'pdf', 'xlsx', 'csv', 'geojson'] as const) }),
  ),
})

export const ShareState = Type.Object({
  kind: Type.Enum(['personal', 'public', 'private'] as const),
  language: LanguageSchema,
  recipient: Known(Type.String()),
  expiresAt: Type.String(),
  needsPassphrase: Type.Boolean(),
})
export type ShareState = Static<typeof ShareState>

export const OpenBody = Type.Object({ passphrase: Type.Optional(Type.String({ maxLength: 128 })) }, exactly)

export const OpenedAnswer = Type.Object({
  ...ShareState.properties,
  openings: Type.Integer({ description: 'times that this link was opened, this one included' }),
  lastOpenedAt: Known(Type.String({ description: 'the time before this' })),
  freeze: Known(FreezeAnswer),
  text: Known(Type.String({ description: 'what was frozen, to the byte: its SHA-256 is `freeze.hash`' })),
  ciphertext: Known(Type.String({ description: 'of a private link, base64url: the server cannot read it' })),
})

/** A scenario of some hundred roles, encrypted. */
const LONGEST_CIPHERTEXT = 700_000

export const PrivateBody = Type.Object(
  {
    ciphertext: Type.String({ minLength: 40, maxLength: LONGEST_CIPHERTEXT, pattern: '^[A-Za-z0-9_-]+$' }),
    language: LanguageSchema,
    expiresAt: Type.String({ format: 'date-time' }),
  },
  exactly,
)
export const PrivateAnswer = Type.Object({
  token: Type.String(),
  endSecret: Type.String({ description: 'ends the link: DELETE with it; shown once' }),
  expiresAt: Type.String(),
})
export const EndBody = Type.Object({ endSecret: Type.String({ pattern: '^[A-Za-z0-9_-]{43}$' }) }, exactly)

export const longestUntil = (now: Date): Date => new Date(now.getTime() + LONGEST_DAYS * 86_400_000)

/** A link as its makers see it. */
export const asLink = (share: Share): Static<typeof LinkSchema> => ({
  id: share.id,
  kind: share.kind === 'public' ? 'public' : 'personal',
  freezeId: share.freezeId,
  recipient: share.recipient,
  language: share.language,
  createdAt: share.createdAt.toISOString(),
  expiresAt: share.expiresAt.toISOString(),
  revokedAt: share.revokedAt?.toISOString() ?? null,
  hasPassphrase: share.passphrase !== null,
  openings: share.openings,
  lastOpenedAt: share.lastOpenedAt?.toISOString() ?? null,
})

export const asOpening = ({ at, what }: Opening) => ({ at: at.toISOString(), what })

/** A link as whoever has it sees it. */
export const asState = (share: Share): ShareState => ({
  kind: share.kind,
  language: share.language,
  recipient: share.recipient,
  expiresAt: share.expiresAt.toISOString(),
  needsPassphrase: share.passphrase !== null,
})
