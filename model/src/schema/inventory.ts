import { type Static, Type } from 'typebox'
import { IsoDate, IsoInstant, Known, Names, ProvenanceByProperty, Slug } from './common.ts'

/** Places and seats of offices are served in columns of 16 bits. */
const LARGEST_IN_COLUMN = 65_535

export const Building = Type.Object(
  {
    ...Names,
    zoneId: Slug,
    floors: Type.Integer({ minimum: 1, description: 'floors above ground, ground floor included' }),
    grossLeasableAreaM2: Type.Integer({ minimum: 1 }),
    status: Type.Union([Type.Literal('operational'), Type.Literal('under-construction')]),
    deliversOn: Known(IsoDate),
    powerKva: Known(Type.Integer()),
    backupPowerHours: Known(Type.Number()),
    fibrePaths: Known(Type.Integer({ minimum: 0, description: 'distinct physical fibre paths' })),
    provenance: ProvenanceByProperty,
  },
  { additionalProperties: false },
)
export type Building = Static<typeof Building>

export const FIT_OUTS = ['shell', 'fitted', 'plug-and-play'] as const
export type FitOut = (typeof FIT_OUTS)[number]

export const OFFICE_STATUSES = ['free', 'held', 'let', 'under-construction'] as const
export type OfficeStatus = (typeof OFFICE_STATUSES)[number]

/** How a figure was verified. */
export const VERIFICATION_METHODS = ['site-visit', 'lease-ledger', 'call', 'declaration', 'import'] as const
export type VerificationMethod = (typeof VERIFICATION_METHODS)[number]

/** The fields that are verified one by one; `status` stands for its dates too. */
export const VERIFIED_FIELDS = [
  'seats',
  'status',
  'rentMadPerM2Month',
  'serviceChargeMadPerM2Month',
  'fitOut',
  'areaM2',
] as const
export type VerifiedField = (typeof VERIFIED_FIELDS)[number]

/** When, by which role and how one field was verified. */
export const Verification = Type.Object(
  {
    on: IsoDate,
    by: Type.String({ description: 'a role, never a person' }),
    method: Type.Enum(VERIFICATION_METHODS),
  },
  { additionalProperties: false },
)
export type Verification = Static<typeof Verification>

/** A picture of a site: WebP at `/media/{id}.webp`, kept under the hash of its bytes. */
export const Photo = Type.Object(
  {
    id: Type.String({ pattern: '^[0-9a-f]{64}$', description: 'SHA-256 of the bytes' }),
    kind: Type.Enum(['photo', 'plan'] as const),
    widthPx: Type.Integer({ minimum: 1 }),
    heightPx: Type.Integer({ minimum: 1 }),
    altFr: Known(Type.String({ maxLength: 300 })),
    altAr: Known(Type.String({ maxLength: 300 })),
    altEn: Known(Type.String({ maxLength: 300 })),
  },
  { additionalProperties: false },
)
export type Photo = Static<typeof Photo>

/** Said in words: `multipleOf` 0.01 would refuse 0.07, which no binary fraction is. */
const TO_THE_CENTIME = 'at most two decimals'

/** A lettable unit. `stackOrder` is the building's declared order: neighbours in it are contiguous. */
export const Office = Type.Object(
  {
    name: Type.String({ minLength: 1, description: 'unit code, the same in every language' }),
    zoneId: Slug,
    buildingId: Slug,
    floor: Type.Integer({ description: '0 = ground floor' }),
    stackOrder: Type.Integer({ minimum: 0, maximum: LARGEST_IN_COLUMN }),
    areaM2: Type.Integer({ minimum: 1 }),
    seats: Type.Integer({ minimum: 1, maximum: LARGEST_IN_COLUMN }),
    fitOut: Type.Enum(FIT_OUTS),
    rentMadPerM2Month: Known(Type.Number({ minimum: 0, description: TO_THE_CENTIME })),
    serviceChargeMadPerM2Month: Known(Type.Number({ minimum: 0, description: TO_THE_CENTIME })),
    status: Type.Enum(OFFICE_STATUSES),
    leaseEndsOn: Known(IsoDate),
    holdEndsAt: Known(IsoInstant),
    deliversOn: Known(IsoDate),
    freeFrom: Known(IsoDate),
    verifiedOn: Known(IsoDate),
    verifiedBy: Known(Type.String({ description: 'a role, never a person' })),
    verificationMethod: Known(Type.Enum(VERIFICATION_METHODS)),
    verifications: Type.Optional(
      Type.Partial(Type.Record(Type.Enum(VERIFIED_FIELDS), Verification), {
        description: 'fields verified since, or otherwise than, the office as a whole',
      }),
    ),
    photos: Type.Optional(Type.Array(Photo, { maxItems: 24 })),
    provenance: ProvenanceByProperty,
  },
  { additionalProperties: false },
)
export type Office = Static<typeof Office>

/** Derived by `availability` from the stored office; served with it, never stored. */
export const OfficeAvailability = Type.Object({
  availableFrom: Known(IsoDate),
  countedSince: Known({
    ...IsoDate,
    description: 'the older verification of seats and status: its age is the office’s',
  }),
  countedUntil: Known(IsoDate),
  holdEndsOn: Known(IsoDate),
})
export type OfficeAvailability = Static<typeof OfficeAvailability>
