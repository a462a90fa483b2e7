import { type Static, Type } from 'typebox'
import { IsoDate, Known, Names, ProvenanceByProperty, Slug } from './common.ts'

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

/** A lettable unit. `stackOrder` is the building's declared order: neighbours in it are contiguous. */
export const Office = Type.Object(
  {
    name: Type.String({ minLength: 1, description: 'unit code, the same in every language' }),
    zoneId: Slug,
    buildingId: Slug,
    floor: Type.Integer({ description: '0 = ground floor' }),
    stackOrder: Type.Integer({ minimum: 0 }),
    areaM2: Type.Integer({ minimum: 1 }),
    seats: Type.Integer({ minimum: 1 }),
    fitOut: Type.Enum(FIT_OUTS),
    rentMadPerM2Month: Known(Type.Number({ minimum: 0 })),
    serviceChargeMadPerM2Month: Known(Type.Number({ minimum: 0 })),
    status: Type.Enum(OFFICE_STATUSES),
    leaseEndsOn: Known(IsoDate),
    holdEndsOn: Known(IsoDate),
    deliversOn: Known(IsoDate),
    freeFrom: Known(IsoDate),
    verifiedOn: Known(IsoDate),
    verifiedBy: Known(Type.String({ description: 'a role, never a person' })),
    verificationMethod: Known(Type.Enum(['site-visit', 'lease-ledger', 'declaration', 'import'])),
    provenance: ProvenanceByProperty,
  },
  { additionalProperties: false },
)
export type Office = Static<typeof Office>

/** Derived by `availability` from the stored office; served with it, never stored. */
export const OfficeAvailability = Type.Object({
  availableFrom: Known(IsoDate),
  countedUntil: Known(IsoDate),
})
export type OfficeAvailability = Static<typeof OfficeAvailability>
