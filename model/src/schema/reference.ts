import { type Static, Type } from 'typebox'
import { IsoDate, Known, Names, ProvenanceByProperty, ProvinceId, RegionId, Slug } from './common.ts'
import { TerritorialPremium } from './territory.ts'

export const INFRASTRUCTURE_KINDS = [
  'airport',
  'hsr-station',
  'rail-station',
  'port',
  'submarine-cable-landing',
  'data-centre',
  'tramway',
  'motorway-network',
  'hsr-line',
] as const
export type InfrastructureKind = (typeof INFRASTRUCTURE_KINDS)[number]

export const Infrastructure = Type.Object(
  {
    ...Names,
    kind: Type.Enum(INFRASTRUCTURE_KINDS),
    regionId: Known(RegionId),
    status: Type.Union([Type.Literal('operational'), Type.Literal('under-construction'), Type.Literal('planned')]),
    iata: Known(Type.String()),
    passengers2024: Known(Type.Integer()),
    passengers2025AtLeast: Known(Type.Integer()),
    openedOn: Known(Type.String()),
    expectedOn: Known(Type.String()),
    cables: Type.Array(Type.String()),
    details: Type.Record(Type.String(), Type.Union([Type.Number(), Type.String(), Type.Boolean()])),
    positionRadiusM: Known(Type.Number()),
    notesFr: Type.Array(Type.String()),
    notesAr: Type.Array(Type.String()),
    notesEn: Type.Array(Type.String()),
    provenance: ProvenanceByProperty,
  },
  { additionalProperties: false },
)
export type Infrastructure = Static<typeof Infrastructure>

export const TRADES = ['ITO', 'CRM', 'BPO', 'ESO', 'KPO'] as const
export type Trade = (typeof TRADES)[number]

/**
 * One test a rule puts to a site and a project. The pack is data: a new rule needs no code as long as its tests are
 * of these kinds. `unpublished` is a condition known to exist whose text is not public: it can only answer "ask".
 */
export const IncentiveCondition = Type.Union([
  Type.Object({ kind: Type.Literal('zone-in'), zoneIds: Type.Array(Slug) }),
  Type.Object({ kind: Type.Literal('zone-kind-in'), kinds: Type.Array(Type.String()) }),
  Type.Object({ kind: Type.Literal('region-in'), regionIds: Type.Array(RegionId) }),
  Type.Object({ kind: Type.Literal('ir-cap'), pct: Type.Number() }),
  Type.Object({ kind: Type.Literal('territorial-premium'), category: TerritorialPremium }),
  Type.Object({
    kind: Type.Literal('trade-in'),
    trades: Type.Array(Type.Enum(TRADES)),
  }),
  Type.Object({
    kind: Type.Literal('min-jobs'),
    jobs: Type.Integer(),
    orAsk: Type.Optional(
      Type.Object(
        { fromJobs: Type.Integer(), fr: Type.String(), ar: Type.String(), en: Type.String() },
        { description: 'from `fromJobs` up to `jobs` the answer is "ask", with these words: another published way in' },
      ),
    ),
  }),
  Type.Object({ kind: Type.Literal('unpublished'), fr: Type.String(), ar: Type.String(), en: Type.String() }),
])
export type IncentiveCondition = Static<typeof IncentiveCondition>

export const Incentive = Type.Object(
  {
    ...Names,
    category: Type.String(),
    status: Type.Union([Type.Literal('in-force'), Type.Literal('ended'), Type.Literal('unknown')]),
    validFrom: Known(IsoDate),
    validTo: Known(IsoDate),
    validityNoteFr: Known(Type.String()),
    validityNoteAr: Known(Type.String()),
    validityNoteEn: Known(Type.String()),
    ratePct: Known(Type.Number()),
    capPct: Known(Type.Number()),
    amountMad: Known(Type.Number()),
    durationMonths: Known(Type.Integer()),
    legalTextFr: Type.String(),
    legalTextAr: Type.String(),
    legalTextEn: Type.String(),
    summaryFr: Type.String(),
    summaryAr: Type.String(),
    summaryEn: Type.String(),
    conditions: Type.Array(IncentiveCondition, { description: 'all must hold' }),
    packVersion: Type.String({ description: 'version of the rule pack that holds the rule, e.g. ma-2025.1' }),
    provenance: ProvenanceByProperty,
  },
  { additionalProperties: false },
)
export type Incentive = Static<typeof Incentive>

export const Source = Type.Object(
  {
    title: Type.String({ minLength: 1 }),
    publisher: Type.String({ minLength: 1 }),
    publishedOn: Known(Type.String({ description: 'as printed: year, month or day' })),
    url: Known(Type.String()),
  },
  { additionalProperties: false },
)
export type Source = Static<typeof Source>
export { ProvinceId }
