import { type Static, Type } from 'typebox'
import { Known, Names, ProvenanceByProperty, ProvinceId, RegionId } from './common.ts'

export const Region = Type.Object(
  {
    ...Names,
    capitalFr: Type.String(),
    capitalAr: Type.String(),
    capitalEn: Type.String(),
    population2024: Known(Type.Integer()),
    population2014: Known(Type.Integer()),
    populationGrowthPct: Known(Type.Number()),
    areaKm2: Known(Type.Number({ description: 'km², published figure, never measured on the drawn shape' })),
    hasP2iOffshoring: Type.Boolean({ description: 'has an integrated offshoring platform (P2I)' }),
    irCapPct: Known(Type.Number({ description: '% cap on income tax, 2025 offer' })),
    provenance: ProvenanceByProperty,
  },
  { additionalProperties: false },
)
export type Region = Static<typeof Region>

export const TERRITORIAL_PREMIUMS = ['none', 'A', 'B'] as const
export const TerritorialPremium = Type.Enum(TERRITORIAL_PREMIUMS)
export type TerritorialPremium = (typeof TERRITORIAL_PREMIUMS)[number]

export const Province = Type.Object(
  {
    ...Names,
    kind: Type.Union([Type.Literal('province'), Type.Literal('prefecture')]),
    regionId: RegionId,
    territorialPremium: Known(TerritorialPremium),
    territorialPremiumPct: Known(Type.Number({ description: '% of eligible investment, Investment Charter' })),
    provenance: ProvenanceByProperty,
  },
  { additionalProperties: false },
)
export type Province = Static<typeof Province>
export { ProvinceId, RegionId }

/** People and skills of one region (or of the Kingdom, `regionId` null). */
export const TalentPool = Type.Object(
  {
    ...Names,
    regionId: Known(RegionId),
    universityNewEntrants: Known(
      Type.Integer({ description: 'new entrants of the listed public universities, a year' }),
    ),
    literateFrenchPct: Known(Type.Number({ description: '% of literate people aged 10 and over' })),
    literateEnglishPct: Known(Type.Number({ description: '% of literate people aged 10 and over' })),
    literateSpanishPct: Known(Type.Number({ description: '% of literate people aged 10 and over' })),
    cmcFr: Known(Type.String({ description: 'town of the Cité des métiers et des compétences' })),
    cmcAr: Known(Type.String()),
    cmcEn: Known(Type.String()),
    cmcPlacesPerYear: Known(Type.Integer()),
    cmcDigitalOffshoringPlacesPerYear: Known(Type.Integer()),
    ofpptPlaces: Known(Type.Integer()),
    offshoringJobs: Known(Type.Integer()),
    unemploymentPct: Known(Type.Number({ description: '%, third quarter 2025' })),
    activityPct: Known(Type.Number({ description: '%, 2025' })),
    labourForceSharePct: Known(Type.Number({ description: '% of the national labour force, 2025' })),
    universities: Type.Array(
      Type.Object({
        nameFr: Type.String(),
        nameAr: Type.String(),
        nameEn: Type.String(),
        newEntrants: Known(Type.Integer()),
      }),
    ),
    notesFr: Type.Array(Type.String()),
    notesAr: Type.Array(Type.String()),
    notesEn: Type.Array(Type.String()),
    provenance: ProvenanceByProperty,
  },
  { additionalProperties: false },
)
export type TalentPool = Static<typeof TalentPool>
