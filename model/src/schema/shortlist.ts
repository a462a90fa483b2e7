import { type Static, Type } from 'typebox'
import { FEATURE_ID } from './change.ts'
import { Known, Slug } from './common.ts'

const UUID = '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$'
const exactly = { additionalProperties: false }

export const MOST_SITES = 40
export const MOST_UNITS = 40
const LONGEST_NOTE = 2000
const LONGEST_TITLE = 160
/** A drawn area of some hundred corners. */
const LONGEST_VALUE = 10_000

const Words = Known(Type.String({ maxLength: LONGEST_NOTE }))

/** What an agency says of a site, in whichever languages it has written. */
export const SiteNotes = Type.Object({ fr: Words, ar: Words, en: Words }, exactly)
export type SiteNotes = Static<typeof SiteNotes>

/** One line of a shortlist: a zone, one of its offices, or a block of them. */
export const ShortlistSite = Type.Object(
  {
    id: Type.String({ pattern: UUID, description: 'made by the client; it never changes' }),
    zoneId: Slug,
    officeIds: Type.Array(Type.String({ pattern: FEATURE_ID, maxLength: 120 }), {
      maxItems: MOST_UNITS,
      uniqueItems: true,
      description: 'none: the zone as a whole; one: an office; several: a block of offices',
    }),
    notes: SiteNotes,
  },
  exactly,
)
export type ShortlistSite = Static<typeof ShortlistSite>

const Points = Type.Number({ minimum: 0, maximum: 100 })
const CRITERIA = ['rent', 'taxes', 'premium', 'talent', 'availability', 'airport', 'station', 'growth'] as const

export const ShortlistVeto = Type.Object(
  {
    criterion: Type.Enum(CRITERIA),
    bound: Type.Enum(['at-most', 'at-least'] as const),
    value: Type.Number({ minimum: 0, maximum: 1e7, description: 'in the unit of the criterion' }),
  },
  exactly,
)

/** What the sums rest on beside the catalogue. */
export const Assumptions = Type.Object(
  {
    termMonths: Type.Integer({ minimum: 1, maximum: 240, description: 'months that a total is taken over' }),
    areaM2PerSeat: Type.Number({
      minimum: 1,
      maximum: 100,
      description: 'where no office is on record: m² for a seat',
    }),
  },
  exactly,
)
export type Assumptions = Static<typeof Assumptions>

/** A need turned into sites: what people order, comment, freeze and share. */
export const Shortlist = Type.Object(
  {
    title: Type.String({ maxLength: LONGEST_TITLE }),
    need: Type.Array(Type.Tuple([Type.String({ maxLength: 20 }), Type.String({ maxLength: LONGEST_VALUE })]), {
      maxItems: 40,
      description: 'the pairs of an address of Explore, in its order: ["seats", "300"], ["speaks", "fr"]',
    }),
    weights: Type.Object(
      Object.fromEntries(CRITERIA.map((criterion) => [criterion, Points])) as Record<
        (typeof CRITERIA)[number],
        typeof Points
      >,
      exactly,
    ),
    vetoes: Type.Array(ShortlistVeto, { maxItems: CRITERIA.length }),
    order: Type.Enum(['neutral', 'agency'] as const, {
      description: 'neutral: by score; agency: as the sites are listed, and marked so',
    }),
    assumptions: Assumptions,
    sites: Type.Array(ShortlistSite, { maxItems: MOST_SITES }),
  },
  exactly,
)
export type Shortlist = Static<typeof Shortlist>
