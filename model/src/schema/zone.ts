import { type Static, Type } from 'typebox'
import { IsoDate, Known, Names, ProvenanceByProperty, ProvinceId, RegionId, Slug } from './common.ts'
import { TerritorialPremium } from './territory.ts'

export const ZONE_STATUSES = ['operational', 'under-construction', 'planned'] as const
export type ZoneStatus = (typeof ZONE_STATUSES)[number]

/** What is publicly known of the zone's place in the Tech Valley programme, whose site list is not published. */
export const TECH_VALLEY_STATUSES = ['named', 'candidate-unconfirmed', 'not-announced'] as const
export type TechValleyStatus = (typeof TECH_VALLEY_STATUSES)[number]

export const ZONE_KINDS = [
  'p2i-offshoring',
  'tech-valley',
  'technopark',
  'zai',
  'financial-hub',
  'technopole',
  'planned-historical',
] as const
export type ZoneKind = (typeof ZONE_KINDS)[number]

export const Zone = Type.Object(
  {
    ...Names,
    kind: Type.Enum(ZONE_KINDS),
    status: Type.Enum(ZONE_STATUSES),
    techValleyStatus: Type.Enum(TECH_VALLEY_STATUSES),
    isP2iOffshoring: Type.Boolean(),
    operatorId: Slug,
    operatorName: Known(Type.String({ description: 'as published; null = not published (operatorId "unknown")' })),
    developerName: Known(Type.String()),
    cityFr: Type.String(),
    cityAr: Type.String(),
    cityEn: Type.String(),
    regionId: RegionId,
    provinceId: ProvinceId,
    areaHa: Known(Type.Number()),
    officeM2Built: Known(Type.Integer()),
    officeM2PlannedTotal: Known(Type.Integer()),
    officeM2Announced: Known(Type.Integer({ description: 'under construction or announced' })),
    officeM2AvailableOfficial: Known(Type.Integer({ description: 'free today as published: null everywhere so far' })),
    jobsCurrent: Known(Type.Integer()),
    jobsPlanned: Known(Type.Integer()),
    companies: Known(Type.Integer()),
    occupancyPct: Known(Type.Number()),
    openedYear: Known(Type.Integer()),
    expectedYear: Known(Type.Integer()),
    rentMadPerM2Month: Known(Type.Number({ description: 'published, old: show its date' })),
    investmentMad: Known(Type.Integer()),
    irCapPct: Known(Type.Number({ description: '% cap on income tax here, 2025 offer' })),
    territorialPremium: Known(TerritorialPremium),
    territorialPremiumPct: Known(Type.Number()),
    airportId: Known(Slug),
    airportKm: Known(Type.Number({ description: 'great circle, not road' })),
    hsrStationId: Known(Slug),
    hsrStationKm: Known(Type.Number({ description: 'great circle, not road' })),
    railStationId: Known(Slug),
    railStationKm: Known(Type.Number({ description: 'great circle, not road' })),
    positionRadiusM: Type.Number({ description: 'the site lies within this radius of the point' }),
    tenants: Type.Array(Type.String()),
    tenantsAsOf: Known(Type.String()),
    servicesFr: Type.Array(Type.String()),
    servicesAr: Type.Array(Type.String()),
    servicesEn: Type.Array(Type.String()),
    notesFr: Type.Array(Type.String()),
    notesAr: Type.Array(Type.String()),
    notesEn: Type.Array(Type.String()),
    illustrative: Type.Boolean({ description: 'true: the zone itself is invented (sizes L and XL)' }),
    provenance: ProvenanceByProperty,
  },
  { additionalProperties: false },
)
export type Zone = Static<typeof Zone>

/** What the snapshot adds to a zone from its offices, at the catalogue's date. Graded like the inventory it sums. */
export const ZoneInventory = Type.Object({
  buildings: Type.Integer(),
  offices: Type.Integer(),
  seats: Known(Type.Integer({ description: 'of all offices here; null where no office is known, which is not 0' })),
  freeSeats: Known(Type.Integer({ description: 'free and counted as available today' })),
  contiguousSeats: Known(Type.Integer({ description: 'most seats in one contiguous free block today' })),
  firstAvailableOn: Known(IsoDate),
  verifiedOn: Known({ ...IsoDate, description: 'latest verification of an office here' }),
})
export type ZoneInventory = Static<typeof ZoneInventory>
