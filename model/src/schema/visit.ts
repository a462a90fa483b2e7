import { type Static, Type } from 'typebox'
import { IsoDate, Slug } from './common.ts'

/** What a reader did that is worth counting: looked for sites, opened a zone, compared or asked about one. */
export const VISIT_KINDS = ['explore', 'zone', 'compare', 'ask'] as const
export type VisitKind = (typeof VISIT_KINDS)[number]

/** As a page tells it: nothing of who, from where, with what or at what hour. */
export const Visit = Type.Object(
  {
    kind: Type.Enum(VISIT_KINDS),
    zones: Type.Array(Slug, { maxItems: 12, uniqueItems: true, description: 'none: of no zone in particular' }),
  },
  { additionalProperties: false },
)
export type Visit = Static<typeof Visit>

/** A sum of a week that is smaller is not told. */
export const LEAST_VISITS = 5
/** Weeks of a report, at the most. */
export const MOST_VISIT_WEEKS = 52

const Told = Type.Object({
  visits: Type.Integer({ minimum: 0, description: 'over the weeks that had as many as are told' }),
  hasFew: Type.Boolean({ description: 'a week had some, and too few to tell' }),
})
export type ToldVisits = Static<typeof Told>
const OfZone = Type.Object({ zone: Told, compare: Told, ask: Told })
export type ZoneVisits = Static<typeof OfZone>

const OfProduct = Type.Object({
  explore: Type.Object(Told.properties, { description: 'times that the search was opened, in the whole country' }),
  openings: Type.Integer({ minimum: 0, description: 'of the organisation’s links' }),
  downloads: Type.Integer({ minimum: 0, description: 'through the organisation’s links' }),
  enquiries: Type.Integer({ minimum: 0, description: 'that came, of the caller’s territory' }),
})
export type ProductVisits = Static<typeof OfProduct>

/** What was counted in weeks that are over, beside what was counted in as many before. */
export const VisitReport = Type.Object({
  least: Type.Integer({ description: 'the smallest sum of a week that is told' }),
  weeks: Type.Integer({ minimum: 1, maximum: MOST_VISIT_WEEKS }),
  from: IsoDate,
  to: IsoDate,
  total: OfProduct,
  totalBefore: OfProduct,
  zones: Type.Array(Type.Object({ id: Slug, counts: OfZone, before: OfZone }), {
    description: 'of the caller’s territory',
  }),
})
export type VisitReport = Static<typeof VisitReport>
