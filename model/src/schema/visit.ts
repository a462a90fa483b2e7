import { type Static, Type } from 'typebox'
import { IsoDate, Known, Slug } from './common.ts'

/** What a reader did that is worth counting: looked for sites, opened a zone, compared, kept, or asked about one. */
export const VISIT_KINDS = ['explore', 'zone', 'compare', 'keep', 'ask'] as const
export type VisitKind = (typeof VISIT_KINDS)[number]

/** As a page tells it: nothing of who, from where, with what or at what hour. */
export const Visit = Type.Object(
  {
    kind: Type.Enum(VISIT_KINDS),
    zones: Type.Array(Slug, { maxItems: 12, uniqueItems: true, description: 'none: of no zone in particular' }),
    language: Type.Enum(['fr', 'ar', 'en'] as const, { description: 'of the page' }),
  },
  { additionalProperties: false },
)
export type Visit = Static<typeof Visit>

/** Closed weeks of a report, at the most. */
export const MOST_VISIT_WEEKS = 52

const Count = Type.Integer({ minimum: 0 })
const OfZone = Type.Object({ zone: Count, compare: Count, keep: Count, ask: Count })
export type ZoneVisits = Static<typeof OfZone>

const OfProduct = Type.Object({
  explore: Type.Integer({ minimum: 0, description: 'times that the search was opened, in the whole country' }),
  openings: Type.Integer({ minimum: 0, description: 'of the organisation’s links' }),
  downloads: Type.Integer({ minimum: 0, description: 'through the organisation’s links' }),
  enquiries: Type.Integer({ minimum: 0, description: 'that came, of the caller’s territory' }),
})
export type ProductVisits = Static<typeof OfProduct>

/** What was counted, beside what was counted in as many weeks before. */
export const VisitReport = Type.Object({
  weeks: Type.Integer({ minimum: 0, maximum: MOST_VISIT_WEEKS, description: '0: the week that has begun' }),
  from: IsoDate,
  to: IsoDate,
  total: OfProduct,
  totalBefore: Known(OfProduct),
  zones: Type.Array(Type.Object({ id: Slug, counts: OfZone, before: Known(OfZone) }), {
    description: 'of the caller’s territory; `before` is null for a week that has only begun',
  }),
  languages: Type.Object({ fr: Count, ar: Count, en: Count }, { description: 'of the pages of these zones' }),
})
export type VisitReport = Static<typeof VisitReport>
