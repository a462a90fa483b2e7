import { ALERT_TURNS } from '@tvl/model'
import { COLLECTIONS, IsoDate, Known } from '@tvl/model/schema'
import { type Static, Type } from 'typebox'

const exactly = { additionalProperties: false }
const LAST = Number.MAX_SAFE_INTEGER
const Id = Type.String({ format: 'uuid' })

const threshold = {
  points: Type.Number({ minimum: 0, maximum: 100, description: 'of the score; 0: every change of it' }),
  costPct: Type.Number({ minimum: 0, maximum: 1000, description: 'of the known monthly cost; 0: every change of it' }),
  seatsPct: Type.Number({ minimum: 0, maximum: 1000, description: 'of the seats; 0: every change of them' }),
  days: Type.Integer({
    minimum: 0,
    maximum: 3650,
    description: 'by which a site can be had later or sooner; 0: every',
  }),
}

export const WishesBody = Type.Object({ ...threshold, isMailed: Type.Boolean() }, exactly)
export const WishesAnswer = Type.Object({ ...WishesBody.properties, hasFeed: Type.Boolean() })
export const FeedAnswer = Type.Object({
  token: Type.String({ description: 'shown once: only its hash is kept. The feed is `/api/alerts/feed/{token}`' }),
})

/** A threshold in an address: what is not given is the reader’s own, or the usual one. */
const asked = {
  points: Type.Optional(threshold.points),
  costPct: Type.Optional(threshold.costPct),
  seatsPct: Type.Optional(threshold.seatsPct),
  days: Type.Optional(threshold.days),
}
const InLanguage = { lang: Type.Optional(Type.Enum(['fr', 'ar', 'en'] as const)) }

export const AlertsQuery = Type.Object(
  {
    ...asked,
    since: Type.Optional(
      Type.Integer({ minimum: 0, maximum: LAST, description: 'those found after this `seq`, oldest first' }),
    ),
    before: Type.Optional(Type.Integer({ minimum: 0, maximum: LAST, description: 'those found before this `seq`' })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
  },
  exactly,
)
export const FeedQuery = Type.Object({ ...asked, ...InLanguage }, exactly)

const Figures = Type.Object({
  score: Type.Number(),
  monthlyCentimes: Known(Type.Integer({ description: 'MAD centimes, of what is known' })),
  seats: Known(Type.Integer()),
  availableOn: Known(IsoDate),
})

const names = { nameFr: Type.String(), nameAr: Type.String(), nameEn: Type.String() }

const SiteAlertSchema = Type.Object({
  siteId: Id,
  zoneId: Type.String(),
  ...names,
  units: Type.Array(Type.String(), { description: 'codes of the offices picked; none: the zone as a whole' }),
  before: Known(Figures),
  after: Known(Figures),
  effect: Type.Object({
    score: Type.Number({ description: 'points' }),
    monthlyCentimes: Known(Type.Integer({ description: 'MAD centimes a month; null: it cannot be told' })),
    days: Known(Type.Integer({ description: 'later (sooner: negative); null: it cannot be told' })),
  }),
  costPct: Known(Type.Number({ description: 'of the monthly cost before' })),
  seatsPct: Known(Type.Number({ description: 'of the seats before' })),
  turns: Type.Array(Type.Enum(ALERT_TURNS)),
})

const AlertSchema = Type.Object({
  seq: Type.Integer({ description: 'cursor: alerts are numbered as they are found' }),
  freezeId: Id,
  shortlistId: Id,
  title: Type.String(),
  commit: Id,
  version: Type.Integer({ description: 'of the catalogue, from which it holds' }),
  at: Type.String({ description: 'instant of the commit' }),
  foundAt: Type.String(),
  role: Type.String({ description: 'in whose name it was changed; never a person' }),
  organisationId: Known(Type.String()),
  sites: Type.Array(SiteAlertSchema),
  edits: Type.Array(
    Type.Object({
      collection: Type.Enum(COLLECTIONS),
      id: Type.String(),
      ...names,
      field: Type.String({ description: 'empty: the record came or went' }),
      before: Type.Unknown(),
      after: Type.Unknown(),
    }),
  ),
  moreEdits: Type.Integer({ description: 'fields changed beyond those' }),
})

export const AlertsAnswer = Type.Object({
  alerts: Type.Array(AlertSchema),
  checkedAt: Type.String({ description: 'the record was looked through up to this instant' }),
  next: Known(Type.Integer({ description: 'the cursor to go on with; null: there are no more' })),
})
export type AlertsAnswer = Static<typeof AlertsAnswer>
