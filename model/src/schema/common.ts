import { type Static, Type } from 'typebox'

/** How firm a figure is, from the firmest to the invented. Shown beside every figure (DESIGN: grades). */
export const GRADES = ['official', 'press', 'declared', 'measured', 'modelled', 'derived', 'illustrative'] as const
export const Grade = Type.Enum(GRADES)
export type Grade = (typeof GRADES)[number]

export const LANGUAGES = ['fr', 'ar', 'en'] as const
export type Language = (typeof LANGUAGES)[number]

/** Where one figure comes from. `sources` are ids in the collection `sources`: an unsourced figure does not validate. */
export const Provenance = Type.Object(
  {
    grade: Grade,
    sources: Type.Array(Type.String(), { minItems: 1 }),
    asOf: Type.Union([Type.String(), Type.Null()], {
      description: 'ISO date, month or year; the source’s own words if vague',
    }),
    method: Type.Optional(Type.String()),
    radiusM: Type.Optional(Type.Number({ minimum: 0, description: 'metres: radius in which a derived position lies' })),
  },
  { additionalProperties: false },
)
export type Provenance = Static<typeof Provenance>

/** Keyed by property name; `*` stands for every property that has no entry of its own. */
export const ProvenanceByProperty = Type.Record(Type.String(), Provenance)
export type ProvenanceByProperty = Static<typeof ProvenanceByProperty>

/** A name in the three languages: all three, or the record does not validate. */
export const Names = {
  nameFr: Type.String({ minLength: 1 }),
  nameAr: Type.String({ minLength: 1 }),
  nameEn: Type.String({ minLength: 1 }),
}

/** A figure that may be unknown. Unknown is null, never 0. */
export const Known = <T extends Parameters<typeof Type.Union>[0][number]>(type: T) => Type.Union([type, Type.Null()])

export const IsoDate = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$', description: 'day in Africa/Casablanca' })

export const IsoInstant = Type.String({
  pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}Z$',
  description: 'instant to the minute, UTC',
})

export const RegionId = Type.String({ pattern: '^MA-\\d{2}$' })
export const ProvinceId = Type.String({ pattern: '^MA-[A-Z]{3}$' })
export const Slug = Type.String({ pattern: '^[a-z0-9]+(-[a-z0-9]+)*$' })

export const COLLECTIONS = [
  'regions',
  'provinces',
  'zones',
  'buildings',
  'offices',
  'infrastructure',
  'talent-pools',
  'incentives',
  'sources',
] as const
export type CollectionId = (typeof COLLECTIONS)[number]
