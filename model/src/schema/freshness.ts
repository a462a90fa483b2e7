import { type Static, Type } from 'typebox'
import { RegionId, Slug } from './common.ts'
import { VERIFIED_FIELDS } from './inventory.ts'

const Sum = Type.Object({ offices: Type.Integer({ minimum: 0 }), seats: Type.Integer({ minimum: 0 }) })

const byState = <T extends Parameters<typeof Type.Union>[0][number]>(of: T) => ({
  fresh: of,
  due: of,
  late: of,
  doubtful: of,
  expired: of,
  never: of,
})

/** Offices of a place by how long ago they were verified. Every office is in exactly one state. */
export const FreshnessSums = Type.Object({
  all: Sum,
  states: Type.Object(byState(Sum), { description: 'of offices, each by the older of its state and seats' }),
  counted: Type.Object(Sum.properties, { description: 'verified recently enough to be in the totals' }),
  available: Type.Object(Sum.properties, { description: 'free today and counted: what every total says' }),
  lost: Type.Object(Sum.properties, { description: 'would be free today, but is verified too long ago to count' }),
  fields: Type.Record(
    Type.Enum(VERIFIED_FIELDS),
    Type.Object({
      ...byState(Type.Integer({ minimum: 0 })),
      unknown: Type.Integer({ minimum: 0, description: 'no value to verify' }),
    }),
    { description: 'offices by the state of each field; they sum to all offices' },
  ),
})
export type FreshnessSums = Static<typeof FreshnessSums>

const Named = { nameFr: Type.String(), nameAr: Type.String(), nameEn: Type.String() }

/** The public board: every region is the sum of its zones, the country the sum of the regions. */
export const FreshnessBoard = Type.Object({
  version: Type.Integer({ description: 'number of the last change' }),
  today: Type.String({ description: 'the catalogue’s day in Africa/Casablanca, ISO' }),
  illustrative: Type.Boolean({ description: 'true: the offices are invented and must be shown as such' }),
  country: FreshnessSums,
  regions: Type.Array(Type.Object({ id: RegionId, ...Named, zones: Type.Integer(), sums: FreshnessSums })),
  zones: Type.Array(Type.Object({ id: Slug, regionId: RegionId, ...Named, sums: FreshnessSums })),
})
export type FreshnessBoard = Static<typeof FreshnessBoard>
