import { type Static, Type } from 'typebox'
import { IsoDate, Known, RegionId, Slug } from './common.ts'
import { FIT_OUTS } from './inventory.ts'

const anyOf = <T extends string>(values: readonly T[]) =>
  Type.Array(Type.Enum(values), { maxItems: values.length, uniqueItems: true })

/** Lower ends of the bands in which seats are told: a search for 310 seats is told as one for 300 or more. */
export const DEMAND_SEATS = [1, 20, 50, 100, 200, 300, 500, 1000] as const
export const DEMAND_AREAS_M2 = [1, 250, 500, 1000, 2500, 5000, 10_000] as const
export const DEMAND_KM = [5, 10, 25, 50, 100] as const
export const DEMAND_RENTS = [60, 80, 100, 120, 150, 200, 300] as const
export const DEMAND_DAYS = [30, 60, 90, 120, 150, 180] as const
export const DEMAND_CAPS = [10, 20] as const

const LANGUAGES = ['fr', 'en', 'es'] as const
const PREMIUMS = ['none', 'A', 'B'] as const

/**
 * What a search wanted, told so coarsely that it could be anybody’s: bands instead of figures, a quarter instead of a
 * day, no words, no place smaller than a region. Nothing says who asked, from where, or at what hour.
 */
export const DemandShape = Type.Object(
  {
    seats: Known(Type.Enum(DEMAND_SEATS)),
    contiguous: Type.Boolean(),
    areaM2: Known(Type.Enum(DEMAND_AREAS_M2)),
    by: Known(Type.String({ pattern: '^20\\d{2}-Q[1-4]$', description: 'quarter; null: at once' })),
    maxRent: Known(Type.Enum(DEMAND_RENTS)),
    verifiedWithin: Type.Enum(DEMAND_DAYS),
    fitOuts: anyOf(FIT_OUTS),
    regions: Type.Array(RegionId, { maxItems: 12, uniqueItems: true }),
    languages: anyOf(LANGUAGES),
    irCaps: Type.Array(Known(Type.Enum(DEMAND_CAPS)), {
      maxItems: 3,
      uniqueItems: true,
    }),
    premiums: anyOf(PREMIUMS),
    skillsCity: Type.Boolean(),
    airportKm: Known(Type.Enum(DEMAND_KM)),
    hsrStationKm: Known(Type.Enum(DEMAND_KM)),
    railStationKm: Known(Type.Enum(DEMAND_KM)),
  },
  { additionalProperties: false },
)
export type DemandShape = Static<typeof DemandShape>

/**
 * Why a zone was not among the answers. `shown`: it was. `verification`, `dates` and the names of fields: it would have
 * been, had only this been verified or known. `incomplete`: only with several of these together. `offer`: not even then.
 */
export const DEMAND_CAUSES = [
  'shown',
  'verification',
  'dates',
  'rentMadPerM2Month',
  'irCapPct',
  'territorialPremium',
  'airportKm',
  'hsrStationKm',
  'railStationKm',
  'incomplete',
  'offer',
] as const
export type DemandCause = (typeof DEMAND_CAUSES)[number]

/** Fewer searches than this are not told of at all. */
export const LEAST_SEARCHES = 5

export const DemandGroup = Type.Object({
  seats: Known(Type.Enum(DEMAND_SEATS)),
  contiguous: Type.Boolean(),
  cause: Type.Enum(DEMAND_CAUSES),
  searches: Type.Integer({ minimum: LEAST_SEARCHES }),
})
export type DemandGroup = Static<typeof DemandGroup>

/** What of a zone’s offices is not known or too old today: what could be put right. */
export const DemandGaps = Type.Object({
  offices: Type.Integer(),
  verification: Type.Integer({ description: 'not counted: never verified, or too long ago' }),
  dates: Type.Integer({ description: 'no date says when they can be had' }),
  rentMadPerM2Month: Type.Integer({ description: 'rent unknown' }),
  zone: Type.Array(
    Type.Enum(['irCapPct', 'territorialPremium', 'airportKm', 'hsrStationKm', 'railStationKm'] as const),
  ),
})
export type DemandGaps = Static<typeof DemandGaps>

export const DemandAnswer = Type.Object({
  least: Type.Integer({ description: 'groups of fewer searches are left out' }),
  weeks: Type.Array(IsoDate, { description: 'Mondays of the closed weeks there are reports of, the last one first' }),
  week: Known(IsoDate),
  zones: Type.Array(
    Type.Object({
      id: Slug,
      groups: Type.Array(DemandGroup, { description: 'no search is in two of them' }),
      gaps: DemandGaps,
    }),
  ),
})
export type DemandAnswer = Static<typeof DemandAnswer>
